"""What a seat, or the cast, asks for. Percents come as people give them, in the deck's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debate_tui.content.moves import Verb
from debate_tui.engine.events import Shift

Percents = Sequence[float]


@dataclass(frozen=True, slots=True)
class Open:
    """Report the opening belief; None: the role's prior, else the scenario's."""

    seat: str
    belief: Percents | None = None


@dataclass(frozen=True, slots=True)
class Know:
    """Say "I knew this one"; it cannot be taken back."""

    seat: str


@dataclass(frozen=True, slots=True)
class NameRival:
    """Name somebody of the cast for a duel on this card; None: nobody."""

    seat: str
    rival: str | None


@dataclass(frozen=True, slots=True)
class Predict:
    """Lock the rows: one's own, those of a persona, or (both None) the posted ones."""

    seat: str
    rows: Sequence[Percents] | None = None
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Let the card come without a prediction: as a point card it counts 0."""

    seat: str


@dataclass(frozen=True, slots=True)
class Argue:
    """Say an authored argument; `to` names whom a call or a concession is for."""

    seat: str
    argument: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class ArgueBare:
    """Press, deflate, link or clarify without an authored argument; `card` None: the round's last."""

    seat: str
    verb: Verb
    card: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Concede:
    """Grant somebody their reading of a card; `card` None: the round's last."""

    seat: str
    to: str
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """Call somebody for a slip; `card` None: the round's last."""

    seat: str
    to: str
    slip: str
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """Say nothing more in this round."""

    seat: str


@dataclass(frozen=True, slots=True)
class Believe:
    """Report the belief after a card; None: exactly the first promise."""

    seat: str
    belief: Percents | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the seat's last command; across a reveal only as `practice`."""

    seat: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class React:
    """The cast moves after a reveal."""

    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The cast answers what was just said."""

    shifts: tuple[Shift, ...] = ()
    reply: str | None = None
    by: str | None = None
    conceded: tuple[str, ...] = ()


SeatCommand = (
    Open | Know | NameRival | Predict | Skip | Argue | ArgueBare | Concede | Call | Pass | Believe | Undo
)
CastCommand = React | Answer
Command = SeatCommand | CastCommand
