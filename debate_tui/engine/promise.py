"""What a row promises, in words: where each outcome would take its owner, and how far."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from debate_tui.engine.lines import DECIBANS_PER_NAT, size_of
from debate_tui.scoring.beliefs import bayes
from debate_tui.scoring.match import weight_db

SAYS_NOTHING_DB = 0.05
"""Rows that differ by less than this (in decibans) are equal to anybody who gives whole percents."""


MAINLY = 2.0
"""A movement that takes so many times more from one hypothesis than it gives to any is one away from it."""


class Promise(NamedTuple):
    """An outcome would move its owner this far towards a hypothesis, or mainly `away` from one."""

    hypothesis: str
    size: str
    away: bool = False

    @property
    def direction(self) -> str:
        """The words between the size and the hypothesis."""
        return "away from" if self.away else "towards"


def promises(belief: Mapping[str, float], rows: Mapping[str, Mapping[str, float]]) -> Mapping[str, Promise]:
    """Give what rows promise for each outcome; nothing at all where every hypothesis has the same row."""
    hypotheses = list(belief)
    prior = np.array([belief[hypothesis] for hypothesis in hypotheses])
    promised = {}
    for outcome in rows[hypotheses[0]]:
        likelihood = np.array([rows[hypothesis][outcome] for hypothesis in hypotheses])
        db = float(weight_db(likelihood))
        if db >= SAYS_NOTHING_DB:
            promised[outcome] = _named(hypotheses, prior.tolist(), bayes(prior, likelihood).tolist())
    return promised


def movement(before: Mapping[str, float], after: Mapping[str, float]) -> Promise | None:
    """Give how far one belief lies from another, towards what gained most; None where they are the same."""
    db = distance_db(before, after)
    if db < SAYS_NOTHING_DB:
        return None
    return _named(list(before), list(before.values()), [after[hypothesis] for hypothesis in before])


def distance_db(before: Mapping[str, float], after: Mapping[str, float]) -> float:
    """Give how far one belief lies from another, in decibans: what evidence between them would weigh."""
    weights = [math.log(after[hypothesis] / before[hypothesis]) for hypothesis in before]
    return DECIBANS_PER_NAT * (max(weights) - min(weights))


def _named(hypotheses: Sequence[str], before: Sequence[float], after: Sequence[float]) -> Promise:
    """Name what a movement is mainly about: what gains most, or what loses far more than any gains.

    Its size is how far that hypothesis goes; the others may go further, one from the other.
    """
    gains = [now - was for was, now in zip(before, after, strict=True)]
    most, least = max(gains), min(gains)
    away = -least > MAINLY * most
    at = gains.index(least if away else most)
    return Promise(hypotheses[at], size_of(before[at], after[at]), away)
