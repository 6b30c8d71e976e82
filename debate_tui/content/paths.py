"""Which cards a game reaches: every way through a scenario's rounds, with all that is free left free.

A player may believe, play and concede anything, so the walk follows both sides of every condition that can
come out either way. Where the ways grow too many, those that meet at a round are taken for one of which
only what they share is known: then a card is called certain less often and a fault reported more often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from debate_tui.content.conditions import (
    Above,
    Atom,
    Below,
    CameOut,
    Conceded,
    Condition,
    InRole,
    Played,
    atoms,
    holds,
)
from debate_tui.content.knowledge import Fact, Known, Setting, Topic, Undecided, common, topic
from debate_tui.content.rounds import END, in_order, ways_on
from debate_tui.content.scenario import Round, Scenario

SELF = "self"

MOST_STATES = 512
"""Beyond this many states at a round they are taken for one."""

MOST_EFFORT = 100_000
"""After so many looks at an atom or a state one state a round has to do."""

States = dict[Known, frozenset[str]]
"""What can be known at a point, and with each the cards that every way there has shown."""


@dataclass(frozen=True, slots=True)
class PathFault:
    """What is wrong with a scenario's rounds.

    `round` is an index into the scenario's course; `card` the one that comes wrongly (None for a cycle).
    """

    code: Literal["dependence-path", "card-twice", "round-cycle"]
    round: int
    card: str | None
    message: str


def path_faults(scenario: Scenario) -> list[PathFault]:
    """Find the rounds that can come again or, where none can, the cards that come twice or too early.

    In the order of the rounds and their cards. Needs ids that resolve, nothing else.
    """
    course = scenario.course
    _, back = in_order(ways_on(course))
    if back:
        return [_cycle(course, here, there) for here, there in sorted(back)]
    return sorted(
        _Walk(scenario).faults,
        key=lambda fault: (fault.round, course[fault.round].evidence.index(fault.card or ""), fault.code),
    )


def point_cards(scenario: Scenario, outcomes: Mapping[str, str], roles: AbstractSet[str]) -> tuple[str, ...]:
    """Give the cards reached whatever is believed, played or conceded, in the order of the file.

    `outcomes` has every card's in this world, `roles` are those that players play. For a scenario that has
    passed its check.
    """
    asked = {atom for round_ in scenario.course for atom in _asked(round_)}
    facts = {(atom, atom.persona in roles) for atom in asked if isinstance(atom, InRole)}
    walk = _Walk(scenario, facts | {(CameOut(card, outcome), True) for card, outcome in outcomes.items()})
    return tuple(card.id for card in scenario.evidence if card.id in walk.certain)


def unreachable_rounds(scenario: Scenario) -> tuple[int, ...]:
    """Give the indices of the rounds that no game plays. For a scenario that has passed its check."""
    played = _Walk(scenario).played
    return tuple(index for index in range(len(scenario.course)) if index not in played)


class _Walk:
    """All ways through the rounds at once, given some facts: what goes wrong on them, and what comes.

    `faults` are those of any way, `played` the rounds of any, `certain` the cards of every one.
    """

    def __init__(self, scenario: Scenario, facts: AbstractSet[Fact] = frozenset()) -> None:
        self.faults: set[PathFault] = set()
        self.played: set[int] = set()
        self._course = scenario.course
        self._index = {round_.id: index for index, round_ in enumerate(self._course)}
        self._index[END] = len(self._course)
        self._depends = {card.id: card.depends.on for card in scenario.evidence if card.depends is not None}
        order, _ = in_order(ways_on(self._course))
        self._place = {index: place for place, index in enumerate([*order, len(order)])}
        self._last_use = self._find_last_uses(order)
        self._waiting: defaultdict[int, States] = defaultdict(dict)
        self._effort = 0
        self._send({_start(scenario, facts): frozenset()}, 0)
        for here in order:
            self._visit(here, self._waiting.pop(here, {}))
        self.certain = reduce(frozenset.intersection, self._waiting[len(order)].values())

    def _find_last_uses(self, order: Sequence[int]) -> dict[Topic, int]:
        """Find the place of the last round in the order for which each card and each argument matters."""
        last: dict[Topic, int] = {}
        for place, here in enumerate(order):
            round_ = self._course[here]
            topics = [about for atom in _asked(round_) if (about := topic(atom))]
            needed = [self._depends[card] for card in round_.evidence if card in self._depends]
            last |= dict.fromkeys([*topics, *needed, *round_.evidence], place)
        return last

    def _visit(self, here: int, states: States) -> None:
        round_ = self._course[here]
        entering, skipping = self._split(round_.when, states)
        self._send(skipping, here + 1)
        if not entering:
            return
        self.played.add(here)
        leaving = self._play(here, entering)
        for way in round_.next:
            taking, leaving = self._split(way.when, leaving)
            self._send(taking, self._index[way.to])
        self._send(leaving, here + 1)

    def _play(self, here: int, states: States) -> States:
        cards = self._course[here].evidence
        after: States = {}
        for known, certain in states.items():
            self.faults.update(self._card_faults(here, known))
            _add(after, known.after_round(cards), certain)
        return after

    def _card_faults(self, here: int, known: Known) -> Iterator[PathFault]:
        must, may = set(known.must), set(known.may)
        for card in self._course[here].evidence:
            if card in may:
                yield PathFault("card-twice", here, card, f"card `{card}` can come twice in one game")
            needed = self._depends.get(card)
            if needed is not None and needed not in must:
                message = f"card `{card}` can come before, or without, `{needed}`, which it depends on"
                yield PathFault("dependence-path", here, card, message)
            must.add(card)
            may.add(card)

    def _split(self, condition: Condition | None, states: States) -> tuple[States, States]:
        """Part what is known into where a condition holds and where it does not."""
        self._effort += len(states)
        if len(states) > self._most:
            states = {common(states): reduce(frozenset.intersection, states.values())}
        if condition is None:
            return states, {}
        holding: States = {}
        failing: States = {}
        size = sum(1 for _ in atoms(condition))
        for known, certain in states.items():
            for comes_true, refined in self._cases(condition, known, size):
                _add(holding if comes_true else failing, refined, certain)
        return holding, failing

    def _cases(self, condition: Condition, known: Known, size: int) -> list[tuple[bool, Known]]:
        """Give every way that a condition can come out, with what is then known besides."""
        cases: list[tuple[bool, Known]] = []
        open_cases = [known]
        while open_cases:
            self._effort += size
            case = open_cases.pop()
            try:
                cases.append((holds(condition, case.is_true), case))
            except Undecided as undecided:
                open_cases += (case.assuming(undecided.atom, value) for value in (True, False))
            if len(cases) + len(open_cases) > self._most:
                return [(True, known), (False, known)]
        return cases

    @property
    def _most(self) -> int:
        return MOST_STATES if self._effort < MOST_EFFORT else 1

    def _send(self, states: States, there: int) -> None:
        """Hand states on to a round, without what neither it nor any later one asks for."""
        place = self._place[there]
        for known, certain in states.items():
            needed = known.only(lambda each: self._last_use.get(each, -1) >= place)
            _add(self._waiting[there], needed, certain)


def _start(scenario: Scenario, facts: AbstractSet[Fact]) -> Known:
    """Before the first round nothing was said, and follow-through is n/a."""
    setting = Setting(
        hypotheses=tuple(hypothesis.id for hypothesis in scenario.hypotheses),
        outcomes={card.id: tuple(card.outcomes) for card in scenario.evidence},
        roles={SELF, *(member.persona for member in scenario.cast)},
    )
    asked = {atom for round_ in scenario.course for atom in _asked(round_)}
    not_yet = {(atom, False) for atom in asked if _is_false_at_first(atom)}
    return Known(setting, frozenset(), frozenset(), frozenset(facts | not_yet))


def _is_false_at_first(atom: Atom) -> bool:
    return isinstance(atom, Played | Conceded) or (
        isinstance(atom, Above | Below) and atom.hypothesis is None
    )


def _asked(round_: Round) -> Iterator[Atom]:
    yield from atoms(round_.when)
    for way in round_.next:
        yield from atoms(way.when)


def _add(states: States, known: Known, certain: frozenset[str]) -> None:
    states[known] = states.get(known, certain | known.must) & (certain | known.must)


def _cycle(course: Sequence[Round], here: int, there: int) -> PathFault:
    first, last = course[there].id, course[here].id
    message = f"from round `{last}` the game can go to `{first}`, which leads to `{last}` again"
    if here == there:
        message = f"round `{last}` leads to itself"
    return PathFault("round-cycle", here, None, message)
