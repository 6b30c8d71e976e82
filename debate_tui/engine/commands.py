"""What a seat asks for. Percents come as people give them, in the deck's order."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.content.moves import Verb
from debate_tui.value import Value

Percents = Sequence[float]


class Open(Value, frozen=True):
    """Report the opening belief; None: the role's prior, else the scenario's."""

    seat: str
    belief: Percents | None = None


class Know(Value, frozen=True):
    """Say "I knew this one"; it cannot be taken back."""

    seat: str


class NameRival(Value, frozen=True):
    """Name somebody of the cast for a duel on this card; None: nobody."""

    seat: str
    rival: str | None


class Predict(Value, frozen=True):
    """Lock the rows: one's own, those of a persona, or (both None) the posted ones."""

    seat: str
    rows: Sequence[Percents] | None = None
    read_as: str | None = None


class Skip(Value, frozen=True):
    """Let the card come without a prediction: as a point card it counts 0."""

    seat: str


class Argue(Value, frozen=True):
    """Say an authored argument; `to` names whom a call or a concession is for."""

    seat: str
    argument: str
    to: str | None = None


class ArgueBare(Value, frozen=True):
    """Press, deflate, link or clarify without an authored argument; `card` None: the round's last."""

    seat: str
    verb: Verb
    card: str | None = None
    to: str | None = None


class Concede(Value, frozen=True):
    """Grant somebody their reading of a card; `card` None: the round's last."""

    seat: str
    to: str
    card: str | None = None


class Call(Value, frozen=True):
    """Call somebody for a slip; `card` None: on whichever of the round's cards it was made."""

    seat: str
    to: str
    slip: str
    card: str | None = None


class Pass(Value, frozen=True):
    """Say nothing more in this round."""

    seat: str


class Believe(Value, frozen=True):
    """Report the belief after a card; None: exactly the first promise."""

    seat: str
    belief: Percents | None = None


class Undo(Value, frozen=True):
    """Take back the seat's last command; across a reveal only as `practice`."""

    seat: str
    practice: bool = False


SeatCommand = (
    Open | Know | NameRival | Predict | Skip | Argue | ArgueBare | Concede | Call | Pass | Believe | Undo
)
