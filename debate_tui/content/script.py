"""A script of a game: what a player does, turn by turn, for tests, bots and records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from debate_tui.content.fields import Authored, Distribution, Id, Rows
from debate_tui.content.moves import BehaviourSlip, Slip

BareVerb = Literal["press", "deflate", "link", "clarify"]


class Bare(Authored):
    """A verb without an authored argument."""

    verb: BareVerb
    """What to do."""
    card: Id | None = None
    """To which card's reading; default: the round's last."""
    to: Id | None = None
    """For `clarify`: who should show their rows and reading."""


class Concession(Authored):
    """To whom a point is granted, and on which card."""

    to: Id
    """The persona whose reading the player moves towards."""
    card: Id | None = None
    """The card; default: the round's last."""


class Concede(Authored):
    """Grant somebody their reading of a card."""

    concede: Concession
    """To whom, and on which card."""


class CallOut(Authored):
    """Whom to call, and for what."""

    to: Id
    """The persona called."""
    card: Id | None = None
    """The card whose reading should mend; default: the round's last."""
    slip: Literal[Slip, BehaviourSlip]
    """The slip."""


class Call(Authored):
    """Call somebody for a slip."""

    call: CallOut
    """Whom, and for what."""


class Play(Authored):
    """Play an authored argument whose move is a call or a concession."""

    play: Id
    """The argument."""
    to: Id | None = None
    """To whom."""


def _form(entry: Any) -> str:  # pydantic hands over whatever stands in the file
    if isinstance(entry, str):
        return "argument"
    keys = entry if isinstance(entry, Mapping) else getattr(entry, "__dict__", {})
    return next((key for key in ("verb", "concede", "call", "play") if key in keys), "verb")


FloorMove = Annotated[
    Annotated[Id, Tag("argument")]
    | Annotated[Bare, Tag("verb")]
    | Annotated[Concede, Tag("concede")]
    | Annotated[Call, Tag("call")]
    | Annotated[Play, Tag("play")],
    Discriminator(_form),
]


class Turn(Authored):
    """One card: what is predicted, said and then believed."""

    card: Id | None = None
    """The card this turn is about; checked where it is given."""
    rows: Rows | None = None
    """The player's own rows, where rows are open."""
    read_as: Id | None = None
    """Take this persona's rows instead, where rows are open."""
    known: bool = Field(default=False, strict=True)
    """The player knew this one already: the card is practice."""
    rival: Id | None = None
    """The persona named for a duel."""
    floor: tuple[FloorMove, ...] = ()
    """What is said, in order; on a round's last card only."""
    believe: Distribution | None = None
    """The belief reported after the card; left out: exactly the first promise."""


class Script(Authored):
    """What one player does in one game."""

    format: Literal["debate-tui/script@1"]
    """The format and its version."""
    scenario: Id
    """The scenario; it must be the one that is played."""
    role: Id = "self"
    """`self`, or the persona played."""
    seed: Annotated[int, Field(strict=True)] = 0
    """The game's seed."""
    world: Annotated[int, Field(strict=True)] | None = None
    """The number of a drawn world; null: the real game."""
    opening: Distribution | None = None
    """The opening belief; default: the role's prior, else the scenario's."""
    turns: tuple[Turn, ...] = ()
    """One for each card that is played, in order."""
