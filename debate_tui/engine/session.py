"""A session: one game of one debate, commands in, events out."""

from __future__ import annotations

from collections.abc import Iterable

from debate_tui.engine.commands import Command, Undo
from debate_tui.engine.course import advance
from debate_tui.engine.debate import Debate
from debate_tui.engine.decide import decide
from debate_tui.engine.events import Event, Known, Rewound
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.replay import History, caused_by
from debate_tui.engine.state import State


class Session(History):
    """One game of one debate; its state is always the fold of its events."""

    def __init__(self, debate: Debate, events: Iterable[Event]) -> None:
        super().__init__(events)
        self.debate = debate

    def decide(self, command: Command) -> tuple[Event, ...] | Refusal:
        """Give the events that a command causes, or why it is refused; nothing is changed."""
        if isinstance(command, Undo):
            return self._undo(command)
        return decide(self.debate, self.state, command)

    def advance(self) -> tuple[Event, ...]:
        """Give what happens next before anybody has to decide."""
        return advance(self.debate, self.state)

    def apply(self, events: Iterable[Event]) -> None:
        """Take in events that have happened."""
        for event in events:
            self.append(event)

    def _undo(self, command: Undo) -> tuple[Event, ...] | Refusal:
        last = self.last_command()
        if last is None:
            return Refusal("illegal", "There is nothing to take back.")
        event = self.events[last]
        if caused_by(event) != command.seat:
            return Refusal("illegal", "Somebody else has acted since.")
        if isinstance(event, Known):
            return Refusal("illegal", "That you knew this one cannot be taken back.")
        practice = self._saw_more_than(self.states[last - 1])
        if practice and not (command.practice or self.state.practice):
            return Refusal("illegal", "That goes back across a reveal.", "The rest would be practice.")
        return (Rewound(command.seat, last, practice),)

    def _saw_more_than(self, earlier: State) -> bool:
        """Whether something has been shown since that would help to do it again."""
        return len(self.state.revealed) > len(earlier.revealed) or self.state.step == "over"
