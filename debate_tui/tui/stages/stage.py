"""What every step has in common: it shows where the game stands, and asks for commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from debate_tui.engine.commands import SeatCommand
from debate_tui.tui.look import Face, Hue, faces, hues
from debate_tui.tui.sitting import Sitting

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp


class Stage(Vertical):
    """One step of the game on the screen."""

    DEFAULT_CSS = """
    Stage { height: 1fr; }
    """

    app: DebateApp

    class Asked(Message):
        """The player wants this carried out."""

        def __init__(self, command: SeatCommand) -> None:
            super().__init__()
            self.command = command

    class Done(Message):
        """The player has seen enough of this."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.view = sitting.view
        self.waiting = False
        """Whether the table has still to answer a wish."""

    @property
    def faces(self) -> Mapping[str, Face]:
        """Everybody at the table."""
        return faces(self.sitting.debate, self.sitting.names, [self.sitting.seat])

    @property
    def hues(self) -> Mapping[str, Hue]:
        """The hypotheses."""
        return hues(self.sitting.debate)

    @property
    def hypotheses(self) -> list[tuple[str, str]]:
        """The hypotheses by id and name."""
        return [(id, hue.name) for id, hue in self.hues.items()]

    def ask(self, command: SeatCommand) -> None:
        """Ask for a command."""
        self._tell_table(self.Asked(command))

    def go_on(self) -> None:
        """Say that the player has seen enough of this."""
        self._tell_table(self.Done())

    def _tell_table(self, wish: Asked | Done) -> None:
        """Pass a wish on, unless the last one waits for its answer: a key that is held down is one wish."""
        if not self.waiting:
            self.waiting = True
            self.post_message(wish)

    def follow(self) -> None:
        """Look at the table again: something has happened that leaves the step as it is."""
        self.waiting = False
        self.view = self.sitting.view

    def focus_first(self) -> None:
        """Give the keys to what the step is about."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return

    def undo(self) -> bool:
        """Take back something that is not locked in; whether there was such a thing."""
        return False
