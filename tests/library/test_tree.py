"""The arrays that a scenario is weighed with take every turn of a course as the game itself does."""

from __future__ import annotations

import pytest

from debate_tui.content.worlds import make_world
from debate_tui.engine.debate import Debate
from debate_tui.opponents.bots import BOTS, HONEST, Bot
from tests.library.balance import Gamer, Member
from tests.library.tree import Tree
from tests.tabletop import SALON, Player, debate

CARDS = ("works", "again", "strange", "coda")


def course(*rounds: dict[str, object]) -> Debate:
    """Give the salon with other rounds."""
    return debate(SALON, rounds=[{"id": f"r{n}", **round_} for n, round_ in enumerate(rounds)])


TABLES = {
    "ends early": debate(SALON),
    "in order": debate(SALON, rounds=[]),
    "by outcome": course(
        {"evidence": ["works"], "next": [{"to": "r2", "when": {"outcome": {"works": "broke"}}}]},
        {"evidence": ["again", "strange"]},
        {"evidence": ["coda"], "when": {"not": {"outcome": {"strange": "odd"}}}},
    ),
    "by belief": course(
        {"evidence": ["works"]},
        {"evidence": ["coda"], "when": {"belief": {"holds": {"above": 31, "below": 60}}}},
        {"evidence": ["again", "strange"]},
        {"evidence": ["coda"], "when": {"not": {"revealed": ["coda"]}}},
    ),
    "by follow-through": course(
        {"evidence": ["works", "again"], "next": [{"to": "end", "when": {"follow_through": {"below": 40}}}]},
        {"evidence": ["strange"], "when": {"follow_through": {"above": 90}}},
        {"evidence": ["coda"], "when": {"role": "self"}},
    ),
}
every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def played_by(bot: Bot, table: Debate, world: int) -> Player:
    """Let a bot play by promises that are half kept, or kept."""
    player = Player.at(table, world=world).open()
    while not player.game.over:
        play = player.predict().leave_floor().game.state.seats["you"].play
        half = [(a * b) ** 0.5 for a, b in zip(play.before, play.promise, strict=True)]
        player.believe(None if bot is HONEST else [100.0 * part / sum(half) for part in half])
    return player


@every_table
@pytest.mark.parametrize("name", ["ideal", "half-speed"])
def test_the_arrays_score_what_the_game_scores(table: Debate, name: str) -> None:
    bot = next(bot for bot in BOTS if bot.name == name)
    worlds = [make_world(table.scenario, seed=0, number=number) for number in range(12)]
    cards = [played_by(bot, table, number).scorecard for number in range(12)]
    walked = Tree(table, worlds).walk(Gamer(table, bot)).by_game
    assert walked.tolist() == pytest.approx([card.points for card in cards])


@every_table
def test_the_cast_is_scored_as_it_is_beside_an_honest_player(table: Debate) -> None:
    worlds = [make_world(table.scenario, seed=0, number=number) for number in range(12)]
    cards = [played_by(HONEST, table, number).scorecard for number in range(12)]
    for mind in table.minds:
        walked = Tree(table, worlds).walk(Member(table, mind)).by_game
        assert walked.tolist() == pytest.approx([card.cast_points[mind.persona] for card in cards])


@every_table
def test_drawn_worlds_come_near_to_all_paths(table: Debate) -> None:
    worlds = [make_world(table.scenario, seed=0, number=number) for number in range(3000)]
    whole = Tree(table).walk(Gamer(table, HONEST))
    assert whole.chance.sum() == pytest.approx(1.0)
    assert Tree(table, worlds).walk(Gamer(table, HONEST)).by_game.mean() == pytest.approx(whole.mean, abs=2.5)
