"""Cruxes: where two minds part, as an exact sum of decibans."""

from __future__ import annotations

from collections.abc import Sequence
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
    paths: Floats,
    likelihood_you: Floats,
    likelihoods: Floats,
    cards: Sequence[str],
) -> list[Crux | None]:
    """Find the hypotheses on whose log-odds two minds end furthest apart, and what took them there; for many.

    `ids` names the K hypotheses and `cards` the T cards. Paths are (..., T + 1, K), the opening first, and
    likelihoods (..., T, K) the observed columns of the locked rows, all ones where none was locked; what is
    yours may be one mind's and the other many's. The list goes along the leading axes; an entry is None where
    fewer than two hypotheses get 5% from at least one of the two. Ties go by id. Source: Good 1985.
    """
    arguable = np.maximum(path_you[..., -1, :], paths[..., -1, :]) >= WORTH_ARGUING - TOLERANCE
    apart = 10.0 * np.log10(path_you / paths)
    reading = 10.0 * np.log10(likelihood_you / likelihoods)
    minds = arguable[..., 0].size
    flat = (
        each.reshape(minds, *each.shape[-rank:]).tolist()
        for each, rank in ((arguable, 1), (apart, 2), (reading, 2))
    )
    return [_crux(ids, cards, *each) for each in zip(*flat, strict=True)]


def _crux(
    ids: Sequence[str],
    cards: Sequence[str],
    arguable: list[bool],
    apart: list[list[float]],
    reading: list[list[float]],
) -> Crux | None:
    """Find one crux from how far two minds are apart on each hypothesis, in decibans but for a constant."""
    candidates = [place for place, worth in enumerate(arguable) if worth]
    if len(candidates) < 2:
        return None
    # Rounded, so that equals are equal whatever the rounding errors, and their ids decide.
    favour = [round(db, 9) for db in apart[-1]]
    a = min(candidates, key=lambda place: (-favour[place], ids[place]))
    candidates.remove(a)
    b = min(candidates, key=lambda place: (favour[place], ids[place]))
    path = [row[a] - row[b] for row in apart]
    read = [row[a] - row[b] for row in reading]
    terms = [Term("prior", None, path[0])]
    for card, by_rows, before, after in zip(cards, read, path, path[1:], strict=False):
        terms += (Term("reading", card, by_rows), Term("movement", card, after - before - by_rows))
    return Crux(ids[a], ids[b], path[-1], tuple(terms))
