"""A persona: who somebody at the table is, how they update, and how they talk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from debate_tui.content.fields import Authored, Id, Strength, Text
from debate_tui.content.moves import Move, Slip


class Temperament(Authored):
    """How a mind moves: the α, β and ear of the scoring engine, in percent."""

    responsiveness: Annotated[float, Field(strict=True, ge=0, le=300)] = 100
    """α: how much of what its own rows say it moves by; 100 is exactly, 50 is half."""
    prior_weight: Annotated[float, Field(strict=True, ge=0, le=200)] = 100
    """β: how much its earlier belief counts at each update; under 100 forgets it."""
    openness: Strength = 50
    """The ear: how far an argument of full strength can move it."""
    double_counts: bool = Field(default=False, strict=True)
    """Whether it moves by a dependent card as if it stood alone."""


class Lines(Authored):
    """What a persona says, picked by the seed; {name} {hypothesis} {card} {words} {bits} are filled in."""

    greeting: tuple[Text, ...] = ()
    """As the game opens."""
    posts: tuple[Text, ...] = ()
    """As it posts its row."""
    moved: tuple[Text, ...] = ()
    """After it moved."""
    unmoved: tuple[Text, ...] = ()
    """After it did not."""
    wins: tuple[Text, ...] = ()
    """It had foreseen this best."""
    shocked: tuple[Text, ...] = ()
    """It had thought this unlikely."""
    challenged: tuple[Text, ...] = ()
    """An argument was put to it."""
    concedes: tuple[Text, ...] = ()
    """It gives way to an argument."""
    called: tuple[Text, ...] = ()
    """It was caught in a slip."""
    farewell: tuple[Text, ...] = ()
    """As the game ends."""


class Persona(Authored):
    """Somebody to argue with and somebody to be."""

    format: Literal["debate-tui/persona@1"]
    """The format and its version."""
    id: Id
    """What scenarios call it."""
    name: Text
    """What players read."""
    tagline: str = Field(default="", strict=True)
    """One line that says who this is."""
    about: str = Field(default="", strict=True)
    """Who this is, in a paragraph (Markdown)."""
    voice: str = Field(default="", strict=True)
    """How it talks, for those who write its lines."""
    glyph: Text = "•"
    """One character, one cell wide, that stands for it."""
    color: Annotated[str, Field(strict=True, pattern=r"^#[0-9a-fA-F]{6}$")] = "#888888"
    """Its colour, as #rrggbb."""
    temperament: Temperament = Temperament()
    """How it moves."""
    moves: Mapping[Move, Annotated[float, Field(strict=True, ge=0, le=1000)]] = {}
    """How readily it plays each kind of argument; those not named have 1."""
    slips: tuple[Slip, ...] = ()
    """The mistakes it is prone to."""
    lines: Lines = Lines()
    """What it says."""
