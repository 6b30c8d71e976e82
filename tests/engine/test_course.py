"""Rounds, branches and endings follow their conditions; worlds follow their number."""

from __future__ import annotations

import pytest

from debate_tui.engine import commands as co
from debate_tui.engine.events import Seat
from debate_tui.errors import UsageError
from debate_tui.game import Game
from tests.tabletop import COIN, SALON, Player, debate

TABLE = debate(SALON)


def test_a_game_goes_through_its_rounds_in_order():
    player = Player.at(TABLE).play_on()
    assert player.game.state.rounds == ("first", "second", "third")
    assert player.game.state.revealed == ("works", "again", "strange", "coda")


def test_a_way_on_is_taken_where_its_condition_holds():
    player = Player.at(TABLE).open()
    for _ in range(2):
        player.predict().believe()
    player.predict().believe([5, 10, 85])
    assert player.game.over
    assert player.game.state.rounds == ("first", "second")


def test_a_round_is_skipped_where_its_condition_does_not_hold():
    player = Player.at(TABLE, role="skeptic").play_on()
    assert player.game.state.rounds == ("first", "second")


def test_the_first_ending_that_holds_closes_the_story():
    assert Player.at(TABLE).play_on().game.state.ending == "open"
    player = Player.at(TABLE).open()
    while not player.game.over:
        player.predict().believe([80, 10, 10])
    assert player.game.state.ending == "shifted"


def test_a_branch_on_belief_keeps_the_cards_behind_it_out_of_the_points():
    assert TABLE.start(seed=7).point_cards == ("works", "again", "strange")


def test_a_scenario_without_rounds_has_one_for_each_card():
    player = Player.at(debate(COIN)).play_on()
    assert player.game.state.rounds == ("first-toss",)


def test_in_a_group_conditions_read_the_pooled_belief():
    seats = (Seat("a", "A"), Seat("b", "B"))
    for other, rounds in (([1, 1, 98], 2), ([50, 40, 10], 3)):
        game = Game.new(TABLE, TABLE.start(seed=7, seats=seats))
        while not game.over:
            step = game.state.step
            for seat in ("a", "b"):
                match step:
                    case "briefing":
                        game.send(co.Open(seat))
                    case "predict":
                        game.send(co.Predict(seat))
                    case "floor":
                        game.send(co.Pass(seat))
                    case _:
                        game.send(co.Believe(seat, [10, 20, 70] if seat == "a" else other))
        assert len(game.state.rounds) == rounds


def test_a_role_that_nobody_has_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="asker, optimist, skeptic"):
        TABLE.start(seed=1, seats=(Seat("you", "You", "hermit"),))


def test_two_seats_cannot_play_one_role():
    with pytest.raises(UsageError, match="two seats"):
        TABLE.start(seed=1, seats=(Seat("a", "A", "asker"), Seat("b", "B", "asker")))


def test_a_world_is_the_same_every_time_and_its_truth_settles_the_game():
    worlds = [TABLE.start(seed=seed, world=3) for seed in (1, 2)]
    assert worlds[0].outcomes == worlds[1].outcomes
    assert worlds[0].truth == worlds[1].truth is not None
    assert Player.at(TABLE, world=3).play_on().scorecard.verdict is not None


@pytest.mark.parametrize("percent", [7, 28, 55, 58])
def test_a_belief_that_is_exactly_a_bound_is_neither_above_nor_below_it(percent: int):
    table = debate(
        f"{COIN}endings:\n"
        f"  - {{id: over, title: Over, text: It., when: {{belief: {{fair: {{above: {percent}}}}}}}}}\n"
        f"  - {{id: under, title: Under, text: It., when: {{belief: {{fair: {{below: {percent}}}}}}}}}\n"
        "  - {id: there, title: There, text: It.}\n"
    )
    assert Player.at(table).open().predict().believe([percent, 100 - percent]).game.state.ending == "there"
