"""What is known at a point of a game's course, and what is still open there.

Facts hold together: beliefs sum to 100, a card comes out in one way, and what does not apply yet is false.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache

from debate_tui.content.conditions import (
    Above,
    Atom,
    Below,
    CameOut,
    Conceded,
    InRole,
    Played,
    Revealed,
)

Fact = tuple[Atom, bool]
"""Whether an atom is true."""

Topic = str | Played | Conceded
"""What can be forgotten once nothing later asks for it: a card, an argument played or conceded."""


class Undecided(Exception):
    """What is known leaves `atom` open: it may be true and it may be false."""

    def __init__(self, atom: Atom) -> None:
        super().__init__(atom)
        self.atom = atom


@dataclass(frozen=True, slots=True)
class Setting:
    """What never changes in a scenario: its hypotheses, its cards' outcomes, the roles to be played."""

    hypotheses: tuple[str, ...]
    outcomes: Mapping[str, Collection[str]]
    roles: Collection[str]


@dataclass(frozen=True, slots=True)
class Known:
    """The cards revealed for sure (`must`), those revealed perhaps (`may`), and other facts."""

    setting: Setting = field(compare=False, repr=False)
    must: frozenset[str]
    may: frozenset[str]
    facts: frozenset[Fact]

    def is_true(self, atom: Atom) -> bool:
        """Whether an atom is true; raises Undecided where it may be either."""
        if isinstance(atom, Revealed):
            return self._is_revealed(atom.card)
        if isinstance(atom, CameOut) and not self._is_revealed(atom.card):
            return False
        for value in (True, False):
            if (atom, value) in self.facts or not self._may_be(atom, not value):
                return value
        raise Undecided(atom)

    def _is_revealed(self, card: str) -> bool:
        if card in self.may and card not in self.must:
            raise Undecided(Revealed(card))
        return card in self.must

    def _may_be(self, atom: Atom, value: bool) -> bool:
        together = self.facts | {(atom, value)}
        match atom:
            case CameOut(card):
                return _one_comes_out(card, together, self.setting)
            case InRole():
                return _somebody_plays(together, self.setting)
            case Above(None) | Below(None):
                return _has_follow_through(together)
            case Above() | Below():
                return _sums_to_100(together, self.setting)
        return True

    def assuming(self, atom: Atom, value: bool) -> Known:
        """Add a fact that was undecided."""
        if not isinstance(atom, Revealed):
            return replace(self, facts=self.facts | {(atom, value)})
        if value:
            return replace(self, must=self.must | {atom.card})
        return replace(self, may=self.may - {atom.card})

    def after_round(self, cards: Iterable[str]) -> Known:
        """Give what is known once a round was played: beliefs may have moved, and more may have been said."""
        shown = frozenset(cards)
        lasting = frozenset(fact for fact in self.facts if _lasts(*fact))
        return replace(self, must=self.must | shown, may=self.may | shown, facts=lasting)

    def only(self, needed: Callable[[Topic], bool]) -> Known:
        """Forget what nothing asks for any more."""
        return replace(
            self,
            must=frozenset(filter(needed, self.must)),
            may=frozenset(filter(needed, self.may)),
            facts=frozenset(fact for fact in self.facts if (on := topic(fact[0])) is None or needed(on)),
        )


def common(states: Iterable[Known]) -> Known:
    """Give what is known in all of several states."""
    first, *others = states
    return replace(
        first,
        must=first.must.intersection(*(other.must for other in others)),
        may=first.may.union(*(other.may for other in others)),
        facts=first.facts.intersection(*(other.facts for other in others)),
    )


def topic(atom: Atom) -> Topic | None:
    """Name what an atom is about; None for what stays known as long as it is so."""
    match atom:
        case Revealed(card) | CameOut(card):
            return card
        case Played() | Conceded():
            return atom
    return None


def _lasts(atom: Atom, value: bool) -> bool:
    return isinstance(atom, CameOut | InRole) or (value and isinstance(atom, Played | Conceded))


def _one_comes_out(card: str, facts: Iterable[Fact], setting: Setting) -> bool:
    values = [value for atom, value in facts if isinstance(atom, CameOut) and atom.card == card]
    return sum(values) == 1 or (sum(values) == 0 and len(values) < len(setting.outcomes[card]))


def _somebody_plays(facts: Iterable[Fact], setting: Setting) -> bool:
    values = [value for atom, value in facts if isinstance(atom, InRole)]
    return any(values) or len(values) < len(setting.roles)


End = tuple[Fraction | float, int]
"""An end of a range: a percent, and 0 where it belongs to the range, else 1 (low end) or −1 (high end)."""


@lru_cache
def _exactly(percent: float) -> Fraction:
    """Read a percent as the decimal that the author wrote, so that sums are exact."""
    return Fraction(str(percent))


def _range(hypothesis: str | None, facts: Iterable[Fact], low: End, high: End) -> tuple[End, End]:
    """Narrow a range by the facts about a hypothesis (None: about follow-through)."""
    for atom, value in facts:
        match atom:
            case Above(about, percent) if about == hypothesis:
                end = _exactly(percent)
                low, high = (max(low, (end, 1)), high) if value else (low, min(high, (end, 0)))
            case Below(about, percent) if about == hypothesis:
                end = _exactly(percent)
                low, high = (low, min(high, (end, -1))) if value else (max(low, (end, 0)), high)
    return low, high


def _is_empty(low: End, high: End) -> bool:
    return low[0] > high[0] or (low[0] == high[0] and bool(low[1] or high[1]))


def _has_follow_through(facts: Collection[Fact]) -> bool:
    """Follow-through is 100 at most; n/a, which makes every atom about it false, is always possible."""
    values = [value for atom, value in facts if isinstance(atom, Above | Below) and atom.hypothesis is None]
    return not any(values) or not _is_empty(*_range(None, facts, (-math.inf, 1), (Fraction(100), 0)))


def _sums_to_100(facts: Collection[Fact], setting: Setting) -> bool:
    """Whether there is a belief, each percent between 0 and 100 without these, within all the ranges."""
    ranges = [_range(each, facts, (Fraction(0), 1), (Fraction(100), -1)) for each in setting.hypotheses]
    if any(_is_empty(low, high) for low, high in ranges):
        return False
    least = (sum(low for (low, _), _ in ranges), any(is_open for (_, is_open), _ in ranges))
    most = (sum(high for _, (high, _) in ranges), any(is_open for _, (_, is_open) in ranges))
    return (least[0] < 100 or least == (100, False)) and (most[0] > 100 or most == (100, False))
