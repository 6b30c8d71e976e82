"""A session: whatever is sent, the game stands, and it is always the fold of its events."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from debate_tui.engine import commands as co
from debate_tui.engine.events import Rewound, Seat
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.replay import fold
from debate_tui.engine.session import Session
from debate_tui.game import Game
from debate_tui.store.codec import decode, encode
from tests.engine.strategies import GAMES
from tests.tabletop import SALON, WORKED, Player, debate

TABLE = debate(SALON)


def played(commands: list[co.SeatCommand]) -> Game:
    """Send commands one after the other, whatever becomes of them."""
    game = Game.new(TABLE, TABLE.start(seed=7))
    for command in commands:
        game.send(command)
    return game


def numbers(value: object) -> Iterator[float]:
    """Give every number in plain data."""
    if isinstance(value, dict):
        for part in value.values():
            yield from numbers(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, float):
        yield value


@given(GAMES)
@settings(deadline=None, max_examples=150)
def test_whatever_is_sent_the_state_is_the_fold_of_the_events(commands):
    game = played(commands)
    assert fold(game.events) == game.state


@given(GAMES)
@settings(deadline=None, max_examples=100)
def test_whatever_is_sent_no_figure_is_ever_nan_or_infinite(commands):
    data = played(commands).scorecard("you").as_data()
    assert all(math.isfinite(number) for number in numbers(data))
    json.dumps(data, allow_nan=False)


@given(GAMES)
@settings(deadline=None, max_examples=100)
def test_events_survive_being_written_down(commands):
    game = played(commands)
    lines = encode(game.events)
    assert decode([json.loads(line) for line in lines]) == list(game.events)


@given(GAMES)
@settings(deadline=None, max_examples=50)
def test_the_same_commands_give_the_same_events_byte_for_byte(commands):
    once, again = (encode(played(commands).events) for _ in range(2))
    assert once == again


@given(GAMES)
@settings(deadline=None, max_examples=50)
def test_a_game_taken_up_anywhere_goes_on_as_if_it_had_never_stopped(commands):
    whole = played(commands)
    half = played(commands[: len(commands) // 2])
    resumed = Game(TABLE.resumed(half.events[0]), half.events)
    for command in commands[len(commands) // 2 :]:
        resumed.send(command)
    assert list(resumed.events) == list(whole.events)


def test_a_game_taken_up_has_its_own_order_whatever_the_file_has_by_now():
    scenario = TABLE.scenario
    new = scenario.evidence[0].model_copy(update={"id": "new"})
    evidence = [new, *scenario.evidence[:-1]]
    changed = scenario.model_copy(
        update={
            "hypotheses": scenario.hypotheses[::-1],
            "evidence": [
                card.model_copy(update={"outcomes": dict(reversed(card.outcomes.items()))})
                for card in evidence
            ],
        }
    )
    table = replace(TABLE, scenario=changed).resumed(TABLE.start(seed=7))
    assert [each.id for each in table.scenario.hypotheses] == list(TABLE.deck.hypotheses)
    assert list(table.hypotheses) == list(TABLE.deck.hypotheses)
    for card in scenario.evidence[:-1]:
        assert list(table.cards[card.id].outcomes.items()) == list(card.outcomes.items())
    assert list(table.cards) == [card.id for card in evidence]
    assert list(table.cards["new"].outcomes) == list(reversed(new.outcomes))


def test_a_refused_command_changes_nothing():
    player = Player.at(TABLE).open()
    before = len(player.game.events)
    player.refused(co.Believe("you"))
    assert len(player.game.events) == before


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (co.Open("you", [50, 50]), "malformed"),
        (co.Open("you", [50, 50, 50]), "malformed"),
        (co.Open("you", [100, 0, 0]), "malformed"),
        (co.Open("you", [float("nan"), 50, 50]), "malformed"),
        (co.Open("you", [50, -50, 0]), "malformed"),
        (co.Open("you", [10**400, 1, 1]), "malformed"),
        (co.Open("you", [10**400, -(10**400), 100]), "malformed"),
        (co.Open("you", [float("inf"), 1, 1]), "malformed"),
        (co.Open("you", [1e-299, 50, 50]), "malformed"),
        (co.Open("you", ["50", "30", "20"]), "malformed"),
        (co.Open("you", [None, None, None]), "malformed"),
        (co.Open("stranger", None), "unknown"),
        (co.Predict("you"), "illegal"),
    ],
)
def test_refusals_say_whether_it_cannot_be_read_is_not_allowed_or_names_nothing(command, reason):
    refusal = Player.at(TABLE).refused(command)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason


def test_rows_are_refused_where_they_are_fixed():
    player = Player.at(debate(WORKED, rows="fixed")).open()
    assert player.refused(co.Predict("you", [[50, 50]] * 3)).reason == "illegal"
    assert player.refused(co.Predict("you", read_as="asker")).reason == "illegal"
    player.predict()


def test_undo_takes_back_what_is_not_locked_in():
    player = Player.at(TABLE).open([70, 20, 10])
    player.send(co.Undo("you"))
    assert player.game.state.step == "briefing"
    player.open([20, 70, 10])
    player.send(co.NameRival("you", "asker"))
    player.send(co.Undo("you"))
    assert player.game.state.seats["you"].play.rival is None
    player.predict().believe().predict()
    player.leave_floor()
    player.send(co.Undo("you"))
    assert player.game.state.step == "floor"
    assert not player.game.state.practice


def test_a_report_that_has_been_compared_with_its_promise_can_be_redone_as_practice_only():
    player = Player.at(TABLE).open().predict().believe([30, 60, 10])
    assert "practice" in player.refused(co.Undo("you")).mend
    player.send(co.Undo("you", practice=True))
    assert player.game.state.step == "update"
    player.believe()
    assert player.scorecard.cards[0].fresh is False


def test_what_the_table_has_answered_can_be_unsaid_as_practice_only():
    player = Player.at(TABLE).open().predict().believe().predict()
    player.send(co.Call("you", "optimist", "over-reacting"))
    assert "practice" in player.refused(co.Undo("you")).mend
    player = Player.at(TABLE).open().predict().believe().predict().argue("expected")
    assert "practice" in player.refused(co.Undo("you")).mend


def test_undo_across_a_reveal_has_to_be_meant_and_makes_the_rest_practice():
    player = Player.at(TABLE).open().predict()
    refusal = player.refused(co.Undo("you"))
    assert "practice" in refusal.mend
    player.send(co.Undo("you", practice=True))
    assert player.game.state.step == "predict"
    player.play_on()
    assert [each.fresh for each in player.scorecard.cards] == [False] * 4
    assert [event.practice for event in player.game.events if isinstance(event, Rewound)] == [True]


def test_undo_after_the_next_reveal_makes_the_earlier_report_practice_too():
    player = Player.at(TABLE).open().predict().believe().predict()
    player.send(co.Undo("you", practice=True))
    player.send(co.Undo("you"))
    assert player.game.state.step == "update"
    player.play_on()
    assert [each.fresh for each in player.scorecard.cards] == [False] * 4


def test_cards_finished_before_going_back_stay_fresh():
    player = Player.at(TABLE).open().predict().believe().predict()
    player.send(co.Undo("you", practice=True))
    player.play_on()
    assert [each.fresh for each in player.scorecard.cards] == [True, False, False, False]


def test_going_back_after_the_end_is_practice_for_the_truth_is_known():
    player = Player.at(TABLE).play_on()
    player.refused(co.Undo("you"))
    player.send(co.Undo("you", practice=True))
    assert player.game.state.step == "update"


def test_a_practice_game_goes_back_freely_and_has_no_points():
    player = Player.at(TABLE, practice=True).open().predict()
    player.send(co.Undo("you"))
    card = player.play_on().scorecard
    assert card.points is None


def test_that_one_knew_a_card_cannot_be_taken_back():
    player = Player.at(TABLE).open()
    player.send(co.Know("you"))
    assert "cannot be taken back" in player.refused(co.Undo("you")).message


def test_only_ones_own_last_command_can_be_taken_back():
    seats = (Seat("a", "A"), Seat("b", "B"))
    game = Game.new(TABLE, TABLE.start(seed=7, seats=seats))
    game.send(co.Open("a"))
    game.send(co.Open("b"))
    assert isinstance(game.send(co.Undo("a")), Refusal)
    assert not isinstance(game.send(co.Undo("b")), Refusal)


def test_while_others_are_still_at_it_a_report_can_be_taken_back():
    seats = (Seat("a", "A"), Seat("b", "B"))
    game = Game.new(TABLE, TABLE.start(seed=7, seats=seats))
    for command in (co.Open("a"), co.Open("b"), co.Predict("a"), co.Predict("b"), co.Believe("a")):
        game.send(command)
    assert not isinstance(game.send(co.Undo("a")), Refusal)
    assert not game.state.practice


def test_a_session_begins_with_started():
    player = Player.at(TABLE).open()
    with pytest.raises(ValueError, match="begins with"):
        Session(TABLE, player.game.events[1:])
