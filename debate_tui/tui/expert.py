"""The scorecard for experts: weights, stakes and surprise, card by card; then bits, and cruxes as sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


class Table(NamedTuple):
    """Figures in columns that a width has room for: lines that say what they are, and those of each card."""

    heads: list[str]
    cards: list[list[str]]


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
        heads, cards = in_columns([_figures(score) for score in self.card.cards], width)
        beside = len(heads) == 1 and NAME + len(heads[0]) <= width
        for head in heads:
            yield Content.styled(f"{'card':<{NAME}}{head}" if beside else head, "$foreground-muted")
        for score, figures in zip(self.card.cards, cards, strict=True):
            name = self.names.card(score.card)
            if beside:
                yield Content(name).truncate(NAME - 1, ellipsis=True, pad=True) + Content(f" {figures[0]}")
            else:
                yield Content.styled(name, "bold").truncate(width, ellipsis=True)
                yield from map(Content, figures)
        for figure in ("foresight", "likelihood", "verdict"):
            points = getattr(self.card, figure)
            if points is not None:
                yield Content(f"{figure}: {points:.1f}".replace("-", "−"))
        yield from map(Content, in_bits(self.card))
        for who, crux in self.card.cruxes.items():
            if crux is not None:
                yield Content(in_figures(crux, who, self.names))


def in_columns(figures: Sequence[Sequence[str]], width: int) -> Table:
    """Put figures into columns: with their units; or with those below the heads; or in two rows a card."""
    units = [column.unit for column in COLUMNS]
    with_units = [
        [f"{figure} {unit}".rstrip() for figure, unit in zip(row, units, strict=True)] for row in figures
    ]
    cells = _cells(with_units, [column.cells for column in COLUMNS])
    if sum(cells) <= width:
        heads = [column.head for column in COLUMNS]
        return Table([_row(heads, cells)], [[_row(row, cells)] for row in with_units])
    shorts = [column.short for column in COLUMNS]
    cells = _cells(figures, [column.narrow for column in COLUMNS])
    if sum(cells) <= width:
        return Table([_row(shorts, cells), _row(units, cells)], [[_row(row, cells)] for row in figures])
    half = len(COLUMNS) // 2
    cells = [max(pair) for pair in zip(cells[:half], cells[half:], strict=True)]
    return Table(
        [_row(shorts[:half], cells), _row(units[:half], cells), _row(shorts[half:], cells)],
        [[_row(row[:half], cells), _row(row[half:], cells)] for row in figures],
    )


def _cells(rows: Sequence[Sequence[str]], at_least: Sequence[int]) -> list[int]:
    """Say how wide the columns are: a figure never touches the one before it."""
    return [max([least, *(len(row[place]) + 1 for row in rows)]) for place, least in enumerate(at_least)]


def _row(texts: Sequence[str], cells: Sequence[int]) -> str:
    return "".join(text.rjust(width) for text, width in zip(texts, cells, strict=True)).rstrip()


def _figures(score: CardScore) -> list[str]:
    surprise = None if score.m is None else -log2(score.m[score.outcome])
    figures = (
        f"{score.weight_db:.1f}",
        f"{score.stake_bits:.2f}",
        _or_dash(surprise, ".2f"),
        _or_dash(score.reaction, ".2f"),
        _or_dash(score.follow_through, ".0%"),
        signed(score.foresight),
    )
    return [figure.replace("-", "−") for figure in figures]


def _or_dash(figure: float | None, form: str) -> str:
    return "–" if figure is None else format(figure, form)
