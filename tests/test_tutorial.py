"""The tutorial teaches what it says, in every world, within its three minutes."""

from __future__ import annotations

import re
from functools import cache

import pytest

from debate_tui.content.library import load_game
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
    player.believe([70, 30] if first == "blue" else [30, 70]).predict()
    same = player.game.state.outcomes["witness"] == first
    player.believe(([84, 16] if first == "blue" else [16, 84]) if same else None).play_on()
    assert ("double-counted" in player.scorecard.cards[1].flags) == same
    assert ending(player) == ("tried" if same else "kept")


@worlds
def test_the_star_is_priced_in_and_may_be_called_so(world: int | None) -> None:
    player = at(world).open().predict().believe().predict().believe().predict()
    before = player.game.view("you").belief
    player.argue("both-expected-it").believe()
    assert player.game.view("you").belief == pytest.approx(before)
    (claim,) = player.scorecard.priced_in
    assert claim.kind == ("foreseen" if player.game.state.outcomes["star"] == "star" else "irrelevant")


def test_who_stays_put_learns_what_kept_means() -> None:
    player = at().open()
    while not player.game.over:
        player.predict().believe([50, 50])
    assert "under" in player.scorecard.cards[0].flags
    assert ending(player) == "tried"


@pytest.mark.parametrize("role", ["asker", "optimist"])
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
