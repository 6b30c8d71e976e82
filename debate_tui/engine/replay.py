"""Folding a list of events, with what only a whole history knows: earlier states, for going back."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

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
    Seen,
    Skipped,
)
from debate_tui.engine.fold import apply, begin
from debate_tui.engine.state import MOVES_ON, State


class History:
    """The events of a game, where they led, and every state in which the table waited for a seat."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Fold events, the first of which is `Started`; ValueError where it is not."""
        first, *rest = events
        if first.kind != "started":
            raise ValueError("a game begins with the event `started`")
        self.events: list[Event] = [first]
        self.state = begin(first)
        """Where the game stands."""
        self.waited: dict[int, State] = {1: self.state}
        """What one can go back to: where it stood after so many events, if a seat had to decide then."""
        self.extend(rest)

    def extend(self, events: Iterable[Event]) -> bool:
        """Take in more events; give whether the table waits for a seat now."""
        happened, waited, state = self.events, self.waited, self.state
        for event in events:
            self.state = state = (
                self._gone_back(state, event) if type(event) is Rewound else apply(state, event)
            )
            happened.append(event)
            if state.pending is None and state.step not in MOVES_ON:
                waited[len(happened)] = state
        return len(happened) in waited

    def _gone_back(self, now: State, event: Rewound) -> State:
        back = gone_back(self.waited[event.to], practice=event.practice or now.practice)
        return apply(back, Seen(tuple(now.seen - back.seen)))  # nobody forgets

    def last_command(self) -> int | None:
        """Find the event that began the last command of a seat that still counts; None where none does."""
        counting: list[int] = []
        lengths: list[int] = []
        for place, event in enumerate(self.events):
            if isinstance(event, Rewound):
                del counting[lengths[event.to - 1] :]
            elif caused_by(event) in self.state.seats:
                counting.append(place)
            lengths.append(len(counting))
        return counting[-1] if counting else None


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
        seat: replace(
            seated,
            plays=tuple(
                play if play.after is not None else replace(play, fresh=False) for play in seated.plays
            ),
        )
        for seat, seated in state.seats.items()
    }
    return replace(state, practice=True, seats=seats)
