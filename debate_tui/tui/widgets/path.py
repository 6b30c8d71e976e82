"""The course of a belief: a table with a sparkline for each hypothesis, on a scale from 0 to 100%."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui.draft import Draft


class BeliefPath(Widget):
    """What somebody believed at the opening and after each card."""

    DEFAULT_CSS = """
    BeliefPath { height: auto; min-width: 20; }
    """

    def __init__(
        self, names: Sequence[str], beliefs: Sequence[Sequence[float]], *, id: str | None = None
    ) -> None:
        """Show beliefs, the opening first, as probabilities in the order of the names."""
        super().__init__(id=id)
        self.names = names
        self.beliefs = beliefs

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.names) + 1

    def render(self) -> Content:
        width = self.size.width
        longest = max(cell_len(name) for name in self.names) + 2
        names = max(6, min(longest, width // 3))
        course = [Draft.of(belief).percents for belief in self.beliefs]
        sparks = len(self.beliefs) + 2
        shown = max(1, min(len(course), (width - names - sparks) // 4))
        picked = [0, *range(len(course) - shown + 1, len(course))] if shown > 1 else [len(course) - 1]
        heads = [str(place) for place in picked]
        head = " " * (names + sparks) + "".join(f"{each:>4}" for each in heads)
        lines = [Content.styled(head[:width], "$foreground-muted")]
        for place, name in enumerate(self.names):
            spark = figures.sparkline([belief[place] for belief in self.beliefs])
            lines.append(
                Content.assemble(
                    Content(f"{place + 1} {name}").truncate(names, ellipsis=True, pad=True),
                    " ",
                    (spark, f"$hypothesis-{place + 1}"),
                    " ",
                    *(f"{course[card][place]:>4}" for card in picked),
                )
            )
        return Content("\n").join(lines)
