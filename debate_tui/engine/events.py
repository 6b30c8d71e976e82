"""What happened: frozen, versioned values. A game is the list of them, all else is a function of it.

Beliefs and rows are probabilities in the deck's order. An event that a seat caused names that seat.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from debate_tui.content.deck import Belief, Deck, Table
from debate_tui.content.moves import Move, Verb
from debate_tui.value import Value

FORMAT = 1
"""The version of the events; older ones are read through `store.upcast`."""

SELF = "self"
"""The role of somebody who plays as themselves."""

POSTED = "posted"
"""Where a player's rows come from: the champions' posted rows ..."""
OWN = "own"
"""... or the player's own; anything else is the persona whose reading was taken."""

Reading = tuple[float, ...]
"""Centred log weights of the hypotheses: how somebody reads a card."""


class Seat(Value, frozen=True):
    """Somebody who decides: a player, a team. `role` is `self` or a persona's id."""

    id: str
    name: str
    role: str = SELF


class Mind(Value, frozen=True):
    """One persona as this game has it: α, β and ear as fractions, its own rows, its tripwires."""

    persona: str
    prior: Belief
    responsiveness: float
    prior_weight: float
    ear: float
    double_counts: bool
    reads: Mapping[str, Table]
    tripwires: tuple[tuple[str, str], ...]


class Started(Value, frozen=True):
    """A game began. With this and what follows, every figure of the scorecard can be worked out."""

    scenario: str
    title: str
    sha256: str
    seed: int
    world: int | None
    truth: str | None
    outcomes: Mapping[str, str]
    point_cards: tuple[str, ...]
    seats: tuple[Seat, ...]
    minds: tuple[Mind, ...]
    deck: Deck
    seen: tuple[str, ...] = ()
    practice: bool = False
    format: int = FORMAT
    kind: Literal["started"] = "started"


class Opened(Value, frozen=True):
    """A seat said what it believes before any evidence."""

    seat: str
    belief: Belief
    kind: Literal["opened"] = "opened"


class RoundBegan(Value, frozen=True):
    """A round opened, with these cards."""

    round: str
    evidence: tuple[str, ...]
    kind: Literal["round-began"] = "round-began"


class Dealt(Value, frozen=True):
    """A card's question lies on the table."""

    card: str
    kind: Literal["dealt"] = "dealt"


class Known(Value, frozen=True):
    """A seat said that it knew this card: for that seat it is practice."""

    seat: str
    card: str
    kind: Literal["known"] = "known"


class Seen(Value, frozen=True):
    """Another kept game has shown these cards since this one began: they are practice here."""

    cards: tuple[str, ...]
    kind: Literal["seen"] = "seen"


class RivalNamed(Value, frozen=True):
    """A seat named whom it duels on this card; None: nobody any more."""

    seat: str
    rival: str | None
    kind: Literal["rival-named"] = "rival-named"


class Predicted(Value, frozen=True):
    """A seat locked its rows."""

    seat: str
    card: str
    source: str
    rows: Table
    kind: Literal["predicted"] = "predicted"


class Skipped(Value, frozen=True):
    """A seat let the card come without a prediction."""

    seat: str
    card: str
    kind: Literal["skipped"] = "skipped"


class Revealed(Value, frozen=True):
    """The outcome is on the table."""

    card: str
    outcome: str
    kind: Literal["revealed"] = "revealed"


class Dueled(Value, frozen=True):
    """A duel was settled: the seat's advantage in bits, and how the rival listens to it from now on."""

    seat: str
    card: str
    rival: str
    bits: float
    ear: float
    kind: Literal["dueled"] = "dueled"


class Shift(Value, frozen=True):
    """How one mind moved on a card, and why.

    `beliefs` are its beliefs after this card and after every later one. At a reveal `responsiveness` and
    `prior_weight` are the α and β that applied; on the floor `heed` is the step k, and `gap` how far it was
    to the target before, in nats.
    """

    persona: str
    reading: Reading
    beliefs: tuple[Belief, ...]
    why: Literal["reveal", "tripwire", "argument", "called"]
    responsiveness: float = 1.0
    prior_weight: float = 1.0
    heed: float = 1.0
    gap: float = 0.0


class CastMoved(Value, frozen=True):
    """The cast moved on a card: one event for all of them."""

    card: str
    shifts: tuple[Shift, ...]
    kind: Literal["cast-moved"] = "cast-moved"


class Argued(Value, frozen=True):
    """Somebody argued: a seat, or one of the cast in reply (`answers` names what to).

    `argument` None: a bare verb. `card` is the one it acts on, if any. `strength` is its own, 0 to 1, before
    any attack or support.
    """

    speaker: str
    verb: Verb
    argument: str | None = None
    move: Move | None = None
    card: str | None = None
    to: str | None = None
    strength: float = 0.0
    attacks: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    slip: str | None = None
    answers: str | None = None
    kind: Literal["argued"] = "argued"


class Answered(Value, frozen=True):
    """The cast has heard an argument; those named gave way to it."""

    conceded: tuple[str, ...] = ()
    kind: Literal["answered"] = "answered"


class Conceded(Value, frozen=True):
    """A seat granted somebody their reading of a card; `reading` is the seat's own from now on."""

    seat: str
    to: str
    card: str
    reading: Reading
    argument: str | None = None
    kind: Literal["conceded"] = "conceded"


class Called(Value, frozen=True):
    """A seat called somebody for a slip.

    `about` names the argument that had the slip, where it was said and not done.
    `ear` is how the one called listens to this seat from now on.
    `accused` are the cards that a call was about which named none; where there are none, it was `card` alone.
    """

    seat: str
    to: str
    card: str
    slip: str
    right: bool
    ear: float
    about: str | None = None
    argument: str | None = None
    accused: tuple[str, ...] = ()
    kind: Literal["called"] = "called"


class Passed(Value, frozen=True):
    """A seat has said what it wanted to say in this round."""

    seat: str
    kind: Literal["passed"] = "passed"


class Believed(Value, frozen=True):
    """A seat reported its belief after a card."""

    seat: str
    card: str
    belief: Belief
    kind: Literal["believed"] = "believed"


class Ended(Value, frozen=True):
    """The game is over."""

    ending: str | None
    kind: Literal["ended"] = "ended"


class Rewound(Value, frozen=True):
    """A seat went back: only the first `to` events still count. Across a reveal, the rest is practice."""

    seat: str
    to: int
    practice: bool
    kind: Literal["rewound"] = "rewound"


Event = (
    Started
    | Opened
    | RoundBegan
    | Dealt
    | Known
    | Seen
    | RivalNamed
    | Predicted
    | Skipped
    | Revealed
    | Dueled
    | CastMoved
    | Argued
    | Answered
    | Conceded
    | Called
    | Passed
    | Believed
    | Ended
    | Rewound
)
