"""In drawn worlds nobody games a scenario, each of its cast shines somewhere, and no argument always does."""

from __future__ import annotations

import pytest

from debate_tui.content.worlds import make_world
from debate_tui.opponents.bots import HONEST
from tests.library.balance import Gamer, Member, best_forecasters, rivalries, tree
from tests.library.shelf import DEBATES, NAMES, debate
from tests.library.tree import Tree
from tests.library.worth import always_best, best_arguments
from tests.tabletop import Player

OFTEN_ENOUGH = 0.01
"""Each of the cast is the best forecaster of at least so many worlds."""

every_scenario = pytest.mark.parametrize("name", NAMES)
every_debate = pytest.mark.parametrize("name", DEBATES)


@every_scenario
def test_no_bot_earns_more_than_the_honest_one(name: str) -> None:
    rivals = rivalries(name)
    assert [rival for rival in rivals if rival.is_defect] == []
    assert [rival for rival in rivals if rival.highest > 0.5] == [], "undecided"


@every_debate
def test_each_of_the_cast_is_the_best_forecaster_of_some_worlds(name: str) -> None:
    shares = best_forecasters(name)
    assert sum(shares.values()) == pytest.approx(1.0)
    assert [persona for persona, share in shares.items() if share < OFTEN_ENOUGH] == []


@every_debate
def test_no_argument_is_always_the_best_one_to_play(name: str) -> None:
    counts = best_arguments(name)
    assert counts
    assert always_best(counts) == []


@every_scenario
def test_the_arrays_score_what_the_game_scores(name: str) -> None:
    """In some drawn worlds, the honest player and everybody of the cast."""
    table = debate(name)
    worlds = [make_world(table.scenario, seed=0, number=number, deck=table.deck) for number in range(4)]
    cards = [Player.at(table, world=world.number).play_on().scorecard for world in worlds]
    drawn = Tree(table, worlds)
    assert drawn.walk(Gamer(table, HONEST)).by_game.tolist() == pytest.approx([card.points for card in cards])
    for mind in table.minds:
        theirs = [card.cast_points[mind.persona] for card in cards]
        assert drawn.walk(Member(table, mind)).by_game.tolist() == pytest.approx(theirs)


@every_scenario
def test_the_paths_are_all_there_are(name: str) -> None:
    assert tree(name).walk(Gamer(debate(name), HONEST)).chance.sum() == pytest.approx(1.0)
