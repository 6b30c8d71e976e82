"""The line above the table: the title, the card's number, and the steps with the present one in capitals."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from debate_tui.tui import words

LEAST_TITLE = 10
"""Cells for the beginning of the title, and two spaces behind it."""


class Steps(Widget):
    """Where in the game one is. What does not fit is left out, the title first."""

    DEFAULT_CSS = """
    Steps { height: 1; dock: top; background: $panel; padding: 0 1; }
    """

    number: reactive[int] = reactive(0)
    scene: reactive[str] = reactive("")
    about: reactive[str] = reactive("")
    more: reactive[str] = reactive("")
    """What says that there is more to read below, where nothing else does."""

    def __init__(self, title: str, about: str, cards: int, *, at_most: bool) -> None:
        """Show a title, what kind of game it is, and how many cards it has, perhaps fewer."""
        super().__init__()
        self.title = title
        self.cards = cards
        self.at_most = at_most
        self.set_reactive(Steps.about, about)

    def render(self) -> Content:
        width = self.size.width
        steps = Content(" · ").join(
            Content.styled(
                name.upper() if scene == self.scene else name,
                "bold" if scene == self.scene else "$foreground-muted",
            )
            for scene, name in words.STEPS.items()
        )
        text = words.CARD_OF_AT_MOST if self.at_most else words.CARD_OF
        number = text.format(number=self.number, cards=self.cards) if self.number else ""
        short = Content.styled(words.STEPS.get(self.scene, "").upper(), "bold")
        if self.more:
            short += f" {self.more}"
        right = Content("   ").join([Content(number), steps])
        about = Content(f", {self.about}" if self.about else "")
        if right.cell_length + about.cell_length + LEAST_TITLE > width:
            right = Content(" ").join([Content(number), short])
        if right.cell_length + 2 > width:
            right = short
        room = max(width - right.cell_length - 2, 0)
        title = Content.styled(self.title, "bold").truncate(max(room - about.cell_length, 0), ellipsis=True)
        left = Content.assemble(title, about).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, "  ", right)
