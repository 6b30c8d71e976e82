"""How long a game takes somebody who reads at a normal pace and has to make up their mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from debate_tui.content.scenario import Card
from debate_tui.engine.debate import Debate
from debate_tui.engine.state import State

SECONDS_A_WORD = 0.25
SECONDS_A_CARD = 75.0
"""To predict, to argue, and to update."""
SECONDS_A_CARD_OF_THE_TUTORIAL = 30.0
"""Nothing has to be weighed there: its figures are counted marbles, and its rows are fixed."""
_WORD = re.compile(r"\w[\w’'.,%-]*")


def words(text: str) -> int:
    return len(_WORD.findall(text))


def minutes(debate: Debate, played: State) -> float:
    """Estimate how long a game takes, from what it shows and how many cards it has."""
    read = sum(map(words, _shown(debate, played)))
    a_card = SECONDS_A_CARD_OF_THE_TUTORIAL if "tutorial" in debate.scenario.tags else SECONDS_A_CARD
    return (read * SECONDS_A_WORD + len(played.revealed) * a_card) / 60.0


def _shown(debate: Debate, played: State) -> Iterator[str]:
    """Give all that a player reads: the briefing, the rounds and their hands, the cards, the ending."""
    scenario = debate.scenario
    yield from (scenario.question, scenario.summary)
    for hypothesis in scenario.hypotheses:
        yield from (hypothesis.name, hypothesis.says, hypothesis.settled_by)
    for member in scenario.cast:
        yield debate.personas[member.persona].tagline
        yield from (wire.line for wire in member.moves_if)
    for name in played.rounds:
        round_ = debate.rounds[name]
        yield from round_.says.values()
        hand = debate.arguments if round_.arguments is None else round_.arguments
        yield from (debate.arguments[argument].text for argument in hand)
    for name in played.revealed:
        yield from _on_card(debate.cards[name], played.outcomes[name])
    yield from (ending.text for ending in scenario.endings if ending.id == played.ending)


def _on_card(card: Card, outcome: str) -> Iterator[str]:
    yield from (card.name, card.asks, *card.outcomes.values(), card.told(outcome), card.why)
