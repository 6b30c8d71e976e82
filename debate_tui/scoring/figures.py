"""The figures of cards: all that the scorecard says of one mind's updates, many cards and minds at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from debate_tui.scoring.beliefs import Floats, bayes, expected, kl_bits
from debate_tui.scoring.match import (
    READABLE_BITS,
    follow_through,
    missed_bits,
    reaction,
    stake_bits,
    weight_db,
)


class CardFigures(NamedTuple):
    """What is measured on each card; shapes (..., T) but for the first two; NaN is not applicable."""

    expected: Floats
    """What the player expected of each outcome, m: (..., T, O)."""
    promise: Floats
    """The player's own Bayes posterior, q: (..., T, K)."""
    promised_bits: Floats
    """KL(q‖p): the update that the rows promised."""
    missed_bits: Floats
    """KL(q‖p'): how much of it is still missing."""
    follow_through: Floats
    """The share that was delivered; NaN under 0.02 promised bits."""
    reaction: Floats
    """ρ: the speed, 1 as promised; NaN where the rows say nothing."""
    stake_bits: Floats
    """The expected information: how much the evidence was let matter."""
    unbacked_bits: Floats
    """KL(p'‖p), the movement on a card that promised none; NaN from 0.02 promised bits."""
    weight_db: Floats
    """The card's weight of evidence: the range of 10·log10 L[:, o*]."""


def observed_columns(tables: Floats, observed: NDArray[np.intp]) -> Floats:
    """Give the likelihoods (..., T, K) of what was observed, (T) or (..., T), from tables (..., T, K, O)."""
    outcomes = np.eye(tables.shape[-1])
    return (tables @ outcomes[observed][..., None])[..., 0]


def card_figures(before: Floats, after: Floats, tables: Floats, observed: NDArray[np.intp]) -> CardFigures:
    """Work out the figures of T cards from the beliefs before and after, and the rows locked in between.

    `before`, `after` (..., T, K); `tables` (..., T, K, O), of which cards with fewer outcomes are filled up
    with outcomes of probability 0; `observed` (T) or (..., T), never one of those.
    """
    likelihood = observed_columns(tables, observed)
    promise = bayes(before, likelihood)
    promised = kl_bits(promise, before)
    missed = missed_bits(promise, after)
    moved = kl_bits(after, before)
    return CardFigures(
        expected=expected(before, tables),
        promise=promise,
        promised_bits=promised,
        missed_bits=missed,
        follow_through=follow_through(missed, promised),
        reaction=reaction(promise, before, after, likelihood),
        stake_bits=stake_bits(before, tables),
        unbacked_bits=np.where(promised < READABLE_BITS, moved, np.nan),
        weight_db=weight_db(likelihood),
    )
