"""The map of what has been said: what each thing is called there, and how strong it is now."""

from __future__ import annotations

from debate_tui.engine.events import Argued
from debate_tui.engine.state import State
from debate_tui.scoring.arguments import strengths

BARE_STRENGTH = 0.4
"""How strong a verb is without an authored argument behind it."""


def said_id(argued: Argued, seats: int) -> str:
    """Name a thing said: an authored argument by its id, a bare verb by what it does to which card.

    Where several seats share the table, a bare verb is each seat's own: they press different readings.
    """
    if argued.argument is not None:
        return argued.argument
    speaker = f"{argued.speaker}:" if seats > 1 else ""
    return f"{speaker}{argued.verb}:{argued.card}"


def map_strengths(state: State, *more: Argued) -> dict[str, float]:
    """Give the final strength, 0 to 1, of everything on the map, and of what is about to join it."""
    said = [(name, each.argued) for name, each in state.said.items()]
    said += [(said_id(argued, len(state.seats)), argued) for argued in more]
    base: dict[str, float] = {}
    attacks: dict[str, list[str]] = {}
    supports: dict[str, list[str]] = {}
    for name, argued in said:
        base[name] = 0.0 if name in state.disproved else argued.strength
        for target in argued.attacks:
            attacks.setdefault(target, []).append(name)
        for target in argued.supports:
            supports.setdefault(target, []).append(name)
    return strengths(base, attacks, supports)


def strength_of(state: State, argued: Argued, *replies: Argued) -> float:
    """Give the strength that something has once it is on the map, and replies to it are."""
    return map_strengths(state, argued, *replies)[said_id(argued, len(state.seats))]
