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
        if self._keys() != self._shown:
            await super().recompose()

    def _keys(self) -> list[tuple[Binding, bool]]:
        active = self.screen.active_bindings.values()
        return [(binding, enabled) for _, binding, enabled, _ in active if binding.show]

    def compose(self) -> ComposeResult:
        self._shown = self._keys() if self._bindings_ready else []
        for key in super().compose():
            key.set_class(getattr(key, "action", "") == "help", "-help")
            yield key
