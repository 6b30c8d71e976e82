"""Where a game stands: a value folded from its events, never changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Self

from debate_tui.content.deck import Belief, Table
from debate_tui.engine.events import Argued, Reading, Started

Step = Literal["briefing", "predict", "reveal", "floor", "update", "between", "over"]
"""What the table waits for: openings, rows, the cast, arguments, beliefs, the next card, or nothing more."""


class Value:
    """A frozen value that can be had with some changes, several times faster than by `dataclasses.replace`.

    A game makes hundreds of them.
    """

    def but(self, **changes: Any) -> Self:
        """Give this value with some of its fields changed."""
        changed = object.__new__(type(self))
        object.__setattr__(changed, "__dict__", self.__dict__ | changes)
        return changed


@dataclass(frozen=True)
class Play(Value):
    """What one seat did with one card. `rows` None: it did not predict. `promise` is the first promise."""

    card: str
    before: Belief
    fresh: bool
    known: bool = False
    rival: str | None = None
    source: str = ""
    rows: Table | None = None
    skipped: bool = False
    reading: Reading = ()
    promise: Belief = ()
    amended: Belief = ()
    duel_bits: float | None = None
    after: Belief | None = None


@dataclass(frozen=True)
class SeatState(Value):
    """One seat: its opening, and what it did with each card (the last one may be under way)."""

    role: str
    opening: Belief | None = None
    plays: tuple[Play, ...] = ()
    exchanges: int = 0
    called: bool = False
    passed: bool = False

    @property
    def belief(self) -> Belief | None:
        """The latest belief it reported."""
        if not self.plays:
            return self.opening
        return self.plays[-1].after or self.plays[-1].before

    @property
    def play(self) -> Play:
        """What it is doing with the card on the table."""
        return self.plays[-1]


@dataclass(frozen=True)
class MindState(Value):
    """One of the cast: its `path` of beliefs, the opening first, and for each revealed card the rest.

    That is: what it believed as it bet, how it reads the card now and how it read it at once, the β that
    applied, and whether a tripwire went off. `ears` say how it listens to each seat.
    """

    path: tuple[Belief, ...]
    bets: tuple[Belief, ...] = ()
    readings: tuple[Reading, ...] = ()
    first_readings: tuple[Reading, ...] = ()
    prior_weights: tuple[float, ...] = ()
    tripped: tuple[bool, ...] = ()
    ears: Mapping[str, float] = field(default_factory=dict)

    @property
    def belief(self) -> Belief:
        """What it believes now."""
        return self.path[-1]


class Said(NamedTuple):
    """One thing on the map of what has been said."""

    id: str
    round: str
    argued: Argued


class Mark(NamedTuple):
    """Where a seat's command began in the list of events, for undo; the marks form a chain."""

    seat: str
    at: int
    lasting: bool
    previous: Mark | None


@dataclass(frozen=True)
class State(Value):
    """The whole table. `first_argument` is how many cards had been revealed when a player first argued."""

    started: Started
    seats: Mapping[str, SeatState]
    cast: Mapping[str, MindState]
    step: Step = "briefing"
    rounds: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    revealed: tuple[str, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)
    disproved: frozenset[str] = frozenset()
    conceded: frozenset[str] = frozenset()
    pending: Argued | None = None
    first_argument: int | None = None
    practice: bool = False
    ending: str | None = None
    mark: Mark | None = None

    @property
    def card(self) -> str | None:
        """The card on the table."""
        return self.cards[-1] if self.cards else None

    @property
    def outcomes(self) -> Mapping[str, str]:
        """What came out of each card so far."""
        return {card: self.started.outcomes[card] for card in self.revealed}
