"""The dumbbell chart: for each hypothesis, what was promised and what was reported."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui.draft import Draft

LEGEND = f"{figures.PROMISED} promised  {figures.YOURS} you  {figures.BOTH} both"
LEGEND_BEFORE = f"{figures.BEFORE} before  {LEGEND}"
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
        return len(self.names) + 1

    def render(self) -> Content:
        longest = max(cell_len(name) for name in self.names) + 2
        names = max(6, min(longest, self.size.width // 3))
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
        legend = LEGEND_BEFORE if names + 1 + len(LEGEND_BEFORE) <= self.size.width else LEGEND
        lines.append(Content.assemble(" " * (names + 1), (legend, "$foreground-muted")))
        return Content("\n").join(lines)


def _numbers(promised: int, reported: int) -> list[tuple[str, str]]:
    """Give both figures by their signs, or the one that they are."""
    if promised == reported:
        return [(f"{figures.BOTH}{reported:>2}%".rjust(NUMBERS), "bold")]
    return [
        (f" {figures.PROMISED}{promised:>2}% ", "$foreground-muted"),
        (f"{figures.YOURS}{reported:>2}%", "bold"),
    ]
