"""What a seat may see: nobody else's rows or belief, and no outcome, before the step closes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from debate_tui.engine import commands as co
from debate_tui.engine.events import Seat
from debate_tui.game import Game
from tests.engine.strategies import summing
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)
BELIEF = summing(3)
ROWS = st.lists(summing(2), min_size=3, max_size=3)


def two_seats(world: int | None = None) -> Game:
    seats = (Seat("a", "A"), Seat("b", "B"))
    return Game.new(TABLE, TABLE.start(seed=7, world=world, seats=seats))


@given(BELIEF, BELIEF)
@settings(deadline=None, max_examples=30)
def test_anothers_opening_is_hidden_until_everybody_has_opened(one, other):
    views = []
    for hidden in (one, other):
        game = two_seats()
        game.send(co.Open("b", hidden))
        views.append(game.view("a"))
    assert views[0] == views[1]
    game.send(co.Open("a"))
    assert game.view("a").others["b"].opening is not None


@given(ROWS, ROWS)
@settings(deadline=None, max_examples=30)
def test_anothers_rows_are_hidden_while_they_are_being_locked(one, other):
    views = []
    for hidden in (one, other):
        game = two_seats()
        game.send(co.Open("a"))
        game.send(co.Open("b"))
        game.send(co.Predict("b", hidden))
        views.append(game.view("a"))
    assert views[0] == views[1]
    assert views[0].others["b"].ready


@given(BELIEF, BELIEF)
@settings(deadline=None, max_examples=30)
def test_anothers_belief_is_hidden_until_everybody_has_reported(one, other):
    views = []
    for hidden in (one, other):
        game = two_seats()
        for command in (co.Open, co.Predict):
            game.send(command("a"))
            game.send(command("b"))
        game.send(co.Believe("b", hidden))
        views.append(game.view("a"))
    assert views[0] == views[1]
    game.send(co.Believe("a"))
    assert "works" in game.view("a").others["b"].beliefs


def test_nobody_sees_an_outcome_before_the_reveal():
    by_outcome: dict[str, set[str]] = {}
    for world in range(40):
        game = two_seats(world)
        game.send(co.Open("a"))
        game.send(co.Open("b"))
        shown = json.dumps(to_builtins(game.view("a")))
        by_outcome.setdefault(game.state.started.outcomes["works"], set()).add(shown)
    assert len(by_outcome) == 2
    assert by_outcome["fine"] == by_outcome["broke"]


def test_the_casts_bets_are_public_before_the_reveal():
    view = Player.at(TABLE).open().game.view("you")
    assert view.card.outcome is None
    assert view.card.bets["skeptic"].expects["fine"] == pytest.approx(0.15 * 0.95 + 0.25 * 0.85 + 0.6 * 0.5)
    assert view.card.bets["asker"].rows["weird"]["fine"] == pytest.approx(0.9)


def test_a_played_role_leaves_the_cast():
    assert set(Player.at(TABLE, role="asker").game.view("you").cast) == {"optimist", "skeptic"}


def test_the_hand_says_who_would_be_moved_and_why_something_cannot_be_said():
    player = Player.at(TABLE).open().predict([[50, 50]] * 3).believe().predict()
    options = {option.argument or option.verb: option for option in player.game.view("you").hand}
    assert set(options["expected"].moves) == {"asker", "optimist", "skeptic"}
    assert options["link"].moves == ("optimist",)
    assert "not-mine" not in options
    player.bare("deflate", "again").bare("link", "again")
    options = {option.argument or option.verb: option for option in player.game.view("you").hand}
    assert "No argument is left" in options["expected"].why_not
    assert options["fair-point"].why_not == ""
