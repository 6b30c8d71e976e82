"""Match: follow-through, reaction, stake and weight."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.scoring.beliefs import Floats, bayes, clr, entropy_bits, expected, kl_bits, temper
from debate_tui.scoring.match import follow_through, missed_bits, reaction, stake_bits, weight_db

from .strategies import EXTREME, Cards, at_any_speed, cards, pairs

prior = np.array([0.4, 0.4, 0.2])
likelihood = np.array([0.8, 0.4, 0.2])
promise = bayes(prior, likelihood)


def delivered(after: Floats) -> float:
    return float(follow_through(missed_bits(promise, after), kl_bits(promise, prior)))


def at_speed(speed: float) -> Floats:
    return temper(prior, 1.0, speed * clr(likelihood))


@pytest.mark.parametrize(("speed", "share"), [(0.0, 0.0), (0.1, 0.105), (0.5, 0.516), (1.0, 1.0)])
def test_follow_through_reads_about_as_the_speed(speed: float, share: float) -> None:
    assert delivered(at_speed(speed)) == pytest.approx(share, abs=5e-4)


def test_follow_through_is_negative_for_going_away_and_for_overshooting() -> None:
    assert delivered(at_speed(-0.5)) < 0.0
    assert delivered(at_speed(4.0)) < 0.0


def test_too_little_promised_to_read_is_not_a_share() -> None:
    assert np.isnan(follow_through(0.0, 0.0199))
    assert follow_through(0.0, 0.02) == 1.0


def test_follow_through_of_a_game_comes_from_summed_bits() -> None:
    missed, promised = np.array([0.01, 0.08, 0.0]), np.array([0.25, 0.11, 0.001])
    assert follow_through(missed.sum(), promised.sum()) == pytest.approx(1.0 - np.sqrt(0.09 / 0.361))


def test_rounding_errors_are_not_missed_bits() -> None:
    assert missed_bits(promise, promise + np.array([1e-9, -1e-9, 0.0])) == 0.0
    assert missed_bits(promise, promise + np.array([1e-3, -1e-3, 0.0])) > 1e-7


def test_nobody_misses_what_the_editor_does_not_let_them_say() -> None:
    low = np.array([0.995, 0.005])
    assert missed_bits(low, np.array([0.99, 0.01])) == 0.0
    assert missed_bits(low, np.array([0.99 - 5e-10, 0.01 + 5e-10])) == 0.0
    assert missed_bits(low, np.array([0.988, 0.012])) == kl_bits(low, np.array([0.988, 0.012]))


def test_the_edge_leaves_the_rest_in_proportion() -> None:
    low = np.array([0.798, 0.2, 0.002])
    kept = np.array([0.798 / 0.998 * 0.99, 0.2 / 0.998 * 0.99, 0.01])
    after = np.array([0.59, 0.40, 0.01])
    assert missed_bits(low, after) == pytest.approx(kl_bits(kept, after))
    assert missed_bits(low, kept) == 0.0


def test_a_promise_above_the_edge_has_no_excuse() -> None:
    above, after = np.array([0.9, 0.1]), np.array([0.99, 0.01])
    assert missed_bits(above, after) == kl_bits(above, after)


def test_one_card_at_the_edge_leaves_the_others_alone() -> None:
    promises = np.array([[0.995, 0.005], [0.7, 0.3]])
    afters = np.array([[0.99, 0.01], [0.6, 0.4]])
    assert missed_bits(promises, afters) == pytest.approx([0.0, kl_bits(promises[1], afters[1])], abs=1e-15)


@at_any_speed
@given(pairs(EXTREME))
def test_what_is_missed_is_never_negative_nor_infinite(pair: Floats) -> None:
    assert 0.0 <= missed_bits(pair[0], pair[1]) < np.inf


@at_any_speed
@given(cards(most=1), st.floats(-3.0, 3.0))
def test_reaction_is_the_power_that_was_put_on_the_evidence(deal: Cards, power: float) -> None:
    before, column = deal.before[0], deal.tables[0, :, 0]
    after = temper(before, 1.0, power * clr(column))
    speed = reaction(bayes(before, column), before, after, column)
    if column.max() > 1.001 * column.min():
        assert speed == pytest.approx(power, abs=1e-6)


def test_reaction_ignores_movement_across_the_evidence() -> None:
    """Two hypotheses that the card does not tell apart may change places: the speed is still 1."""
    before, column = np.array([0.4, 0.3, 0.3]), np.array([0.8, 0.2, 0.2])
    target = bayes(before, column)
    across = np.exp(np.array([0.0, 1.0, -1.0]))
    after = np.array([target[0], *(target[1:] * across[1:])])
    shifted = after / after.sum()
    assert reaction(target, before, shifted, column) == pytest.approx(1.0)


def test_rows_that_say_nothing_have_no_reaction() -> None:
    flat = np.full(3, 0.5)
    assert np.isnan(reaction(prior, prior, at_speed(1.0), flat))


@at_any_speed
@given(cards(most=1))
def test_stake_is_the_movement_that_a_mind_expects_of_itself(deal: Cards) -> None:
    """Mutual information, the other way about: Σ_o m(o) KL(q_o‖p)."""
    before, table = deal.before[0], deal.tables[0]
    posteriors = bayes(before, table.T)
    moved = (expected(before, table) * kl_bits(posteriors, before)).sum()
    assert stake_bits(before, table) == pytest.approx(moved, abs=1e-12)
    assert 0.0 <= stake_bits(before, table) <= entropy_bits(before) + 1e-12


def test_equal_rows_stake_nothing_and_telltale_rows_stake_all() -> None:
    assert stake_bits(prior, np.full((3, 2), 0.5)) == pytest.approx(0.0, abs=1e-15)
    assert stake_bits(prior, np.eye(3)) == pytest.approx(entropy_bits(prior))


def test_weight_is_ten_for_every_power_of_ten() -> None:
    assert weight_db(np.array([0.9, 0.09, 0.3])) == pytest.approx(10.0)
    assert weight_db(np.array([0.8, 0.4])) == pytest.approx(3.0103, abs=1e-4)
    assert weight_db(np.array([0.3, 0.3])) == 0.0
