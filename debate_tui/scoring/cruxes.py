"""Cruxes: where two minds part, as an exact sum of decibans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from debate_tui.scoring.beliefs import TOLERANCE, Floats

WORTH_ARGUING = 0.05
"""Hypotheses to which neither mind gives this much are not what they disagree about."""


class Term(NamedTuple):
    """One reason for a disagreement: where they began, how they read a card, or how else they moved on it."""

    kind: Literal["prior", "reading", "movement"]
    card: str | None
    db: float


class Crux(NamedTuple):
    """The first mind favours a over b by `db` ≥ 0 more than the second does, and why: the terms sum to it."""

    a: str
    b: str
    db: float
    terms: tuple[Term, ...]


def cruxes(
    ids: Sequence[str],
    path_you: Floats,
    path_other: Floats,
    likelihood_you: Floats,
    likelihood_other: Floats,
    cards: Sequence[str],
) -> Crux | None:
    """Find the two hypotheses on whose log-odds two minds end furthest apart, and what took them there.

    `ids` names the K hypotheses and `cards` the T cards. Paths are (T + 1, K), the opening first; likelihoods
    are the observed columns (T, K) of the locked rows, all ones where none was locked. None where fewer than
    two hypotheses get 5% from at least one of the two. Ties go by id. Source: Good 1985.
    """
    pair = _furthest_apart(ids, path_you[-1], path_other[-1])
    if pair is None:
        return None
    a, b = pair
    apart = _log_odds(path_you, a, b) - _log_odds(path_other, a, b)
    reading = _log_odds(likelihood_you, a, b) - _log_odds(likelihood_other, a, b)
    movement = apart[1:] - apart[:-1] - reading
    terms = _terms(cards, float(apart[0]), reading.tolist(), movement.tolist())
    return Crux(ids[a], ids[b], float(apart[-1]), tuple(terms))


def _furthest_apart(ids: Sequence[str], you: Floats, other: Floats) -> tuple[int, int] | None:
    arguable = (np.maximum(you, other) >= WORTH_ARGUING - TOLERANCE).nonzero()[0].tolist()
    if len(arguable) < 2:
        return None
    # Rounded, so that equals are equal whatever the rounding errors, and their ids decide.
    favour = (10.0 * np.log10(you / other)).round(9).tolist()
    a = min(arguable, key=lambda h: (-favour[h], ids[h]))
    arguable.remove(a)
    return a, min(arguable, key=lambda h: (favour[h], ids[h]))


def _log_odds(parts: Floats, a: int, b: int) -> Floats:
    odds: Floats = 10.0 * np.log10(parts[:, a] / parts[:, b])
    return odds


def _terms(
    cards: Sequence[str], prior: float, readings: list[float], movements: list[float]
) -> Iterator[Term]:
    yield Term("prior", None, prior)
    for card, reading, movement in zip(cards, readings, movements, strict=True):
        yield Term("reading", card, reading)
        yield Term("movement", card, movement)
