"""Groups: spread, swing and ranking."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from debate_tui.scoring.beliefs import kl_bits, pool
from debate_tui.scoring.groups import relative_foresight, spread_bits, swing

from .strategies import EXTREME, Cards, at_any_speed, cards


def test_a_team_of_one_mind_has_no_spread_and_one_of_two_certainties_has_a_bit() -> None:
    assert spread_bits(np.array([[0.7, 0.3], [0.7, 0.3]])) == pytest.approx(0.0, abs=1e-15)
    assert spread_bits(np.array([[1.0, 1e-300], [1e-300, 1.0]])) == pytest.approx(1.0)


@at_any_speed
@given(cards(EXTREME, batch=(3,), most=1))
def test_spread_is_the_mean_distance_from_the_mean(deal: Cards) -> None:
    beliefs = deal.before[:, 0]
    mean = beliefs.mean(axis=0)
    assert spread_bits(beliefs) == pytest.approx(kl_bits(beliefs, mean).mean(), abs=1e-12)


def test_swing_is_after_minus_before_for_members_and_for_their_pool() -> None:
    before, after = np.array([[0.5, 0.5], [0.2, 0.8]]), np.array([[0.6, 0.4], [0.2, 0.8]])
    assert swing(before, after) == pytest.approx(np.array([[0.1, -0.1], [0.0, 0.0]]))
    assert swing(pool(before), pool(after))[0] > 0.0


def test_players_are_ranked_by_what_they_foresaw_beyond_the_others() -> None:
    foresight = np.array([[30.0, 0.0], [0.0, 60.0], [60.0, 30.0]])
    assert relative_foresight(foresight) == pytest.approx(
        np.array([[0.0, -45.0], [-45.0, 45.0], [45.0, 0.0]])
    )


def test_of_two_players_one_leads_by_what_the_other_trails() -> None:
    assert relative_foresight(np.array([[30.0], [10.0]])).tolist() == [[20.0], [-20.0]]


def test_a_card_that_was_known_counts_as_knowing_nothing_for_everybody() -> None:
    foresight = np.array([[90.0], [20.0], [40.0]])
    fresh = np.array([[False], [True], [True]])
    assert relative_foresight(foresight, fresh) == pytest.approx(np.array([[-30.0], [0.0], [30.0]]))


def test_a_player_alone_has_nobody_to_be_compared_with() -> None:
    assert np.isnan(relative_foresight(np.array([[10.0, 20.0]]))).all()
