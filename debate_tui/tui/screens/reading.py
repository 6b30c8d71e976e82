"""Something to read over the screen: a card, people, hypotheses, the glossary; esc goes back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from debate_tui.tui.keys import BACK
from debate_tui.tui.screens.once import Once


class Reading(ModalScreen[None], Once[None]):
    """A title, and something below it that scrolls."""

    BINDINGS = [*BACK]
    CSS_PATH = "dialog.tcss"

    def __init__(self, title: str, body: Sequence[Content] | Widget) -> None:
        super().__init__()
        self.heading = title
        self.body = body

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog reading"):
            yield Static(Content.styled(self.heading, "bold"), classes="question")
            if isinstance(self.body, Widget):
                yield self.body
            else:
                with VerticalScroll():
                    for paragraph in self.body:
                        yield Static(paragraph, classes="paragraph")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
