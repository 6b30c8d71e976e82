"""One game for every face: a session, the cast's turns, and a log that keeps every event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from debate_tui.engine.commands import SeatCommand
from debate_tui.engine.course import advance
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Event, Revealed, Seen, Started
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.scorecard import Scorecard, scorecard
from debate_tui.engine.session import Session
from debate_tui.engine.state import State
from debate_tui.engine.view import View, view
from debate_tui.errors import StorageError
from debate_tui.opponents.minds import cast_turn


class Log(Protocol):
    """Somewhere that keeps events; `append` returns once they are safe, or raises StorageError."""

    def append(self, events: Sequence[Event]) -> None:
        """Keep these events."""

    def close(self) -> None:
        """Let go of what they are kept in."""


class Game:
    """One game of one debate. Commands go in by `send`; what a seat may see comes out by `view`."""

    def __init__(self, debate: Debate, events: Iterable[Event], log: Log | None = None) -> None:
        """Take up a game that has these events so far, all of them kept already."""
        self.debate = debate
        self.log = log
        self.storage_problem: StorageError | None = None
        """What went wrong with the log, if anything: since then the game is in memory only."""
        self._session = Session(debate, events)
        self._keep(self._carry_on(()))

    @classmethod
    def new(cls, debate: Debate, started: Started, log: Log | None = None) -> Game:
        """Begin a game."""
        game = cls(debate, [started], log)
        game._keep([started])  # nothing follows by itself from a game's first event
        return game

    @property
    def events(self) -> Sequence[Event]:
        """Everything that happened."""
        return self._session.events

    @property
    def state(self) -> State:
        """Where the game stands: for those who may see everything."""
        return self._session.state

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.step == "over"

    def send(self, command: SeatCommand) -> tuple[Event, ...] | Refusal:
        """Carry out a command and all that follows from it, and keep it; or say why not."""
        caused = self._session.decide(command)
        if type(caused) is Refusal:  # for a struct `isinstance` takes several times as long
            return caused
        events = self._carry_on(caused)
        self._keep(events)
        return events

    def note_seen(self, cards: Collection[str]) -> tuple[str, ...]:
        """Note the cards that another game has shown since this one began; give those that this is news of.

        Nothing is news of a card that this game has shown itself, nor where all is practice or over.
        """
        state = self.state
        known = {event.card for event in self.events if isinstance(event, Revealed)} | state.seen
        news = tuple(
            [card.id for card in state.started.deck.cards if card.id in cards and card.id not in known]
        )
        if not news or state.practice or self.over:
            return ()
        self._session.extend([Seen(news)])
        self._keep([Seen(news)])
        return news

    def keep_in(self, log: Log) -> None:
        """Go on with another log, which has all events so far."""
        self.close()
        self.log = log
        self.storage_problem = None

    def close(self) -> None:
        """Let go of the log, so that somebody else can go on with this game."""
        if self.log is not None:
            self.log.close()

    def view(self, seat: str) -> View:
        """Give what a seat may see."""
        return view(self.debate, self.state, seat)

    def scorecard(self, seat: str) -> Scorecard:
        """Give a seat's scorecard."""
        return scorecard(self.state, seat)

    def _carry_on(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Take in events, then what follows by itself and what the cast does, until a seat has to decide."""
        session, happened = self._session, events
        while not session.extend(events):
            events = advance(self.debate, session.state) or cast_turn(self.debate, session.state)
            happened += events
        return happened

    def _keep(self, events: Sequence[Event]) -> None:
        """Keep events before they are acknowledged; where that fails the game goes on, and says so."""
        if self.log is None or not events:
            return
        try:
            self.log.append(events)
        except StorageError as problem:
            self.storage_problem = problem
