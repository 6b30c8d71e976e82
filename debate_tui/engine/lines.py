"""What the cast says, and why: lines picked by the seed, none repeated before all have been said."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from debate_tui.content.persona import Lines
from debate_tui.content.worlds import uniform
from debate_tui.engine.debate import Debate
from debate_tui.scoring.beliefs import TINY

Occasion = Literal[
    "greeting",
    "posts",
    "moved",
    "unmoved",
    "wins",
    "shocked",
    "challenged",
    "concedes",
    "called",
    "farewell",
]

BITS_FROM_LEVEL = 3
"""From this level on surprise is told in bits too: at easier tables nobody need know them."""

DECIBANS_PER_NAT = 10.0 / math.log(10.0)

NUDGE = "a nudge"
NUDGE_BELOW_DB = 1.0
STEP_UP_TO_DB = 5.0

_PLACE = re.compile(r"\{(name|hypothesis|card|words|bits)\}")


class Line(NamedTuple):
    """Something said, by whom and on which occasion."""

    persona: str
    occasion: str
    text: str


class Voices:
    """The cast's voices in one game."""

    def __init__(self, debate: Debate, seed: int) -> None:
        self._debate = debate
        self._seed = seed
        self._said: dict[tuple[str, str], int] = {}

    def say(self, persona: str, occasion: Occasion, **fill: str) -> Line | None:
        """Give the next line of a persona for an occasion; None where it has none.

        `fill` gives what stands for {name}, {hypothesis}, {card}, {words} and {bits}; a line that needs one
        which is not given is passed over.
        """
        lines = [line for line in self._lines(persona, occasion) if set(_PLACE.findall(line)) <= set(fill)]
        if not lines:
            return None
        count = self._said.get((persona, occasion), 0)
        self._said[persona, occasion] = count + 1
        first = int(uniform(f"{self._seed}/{persona}/{occasion}") * len(lines))
        return Line(persona, occasion, filled(lines[(first + count) % len(lines)], fill))

    def _lines(self, persona: str, occasion: Occasion) -> tuple[str, ...]:
        """Give a persona's lines for an occasion: those of this scenario, else its own."""
        here: Lines = self._debate.members[persona].lines
        own: Lines = self._debate.personas[persona].lines
        lines: tuple[str, ...] = getattr(here, occasion) or getattr(own, occasion)
        return lines


def size(db: float) -> str:
    """Give a weight or a movement of so many decibans in words."""
    if db < NUDGE_BELOW_DB:
        return NUDGE
    return "a step" if db <= STEP_UP_TO_DB else "a leap"


def size_of(before: float, after: float) -> str:
    """Say in words how far a hypothesis moved: by how many decibans its odds did."""
    odds = (after / max(1.0 - after, TINY)) / (before / max(1.0 - before, TINY))
    return size(10.0 * abs(math.log10(max(odds, TINY))))


def filled(line: str, fill: Mapping[str, str]) -> str:
    """Fill in the places of a line that are known; any other brace is just a brace."""
    return _PLACE.sub(lambda place: fill.get(place[1], place[0]), line)
