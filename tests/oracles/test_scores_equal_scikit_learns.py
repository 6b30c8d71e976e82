"""Foresight and surprise against scikit-learn's log loss."""

from __future__ import annotations

import numpy as np
import pytest

from debate_tui.scoring.beliefs import expected
from debate_tui.scoring.duels import duel_bits
from debate_tui.scoring.points import log_points, surprise_bits

metrics = pytest.importorskip("sklearn.metrics")


@pytest.mark.parametrize("choices", [2, 3, 4, 5])
def test_mean_foresight_and_mean_surprise_are_the_log_loss(choices: int) -> None:
    rng = np.random.default_rng(choices)
    beliefs = rng.dirichlet(np.ones(3), size=50)
    tables = rng.dirichlet(np.ones(choices), size=(50, 3))
    observed = rng.integers(choices, size=50)
    forecasts = expected(beliefs, tables)
    given = forecasts[np.arange(50), observed]
    loss = metrics.log_loss(observed, forecasts, labels=np.arange(choices))
    assert log_points(given, choices).mean() == pytest.approx(100.0 * (1.0 - loss / np.log(choices)))
    assert surprise_bits(given).mean() == pytest.approx(loss / np.log(2.0))


def test_a_duel_is_a_difference_of_log_losses() -> None:
    mine, theirs = np.array([0.7, 0.2, 0.1]), np.array([0.3, 0.3, 0.4])
    for outcome in range(3):
        loss = [metrics.log_loss([outcome], [forecast], labels=[0, 1, 2]) for forecast in (mine, theirs)]
        assert duel_bits(mine[outcome], theirs[outcome]) == pytest.approx((loss[1] - loss[0]) / np.log(2.0))
