"""At an easy table nobody needs the words of information theory: what is likely is told in 100."""

from __future__ import annotations

import io
import re

import pytest

from debate_tui.engine.commands import NameRival
from debate_tui.engine.lines import BITS_FROM_LEVEL
from debate_tui.plain.game import PlainGame
from debate_tui.report.markdown import transcript
from tests.library.shelf import FOLDER, NAMES, debate, scenario
from tests.tabletop import Player

OF_ART = re.compile(r"\b(bits|decibans?|dB|nats?|entropy|log-?odds|posterior|likelihood ratio)\b|[ρσαβ]")

EASY = [name for name in NAMES if re.search(r"(?m)^level: [12]$", (FOLDER / f"{name}.yaml").read_text())]

easy = pytest.mark.parametrize("name", EASY)


def at(name: str, seed: int) -> Player:
    """Play a game in which there is a duel on every card, and the first argument of every hand is said."""
    player = Player.at(debate(name), seed=seed).open()
    while not player.game.over:
        player.send(NameRival("you", min(player.game.state.cast)))
        player.predict()
        if player.game.state.step == "floor":
            option = player.game.view("you").hand[0]
            if option.argument and not option.why_not and option.verb not in ("call", "concede"):
                player.argue(option.argument)
        player.believe()
    return player


@easy
@pytest.mark.parametrize("seed", range(4))
def test_nobody_at_an_easy_table_speaks_in_words_of_art(name: str, seed: int) -> None:
    game = at(name, seed).game
    assert OF_ART.findall(transcript(game.debate, game.events)) == []


def scorecard_at_a_prompt(name: str) -> str:
    out = io.StringIO()
    PlainGame(at(name, 1).game, out, lambda _: "quit").play()
    return out.getvalue()


@easy
def test_no_scorecard_at_an_easy_table_speaks_in_words_of_art(name: str) -> None:
    told = scorecard_at_a_prompt(name)
    assert OF_ART.findall(told) == []
    assert "For experts" not in told


def test_at_harder_tables_the_last_section_is_for_experts() -> None:
    harder = next(name for name in NAMES if scenario(name).level >= BITS_FROM_LEVEL)
    _, title, for_experts = scorecard_at_a_prompt(harder).partition("\nFor experts.\n")
    assert title
    assert "bits" in for_experts


def test_what_is_likely_is_told_as_it_was_bet() -> None:
    told = transcript(debate("tutorial"), at("tutorial", 1).game.events)
    expected = "The Puzzled Asker 50; The Persona Theorist 50; You 50."
    assert f"How likely each had thought it, in 100: {expected}" in told


def test_at_harder_tables_people_may_say_their_surprise_in_bits() -> None:
    harder = [name for name in NAMES if scenario(name).level >= BITS_FROM_LEVEL]
    told = "".join(
        transcript(game.debate, game.events)
        for name in harder[:3]
        for game in [Player.at(debate(name), seed=2).play_on().game]
    )
    assert re.search(r"\d bits", told)
