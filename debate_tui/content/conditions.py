"""Conditions are data, never code: what must hold for a round, an argument or an ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from debate_tui.content.fields import Authored, Id

Threshold = Annotated[float, Field(strict=True, allow_inf_nan=False)]


class Bounds(Authored):
    """A range that a percent must lie in, without its ends."""

    above: Threshold | None = None
    """Holds where the figure is greater than this percent."""
    below: Threshold | None = None
    """Holds where the figure is less than this percent."""

    @model_validator(mode="after")
    def _says_something(self) -> Bounds:
        if self.above is None and self.below is None:
            raise ValueError("needs `above`, `below` or both")
        return self


class Condition(Authored):
    """Several keys side by side mean all of them; what does not apply (yet) is false."""

    belief: Mapping[Id, Bounds] = {}
    """How strongly the player (a group: its pool) believes a hypothesis, in percent."""
    revealed: tuple[Id, ...] = ()
    """Cards that must all have been revealed."""
    outcome: Mapping[Id, Id] = {}
    """For each card named, the outcome that must have come out."""
    played: tuple[Id, ...] = ()
    """Arguments that must all have been said, by anybody at the table."""
    conceded: tuple[Id, ...] = ()
    """Arguments that somebody gave way to, or concessions that were made."""
    role: Id | None = None
    """The persona that a player plays; `self` for somebody who plays as themselves."""
    follow_through: Bounds | None = None
    """The player's follow-through over the cards so far, in percent."""
    all: tuple[Condition, ...] = ()
    """Conditions that must all hold."""
    any: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    """Conditions of which one must hold."""
    not_: Condition | None = Field(default=None, alias="not")
    """A condition that must not hold."""

    @cached_property
    def own(self) -> tuple[Atom, ...]:
        """What it asks for itself, its parts aside."""
        return tuple(_own(self))


@dataclass(frozen=True, slots=True)
class Above:
    """The belief in a hypothesis is greater than a percent; `hypothesis` None: follow-through is."""

    hypothesis: str | None
    percent: float


@dataclass(frozen=True, slots=True)
class Below:
    """The belief in a hypothesis is less than a percent; `hypothesis` None: follow-through is."""

    hypothesis: str | None
    percent: float


@dataclass(frozen=True, slots=True)
class Revealed:
    """A card has been revealed."""

    card: str


@dataclass(frozen=True, slots=True)
class CameOut:
    """A card has been revealed with this outcome."""

    card: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Played:
    """An argument has been said."""

    argument: str


@dataclass(frozen=True, slots=True)
class Conceded:
    """An argument has been given way to."""

    argument: str


@dataclass(frozen=True, slots=True)
class InRole:
    """A player plays this persona."""

    persona: str


Atom = Above | Below | Revealed | CameOut | Played | Conceded | InRole
"""The smallest thing that can be true or false at a point of a game."""


def holds(condition: Condition | None, is_true: Callable[[Atom], bool]) -> bool:
    """Whether a condition holds, given what is true of each atom; no condition always holds.

    `is_true` is asked only as far as the answer needs, so a caller may raise to learn what it hangs on.
    """
    if condition is None:
        return True
    return (
        all(is_true(atom) for atom in condition.own)
        and all(holds(part, is_true) for part in condition.all)
        and (condition.any is None or any(holds(part, is_true) for part in condition.any))
        and (condition.not_ is None or not holds(condition.not_, is_true))
    )


def atoms(condition: Condition | None) -> Iterator[Atom]:
    """Give every atom that a condition is made of, however deep."""
    if condition is None:
        return
    yield from condition.own
    for part in (*condition.all, *(condition.any or ()), condition.not_):
        yield from atoms(part)


def _own(condition: Condition) -> Iterator[Atom]:
    yield from (Revealed(card) for card in condition.revealed)
    yield from (CameOut(card, outcome) for card, outcome in condition.outcome.items())
    if condition.role is not None:
        yield InRole(condition.role)
    yield from (Played(argument) for argument in condition.played)
    yield from (Conceded(argument) for argument in condition.conceded)
    for hypothesis, bounds in condition.belief.items():
        yield from _bound_atoms(hypothesis, bounds)
    if condition.follow_through is not None:
        yield from _bound_atoms(None, condition.follow_through)


def _bound_atoms(hypothesis: str | None, bounds: Bounds) -> Iterator[Atom]:
    if bounds.above is not None:
        yield Above(hypothesis, bounds.above)
    if bounds.below is not None:
        yield Below(hypothesis, bounds.below)
