"""The map of what has been said: what each thing is called there, and how strong it is now."""

from __future__ import annotations

from debate_tui.engine.events import Argued
from debate_tui.engine.state import State
from debate_tui.scoring.arguments import strengths

BARE_STRENGTH = 0.4
"""How strong a verb is without an authored argument behind it."""


Replies = dict[str, list[str]]
"""For each thing said, what was said to it."""


def said_id(argued: Argued, seats: int) -> str:
    """Name a thing said: an authored argument by its id, a bare verb by what it does to which card.

    Where several seats share the table, a bare verb is each seat's own: they press different readings.
    """
    if argued.argument is not None:
        return argued.argument
    speaker = f"{argued.speaker}:" if seats > 1 else ""
    return f"{speaker}{argued.verb}:{argued.card}"


def map_strengths(state: State) -> dict[str, float]:
    """Give the final strength, 0 to 1, of everything on the map."""
    return strengths(*_map(state))


def strength_of(state: State, argued: Argued, *replies: Argued) -> float:
    """Give the strength that something has once it is on the map, and replies to it are."""
    name = said_id(argued, len(state.seats))
    return strengths(*_map(state, argued, *replies), of=[name])[name]


def _map(state: State, *more: Argued) -> tuple[dict[str, float], Replies, Replies]:
    """Give what is on the map or about to join it, each with its own strength; the attacks; the supports."""
    said = {name: each.argued for name, each in state.said.items()}
    for argued in more:
        said[said_id(argued, len(state.seats))] = argued
    base: dict[str, float] = {}
    attacks: Replies = {}
    supports: Replies = {}
    for name, argued in said.items():
        base[name] = 0.0 if name in state.disproved else argued.strength
        for target in argued.attacks:
            attacks.setdefault(target, []).append(name)
        for target in argued.supports:
            supports.setdefault(target, []).append(name)
    return base, attacks, supports
