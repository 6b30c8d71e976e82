"""One function that folds an event into the state; going back is left to `replay`, which keeps the states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from debate_tui.engine import events as ev
from debate_tui.engine.argument_map import said_id
from debate_tui.engine.state import Met, MindState, Play, Said, SeatState, State
from debate_tui.scoring.single import centred, tempered


def begin(started: ev.Started) -> State:
    """Give the state after the first event: everybody seated, nobody opened."""
    played = {seat.role for seat in started.seats}
    seats = [seat.id for seat in started.seats]
    return State(
        started=started,
        seats={seat.id: SeatState(seat.role) for seat in started.seats},
        cast={
            mind.persona: MindState((mind.prior,), (), (), dict.fromkeys(seats, mind.ear))
            for mind in started.minds
            if mind.persona not in played
        },
        seen=frozenset(started.seen),
        practice=started.practice,
    )


def apply(state: State, event: ev.Event) -> State:
    """Fold one event into the state."""
    return _FOLDS[type(event)](state, event)


def _opened(state: State, event: ev.Opened) -> State:
    seats = _with_seat(state, event.seat, replace(state.seats[event.seat], opening=event.belief))
    ready = None not in [seat.opening for seat in seats.values()]
    return replace(state, seats=seats, step="between" if ready else "briefing")


def _round_began(state: State, event: ev.RoundBegan) -> State:
    return replace(
        state,
        rounds=(*state.rounds, event.round),
        waiting=event.evidence,
        seats={
            seat: replace(seated, exchanges=0, called=False, passed=False)
            for seat, seated in state.seats.items()
        },
    )


def _dealt(state: State, event: ev.Dealt) -> State:
    practice = state.practice or event.card in state.seen
    return replace(
        state,
        step="predict",
        cards=(*state.cards, event.card),
        waiting=state.waiting[1:],
        seats={
            seat: replace(
                seated, plays=(*seated.plays, Play(event.card, seated.belief or (), fresh=not practice))
            )
            for seat, seated in state.seats.items()
        },
    )


def _known(state: State, event: ev.Known) -> State:
    play = replace(state.seats[event.seat].plays[-1], known=True, fresh=False)
    return replace(state, seats=_with_play(state, event.seat, play))


def _seen(state: State, event: ev.Seen) -> State:
    """Note what was shown elsewhere; a card that lies hidden on the table may be among it."""
    state = replace(state, seen=state.seen | set(event.cards))
    if state.card not in event.cards or state.card in state.revealed:
        return state
    plays = {
        seat: (*seated.plays[:-1], replace(seated.plays[-1], fresh=False))
        for seat, seated in state.seats.items()
    }
    return replace(
        state, seats={seat: replace(seated, plays=plays[seat]) for seat, seated in state.seats.items()}
    )


def _rival_named(state: State, event: ev.RivalNamed) -> State:
    play = replace(state.seats[event.seat].plays[-1], rival=event.rival)
    return replace(state, seats=_with_play(state, event.seat, play))


def _predicted(state: State, event: ev.Predicted) -> State:
    play = replace(state.seats[event.seat].plays[-1], source=event.source, rows=event.rows)
    return _locked(state, _with_play(state, event.seat, play))


def _skipped(state: State, event: ev.Skipped) -> State:
    play = replace(state.seats[event.seat].plays[-1], skipped=True)
    return _locked(state, _with_play(state, event.seat, play))


def _locked(state: State, seats: Mapping[str, SeatState]) -> State:
    plays = [seat.plays[-1] for seat in seats.values()]
    waiting = [play for play in plays if play.rows is None and not play.skipped]
    return replace(state, seats=seats, step="predict" if waiting else "reveal")


def _revealed(state: State, event: ev.Revealed) -> State:
    outcome = state.started.deck.card(event.card).outcomes.index(event.outcome)
    return replace(
        state,
        revealed=(*state.revealed, event.card),
        seats={
            seat: replace(seated, plays=(*seated.plays[:-1], _promised(seated.plays[-1], outcome)))
            for seat, seated in state.seats.items()
        },
    )


def _promised(play: Play, outcome: int) -> Play:
    """Work out what the locked rows promise now that the outcome is known; without rows, not to move."""
    if play.rows is None:
        return replace(play, promise=play.before, amended=play.before)
    reading = centred([row[outcome] for row in play.rows])
    promise = tempered(play.before, 1.0, reading)
    return replace(play, reading=reading, promise=promise, amended=promise)


def _dueled(state: State, event: ev.Dueled) -> State:
    play = replace(state.seats[event.seat].plays[-1], duel_bits=event.bits)
    return replace(
        state,
        seats=_with_play(state, event.seat, play),
        cast=_with_ear(state, event.rival, event.seat, event.ear),
    )


def _cast_moved(state: State, event: ev.CastMoved) -> State:
    cast = dict(state.cast)
    if state.step == "reveal":
        for shift in event.shifts:
            cast[shift.persona] = _first_moved(cast[shift.persona], shift)
        return replace(state, cast=cast, step="update" if state.waiting else "floor")
    place = state.revealed.index(event.card)
    for shift in event.shifts:
        cast[shift.persona] = _moved_again(cast[shift.persona], shift, place)
    return replace(state, cast=cast)


def _first_moved(mind: MindState, shift: ev.Shift) -> MindState:
    met = Met(mind.path[-1], shift.reading, shift.prior_weight, shift.why == "tripwire")
    return MindState(mind.path + shift.beliefs, (*mind.met, met), (*mind.readings, shift.reading), mind.ears)


def _moved_again(mind: MindState, shift: ev.Shift, place: int) -> MindState:
    readings = (*mind.readings[:place], shift.reading, *mind.readings[place + 1 :])
    return MindState((*mind.path[: place + 1], *shift.beliefs), mind.met, readings, mind.ears)


def _argued(state: State, event: ev.Argued) -> State:
    """Put it on the map; what is said again neither adds to the map nor needs an answer."""
    name = said_id(event, len(state.seats))
    again = name in state.said
    said = state.said if again else {**state.said, name: Said(name, state.rounds[-1], event)}
    if event.speaker not in state.seats or event.verb in ("call", "concede"):
        return replace(state, said=said)
    seat = state.seats[event.speaker]
    return replace(
        state,
        said=said,
        seats=_with_seat(state, event.speaker, replace(seat, exchanges=seat.exchanges + 1)),
        pending=None if again else event,
        first_argument=len(state.revealed) if state.first_argument is None else state.first_argument,
    )


def _answered(state: State, event: ev.Answered) -> State:
    argument = state.pending.argument if state.pending else None
    conceded = state.conceded | {argument} if event.conceded and argument else state.conceded
    return replace(state, pending=None, conceded=conceded)


def _conceded(state: State, event: ev.Conceded) -> State:
    seat = state.seats[event.seat]
    plays = list(seat.plays)
    place = next(i for i, play in enumerate(plays) if play.card == event.card)
    was, bare = plays[place].reading, () if event.argument else (event.to,)
    plays[place] = replace(plays[place], reading=event.reading, granted=plays[place].granted + bare)
    if event.reading != was:  # what is granted again, or too weakly to move anybody, leaves the promise
        step = [now - then for now, then in zip(event.reading, was, strict=True)]
        plays[-1] = replace(plays[-1], amended=tempered(plays[-1].amended, 1.0, step))
    conceded = state.conceded | {event.argument} if event.argument else state.conceded
    seats = _with_seat(state, event.seat, replace(seat, plays=tuple(plays)))
    return replace(state, seats=seats, conceded=conceded)


def _called(state: State, event: ev.Called) -> State:
    return replace(
        state,
        seats=_with_seat(state, event.seat, replace(state.seats[event.seat], called=True)),
        cast=_with_ear(state, event.to, event.seat, event.ear),
        disproved=state.disproved | {event.about} if event.about else state.disproved,
        calls=(*state.calls, event),
    )


def _passed(state: State, event: ev.Passed) -> State:
    seats = _with_seat(state, event.seat, replace(state.seats[event.seat], passed=True))
    done = False not in [seat.passed for seat in seats.values()]
    return replace(state, seats=seats, step="update" if done else "floor")


def _believed(state: State, event: ev.Believed) -> State:
    play = replace(state.seats[event.seat].plays[-1], after=event.belief)
    seats = _with_play(state, event.seat, play)
    done = None not in [seat.plays[-1].after for seat in seats.values()]
    return replace(state, seats=seats, step="between" if done else "update")


def _ended(state: State, event: ev.Ended) -> State:
    return replace(state, step="over", ending=event.ending)


def _with_seat(state: State, seat: str, seated: SeatState) -> Mapping[str, SeatState]:
    return {**state.seats, seat: seated}


def _with_play(state: State, seat: str, play: Play) -> Mapping[str, SeatState]:
    """Give the seats where one of them has got so far with the card on the table."""
    seated = state.seats[seat]
    return _with_seat(state, seat, replace(seated, plays=(*seated.plays[:-1], play)))


def _with_ear(state: State, persona: str, seat: str, ear: float) -> Mapping[str, MindState]:
    mind = state.cast[persona]
    return {**state.cast, persona: replace(mind, ears={**mind.ears, seat: ear})}


_FOLDS: dict[type, Callable[[State, Any], State]] = {
    ev.Opened: _opened,
    ev.RoundBegan: _round_began,
    ev.Dealt: _dealt,
    ev.Known: _known,
    ev.Seen: _seen,
    ev.RivalNamed: _rival_named,
    ev.Predicted: _predicted,
    ev.Skipped: _skipped,
    ev.Revealed: _revealed,
    ev.Dueled: _dueled,
    ev.CastMoved: _cast_moved,
    ev.Argued: _argued,
    ev.Answered: _answered,
    ev.Conceded: _conceded,
    ev.Called: _called,
    ev.Passed: _passed,
    ev.Believed: _believed,
    ev.Ended: _ended,
}
