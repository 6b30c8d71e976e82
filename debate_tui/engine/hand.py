"""A seat's hand on the floor: what it could say, what that would do, and why not where it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from debate_tui.content.moves import Verb
from debate_tui.engine.argument_map import BARE_STRENGTH, strength_of
from debate_tui.engine.commands import ArgueBare
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Argued
from debate_tui.engine.floor import aims, reading_of
from debate_tui.engine.left import nothing_to_concede, unsaid
from debate_tui.engine.refusals import Refused
from debate_tui.engine.speak import argue_bare, say
from debate_tui.engine.state import State
from debate_tui.value import Value

BARE_VERBS: tuple[Verb, ...] = ("press", "deflate", "link", "clarify")


class Option(Value, frozen=True):
    """Something to say; `argument` None: the bare verb.

    `strength` is what it would have on the map, 0 to 1; `moves` names who would be moved; `why_not` is empty
    where it may be said now. What presses a card `favours` what the seat's own figures on it speak for.
    """

    verb: Verb
    argument: str | None
    card: str | None
    strength: float
    moves: tuple[str, ...]
    why_not: str = ""
    favours: str | None = None


def hand(debate: Debate, state: State, seat: str) -> tuple[Option, ...]:
    """Give what a seat could say now: the authored arguments not heard yet, then the bare verbs.

    What is about this round's cards comes before what is about earlier ones.
    """
    now = debate.rounds[state.rounds[-1]].evidence
    authored = sorted(_authored(debate, state, seat), key=lambda option: option.card not in (None, *now))
    return (*authored, *_bare(debate, state, seat))


def _authored(debate: Debate, state: State, seat: str) -> Iterator[Option]:
    for argument in unsaid(debate, state, seat):
        argued = say(debate, argument.id, seat)
        strength = strength_of(state, argued)
        why_not = _why_not(debate, state, seat, argued)
        yield _option(state, argued, strength, why_not)


def _bare(debate: Debate, state: State, seat: str) -> Iterator[Option]:
    """Offer the bare verbs on the round's last card; earlier ones can be played by naming the card."""
    card = state.cards[-1]
    for verb in BARE_VERBS:
        argued = Argued(seat, verb, card=card, strength=BARE_STRENGTH)
        try:
            argue_bare(debate, state, ArgueBare(seat, verb, card))
            why_not = ""
        except Refused as refused:
            why_not = str(refused.refusal)
        yield _option(state, argued, BARE_STRENGTH, why_not)


def _option(state: State, argued: Argued, strength: float, why_not: str) -> Option:
    card, favours = argued.card, None
    reading = reading_of(state, argued.speaker, card) if argued.verb == "press" and card is not None else None
    if reading is not None:
        favours = state.started.deck.hypotheses[reading.index(max(reading))]
    moves = tuple(aims(state, argued))
    return Option(argued.verb, argued.argument, card, strength, moves, why_not, favours)


def _why_not(debate: Debate, state: State, seat: str, argued: Argued) -> str:
    """Say why an argument of the hand cannot be played just now: calls and exchanges are counted."""
    seated = state.seats[seat]
    if argued.verb == "call":
        return "You have called somebody this round." if seated.called else ""
    if argued.verb == "concede":
        refused = nothing_to_concede(state, seat, argued.card)
        return str(refused.refusal) if refused else ""
    left = debate.rounds[state.rounds[-1]].exchanges - seated.exchanges
    return "" if left > 0 else "No argument is left to you in this round."
