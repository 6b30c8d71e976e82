"""Cruxes: where two minds part, as an exact sum of decibans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from debate_tui.scoring.beliefs import TOLERANCE, Floats
from debate_tui.value import Value

Ints = NDArray[np.intp]
Kind = Literal["prior", "reading", "movement"]

EACH_CARD: tuple[Kind, Kind] = ("reading", "movement")
"""The reasons that a card can give."""

WORTH_ARGUING = 0.05
"""Hypotheses to which neither mind gives this much are not what they disagree about."""


class Term(Value, frozen=True):
    """One reason for a disagreement: where they began, how they read a card, or how else they moved on it."""

    kind: Kind
    card: str | None
    db: float


class Crux(Value, frozen=True):
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

    `ids` names the K hypotheses and `cards` the T cards. Paths are (N, T + 1, K), the opening first, and
    likelihoods (N, T, K) the observed columns of the locked rows, all ones where none was locked. An entry is
    None where fewer than two hypotheses get 5% from at least one of the two minds. Ties go by id.
    Source: Good 1985.
    """
    arguable = np.maximum(path_you[:, -1], paths[:, -1]) >= WORTH_ARGUING - TOLERANCE
    apart = 10.0 * np.log10(path_you / paths)
    reading = 10.0 * np.log10(likelihood_you / likelihoods)
    most, least = _ends(ids, arguable, apart[:, -1])
    minds = np.arange(len(paths))
    path, read = (each[minds, :, most] - each[minds, :, least] for each in (apart, reading))
    by_card = np.stack([read, np.diff(path) - read], axis=-1).reshape(len(paths), len(EACH_CARD) * len(cards))
    terms = np.concatenate([path[:, :1], by_card], axis=1)
    kinds: tuple[Kind, ...] = ("prior", *EACH_CARD * len(cards))
    about = (None, *(card for card in cards for _ in EACH_CARD))
    columns = (arguable.sum(-1), most, least, path[:, -1], terms)
    return [
        None if worth < 2 else Crux(ids[a], ids[b], db, tuple(map(Term, kinds, about, why)))
        for worth, a, b, db, why in zip(*map(np.ndarray.tolist, columns), strict=True)
    ]


def _ends(ids: Sequence[str], arguable: NDArray[np.bool_], favour: Floats) -> tuple[Ints, Ints]:
    """Find the arguable hypotheses that the first mind favours most and least, of equals the first by id."""
    favour = favour.round(9)  # so that equals are equal whatever the rounding errors
    by_id = np.array(sorted(range(len(ids)), key=ids.__getitem__))
    most = by_id[np.where(arguable, favour, -np.inf)[:, by_id].argmax(-1)]
    others = arguable & (np.arange(len(ids)) != most[:, None])
    return most, by_id[np.where(others, favour, np.inf)[:, by_id].argmin(-1)]
