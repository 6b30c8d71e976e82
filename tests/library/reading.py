"""How long a game takes somebody who reads at a normal pace and has to make up their mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from debate_tui.content.scenario import Scenario
from debate_tui.engine.hand import hand
from debate_tui.engine.replay import History
from debate_tui.game import Game
from debate_tui.report.markdown import transcript
from debate_tui.report.scorecard import sections

WORDS_A_MINUTE = 240
"""Adults who read English non-fiction silently read about 238 (Brysbaert 2019, a review of 190 studies)."""

READ_BY_EVERYBODY = ("What it comes to", "Points", "Follow-through")
"""These parts of the scorecard; the others are for who wants to know more."""

_WORD = re.compile(r"\w[\w’'.,%-]*")
_SPEECH = re.compile(r"(?m)^\*\*[^*]+:\*\* (.*)$")
"""A line of the transcript in which somebody speaks."""


def words(text: str) -> int:
    return len(_WORD.findall(text))


def minutes(game: Game) -> float:
    """Estimate how long a game takes: its words, each read once, and some time for every card."""
    read = sum(map(words, _shown(game)))
    return read / WORDS_A_MINUTE + len(game.state.revealed) * seconds_a_card(game.debate.scenario) / 60


def minutes_a_card(game: Game) -> float:
    """Estimate how long one card takes, from its question to the belief after it, floor and all."""
    read = sum(map(words, {*_on_cards(game), *_offered(game), *_heard(game)}))
    return read / WORDS_A_MINUTE / len(game.state.revealed) + seconds_a_card(game.debate.scenario) / 60


def seconds_a_card(scenario: Scenario) -> int:
    """Give what a card takes besides its words.

    Its figures, bars and the interface around them are scanned; what to say and how far to move is weighed;
    and keys are pressed for all of it. That makes 75 seconds, or 60 where nobody may change the rows, and 30
    in the tutorial, whose marbles are counted.
    """
    if "tutorial" in scenario.tags:
        return 30
    return 75 if any(map(scenario.rows_open, scenario.evidence)) else 60


def _shown(game: Game) -> set[str]:
    """Give all that a player reads, each text once: who sees it again need not read it again."""
    return {*_briefing(game), *_on_cards(game), *_offered(game), *_heard(game), *_scorecard(game)}


def _briefing(game: Game) -> Iterator[str]:
    scenario = game.debate.scenario
    yield from (scenario.question, scenario.summary)
    for hypothesis in scenario.hypotheses:
        yield from (hypothesis.name, hypothesis.says, hypothesis.settled_by)
    yield from (game.debate.personas[member.persona].tagline for member in scenario.cast)


def _on_cards(game: Game) -> Iterator[str]:
    for name in game.state.revealed:
        card = game.debate.cards[name]
        told = card.told(game.state.outcomes[name])
        yield from (card.name, card.asks, *card.outcomes.values(), told, card.why)


def _offered(game: Game) -> Iterator[str]:
    """Give the arguments that the player could choose from."""
    for state in History(game.events).waited.values():
        if state.step == "floor":
            for option in hand(game.debate, state, "you"):
                yield game.debate.arguments[option.argument].text if option.argument else ""


def _heard(game: Game) -> list[str]:
    """Give what is said at the table, the player's own arguments among it."""
    return _SPEECH.findall(transcript(game.debate, game.events))


def _scorecard(game: Game) -> Iterator[str]:
    scenario, ending = game.debate.scenario, game.state.ending
    yield from (f"{each.title} {each.text}" for each in scenario.endings if each.id == ending)
    for section in sections(game.debate, game.state.started, "you", game.scorecard("you")):
        if section.title in READ_BY_EVERYBODY:
            yield from section.sentences
