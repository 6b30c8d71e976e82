"""Foresight, Likelihood and Verdict of everybody at the table on every card, in one batch."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from debate_tui.engine.tally import Floats, Tally
from debate_tui.scoring.points import log_points

PLAYER, FROZEN, KEPT, CAST = 0, 1, 2, 3
"""The rows of the batch: the player, the two ghosts, and from 3 on the cast."""


class PointScores(NamedTuple):
    """Points by mind and card: (3 + M, T); the verdict begins with the opening: (3 + M, T + 1).

    NaN where nobody knows the truth.
    """

    foresight: Floats
    likelihood: Floats
    verdict: Floats


def point_scores(counted: Tally) -> PointScores:
    """Score the player, their ghosts, and the cast as it had been without the player's floors and duels."""
    frozen = np.broadcast_to(counted.opening, counted.path.shape)
    own = np.stack([counted.path, frozen, counted.kept])
    columns = np.broadcast_to(counted.likelihood, (CAST, *counted.likelihood.shape))
    if counted.minds:
        own = np.concatenate([own, counted.undisturbed])
        columns = np.concatenate([columns, counted.bets])
    foresight = log_points((own[:, :-1] * columns).sum(-1), counted.choices)
    if counted.truth is None:
        unknown = np.full(own.shape[:2], np.nan)
        return PointScores(foresight, unknown[:, 1:], unknown)
    likelihood = log_points(columns[..., counted.truth], counted.choices)
    verdict = log_points(own[..., counted.truth], own.shape[-1])
    # A flat row scores 0 by itself; a report without a prediction is made to, so that skipping gains nothing.
    verdict[:CAST, 1:] *= counted.predicted
    return PointScores(foresight, likelihood, verdict)
