"""Points: what they are worth, and that honesty earns most."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from debate_tui.scoring.beliefs import Floats, bayes, expected
from debate_tui.scoring.points import log_points, surprise_bits

from .strategies import EXTREME, Cards, at_any_speed, cards, pairs


@pytest.mark.parametrize("choices", [2, 3, 5, 6])
def test_knowing_nothing_is_0_and_certainty_in_what_happened_is_100(choices: int) -> None:
    assert log_points(1.0 / choices, choices) == pytest.approx(0.0, abs=1e-12)
    assert log_points(1.0, choices) == pytest.approx(100.0)


def test_a_half_as_likely_outcome_of_two_costs_100_points() -> None:
    assert log_points(np.array([0.5, 0.25, 0.125]), 2) == pytest.approx([0.0, -100.0, -200.0])


def test_cards_with_different_numbers_of_outcomes_are_scored_side_by_side() -> None:
    assert log_points(np.array([0.5, 0.25]), np.array([2, 4])) == pytest.approx([0.0, 0.0])


def test_surprise_counts_the_coin_tosses_that_would_astonish_as_much() -> None:
    assert surprise_bits(np.array([1.0, 0.5, 0.125])).tolist() == [0.0, 1.0, 3.0]


@at_any_speed
@given(pairs(EXTREME))
def test_honesty_earns_most_in_expectation_whatever_else_is_reported(pair: Floats) -> None:
    honest, other = pair
    choices = len(honest)
    gain = honest * log_points(honest, choices) - honest * log_points(other, choices)
    assert gain.sum() >= -1e-9


@at_any_speed
@given(cards())
def test_foresight_is_what_the_evidence_adds_to_the_belief_in_what_it_supports(deal: Cards) -> None:
    """The verdict after a card less the one before it is the likelihood's surprise less the foresight's."""
    prior, table = deal.before[0], deal.tables[0]
    outcome = deal.observed[0]
    posterior = bayes(prior, table[:, outcome])
    gained = surprise_bits(prior) - surprise_bits(posterior)
    told = surprise_bits(expected(prior, table)[outcome]) - surprise_bits(table[:, outcome])
    np.testing.assert_allclose(gained, told, atol=1e-11)
