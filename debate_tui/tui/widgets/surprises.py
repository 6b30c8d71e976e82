"""Surprises: a bar for each at the table, whoever had seen it coming best first."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui import words
from debate_tui.tui.look import Face, ground, named

FULL_SCALE_BITS = 5.0
"""The surprise that fills a bar: to have given 3 in 100 to what came out."""


class Surprises(Widget):
    """How surprised everybody is, one coming after the other."""

    DEFAULT_CSS = """
    Surprises { height: auto; min-width: 20; }
    """

    shown: reactive[int] = reactive(0)

    def __init__(
        self,
        faces: Mapping[str, Face],
        bits: Mapping[str, float],
        pause: float = 0.0,
        *,
        id: str | None = None,
    ) -> None:
        """Show bits of surprise, the least first; so many seconds from one to the next, 0: all at once."""
        super().__init__(id=id)
        self.faces = faces
        self.bits = bits
        self.pause = pause

    def on_mount(self) -> None:
        if self.pause > 0.0:
            self.set_interval(self.pause, self._one_more, repeat=len(self.bits))
        else:
            self.show_all()

    @property
    def complete(self) -> bool:
        """Whether all are shown."""
        return self.shown == len(self.bits)

    def show_all(self) -> None:
        """Show all that are still to come."""
        self.shown = len(self.bits)

    def _one_more(self) -> None:
        self.shown = min(self.shown + 1, len(self.bits))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.bits) + 1

    def render(self) -> Content:
        lines = [Content.styled(words.SURPRISE, "$foreground-muted")]
        lines += [self._line(who, self.bits[who]) for who in list(self.bits)[: self.shown]]
        return Content("\n").join(lines)

    def _line(self, who: str, bits: float) -> Content:
        names = max(8, min(26, self.size.width // 3))
        room = max(self.size.width - names - 12, 4)
        return Content.assemble(
            named(self.faces[who], ground(self), names),
            (f" {bits:4.1f} ", "bold"),
            (words.BITS, "$foreground-muted"),
            (figures.bar(bits / FULL_SCALE_BITS, room), "$warning"),
        )
