"""Foresight, Likelihood and Verdict of everybody at the table on every card, in one batch."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from debate_tui.engine.tally import Tally
from debate_tui.scoring.beliefs import Floats, across
from debate_tui.scoring.points import log_points

PLAYER, FROZEN, KEPT, CAST = 0, 1, 2, 3
"""The rows of the batch: the player, the two ghosts, and from 3 on the cast."""


class PointScores(NamedTuple):
    """Points by game, mind and card: (G, 3 + M, T); the verdict begins with the opening: (G, 3 + M, T + 1).

    NaN where nobody knows the truth.
    """

    foresight: Floats
    likelihood: Floats
    verdict: Floats


def point_scores(tally: Tally) -> PointScores:
    """Score the player, their ghosts, and the cast as it had been without the player's floors and duels."""
    frozen = np.repeat(tally.opening[:, None], tally.path.shape[1], axis=1)
    paths = np.stack([tally.path, frozen, tally.kept], axis=1)
    columns = np.repeat(tally.likelihood[:, None], CAST, axis=1)
    if tally.minds:
        paths = np.concatenate([paths, tally.undisturbed], axis=1)
        columns = np.concatenate([columns, tally.bets], axis=1)
    foresight = log_points(across(np.add, paths[:, :, :-1] * columns), tally.choices)
    if tally.truths is None:
        unknown = np.full(paths.shape[:3], np.nan)
        return PointScores(foresight, unknown[:, :, 1:], unknown)
    games = np.arange(len(tally.truths))
    likelihood = log_points(columns[games, ..., tally.truths], tally.choices)
    verdict = log_points(paths[games, ..., tally.truths], paths.shape[-1])
    # A flat row scores 0 by itself; a report without a prediction is made to, so that skipping gains nothing.
    verdict[:, :CAST, 1:] *= tally.predicted[:, None]
    return PointScores(foresight, likelihood, verdict)
