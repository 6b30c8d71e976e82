"""Surprises: a bar for each at the table, how likely they had thought what came out, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.report.words import in_100
from debate_tui.tui import words
from debate_tui.tui.look import Face, ground, named

SHORTEST_BAR = 4
"""Cells below which a bar shows nothing that its number does not."""


class Surprises(Widget):
    """How likely everybody had thought what came out, one coming after the other."""

    DEFAULT_CSS = """
    Surprises { height: auto; min-width: 20; }
    """

    shown: reactive[int] = reactive(0)

    def __init__(
        self,
        faces: Mapping[str, Face],
        expected: Mapping[str, tuple[int, float | None]],
        pause: float = 0.0,
        *,
        id: str | None = None,
    ) -> None:
        """Show how often in 100 each had expected it, and how many bits of surprise that is, if any are told.

        So many seconds pass between two, 0: all at once.
        """
        super().__init__(id=id)
        self.faces = faces
        self.expected = expected
        self.pause = pause

    def on_mount(self) -> None:
        if self.pause > 0.0:
            self.set_interval(self.pause, self._one_more, repeat=len(self.expected))
        else:
            self.show_all()

    @property
    def complete(self) -> bool:
        """Whether all are shown."""
        return self.shown == len(self.expected)

    def show_all(self) -> None:
        """Show all that are still to come."""
        self.shown = len(self.expected)

    def _one_more(self) -> None:
        self.shown = min(self.shown + 1, len(self.expected))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(len(line.wrap(width)) for line in self._lines(width, len(self.expected)))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width, self.shown))

    def _lines(self, width: int, shown: int) -> Iterator[Content]:
        heading = words.SURPRISE if len(words.SURPRISE) <= width else words.SURPRISE_NARROW
        yield Content.styled(heading, "$foreground-muted")
        for who, (expected, bits) in islice(self.expected.items(), shown):
            yield self._line(who, expected, bits, width)

    def _line(self, who: str, expected: int, bits: float | None, width: int) -> Content:
        """Write one on a line of its own; where it is narrow the bar goes first, then the bits."""
        names = max(8, min(26, width // 3))
        told = f" {in_100(expected):>7}"
        in_bits = "" if bits is None else f" {bits:4.1f} bits"
        if names + len(told + in_bits) <= width:
            told += in_bits
        room = width - names - len(told) - 2
        return Content.assemble(
            named(self.faces[who], ground(self), names),
            (told, "bold"),
            (f" {figures.bar(expected / 100, room)}" if room >= SHORTEST_BAR else "", "$success"),
        )
