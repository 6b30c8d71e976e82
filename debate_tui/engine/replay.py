"""Folding a list of events, with what only a whole history knows: earlier states, for going back."""

from __future__ import annotations

from collections.abc import Iterable

from debate_tui.engine.events import (
    Argued,
    Believed,
    Called,
    Conceded,
    Event,
    Known,
    Opened,
    Passed,
    Predicted,
    Rewound,
    RivalNamed,
    Skipped,
)
from debate_tui.engine.fold import apply, begin
from debate_tui.engine.state import Mark, State


class History:
    """The events of a game and the state after each of them."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Fold events, the first of which is `Started`; ValueError where it is not."""
        first, *rest = events
        if first.kind != "started":
            raise ValueError("a game begins with the event `started`")
        self.events: list[Event] = [first]
        self.states: list[State] = [begin(first)]
        for event in rest:
            self.append(event)

    @property
    def state(self) -> State:
        """Where the game stands."""
        return self.states[-1]

    def append(self, event: Event) -> None:
        """Take in one more event."""
        self.states.append(self._after(event))
        self.events.append(event)

    def _after(self, event: Event) -> State:
        if isinstance(event, Rewound):
            seen_more = event.practice or self.state.practice
            return gone_back(self.states[event.to - 1], practice=seen_more)
        state = apply(self.state, event)
        seat = caused_by(event)
        if seat is None or seat not in state.seats:
            return state
        mark = Mark(seat, len(self.events), isinstance(event, Known), self.state.mark)
        return state.but(mark=mark)

    def counting(self) -> list[Event]:
        """Give the events that still count: not those that somebody went back over, nor the going back."""
        kept: list[Event] = []
        lengths: list[int] = []
        for event in self.events:
            if isinstance(event, Rewound):
                del kept[lengths[event.to - 1] :]
            else:
                kept.append(event)
            lengths.append(len(kept))
        return kept


def fold(events: Iterable[Event]) -> State:
    """Give the state after all these events."""
    return History(events).state


def caused_by(event: Event) -> str | None:
    """Name the speaker whose command an event begins; None for what follows from it."""
    match event:
        case Opened() | Known() | RivalNamed() | Predicted() | Skipped() | Passed() | Believed():
            return event.seat
        case Argued(answers=None):
            return event.speaker
        case Conceded(argument=None) | Called(argument=None):
            return event.seat
        case _:
            return None


def gone_back(state: State, *, practice: bool) -> State:
    """Give an earlier state as it is after going back to it: what is still open becomes practice."""
    if not practice:
        return state
    seats = {
        seat: seated.but(
            plays=tuple(play if play.after is not None else play.but(fresh=False) for play in seated.plays)
        )
        for seat, seated in state.seats.items()
    }
    return state.but(practice=True, seats=seats)
