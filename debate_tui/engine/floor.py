"""The rules of the floor: whom an argument moves, towards what, and how far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from debate_tui.content.deck import Belief
from debate_tui.engine.debate import rows_of
from debate_tui.engine.events import Argued, Mind, Reading, Shift
from debate_tui.engine.state import MindState, State
from debate_tui.scoring.floor import gap, heed, toward
from debate_tui.scoring.single import centred, tempered
from debate_tui.value import Value

NO_GAP = 1e-9
"""Readings (in nats) that are closer than this are the same."""


class Aim(Value, frozen=True):
    """Where somebody's reading of the card at this place would be moved, and how far that is, in nats."""

    place: int
    target: Reading
    gap: float


def aims(state: State, argued: Argued) -> Mapping[str, Aim]:
    """Give everybody of the cast whom an argument can move; nobody where it acts on no card's reading."""
    card = argued.card
    if card is None:
        return {}
    links, shared = argued.verb == "link", _shared_target(state, argued, card)
    cast, place, found = state.cast, state.revealed.index(card), {}
    for mind in state.started.minds:
        if mind.persona in cast:
            target = _linked_target(state, mind, card) if links else shared
            aimed = aim(cast[mind.persona], place, target)
            if aimed is not None:
                found[mind.persona] = aimed
    return found


def aim(moving: MindState, place: int, target: Reading | None) -> Aim | None:
    """Aim at how a mind reads the card at this place; None: it is there already, or its tripwire went off."""
    if target is None or moving.met[place].tripped:
        return None
    distance = gap(moving.readings[place], target)
    return Aim(place, target, distance) if distance > NO_GAP else None


def _shared_target(state: State, argued: Argued, card: str) -> Reading | None:
    """Give the reading that a press or a deflation moves everybody towards; None: it moves nobody."""
    if argued.verb == "deflate":
        return (0.0,) * len(state.started.deck.hypotheses)
    if argued.verb != "press":
        return None
    reading = reading_of(state, argued.speaker, card)
    # Nobody can move others with a reading that does not move themselves.
    return reading if reading is not None and max(map(abs, reading)) > NO_GAP else None


def _linked_target(state: State, mind: Mind, card: str) -> Reading | None:
    """Give the conditional reading that a link moves those towards who moved by the naive rows."""
    if not mind.double_counts or card in mind.reads or state.started.deck.card(card).on is None:
        return None
    return tuple([mind.responsiveness * part for part in locked_reading(state, mind, card)])


def reading_of(state: State, seat: str, card: str) -> Reading | None:
    """Give how a seat reads a card: its locked row, amended by what it conceded; None without a row."""
    for play in state.seats[seat].plays:
        if play.card == card:
            return play.reading or None
    return None


def locked_reading(state: State, mind: Mind, card: str) -> Reading:
    """Give how a mind would read a card if it moved by exactly the row that it bet (α = 1)."""
    deck, outcomes = state.started.deck, state.started.outcomes
    place = deck.card(card).outcomes.index(outcomes[card])
    return centred([row[place] for row in rows_of(deck, mind, card, outcomes)])


def shift(
    state: State,
    persona: str,
    seat: str,
    aimed: Aim,
    strength: float,
    why: Literal["argument", "called"] = "argument",
) -> Shift:
    """Move one mind's reading of a card towards an aim, and everything that it has believed since."""
    moving, place = state.cast[persona], aimed.place
    step = heed(moving.ears[seat], strength)
    reading = toward(moving.readings[place], aimed.target, step)
    beliefs = _beliefs_since(moving, place, reading)
    return Shift(persona, reading, beliefs, why, heed=step, gap=aimed.gap)


def _beliefs_since(moving: MindState, place: int, reading: Reading) -> tuple[Belief, ...]:
    belief, beliefs = moving.path[place], []
    readings = (reading, *moving.readings[place + 1 :])
    for met, each in zip(moving.met[place:], readings):
        belief = tempered(belief, met.prior_weight, each)
        beliefs.append(belief)
    return tuple(beliefs)
