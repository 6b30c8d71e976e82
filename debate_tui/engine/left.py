"""What is left to a seat on the floor, and why the rest is not: the refusals, the view and the hand agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from debate_tui.content.scenario import Argument
from debate_tui.engine.course import is_so
from debate_tui.engine.debate import Debate
from debate_tui.engine.floor import NO_GAP, reading_of
from debate_tui.engine.refusals import Refused, illegal
from debate_tui.engine.state import SeatState, State
from debate_tui.scoring.floor import gap


class Left(NamedTuple):
    """So many arguments, whether a call, those to whom the card on the table can be granted as it stands.

    `may_concede`: to anybody, be it by one of the authored concessions alone.
    """

    exchanges: int
    may_call: bool
    may_concede_to: tuple[str, ...]
    may_concede: bool


NOTHING = Left(0, may_call=False, may_concede_to=(), may_concede=False)


def left_to(debate: Debate, state: State, seat: str) -> Left:
    """Give what a seat can still do on the floor, where it does not pass."""
    seated, card = state.seats[seat], state.cards[-1]
    openly = [who for who in state.cast if not has_granted(state, seat, who, card)]
    grantable = tuple([who for who in openly if cannot_concede(state, seat, who, card) is None])
    return Left(
        exchanges=exchanges_left(debate, state, seat),
        may_call=bool(state.cast) and not seated.called,
        may_concede_to=grantable,
        may_concede=bool(grantable) or any(_concessions(debate, state, seat)),
    )


def exchanges_left(debate: Debate, state: State, seat: str) -> int:
    """Give how many arguments a seat can still say in this round."""
    return debate.rounds[state.rounds[-1]].exchanges - state.seats[seat].exchanges


def _concessions(debate: Debate, state: State, seat: str) -> Iterator[Argument]:
    """Give the authored concessions that a seat has not said and that would grant somebody something."""
    for argument in unsaid(debate, state, seat):
        said = debate.spoken[argument.id]
        if said.verb == "concede" and nothing_to_concede(state, seat, said.card) is None:
            yield argument


def unsaid(debate: Debate, state: State, seat: str) -> Iterator[Argument]:
    """Give the authored arguments that a seat may say and that nobody has said."""
    for argument in debate.scenario.arguments:
        if argument.id not in state.said and not cannot_say(debate, state, state.seats[seat], argument):
            yield argument


def cannot_say(debate: Debate, state: State, seat: SeatState, argument: Argument) -> Refused | None:
    """Say why a seat cannot use an argument now; None: it can."""
    hand = debate.rounds[state.rounds[-1]].arguments
    if hand is not None and argument.id not in hand:
        return illegal(f"{argument.id} is not in this round's hand.")
    if argument.by and "you" not in argument.by and seat.role not in argument.by:
        return illegal(f"{argument.id} is not yours to say.", f"It belongs to: {', '.join(argument.by)}.")
    return not_yet(state, argument)


def not_yet(state: State, argument: Argument) -> Refused | None:
    """Say why nobody can use an argument now; None: it can be said."""
    for card in argument.cites:
        if card not in state.revealed:
            return illegal(f"{argument.id} cites {card}, which has not been revealed.")
    if not is_so(argument.when, state):
        return illegal(f"{argument.id} cannot be said yet.")
    return None


def cannot_concede(state: State, seat: str, to: str, card: str) -> Refused | None:
    """Say why a seat cannot grant one of the cast their reading of a card; None: it can."""
    own = reading_of(state, seat, card)
    if own is None:
        return illegal("You locked no figures on this card that could be amended.")
    if gap(own, state.cast[to].readings[state.revealed.index(card)]) < NO_GAP:
        return illegal("You read this card as they do.", "There is nothing to concede.")
    return None


def nothing_to_concede(state: State, seat: str, card: str | None) -> Refused | None:
    """Say why a seat cannot grant anybody their reading of a card; None: somebody's it can."""
    refused = [cannot_concede(state, seat, who, card or state.cards[-1]) for who in state.cast]
    return next(iter(refused), None) if all(refused) else None


def has_granted(state: State, seat: str, to: str, card: str) -> bool:
    """Whether a seat has granted one of the cast their reading of a card."""
    return any(play.card == card and to in play.granted for play in state.seats[seat].plays)
