"""The rules of the floor: whom an argument moves, towards what and how far, and what counts as a slip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from debate_tui.content.deck import Belief, Table
from debate_tui.engine.debate import rows_of
from debate_tui.engine.events import Argued, Mind, Reading, Shift
from debate_tui.engine.state import MindState, State
from debate_tui.scoring.arguments import strengths
from debate_tui.scoring.beliefs import clr, temper
from debate_tui.scoring.figures import card_figures
from debate_tui.scoring.flags import flags
from debate_tui.scoring.floor import gap, heed, toward

BARE_STRENGTH = 0.4
"""How strong a verb is without an authored argument behind it."""

NO_GAP = 1e-9
"""Readings (in nats) that are closer than this are the same."""

Floats = NDArray[np.float64]


class Aim(NamedTuple):
    """Where an argument would move one mind's reading of a card, and how far off that is, in nats."""

    target: Floats
    gap: float


def aims(state: State, argued: Argued) -> Mapping[str, Aim]:
    """Give everybody of the cast whom an argument can move; nobody where it acts on no card."""
    if argued.card is None or argued.verb not in ("press", "deflate", "link"):
        return {}
    place = state.revealed.index(argued.card)
    found = {}
    for mind in _listeners(state, argued.speaker):
        moving = state.cast[mind.persona]
        target = _target(state, mind, argued)
        if target is None or moving.tripped[place]:
            continue
        distance = float(gap(np.array(moving.readings[place]), target))
        if distance > NO_GAP:
            found[mind.persona] = Aim(target, distance)
    return found


def _listeners(state: State, speaker: str) -> Iterable[Mind]:
    return (mind for mind in state.started.minds if mind.persona in state.cast and mind.persona != speaker)


def _target(state: State, mind: Mind, argued: Argued) -> Floats | None:
    """Give the reading that an argument's verb moves a mind towards; None: it does not move this one."""
    deck, card = state.started.deck, argued.card or ""
    if argued.verb == "deflate":
        return np.zeros(len(deck.hypotheses))
    if argued.verb == "press":
        reading = reading_of(state, argued.speaker, card)
        # Nobody can move others with a reading that does not move themselves.
        return (
            reading if reading is not None and float(gap(reading, np.zeros_like(reading))) > NO_GAP else None
        )
    counted_twice = mind.double_counts and card not in mind.reads and deck.card(card).on is not None
    return mind.responsiveness * locked_reading(state, mind, card) if counted_twice else None


def reading_of(state: State, seat: str, card: str) -> Floats | None:
    """Give how a seat reads a card: its locked row, amended by what it conceded; None without a row."""
    play = next((play for play in state.seats[seat].plays if play.card == card), None)
    return np.array(play.reading) if play is not None and play.reading else None


def locked_reading(state: State, mind: Mind, card: str) -> Floats:
    """Give how a mind would read a card if it moved by exactly the row that it bet (α = 1)."""
    rows = rows_of(state.started.deck, mind, card, state.outcomes)
    return clr(observed_column(state, rows, card))


def observed_column(state: State, rows: Table, card: str) -> Floats:
    """Give the likelihoods of what came out, by hypothesis."""
    outcome = state.started.deck.card(card).outcomes.index(state.started.outcomes[card])
    return np.array([row[outcome] for row in rows])


def map_strengths(state: State, *more: Argued) -> dict[str, float]:
    """Give the final strength, 0 to 1, of everything on the map, and of what is about to join it."""
    said = {name: each.argued for name, each in state.said.items()}
    said.update({argued.argument: argued for argued in more if argued.argument is not None})
    attacks: dict[str, list[str]] = {}
    supports: dict[str, list[str]] = {}
    for name, argued in said.items():
        for target in argued.attacks:
            attacks.setdefault(target, []).append(name)
        for target in argued.supports:
            supports.setdefault(target, []).append(name)
    base = {name: 0.0 if name in state.disproved else argued.strength for name, argued in said.items()}
    return strengths(base, attacks, supports)


def shift(
    state: State, persona: str, seat: str, card: str, aim: Aim, strength: float, why: str = "argument"
) -> Shift:
    """Move one mind's reading of a card towards an aim, and everything that it has believed since."""
    moving = state.cast[persona]
    place = state.revealed.index(card)
    step = float(heed(moving.ears[seat], strength))
    reading = tuple(toward(np.array(moving.readings[place]), aim.target, step).tolist())
    return Shift(
        persona=persona,
        reading=reading,
        beliefs=_beliefs_since(moving, place, reading),
        why="called" if why == "called" else "argument",
        heed=step,
        gap=aim.gap,
    )


def _beliefs_since(moving: MindState, place: int, reading: Reading) -> tuple[Belief, ...]:
    belief = np.array(moving.path[place])
    readings = (reading, *moving.readings[place + 1 :])
    beliefs = []
    for weight, each in zip(moving.prior_weights[place:], readings, strict=True):
        belief = temper(belief, weight, np.array(each))
        beliefs.append(tuple(belief.tolist()))
    return tuple(beliefs)


def slip_made(state: State, persona: str, card: str, slip: str) -> tuple[bool, str | None]:
    """Whether a mind made a slip, and in which argument it said so this round (None: by how it moved)."""
    for name, said in state.said.items():
        argued = said.argued
        if argued.speaker == persona and said.round == state.rounds[-1] and argued.slip == slip:
            return True, name
    return slip in behaviour_slips(state, persona, card), None


def behaviour_slips(state: State, persona: str, card: str) -> frozenset[str]:
    """Name the slips in how a mind moved on a card, judged by its own row at α = 1."""
    deck = state.started.deck
    mind = next(mind for mind in state.started.minds if mind.persona == persona)
    place = state.revealed.index(card)
    path = state.cast[persona].path
    before, after = np.array([path[place]]), np.array([path[place + 1]])
    rows = rows_of(deck, mind, card, state.outcomes)
    naive = rows if card in mind.reads else deck.card(card).naive
    outcome = deck.card(card).outcomes.index(state.started.outcomes[card])
    likelihood = np.array([[row[outcome] for row in rows]])
    judged = flags(
        before,
        after,
        card_figures(before, after, np.array([rows]), np.array([outcome])),
        likelihood,
        np.array([[row[outcome] for row in naive]]),
        likelihood,
        np.array([deck.card(card).on is not None]),
        np.array([False]),
    )
    slips = {
        "over-reacting": judged.over,
        "under-reacting": judged.under,
        "double-counting": judged.double_counted,
    }
    return frozenset(slip for slip, made in slips.items() if made[0])
