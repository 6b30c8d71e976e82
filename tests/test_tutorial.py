"""The tutorial teaches what it says, in every world, within its three minutes."""

from __future__ import annotations

import re
from functools import cache

import pytest

from debate_tui.content.library import load_game
from debate_tui.engine.commands import Call
from debate_tui.engine.debate import Debate
from debate_tui.lobby import debate_of
from debate_tui.report.markdown import transcript
from tests.tabletop import Player

WORDS_OF_NINETY_SECONDS = 360
"""At 25 seconds a hundred words."""

worlds = pytest.mark.parametrize("world", [None, *range(1, 21)])


@cache
def tutorial() -> Debate:
    return debate_of(load_game("tutorial"))


def at(world: int | None = None) -> Player:
    return Player.at(tutorial(), world=world)


def ending(player: Player) -> str | None:
    return player.game.events[-1].ending  # type: ignore[union-attr]


def told_twice(player: Player) -> bool:
    """Whether the friend named the colour that had been drawn."""
    outcomes = player.game.state.outcomes
    return outcomes["witness"] == outcomes["first-draw"]


@worlds
def test_who_keeps_every_promise_is_told_so(world: int | None) -> None:
    player = at(world).play_on()
    card = player.scorecard
    assert [score.flags for score in card.cards] == [("kept",)] * 3
    assert card.follow_through == pytest.approx(1.0)
    assert ending(player) == "kept"


@worlds
def test_who_counts_the_friend_as_a_second_marble_is_told_so(world: int | None) -> None:
    player = at(world).open().predict()
    first = player.game.state.outcomes["first-draw"]
    player.believe([70, 30] if first == "blue" else [30, 70]).predict().believe().predict()
    same = told_twice(player)
    player.believe(([84, 16] if first == "blue" else [16, 84]) if same else None)
    assert ("double-counted" in player.scorecard.cards[2].flags) == same
    assert ending(player) == ("tried" if same else "kept")


@worlds
def test_what_is_said_on_the_first_floor_moves_who_went_too_little(world: int | None) -> None:
    player = at(world).open().predict()
    towards = ["blue", "orange"].index(player.game.state.outcomes["first-draw"])
    before = player.believes("asker")[towards]
    (argument,) = (option.argument for option in player.game.view("you").hand if option.argument)
    after = player.argue(argument).believes("asker")[towards]
    assert 0.5 < before < after < 0.7
    assert after - before > 0.04


@worlds
def test_who_counts_the_friend_twice_can_be_called_for_it_and_mends(world: int | None) -> None:
    player = at(world).open().predict().believe().predict().believe().predict()
    before = player.believes("persona-theorist")
    player.send(Call("you", "persona-theorist", "double-counting"))
    (call,) = player.scorecard.calls
    after = player.believes("persona-theorist")
    assert call.right == told_twice(player)
    assert (abs(after[0] - 0.5) < abs(before[0] - 0.5) - 0.02) == told_twice(player)


@worlds
def test_the_link_and_the_call_do_not_spoil_each_other(world: int | None) -> None:
    player = at(world).open().predict().believe().predict().believe().predict()
    if told_twice(player):
        player.argue("same-marble").send(Call("you", "persona-theorist", "double-counting"))
        assert player.scorecard.calls[0].right


@worlds
def test_the_star_is_priced_in_and_may_be_called_so(world: int | None) -> None:
    player = at(world).open().predict().believe().predict().believe().predict()
    before = player.game.view("you").belief
    player.argue("both-expected-it")
    assert player.game.view("you").belief == before
    player.believe()
    (claim,) = player.scorecard.priced_in
    assert claim.kind == ("foreseen" if player.game.state.outcomes["star"] == "star" else "irrelevant")


@worlds
def test_a_star_moves_nobody(world: int | None) -> None:
    player = at(world).open().predict().believe()
    before = [mind.belief for mind in player.game.state.cast.values()]
    after = [mind.belief for mind in player.predict().game.state.cast.values()]
    assert after == [pytest.approx(belief) for belief in before]


def test_who_stays_put_learns_what_kept_means() -> None:
    player = at().open()
    while not player.game.over:
        player.predict().believe([50, 50])
    assert "under" in player.scorecard.cards[0].flags
    assert ending(player) == "tried"


@pytest.mark.parametrize("role", ["asker", "persona-theorist"])
def test_it_can_be_played_as_either_of_the_cast(role: str) -> None:
    assert Player.at(tutorial(), role=role).play_on().game.over


def test_worlds_differ_and_most_of_them_teach_the_plain_case() -> None:
    played = [at(world).play_on().game.state for world in range(40)]
    plain = [
        state.outcomes["first-draw"] == state.outcomes["witness"] and state.outcomes["star"] == "star"
        for state in played
    ]
    assert len({tuple(state.outcomes.items()) for state in played}) > 3
    assert sum(plain) > 30


@worlds
def test_what_it_says_is_read_in_ninety_seconds(world: int | None) -> None:
    player, scenario = at(world).play_on(), tutorial().scenario
    told = [scenario.question, *(hypothesis.says for hypothesis in scenario.hypotheses)]
    for card in scenario.evidence:
        told += [card.asks, card.told(player.game.state.outcomes[card.id]), card.why]
    told.append(next(end.text for end in scenario.endings if end.id == ending(player)))
    told += re.findall(r"(?m)^\*\*[^*]+:\*\* (.*)$", transcript(tutorial(), player.game.events))
    assert len(" ".join(told).split()) <= WORDS_OF_NINETY_SECONDS


@worlds
def test_nothing_in_it_speaks_of_ai(world: int | None) -> None:
    player = at(world).play_on()
    told = transcript(tutorial(), player.game.events)
    assert not re.search(r"\b(AI|model|train\w*|align\w*)\b", told)
    for member in tutorial().scenario.cast:
        assert [occasion for occasion, lines in member.lines if not lines] == []
