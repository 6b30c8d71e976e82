"""Small scenarios, and every play of them one by one: what the walk over all paths is compared with."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain, combinations, product
from types import MappingProxyType
from typing import Any, NamedTuple

from debate_tui.content.conditions import (
    Above,
    Atom,
    Below,
    CameOut,
    Conceded,
    Condition,
    InRole,
    Played,
    Revealed,
    atoms,
    holds,
)
from debate_tui.content.scenario import Scenario

THRESHOLDS = (30, 50, 70)
NOTHING = math.nan


def scenario(
    *rounds: dict[str, Any],
    cards: Sequence[str] = "abcd",
    depends: Mapping[str, str] = MappingProxyType({}),
    hypotheses: Sequence[str] = ("plain", "weird"),
) -> Scenario:
    """Make a scenario of which only the rounds matter; rounds without an id are called r0, r1, ..."""
    row = {"yes": 60, "no": 40}
    return Scenario.model_validate(
        {
            "format": "debate-tui/scenario@1",
            "id": "paths",
            "title": "Paths",
            "question": "Which way?",
            "hypotheses": [{"id": h, "name": h, "prior": 100 / len(hypotheses)} for h in hypotheses],
            "cast": [{"persona": "asker"}],
            "evidence": [
                {
                    "id": card,
                    "asks": "?",
                    "outcomes": {"yes": "Yes", "no": "No"},
                    "observed": "yes",
                    "likelihoods": dict.fromkeys(hypotheses, row),
                    "text": "Yes.",
                }
                | ({"depends": {"copies": depends[card], "share": 50}} if card in depends else {})
                for card in cards
            ],
            "rounds": [{"id": f"r{place}"} | round_ for place, round_ in enumerate(rounds)],
        }
    )


def played(cards: str | list[str], **keys: Any) -> dict[str, Any]:
    return {"evidence": list(cards)} | keys


class Play(NamedTuple):
    """Where a game stands."""

    place: int
    shown: tuple[str, ...]
    beliefs: frozenset[Atom]
    follow_through: float
    said: frozenset[Atom]


class Plays:
    """What happens in some play, when a player believes, says and follows through whatever they like."""

    def __init__(self, made: Scenario, outcomes: dict[str, str], roles: AbstractSet[str]) -> None:
        self.course = made.course
        self.place = {round_.id: place for place, round_ in enumerate(self.course)} | {
            "end": len(self.course)
        }
        self.depends = {card.id: card.depends.on for card in made.evidence if card.depends}
        self.outcomes, self.roles = outcomes, roles
        self.asked = frozenset(
            chain.from_iterable(
                atoms(condition)
                for round_ in self.course
                for condition in (round_.when, *(way.when for way in round_.next))
            )
        )
        self.beliefs = believable(tuple(hypothesis.id for hypothesis in made.hypotheses), self.asked)
        self.faults: set[tuple[str, int, str | None]] = set()
        self.rounds: set[int] = set()
        self.reached: set[frozenset[str]] = set()
        self.follow_throughs = told_apart(self.asked)
        self.play_all()

    def play_all(self) -> None:
        todo = {Play(0, (), beliefs, NOTHING, frozenset()) for beliefs in self.beliefs}
        seen = set(todo)
        while todo:
            play = todo.pop()
            if play.place == len(self.course):
                self.reached.add(frozenset(play.shown))
                continue
            new = set(self.step(play)) - seen
            seen |= new
            todo |= new

    def step(self, play: Play) -> Iterator[Play]:
        here = self.course[play.place]
        if not self.so(here.when, play):
            yield play._replace(place=play.place + 1)
            return
        self.rounds.add(play.place)
        for card in here.evidence:
            if card in play.shown:
                self.faults.add(("card-twice", play.place, card))
            if card in self.depends and self.depends[card] not in play.shown:
                self.faults.add(("dependence-path", play.place, card))
            play = play._replace(shown=(*play.shown, card))
        for after in self.after_floor(play):
            way = next((self.place[way.to] for way in here.next if self.so(way.when, after)), play.place + 1)
            yield after._replace(place=way)

    def after_floor(self, play: Play) -> Iterator[Play]:
        sayable = [atom for atom in self.asked - play.said if isinstance(atom, Played | Conceded)]
        more = [frozenset(some) for size in range(len(sayable) + 1) for some in combinations(sayable, size)]
        for beliefs, follow_through, said in product(self.beliefs, self.follow_throughs, more):
            yield play._replace(beliefs=beliefs, follow_through=follow_through, said=play.said | said)

    def so(self, condition: Condition | None, play: Play) -> bool:
        return holds(condition, lambda atom: self.is_true(atom, play))

    def is_true(self, atom: Atom, play: Play) -> bool:
        match atom:
            case Revealed(card):
                return card in play.shown
            case CameOut(card, outcome):
                return card in play.shown and self.outcomes[card] == outcome
            case InRole(persona):
                return persona in self.roles
            case Above(None, percent):
                return play.follow_through > percent
            case Below(None, percent):
                return play.follow_through < percent
            case Above() | Below():
                return atom in play.beliefs
        return atom in play.said


def told_apart(asked: AbstractSet[Atom]) -> tuple[float, ...]:
    """Give a follow-through of each kind that the thresholds tell apart, n/a among them."""
    ends = {atom.percent for atom in asked if isinstance(atom, Above | Below) and atom.hypothesis is None}
    return (NOTHING, *ends, *(end + 10.0 for end in ends), *(end - 10.0 for end in ends))


def believable(hypotheses: tuple[str, ...], asked: AbstractSet[Atom]) -> set[frozenset[Atom]]:
    about = [atom for atom in asked if isinstance(atom, Above | Below) and atom.hypothesis is not None]
    return {frozenset(atom for atom in about if atom in true) for true in all_beliefs(hypotheses)}


@cache
def all_beliefs(hypotheses: tuple[str, ...]) -> frozenset[frozenset[Atom]]:
    """What is true of beliefs in whole percents: fine enough to meet every combination of the thresholds."""
    return frozenset(
        frozenset(
            [Above(h, t) for h, b in zip(hypotheses, belief, strict=True) for t in THRESHOLDS if b > t]
            + [Below(h, t) for h, b in zip(hypotheses, belief, strict=True) for t in THRESHOLDS if b < t]
        )
        for rest in product(range(1, 100), repeat=len(hypotheses) - 1)
        if (belief := (*rest, 100 - sum(rest)))[-1] > 0
    )
