"""Propriety, found by an optimiser that knows nothing of the scores: its best report is the honest one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from debate_tui.scoring.beliefs import Floats, expected, from_logs
from debate_tui.scoring.points import log_points

optimize = pytest.importorskip("scipy.optimize")

BELIEF = np.array([0.5, 0.3, 0.2])
TABLE = np.array([[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.2, 0.7]])
STARTS = np.random.default_rng(5).normal(scale=1.5, size=(8, 3 + 9))


def foresight(report: Floats, rows: Floats) -> float:
    """Give what an honest mind expects of F, were it to report and lock these."""
    return float(expected(BELIEF, TABLE) @ log_points(expected(report, rows), 3))


def likelihood(rows: Floats) -> float:
    return float((BELIEF[:, None] * TABLE * log_points(rows, 3)).sum())


def verdict(report: Floats) -> float:
    return float(BELIEF @ log_points(report, 3))


def points(report: Floats, rows: Floats) -> float:
    return (foresight(report, rows) + likelihood(rows) + verdict(report)) / 3.0


def best(score: Callable[[Floats], float], start: Floats) -> Floats:
    found = optimize.minimize(lambda free: -score(free), start, method="BFGS", options={"gtol": 1e-9})
    return np.asarray(found.x)


@pytest.mark.parametrize("start", STARTS)
def test_the_best_verdict_is_the_belief(start: Floats) -> None:
    report = from_logs(best(lambda free: verdict(from_logs(free)), start[:3]))
    assert report == pytest.approx(BELIEF, abs=1e-5)


@pytest.mark.parametrize("start", STARTS)
def test_the_best_foresight_expects_what_the_honest_mind_expects(start: Floats) -> None:
    free = best(lambda free: foresight(from_logs(free), TABLE), start[:3])
    assert expected(from_logs(free), TABLE) == pytest.approx(expected(BELIEF, TABLE), abs=1e-5)


@pytest.mark.parametrize("start", STARTS)
def test_the_best_points_are_for_the_honest_belief_and_the_honest_rows_together(start: Floats) -> None:
    def split(free: Floats) -> tuple[Floats, Floats]:
        return from_logs(free[:3]), from_logs(free[3:].reshape(3, 3))

    report, rows = split(best(lambda free: points(*split(free)), start))
    assert points(report, rows) <= points(BELIEF, TABLE) + 1e-9
    assert report == pytest.approx(BELIEF, abs=1e-4)
    assert rows == pytest.approx(TABLE, abs=1e-4)
