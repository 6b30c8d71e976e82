"""The scorecard for experts: weights, stakes and surprise, card by card; then bits, and cruxes as sums."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.cruxes import in_figures
from debate_tui.report.exact import in_bits
from debate_tui.report.words import Names, signed


class Column(NamedTuple):
    """One figure of a card: its name at length and in short, its unit, its cells with and without that."""

    head: str
    short: str
    unit: str
    cells: int
    narrow: int


COLUMNS = (
    Column("weight", "weight", "dB", 8, 6),
    Column("stake", "stake", "b", 8, 6),
    Column("surprise", "surpr.", "b", 9, 7),
    Column("reaction", "react.", "", 9, 7),
    Column("kept", "kept", "", 7, 6),
    Column("F", "F", "", 6, 5),
)
NAME = 24
"""Cells of a card's name beside its figures; where there is no room for both, it stands above them."""
FIGURES = sum(column.cells for column in COLUMNS)


class ExpertFigures(Widget):
    """Decibans, bits, ρ, follow-through, foresight; an en dash where one does not apply."""

    DEFAULT_CSS = """
    ExpertFigures { height: auto; min-width: 20; }
    """

    def __init__(self, card: Scorecard, names: Names, *, id: str | None = None, classes: str = "") -> None:
        """Show the figures of a scorecard."""
        super().__init__(id=id, classes=classes)
        self.card = card
        self.names = names

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(len(line.wrap(width)) for line in self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        beside, units = width >= NAME + FIGURES, width >= FIGURES
        yield from _head(beside, units)
        for score in self.card.cards:
            name, figures = self.names.card(score.card), Content(_figures(score, units))
            if beside:
                yield Content(name).truncate(NAME - 1, ellipsis=True, pad=True) + Content(" ") + figures
            else:
                yield Content.styled(name, "bold").truncate(width, ellipsis=True)
                yield figures
        for figure in ("foresight", "likelihood", "verdict"):
            points = getattr(self.card, figure)
            if points is not None:
                yield Content(f"{figure}: {points:.1f}".replace("-", "−"))
        yield from map(Content, in_bits(self.card))
        for who, crux in self.card.cruxes.items():
            if crux is not None:
                yield Content(in_figures(crux, who, self.names))


def _head(beside: bool, units: bool) -> Iterator[Content]:
    """Say what the columns are: with the names beside them, above them, or in short with the units below."""
    if units:
        heads = "".join(column.head.rjust(column.cells) for column in COLUMNS)
        yield Content.styled(f"{'card':<{NAME}}{heads}" if beside else heads, "$foreground-muted")
    else:
        for heads in (
            "".join(column.short.rjust(column.narrow) for column in COLUMNS),
            "".join(column.unit.rjust(column.narrow) for column in COLUMNS).rstrip(),
        ):
            yield Content.styled(heads, "$foreground-muted")


def _figures(score: CardScore, units: bool) -> str:
    surprise = None if score.m is None else -log2(score.m[score.outcome])
    figures = (
        f"{score.weight_db:.1f}",
        f"{score.stake_bits:.2f}",
        _or_dash(surprise, ".2f"),
        _or_dash(score.reaction, ".2f"),
        _or_dash(score.follow_through, ".0%"),
        signed(score.foresight),
    )
    cells = []
    for figure, column in zip(figures, COLUMNS, strict=True):
        unit = f" {column.unit}" if units and column.unit else ""
        cells.append(f"{figure}{unit}".rjust(column.cells if units else column.narrow))
    return "".join(cells).replace("-", "−")


def _or_dash(figure: float | None, form: str) -> str:
    return "–" if figure is None else format(figure, form)
