"""A question whose answer is typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from debate_tui.tui.keys import ESCAPE
from debate_tui.tui.screens.once import Once


class Ask(ModalScreen[str | None], Once[str | None]):
    """A line to type; None: back without one."""

    BINDINGS = [*ESCAPE]
    CSS_PATH = "dialog.tcss"

    def __init__(self, question: str, answer: str = "") -> None:
        super().__init__()
        self.question = question
        self.answer = answer

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self.question, "bold"), classes="question")
            yield Input(self.answer)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)
