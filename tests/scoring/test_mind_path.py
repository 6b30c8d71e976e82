"""What a mind believes, card by card."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.scoring.beliefs import bayes, clr, mind_path, temper
from debate_tui.scoring.figures import observed_columns

from .strategies import Cards, at_any_speed, cards


@at_any_speed
@given(cards(batch=(2,)), st.floats(0.0, 2.0), st.floats(0.0, 2.0))
def test_a_path_is_one_tempered_step_after_another(deal: Cards, responsiveness: float, weight: float) -> None:
    steps = responsiveness * clr(observed_columns(deal.tables, deal.observed))
    path = mind_path(deal.before[:, 0], weight, steps)
    belief = deal.before[:, 0]
    np.testing.assert_allclose(path[:, 0], belief, rtol=1e-12)
    for t in range(len(deal.observed)):
        belief = temper(belief, weight, steps[:, t])
        np.testing.assert_allclose(path[:, t + 1], belief, rtol=1e-9)


@at_any_speed
@given(cards())
def test_a_mind_that_reads_in_full_is_a_bayesian(deal: Cards) -> None:
    columns = observed_columns(deal.tables, deal.observed)
    path = mind_path(deal.before[0], 1.0, clr(columns))
    np.testing.assert_allclose(path[1:], bayes(path[:-1], columns), rtol=1e-10)


def test_the_weight_of_the_prior_may_differ_from_card_to_card() -> None:
    path = mind_path(np.array([0.8, 0.2]), np.array([0.5, 1.0]), np.zeros((2, 2)))
    assert path == pytest.approx(np.array([[0.8, 0.2], [2 / 3, 1 / 3], [2 / 3, 1 / 3]]))


def test_before_the_first_card_a_mind_believes_its_opening() -> None:
    assert mind_path(np.array([0.8, 0.2]), 1.0, np.empty((0, 2))) == pytest.approx(np.array([[0.8, 0.2]]))


def test_a_mind_that_overweighs_its_prior_stays_exact_over_forty_cards() -> None:
    """Two hypotheses that no card tells apart stay equal, and the last card still tells."""
    flat = np.zeros((39, 3))
    last = np.array([[0.5, -0.5, 0.0]])
    path = mind_path(np.array([0.4, 0.4, 0.2]), 2.0, np.concatenate([flat, last]))
    assert path[-2, 0] == path[-2, 1]
    assert np.log(path[-1, 0] / path[-1, 1]) == pytest.approx(1.0)
    assert path.min() > 0.0
