"""The dumbbell chart: for each hypothesis, what was promised and what was reported."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui.draft import Draft

LEGEND = f"{figures.BEFORE} before  {figures.PROMISED} promised  {figures.YOURS} you  {figures.BOTH} both"
NUMBERS = 10


class Dumbbell(Widget):
    """Promised against reported on a scale from 0 to 100%, a hypothesis a line."""

    DEFAULT_CSS = """
    Dumbbell { height: auto; min-width: 20; }
    """

    def __init__(
        self,
        names: Sequence[str],
        promised: Sequence[float],
        reported: Sequence[float],
        before: Sequence[float],
        *,
        id: str | None = None,
    ) -> None:
        """Show what was promised, what was reported and what had been believed before, by probability."""
        super().__init__(id=id)
        self.names = names
        self.promised = promised
        self.reported = reported
        self.before = before

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.names) + len(self._legend(width))

    def _name_width(self, width: int) -> int:
        longest = max(cell_len(name) for name in self.names) + 2
        return max(6, min(longest, width // 3))

    def _legend(self, width: int) -> list[Content]:
        """Write what the signs mean below the chart, or as far to the left as that takes."""
        indent = max(min(self._name_width(width) + 1, width - cell_len(LEGEND)), 0)
        lines = Content.styled(LEGEND, "$foreground-muted").wrap(max(width - indent, 1))
        return [line.pad_left(indent) for line in lines]

    def render(self) -> Content:
        names = self._name_width(self.size.width)
        width = max(self.size.width - names - NUMBERS - 1, 4)
        promised, reported = Draft.of(self.promised).percents, Draft.of(self.reported).percents
        lines = []
        for place, name in enumerate(self.names):
            drawn = figures.dumbbell(self.promised[place], self.reported[place], width, self.before[place])
            lines.append(
                Content.assemble(
                    Content(f"{place + 1} {name}").truncate(names, ellipsis=True, pad=True),
                    " ",
                    (drawn, f"$hypothesis-{place + 1}"),
                    *_numbers(promised[place], reported[place]),
                )
            )
        return Content("\n").join([*lines, *self._legend(self.size.width)])


def _numbers(promised: int, reported: int) -> list[tuple[str, str]]:
    """Give both figures by their signs, or the one that they are."""
    if promised == reported:
        return [(f"{figures.BOTH}{reported:>2}%".rjust(NUMBERS), "bold")]
    return [
        (f" {figures.PROMISED}{promised:>2}% ", "$foreground-muted"),
        (f"{figures.YOURS}{reported:>2}%", "bold"),
    ]
