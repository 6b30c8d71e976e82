"""Worlds: what comes out of every card, as observed, or drawn from the scenario's own probabilities.

A world is the same whatever the order of the file and the path taken: every draw is a hash of its own name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from debate_tui.content.deck import Deck, deal
from debate_tui.content.scenario import Scenario

SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class World:
    """What is true and what comes out; `number` None: the real game, `truth` None: nobody knows."""

    number: int | None
    truth: str | None
    outcomes: Mapping[str, str]


def uniform(name: str) -> float:
    """Give the number in [0, 1) that belongs to a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") * 2.0**-64


def draw(name: str, ids: Sequence[str], probabilities: Sequence[float]) -> str:
    """Pick the first id, in sorted order, whose cumulated probability exceeds the name's number."""
    number = uniform(name)
    cumulated = 0.0
    order = _sorted_places(tuple(ids))
    for place in order:
        cumulated += probabilities[place]
        if cumulated > number:
            return ids[place]
    return ids[order[-1]]  # rounding left the sum a hair under 1


@cache
def _sorted_places(ids: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(sorted(range(len(ids)), key=ids.__getitem__))


def make_world(
    scenario: Scenario, *, seed: int, number: int | None = None, deck: Deck | None = None
) -> World:
    """Work out a world: drawn if it has a number, else the real game, whose `sample` cards use the seed."""
    deck = deck or deal(scenario)
    drawn = number is not None
    name = f"{scenario.id}/{number if drawn else seed}"
    truth = scenario.truth
    if drawn or truth == SAMPLE:
        truth = draw(f"{name}/truth", deck.hypotheses, deck.prior)
    outcomes = {card.id: card.observed for card in scenario.evidence}
    for card in deck.in_order:
        if drawn or outcomes[card.id] == SAMPLE:
            row = deck.table(card.id, outcomes)[deck.hypotheses.index(truth or "")]
            outcomes[card.id] = draw(f"{name}/card/{card.id}", card.outcomes, row)
    return World(number, truth, outcomes)
