"""Flags: what a round card says in one sentence each about how a belief moved."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from debate_tui.scoring.beliefs import TOLERANCE, Floats, across, bayes, kl_bits
from debate_tui.scoring.figures import CardFigures
from debate_tui.scoring.match import READABLE_BITS

Bools = NDArray[np.bool_]

KEPT_WITHIN = 0.03
"""How far a belief may be from the promise that it kept."""

UNDER_BELOW, OVER_ABOVE = 0.5, 1.5
"""The speeds ρ from and up to which a movement is about as fast as promised."""


class Flags(NamedTuple):
    """Which flags each card earns; shapes (..., T).

    `kept` excludes the next four, which need 0.02 promised bits.
    """

    kept: Bools
    """Every hypothesis is within 3 points of the promise."""
    under: Bools
    """The right way, at less than half speed: 0 ≤ ρ < 0.5."""
    over: Bools
    """Too far: ρ > 1.5."""
    away: Bools
    """The other way: ρ < 0."""
    sideways: Bools
    """About the right speed, 0.5 ≤ ρ ≤ 1.5, but less than half of the promise was delivered."""
    unbacked: Bools
    """A movement of 0.02 bits or more that the rows did not promise."""
    double_counted: Bools
    """On a dependent card: closer to where the naive rows lead than to the promise."""
    as_if_independent: Bools
    """On a dependent card with own rows: the promise is closer to where the naive rows lead."""


def flags(
    before: Floats,
    after: Floats,
    figures: CardFigures,
    naive: Floats,
    conditional: Floats,
    dependent: Bools,
    own_rows: Bools,
) -> Flags:
    """Judge T cards; beliefs and observed columns are (..., T, K), `dependent` and `own_rows` (..., T).

    The columns are L0[:, o*] and Lc[:, o*] of whoever's rows were taken; the promise is in `figures`.
    A value within 1e-9 of a threshold counts as being on it.
    """
    promise, speed = figures.promise, figures.reaction
    kept = ~_above(across(np.maximum, np.abs(after - promise)), KEPT_WITHIN)
    strayed = ~kept & _at_least(figures.promised_bits, READABLE_BITS)
    right_way = strayed & _at_least(speed, 0.0)
    right_speed = strayed & _at_least(speed, UNDER_BELOW) & ~_above(speed, OVER_ABOVE)
    by_naive = bayes(before, naive)
    return Flags(
        kept=kept,
        under=right_way & _below(speed, UNDER_BELOW),
        over=strayed & _above(speed, OVER_ABOVE),
        away=strayed & _below(speed, 0.0),
        sideways=right_speed & _below(figures.follow_through, 0.5),
        unbacked=_at_least(figures.unbacked_bits, READABLE_BITS),
        double_counted=dependent
        & _at_least(kl_bits(promise, by_naive), READABLE_BITS)
        & _below(kl_bits(by_naive, after), figures.missed_bits),
        as_if_independent=dependent
        & own_rows
        & _read_as_naive(promise, by_naive, bayes(before, conditional)),
    )


def traces_of(
    before: Floats, after: Floats, figures: CardFigures, naive: Floats
) -> tuple[Bools, Bools, Bools]:
    """Say of each card whether the movement on it, however small, was over, under or double counted."""
    speed = figures.reaction
    by_naive = bayes(before, naive)
    return (
        _above(speed, OVER_ABOVE),
        _at_least(speed, 0.0) & _below(speed, UNDER_BELOW),
        _below(kl_bits(by_naive, after), figures.missed_bits),
    )


def _read_as_naive(promise: Floats, by_naive: Floats, by_conditional: Floats) -> Bools:
    differ = _at_least(kl_bits(by_conditional, by_naive), READABLE_BITS)
    return differ & _below(kl_bits(by_naive, promise), kl_bits(by_conditional, promise))


def _at_least(value: Floats, threshold: Floats | float) -> Bools:
    return value >= threshold - TOLERANCE


def _above(value: Floats, threshold: Floats | float) -> Bools:
    return value > threshold + TOLERANCE


def _below(value: Floats, threshold: Floats | float) -> Bools:
    return value < threshold - TOLERANCE
