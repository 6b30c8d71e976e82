"""What has changed in a scenario since a game of it began, and whether the game can go on all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from debate_tui.engine.debate import Debate
from debate_tui.engine.state import State


@dataclass(frozen=True, slots=True)
class Changes:
    """`gone` is what the game can do without; `missing` what it cannot."""

    gone: tuple[str, ...]
    missing: tuple[str, ...]


def changes(debate: Debate, state: State) -> Changes:
    """Compare a scenario as it is now with the game that was begun with it; all is matched by id."""
    return Changes(tuple(_gone(debate, state)), tuple(_missing(debate, state)))


def _gone(debate: Debate, state: State) -> Iterator[str]:
    """Name cards that have not been played and stand in the file no more."""
    for card in state.started.deck.cards:
        if card.id not in state.cards and card.id not in debate.cards:
            yield f"the card {card.id}"


def _missing(debate: Debate, state: State) -> Iterator[str]:
    """Name what the game has used, or is about to, and the file has no more or has otherwise."""
    started = state.started
    if set(started.deck.hypotheses) != set(debate.hypotheses):
        yield "its hypotheses are others"
    known = {card.id: card.outcomes for card in started.deck.cards}
    yield from (f"the card {card} is gone" for card in state.cards if card not in debate.cards)
    for card in debate.scenario.evidence:
        if card.id not in known:
            if any(card.id in round_.evidence for round_ in debate.course):
                yield f"the card {card.id} is new: this game has no numbers for it"
        elif set(known[card.id]) != set(card.outcomes):
            yield f"the card {card.id} has other outcomes"
    yield from (f"the round {each} is gone" for each in state.rounds if each not in debate.rounds)
    for said in state.said.values():
        if said.argued.argument is not None and said.argued.argument not in debate.arguments:
            yield f"the argument {said.argued.argument} is gone"
    for mind in started.minds:
        if mind.persona not in debate.members:
            yield f"{mind.persona} sits at the table no more"
