"""Small Textual apps for the benchmarks to look at: `python -m benchmarks.apps NAME`.

`trivial` and `options` are floors, of nothing but Textual's own widgets; the others are our widgets alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList, Static

READY = "ready to be looked at"
"""What stands on the first screen of each."""


class Trivial(App[None]):
    """The least that looks like a program."""

    def compose(self) -> ComposeResult:
        """Give a header, some words and a footer."""
        yield Header()
        yield Static(READY)
        yield Footer()


class Options(App[None]):
    """A plain list in which one option is highlighted."""

    def compose(self) -> ComposeResult:
        """Give some words and the list, which has the focus."""
        yield Static(READY)
        yield OptionList(*(f"Option {number}" for number in range(4)))


class Belief(App[None]):
    """The belief editor, in the program's colours."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours of the hypotheses."""
        from debate_tui.tui.themes import hypothesis_colors

        return hypothesis_colors(self.current_theme)

    def compose(self) -> ComposeResult:
        """Give some words and the editor, which has the focus."""
        from debate_tui.tui.widgets.belief import BeliefEditor

        yield Static(READY)
        yield BeliefEditor(
            [
                ("default", "Aligned by default"),
                ("cliff", "Works, then a cliff"),
                ("weird", "Generalises weirdly"),
            ],
            [30, 45, 25],
        )


class Talk(App[None]):
    """The room, in which so many lines have been said."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Give the room, which has the focus."""
        from debate_tui.tui.look import Face
        from debate_tui.tui.widgets.room import Room

        yield Room({"asker": Face("?", "The Puzzled Asker", "#0072b2")})

    def on_mount(self) -> None:
        """Let everything have been said."""
        from debate_tui.tui.voice import Told
        from debate_tui.tui.widgets.room import Room

        said = [
            Told("speech", f"Line {number} of what was said.", "asker") for number in range(self._lines - 1)
        ]
        self.query_one(Room).write([*said, Told("speech", READY, "asker")])


APPS: dict[str, Callable[..., App[None]]] = {
    "trivial": Trivial,
    "options": Options,
    "belief": Belief,
    "talk": lambda lines: Talk(int(lines)),
}


def main(arguments: Sequence[str]) -> None:
    """Run one of them by its name."""
    name, *how = arguments
    APPS[name](*how).run()


if __name__ == "__main__":
    main(sys.argv[1:])
