"""A session: one game of one debate, commands in, events out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from debate_tui.engine.commands import Command, Undo
from debate_tui.engine.course import advance
from debate_tui.engine.debate import Debate
from debate_tui.engine.decide import decide
from debate_tui.engine.events import Event, Rewound
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.replay import History
from debate_tui.engine.state import State


class Session:
    """One game of one debate; its state is always the fold of its events."""

    def __init__(self, debate: Debate, events: Iterable[Event]) -> None:
        self.debate = debate
        self._history = History(events)

    @property
    def events(self) -> Sequence[Event]:
        """Everything that happened, also what was gone back over."""
        return self._history.events

    @property
    def state(self) -> State:
        """Where the game stands."""
        return self._history.state

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
            self._history.append(event)

    def _undo(self, command: Undo) -> tuple[Event, ...] | Refusal:
        mark = self.state.mark
        if mark is None:
            return Refusal("illegal", "There is nothing to take back.")
        if mark.seat != command.seat:
            return Refusal("illegal", "Somebody else has acted since.")
        if mark.lasting:
            return Refusal("illegal", "That you knew this one cannot be taken back.")
        practice = self._saw_more_than(self._history.states[mark.at - 1])
        if practice and not (command.practice or self.state.practice):
            return Refusal("illegal", "That goes back across a reveal.", "The rest would be practice.")
        return (Rewound(command.seat, mark.at, practice),)

    def _saw_more_than(self, earlier: State) -> bool:
        """Whether something has been shown since that would help to do it again."""
        return len(self.state.revealed) > len(earlier.revealed) or self.state.step == "over"
