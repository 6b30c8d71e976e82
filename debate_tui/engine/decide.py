"""Whether a command is legal now, and the events that it causes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from debate_tui.engine import commands as co
from debate_tui.engine import events as ev
from debate_tui.engine.debate import Debate, rows_of
from debate_tui.engine.percents import read_belief, read_rows
from debate_tui.engine.refusals import Refusal, Refused, illegal, unknown
from debate_tui.engine.speak import (
    Events,
    argue,
    argue_bare,
    call,
    concede,
    pass_floor,
    unknown_persona,
)
from debate_tui.engine.state import Play, State, Step


def decide(debate: Debate, state: State, command: co.SeatCommand) -> Events | Refusal:
    """Give the events that a command causes, or why it is refused; the state is not touched."""
    step, rule = _RULES[type(command)]
    try:
        if command.seat not in state.seats:
            raise unknown(f"No seat is called {command.seat!r}.", f"Seats: {', '.join(state.seats)}.")
        if state.step != step:
            raise illegal(f"Not now: {_WAITING_FOR[state.step]}.")
        events: Events = rule(debate, state, command)
    except Refused as refused:
        return refused.refusal
    return events


def _open(debate: Debate, state: State, command: co.Open) -> Events:
    seat = state.seats[command.seat]
    if seat.opening is not None:
        raise illegal("You have opened already.")
    if command.belief is not None:
        return (ev.Opened(command.seat, read_belief(command.belief, debate.deck.hypotheses)),)
    default = debate.deck.prior if seat.role == ev.SELF else debate.mind[seat.role].prior
    return (ev.Opened(command.seat, default),)


def _know(debate: Debate, state: State, command: co.Know) -> Events:
    play = _unlocked(state, command.seat)
    if play.known:
        raise illegal("You have said so already.")
    return (ev.Known(command.seat, play.card),)


def _name_rival(debate: Debate, state: State, command: co.NameRival) -> Events:
    _unlocked(state, command.seat)
    if command.rival is not None and command.rival not in state.cast:
        raise unknown_persona(state, command.rival)
    return (ev.RivalNamed(command.seat, command.rival),)


def _predict(debate: Debate, state: State, command: co.Predict) -> Events:
    card = debate.deck.card(_unlocked(state, command.seat).card)
    if command.rows is None and command.read_as is None:
        posted = debate.deck.table(card.id, state.outcomes)
        return (ev.Predicted(command.seat, card.id, ev.POSTED, posted),)
    if not card.rows_open:
        raise illegal("The rows of this card are fixed.", "Take the posted ones.")
    if command.read_as is None:
        rows = read_rows(command.rows or (), debate.deck.hypotheses, card.outcomes)
        return (ev.Predicted(command.seat, card.id, ev.OWN, rows),)
    if command.read_as not in debate.mind:
        raise unknown_persona(state, command.read_as)
    borrowed = rows_of(debate.deck, debate.mind[command.read_as], card.id, state.outcomes)
    return (ev.Predicted(command.seat, card.id, command.read_as, borrowed),)


def _skip(debate: Debate, state: State, command: co.Skip) -> Events:
    return (ev.Skipped(command.seat, _unlocked(state, command.seat).card),)


def _unlocked(state: State, seat: str) -> Play:
    play = state.seats[seat].plays[-1]
    if play.rows is not None or play.skipped:
        raise illegal("Your rows are locked: the others are still at theirs.")
    return play


def _believe(debate: Debate, state: State, command: co.Believe) -> Events:
    play = state.seats[command.seat].plays[-1]
    if play.after is not None:
        raise illegal("Your belief is locked: the others are still at theirs.")
    if command.belief is None:
        return (ev.Believed(command.seat, play.card, play.promise),)
    belief = read_belief(command.belief, debate.deck.hypotheses)
    return (ev.Believed(command.seat, play.card, belief),)


_RULES: dict[type, tuple[Step, Callable[[Debate, State, Any], Events]]] = {
    co.Open: ("briefing", _open),
    co.Know: ("predict", _know),
    co.NameRival: ("predict", _name_rival),
    co.Predict: ("predict", _predict),
    co.Skip: ("predict", _skip),
    co.Argue: ("floor", argue),
    co.ArgueBare: ("floor", argue_bare),
    co.Concede: ("floor", concede),
    co.Call: ("floor", call),
    co.Pass: ("floor", pass_floor),
    co.Believe: ("update", _believe),
}

_WAITING_FOR: dict[Step, str] = {
    "briefing": "the table waits for opening beliefs",
    "predict": "the table waits for rows on the card",
    "reveal": "the cast is about to react",
    "floor": "the floor is open for arguments",
    "update": "the table waits for beliefs",
    "between": "the next card is about to be dealt",
    "over": "the game is over",
}
