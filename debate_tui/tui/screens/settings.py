"""Settings: what can be set, each changed where it stands and kept at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from debate_tui.content.characters import one_line
from debate_tui.settings import PACES, Settings
from debate_tui.tui import words
from debate_tui.tui.aside import answer, aside
from debate_tui.tui.keys import BACK, GROUPS
from debate_tui.tui.screens.choose import Choose
from debate_tui.tui.screens.once import Once
from debate_tui.tui.screens.reading import Reading
from debate_tui.tui.themes import chosen
from debate_tui.tui.widgets.options import Options

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp


class SettingsScreen(ModalScreen[None], Once[None]):
    """A line for each setting; Enter changes it."""

    BINDINGS = [*BACK]
    CSS_PATH = "dialog.tcss"

    app: DebateApp

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(words.SETTINGS, "bold"), classes="question")
            yield Options(*self._lines(), markup=False)
            yield Static(
                Content.styled(
                    words.SETTINGS_FILE.format(path=one_line(str(self.app.settings_file))),
                    "$foreground-muted",
                ),
                classes="below",
            )

    @property
    def _ways(self) -> dict[str, Callable[[], object]]:
        return {
            "theme": self._choose_theme,
            "pace": lambda: self._change(pace=PACES[(PACES.index(self._now.pace) + 1) % len(PACES)]),
            "reduced_motion": lambda: self._change(reduced_motion=not self._now.reduced_motion),
            "expert": lambda: self._change(expert=not self._now.expert),
            "keys": self._show_keys,
        }

    @property
    def _now(self) -> Settings:
        return self.app.settings

    def _lines(self) -> list[Option]:
        lines = []
        for name in self._ways:
            value = getattr(self._now, name)
            shown = (
                words.KEYS_CHANGED.format(count=len(value))
                if name == "keys"
                else words.VALUES.get(value, value)
            )
            lines.append(Option(Content.assemble(f"{words.SETTING[name]:<18}", (str(shown), "bold"))))
        return lines

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        list(self._ways.values())[event.option_index]()

    def _change(self, **changes: object) -> None:
        self.app.change_settings(self._now._replace(**changes))  # type: ignore[arg-type]
        listed = self.query_one(OptionList)
        at = listed.highlighted
        listed.set_options(self._lines())
        listed.highlighted = at

    @aside
    async def _choose_theme(self) -> None:
        names = [
            name
            for name in sorted(
                self.app.available_themes, key=lambda each: (not each.startswith("debate-"), each)
            )
            if chosen(name, no_color=self.app.no_color) == name
        ]
        theme = await answer(self, Choose(words.WHICH_THEME, [(name, Content(name)) for name in names]))
        if theme is not None:
            self._change(theme=theme)

    def _show_keys(self) -> None:
        """List every command by the id that the file knows it by."""
        told = []
        for group, bindings in GROUPS.items():
            lines = [
                Content.assemble(
                    (f"  {binding.id or '':<20}", "bold"),
                    f" {self._now.keys.get(binding.id or '', binding.key):<24} ",
                    binding.description,
                )
                for binding in bindings
            ]
            told.append(Content("\n").join([Content.styled(group, "bold underline"), *lines]))
        intro = Content(words.HOW_TO_REMAP.format(path=self.app.settings_file))
        self.app.push_screen(Reading(words.SETTING["keys"], [intro, *told]))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
