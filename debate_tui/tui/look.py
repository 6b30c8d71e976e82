"""How people and hypotheses look: glyphs, names and styles, for every widget the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from debate_tui.engine.debate import Debate
from debate_tui.report.words import Names
from debate_tui.tui.themes import legible

YOU = "●"


class Face(NamedTuple):
    """Somebody at the table: one cell to know them by, a name, and a colour that comes on top."""

    glyph: str
    name: str
    color: str = ""


class Hue(NamedTuple):
    """A hypothesis on a chart: its number, its name and its style."""

    number: int
    name: str
    style: str


def faces(debate: Debate, names: Names, seats: Sequence[str]) -> Mapping[str, Face]:
    """Give the face of everybody who can speak at a table, by id."""
    people = {id: Face(each.glyph, each.name, each.color) for id, each in debate.personas.items()}
    return people | {seat: Face(YOU, names.who(seat)) for seat in seats}


def hues(debate: Debate) -> Mapping[str, Hue]:
    """Give the hypotheses as they are shown on every chart, by id and in their order."""
    return {
        id: Hue(number, each.name, f"$hypothesis-{number}")
        for number, (id, each) in enumerate(debate.hypotheses.items(), 1)
    }


def ground(widget: Widget) -> str:
    """Give the colour that a widget stands on."""
    return widget.app.theme_variables.get("background", "#000000")


def style_of(face: Face, background: str) -> str:
    """Give the style of somebody's name, legible on a background; your own stands out by weight alone."""
    return f"bold {legible(face.color, background)}" if face.color else "bold"


def named(face: Face, background: str, width: int | None = None) -> Content:
    """Write somebody's glyph and name, cut to a width: the article first."""
    text = Content(f"{face.glyph} {face.name}")
    if width is not None:
        if text.cell_length > width:
            text = Content(f"{face.glyph} {face.name.removeprefix('The ')}")
        text = text.truncate(width, ellipsis=True, pad=True)
    return text.stylize(style_of(face, background))
