"""Small questions over the screen: choose one of some things, or say that something is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from debate_tui.tui import words
from debate_tui.tui.aside import answer
from debate_tui.tui.keys import BACK
from debate_tui.tui.look import Face
from debate_tui.tui.screens.once import Once
from debate_tui.tui.widgets.options import Options

Choices = Sequence[tuple[str, Content]]


class Choose(ModalScreen[str | None], Once[str | None]):
    """A question with some answers, each an id and its words; None: back without one."""

    BINDINGS = [*BACK]
    CSS_PATH = "dialog.tcss"

    def __init__(self, question: str, choices: Choices) -> None:
        super().__init__()
        self.question = question
        self.choices = choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self.question, "bold"), classes="question")
            yield Options(*(Option(text) for _, text in self.choices), markup=False)

    def on_mount(self) -> None:
        options = self.query_one(Options)
        for moves in ("scroll_y", "virtual_size", "size"):
            self.watch(options, moves, self._say_there_is_more, init=False)

    def _say_there_is_more(self) -> None:
        """Say at the edge that the list goes on below it."""
        options = self.query_one(Options)
        more = options.scroll_offset.y < options.max_scroll_y
        self.query_one(".dialog").border_subtitle = words.LIST_GOES_ON if more else ""

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.choices[event.option_index][0])

    def action_back(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)


def persona_options(faces: Mapping[str, Face], people: Iterable[str]) -> list[tuple[str, Content]]:
    """Give people as answers."""
    return [(persona, Content(f"{faces[persona].glyph} {faces[persona].name}")) for persona in people]


async def confirmed(asker: Widget, question: str, yes: str) -> bool:
    """Ask whether something is meant that cannot be taken back: Enter alone does not do it."""
    return await answer(asker, Choose(question, [("no", Content(words.NO)), ("yes", Content(yes))])) == "yes"
