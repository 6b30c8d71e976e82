"""Where a game stands: a value folded from its events, never changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import field

from debate_tui.content.deck import Belief, Table
from debate_tui.engine.events import Argued, Called, Reading, Started
from debate_tui.value import Value

Step = Literal["briefing", "predict", "reveal", "floor", "update", "between", "over"]
"""What the table waits for: openings, rows, the cast, arguments, beliefs, the next card, or nothing more."""


MOVES_ON: frozenset[Step] = frozenset(("reveal", "between"))
"""The steps in which the game goes on by itself."""


class Play(Value, frozen=True):
    """What one seat did with one card. `rows` None: it did not predict. `promise` is the first promise.

    `granted` names those whose reading it has granted in no authored words.
    """

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
    granted: tuple[str, ...] = ()
    duel_bits: float | None = None
    after: Belief | None = None


class SeatState(Value, frozen=True):
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


class Met(Value, frozen=True):
    """How a mind met a card: its belief as it bet, its first reading, its β, whether a tripwire went off."""

    bet: Belief
    reading: Reading
    prior_weight: float
    tripped: bool


class MindState(Value, frozen=True):
    """One of the cast: its beliefs (the opening first), and how it met and now reads each revealed card.

    `ears` say how it listens to each seat.
    """

    path: tuple[Belief, ...]
    met: tuple[Met, ...]
    readings: tuple[Reading, ...]
    ears: Mapping[str, float]

    @property
    def belief(self) -> Belief:
        """What it believes now."""
        return self.path[-1]


class Said(Value, frozen=True):
    """One thing on the map of what has been said."""

    id: str
    round: str
    argued: Argued


class State(Value, frozen=True):
    """The whole table. `first_argument` is how many cards had been revealed when a player first argued.

    `seen` are the cards that another game has shown.
    """

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
    calls: tuple[Called, ...] = ()
    pending: Argued | None = None
    first_argument: int | None = None
    seen: frozenset[str] = frozenset()
    practice: bool = False
    ending: str | None = None

    @property
    def card(self) -> str | None:
        """The card on the table."""
        return self.cards[-1] if self.cards else None

    @property
    def outcomes(self) -> Mapping[str, str]:
        """What came out of each card so far."""
        return {card: self.started.outcomes[card] for card in self.revealed}
