"""What may be said on the floor, and the events that saying it causes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from debate_tui.content.moves import CALLS_OUT
from debate_tui.engine import commands as co
from debate_tui.engine import events as ev
from debate_tui.engine.argument_map import BARE_STRENGTH, strength_of
from debate_tui.engine.debate import Debate
from debate_tui.engine.floor import aim, aims, locked_reading, reading_of, shift
from debate_tui.engine.left import Left, cannot_concede, cannot_say, exchanges_left, has_granted, left_to
from debate_tui.engine.refusals import Refused, illegal, unknown
from debate_tui.engine.slips import in_question, slip_made
from debate_tui.engine.state import SeatState, State
from debate_tui.scoring.floor import ear_after_call, heed, toward

Events = tuple[ev.Event, ...]


def argue(debate: Debate, state: State, command: co.Argue) -> Events:
    """Say an authored argument; one whose move is a call or a concession does that."""
    seat = _has_floor(state, command.seat)
    argument = debate.arguments.get(command.argument)
    if argument is None:
        raise unknown(f"There is no argument {command.argument!r}.")
    refused = cannot_say(debate, state, seat, argument)
    if refused is not None:
        raise refused
    if command.to is not None and command.to not in state.cast:
        raise unknown_persona(state, command.to)
    argued = say(debate, argument.id, command.seat, to=command.to)
    card = argued.card or state.cards[-1]
    if argued.verb == "concede":
        return (argued, _concession(state, command.seat, command.to, card, argued))
    if argued.verb == "call":
        return (argued, *_judged(state, command.seat, command.to, (card,), CALLS_OUT[argument.move], argued))
    _take_exchange(debate, state, command.seat)
    return (argued,)


def say(
    debate: Debate, argument: str, speaker: str, *, to: str | None = None, answers: str | None = None
) -> ev.Argued:
    """Give the event of somebody saying an authored argument."""
    return replace(debate.spoken[argument], speaker=speaker, to=to, answers=answers)


def argue_bare(debate: Debate, state: State, command: co.ArgueBare) -> Events:
    """Press, deflate, link or clarify without an authored argument."""
    _has_floor(state, command.seat)
    card = _cited(debate, state, command.card)
    if command.to is not None and command.to not in state.cast:
        raise unknown_persona(state, command.to)
    argued = ev.Argued(command.seat, command.verb, card=card, to=command.to, strength=BARE_STRENGTH)
    if command.verb == "link" and debate.deck.card(card).on is None:
        name = debate.cards[card].name
        raise illegal(f"“{name}” stands alone.", "Link a card that partly repeats an earlier one.")
    if command.verb != "clarify" and not aims(state, argued):
        raise illegal(
            "That would move nobody.", "All read the card as you do, or your figures say nothing about it."
        )
    _take_exchange(debate, state, command.seat)
    return (argued,)


def concede(debate: Debate, state: State, command: co.Concede) -> Events:
    """Grant somebody their reading of a card."""
    _has_floor(state, command.seat)
    return (_concession(state, command.seat, command.to, _cited(debate, state, command.card)),)


def call(debate: Debate, state: State, command: co.Call) -> Events:
    """Call somebody for a slip."""
    _has_floor(state, command.seat)
    named = command.card is not None
    cards = (_cited(debate, state, command.card),) if named else in_question(debate, state)
    return _judged(state, command.seat, command.to, cards, (command.slip,))


def pass_floor(debate: Debate, state: State, command: co.Pass) -> Events:
    """Say nothing more in this round."""
    _has_floor(state, command.seat)
    return (ev.Passed(command.seat),)


def unknown_persona(state: State, persona: str | None) -> Refused:
    """Refuse a name that nobody of the cast has."""
    who = f"Nobody called {persona!r} sits here." if persona else "Say to whom."
    return unknown(who, f"At the table: {', '.join(state.cast)}.")


def _has_floor(state: State, seat: str) -> SeatState:
    if state.pending is not None:
        raise illegal("The cast is about to answer.")
    if state.seats[seat].passed:
        raise illegal("You have passed.")
    return state.seats[seat]


def _somebody(state: State, persona: str | None) -> str:
    if persona is None or persona not in state.cast:
        raise unknown_persona(state, persona)
    return persona


def _cited(debate: Debate, state: State, card: str | None) -> str:
    card = card or state.cards[-1]
    if card not in debate.cards:
        raise unknown(f"There is no card {card!r}.")
    if card not in state.revealed:
        raise illegal(f"{card} has not been revealed.")
    return card


def _take_exchange(debate: Debate, state: State, seat: str) -> None:
    if exchanges_left(debate, state, seat) <= 0:
        instead = _instead(left_to(debate, state, seat))
        raise illegal("No argument is left to you in this round.", instead)


def _instead(left: Left) -> str:
    """Say what can still be done without an argument."""
    mends = [
        *(["concede"] if left.may_concede else []),
        *(["call a slip"] if left.may_call else []),
        "or be done.",
    ]
    return ", ".join(mends).removeprefix("or ").capitalize()


def _strength(state: State, argued: ev.Argued | None) -> float:
    return strength_of(state, argued) if argued else BARE_STRENGTH


def _concession(
    state: State, seat: str, to: str | None, card: str, argued: ev.Argued | None = None
) -> ev.Conceded:
    """Move the speaker's own reading of a card; whoever grants a point listens fully, with an ear of 1.

    What has been granted before moves nobody.
    """
    to = _somebody(state, to)
    refused = cannot_concede(state, seat, to, card)
    if refused is not None:
        raise refused
    own, theirs = reading_of(state, seat, card) or (), state.cast[to].readings[state.revealed.index(card)]
    again = argued.argument in state.said if argued else has_granted(state, seat, to, card)
    reading = own if again else toward(own, theirs, heed(1.0, _strength(state, argued)))
    return ev.Conceded(seat, to, card, reading, argued.argument if argued else None)


def _judged(
    state: State,
    seat: str,
    to: str | None,
    cards: Sequence[str],
    slips: Sequence[str],
    argued: ev.Argued | None = None,
) -> Events:
    """Judge a call: right, and the one called mends its reading; wrong, and it listens less from now on.

    It is about the first of the cards on which a slip was made, or the first of all where none was.
    """
    to = _somebody(state, to)
    if state.seats[seat].called:
        raise illegal("You have called somebody this round.", "One call a round.")
    accused = [(card, slip) for slip in slips for card in cards]
    judged = ((card, slip, *slip_made(state, to, card, slip)) for card, slip in accused)
    card, slip, right, about = next((each for each in judged if each[2]), (*accused[0], False, None))
    called = ev.Called(
        seat=seat,
        to=to,
        card=card,
        slip=slip,
        right=right,
        ear=ear_after_call(state.cast[to].ears[seat], right),
        about=about,
        argument=argued.argument if argued else None,
        accused=tuple(cards) if len(cards) > 1 else (),
    )
    return (called, *(_mended(state, to, seat, card, _strength(state, argued)) if right else ()))


def _mended(state: State, persona: str, seat: str, card: str, strength: float) -> Events:
    """Move whoever was rightly called towards α = 1 on its own row; a tripwire has moved it there already."""
    mind = next(mind for mind in state.started.minds if mind.persona == persona)
    aimed = aim(state.cast[persona], state.revealed.index(card), locked_reading(state, mind, card))
    if aimed is None:
        return ()
    return (ev.CastMoved(card, (shift(state, persona, seat, aimed, strength, "called"),)),)
