"""Help: every key that works here, made from the bindings; type to search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from debate_tui.tui import words
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import ESCAPE, SCROLL
from debate_tui.tui.screens.once import Once

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp


class Key(NamedTuple):
    """A key as it is shown, what it is called and what it does."""

    keys: str
    name: str
    tip: str


def keys_here(screen: Screen[object]) -> list[Key]:
    """Give every key that works on a screen now, each command once with all of its keys."""
    found: dict[str, list[str]] = {}
    about: dict[str, tuple[str, str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and active.enabled:
            found.setdefault(binding.id, []).append(screen.app.get_key_display(binding))
            about[binding.id] = (binding.description, binding.tooltip)
    return [Key(" ".join(dict.fromkeys(keys)), *about[id]) for id, keys in found.items()]


def about_here(app: DebateApp) -> str:
    """Give what the widget says of itself that has the keys, on one line."""
    focused = app.screen.focused
    return " ".join(hint(app, focused.HELP or "").split()) if focused else ""


class HelpScreen(ModalScreen[None], Once[None]):
    """A list of keys over the screen that they work on."""

    BINDINGS = [*ESCAPE, *SCROLL]
    CSS_PATH = "dialog.tcss"

    def __init__(self, keys: Sequence[Key], about: str = "") -> None:
        """Show keys, and above them what is known of the widget that they are pressed in."""
        super().__init__()
        self.keys = keys
        self.about = about

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog reading"):
            yield Static(Content.styled(words.HELP_TITLE, "bold"), classes="question")
            yield Input(placeholder=words.HELP_SEARCH, compact=True)
            with VerticalScroll():
                if self.about:
                    yield Static(Content(self.about), classes="paragraph")
                yield Static(self._listed(""), id="keys")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self.query_one("#keys", Static).update(self._listed(event.value))

    def _listed(self, search: str) -> Content:
        wanted = search.lower().split()
        matching = [key for key in self.keys if all(word in " ".join(key).lower() for word in wanted)]
        if not matching:
            return Content(words.NOTHING_FOUND_HERE)
        width = max(len(key.keys) for key in matching)
        return Content("\n").join(
            Content.assemble(
                (key.keys.ljust(width), "bold $accent"),
                "  ",
                (key.name, "bold"),
                ("  " + key.tip, "$foreground-muted"),
            )
            for key in matching
        )

    def action_scroll(self, by: int) -> None:
        """Scroll the list while the search has the keys."""
        area = self.query_one(VerticalScroll)
        area.scroll_relative(y=by * max(area.size.height // 2, 1), animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
