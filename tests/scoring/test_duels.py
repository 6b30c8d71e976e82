"""Duels and persuasion, in bits."""

from __future__ import annotations

import numpy as np
import pytest

from debate_tui.scoring.duels import duel_bits, persuasion_bits
from debate_tui.scoring.points import log_points


def test_twice_as_likely_wins_by_a_bit_and_the_rival_loses_it() -> None:
    assert duel_bits(0.8, 0.4) == pytest.approx(1.0)
    assert duel_bits(0.4, 0.8) == pytest.approx(-1.0)
    assert duel_bits(0.3, 0.3) == 0.0


def test_a_duel_pays_in_step_with_the_players_own_points() -> None:
    mine = np.array([0.1, 0.4, 0.9])
    won = np.array([duel_bits(each, 0.5) for each in mine])
    assert np.diff(won) == pytest.approx(np.diff(log_points(mine, 2)) / 100.0)


def test_persuasion_is_the_casts_mean_gain_summed_over_the_cards() -> None:
    unmoved = np.array([[0.2, 0.4], [0.5, 0.5]])
    moved = np.array([[0.4, 0.4], [0.5, 0.25]])
    assert persuasion_bits(moved, unmoved) == pytest.approx((1.0 + 0.0) / 2 + (0.0 - 1.0) / 2)
    assert persuasion_bits(moved[:, :1], unmoved[:, :1]) == pytest.approx(0.5)


def test_persuasion_of_many_games_is_that_of_each() -> None:
    unmoved = np.full((4, 2, 3), 0.5)
    moved = np.linspace(0.1, 0.9, 24).reshape(4, 2, 3)
    each = [float(persuasion_bits(moved[game], unmoved[game])) for game in range(4)]
    assert persuasion_bits(moved, unmoved) == pytest.approx(each)


def test_without_a_card_left_nothing_is_gained_and_an_empty_room_cannot_be_persuaded() -> None:
    assert persuasion_bits(np.ones((3, 0)), np.ones((3, 0))) == 0.0
    assert np.isnan(persuasion_bits(np.ones((0, 2)), np.ones((0, 2))))
