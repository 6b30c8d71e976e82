"""A session: one game of one debate, commands in, events out."""

from __future__ import annotations

from collections.abc import Iterable

from debate_tui.engine.commands import SeatCommand, Undo
from debate_tui.engine.debate import Debate
from debate_tui.engine.decide import decide
from debate_tui.engine.events import (
    Answered,
    Believed,
    Called,
    CastMoved,
    Ended,
    Event,
    Known,
    Revealed,
    Rewound,
)
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.replay import History, caused_by

TELLING = (Revealed, CastMoved, Answered, Called, Ended)
"""Events that show something which would help whoever could act again."""


class Session(History):
    """One game of one debate; its state is always the fold of its events."""

    def __init__(self, debate: Debate, events: Iterable[Event]) -> None:
        super().__init__(events)
        self.debate = debate

    def decide(self, command: SeatCommand) -> tuple[Event, ...] | Refusal:
        """Give the events that a command causes, or why it is refused; nothing is changed."""
        if type(command) is Undo:
            return self._undo(command)
        return decide(self.debate, self.state, command)

    def _undo(self, command: Undo) -> tuple[Event, ...] | Refusal:
        last = self.last_command()
        if last is None:
            return Refusal("illegal", "There is nothing to take back.")
        event = self.events[last]
        if caused_by(event) != command.seat:
            return Refusal("illegal", "Somebody else has acted since.")
        if isinstance(event, Known):
            return Refusal("illegal", "That you knew this one cannot be taken back.")
        practice = self._shown_since(last)
        if practice and not (command.practice or self.state.practice):
            return Refusal("illegal", "You have seen what came of that.", "The rest would be practice.")
        return (Rewound(command.seat, last, practice),)

    def _shown_since(self, place: int) -> bool:
        """Whether what a command led to has been shown: an outcome, an answer, how a promise was kept."""
        last_report = isinstance(self.events[place], Believed) and place + 1 not in self.waited
        return last_report or any(isinstance(event, TELLING) for event in self.events[place:])
