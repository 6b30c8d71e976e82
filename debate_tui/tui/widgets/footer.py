"""The line of keys at the foot of a screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer


class Keys(Footer):
    """Textual's footer, in which the way to all other keys stands at the edge and is never cut off."""

    DEFAULT_CSS = """
    Keys FooterKey.-help { dock: right; margin: 0; padding-left: 1; }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._shown: list[tuple[Binding, bool]] = []

    async def recompose(self) -> None:
        """Write the line anew where it would say something else: Textual asks for it several times a step."""
        if not self.is_attached:
            return
        active = self.screen.active_bindings.values()
        keys = [(binding, enabled) for _, binding, enabled, _ in active if binding.show]
        if keys != self._shown:
            self._shown = keys
            await super().recompose()

    def compose(self) -> ComposeResult:
        for key in super().compose():
            key.set_class(getattr(key, "action", "") == "help", "-help")
            yield key
