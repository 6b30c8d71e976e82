"""Every widget alone: what it shows and what its keys do, whatever its texts are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len, split_text
from textual.widget import Widget

from debate_tui.tui.look import Face, Hue
from debate_tui.tui.voice import Told
from debate_tui.tui.widgets.argument_map import ArgumentMap, Node
from debate_tui.tui.widgets.belief import BeliefBars, BeliefEditor
from debate_tui.tui.widgets.cast import CastStrip, Mind
from debate_tui.tui.widgets.dumbbell import Dumbbell
from debate_tui.tui.widgets.evidence import EvidenceCard
from debate_tui.tui.widgets.hand import Choice, Hand
from debate_tui.tui.widgets.path import BeliefPath
from debate_tui.tui.widgets.room import Room
from debate_tui.tui.widgets.rows import BettingSlips, RowsTable, columns
from debate_tui.tui.widgets.steps import Steps
from tests.tui import hostile
from tests.tui.alone import alone, scripted

HALVES = {"a": {"x": 0.7, "y": 0.3}, "b": {"x": 0.2, "y": 0.8}}
BELIEF = {"a": 0.25, "b": 0.75}
OUTCOMES = {"x": "Heads", "y": "Tails"}


def faces(text: str = "Somebody", glyph: str = "☼") -> dict[str, Face]:
    return {"a": Face(glyph, text, "#e69f00"), "b": Face("?", "Else"), "you": Face("●", "You")}


def hues(text: str = "Hypothesis") -> dict[str, Hue]:
    return {"a": Hue(1, text, "$hypothesis-1"), "b": Hue(2, "Other", "$hypothesis-2")}


WIDGETS: dict[str, Callable[[str], Widget]] = {
    "bars": lambda text: BeliefBars([("a", text), ("b", "Other")], [25, 75], [50, 50]),
    "editor": lambda text: BeliefEditor([("a", text), ("b", "Other")], [25, 75], [50, 50]),
    "rows": lambda text: RowsTable(hues(text), {"x": text, "y": "Tails"}, HALVES, BELIEF, faces(text)),
    "slips": lambda text: BettingSlips(faces(text), {"x": text, "y": "Tails"}, {"a": HALVES["a"], "b": HALVES["b"]}),
    "evidence": lambda text: EvidenceCard(text, text, text, text, asks=text),
    "hand": lambda text: Hand(
        [Choice("press", text, text, 0.6, ["a"]), Choice("call", "Else", "", 0.2, [], why_not=text)]
    ),
    "map": lambda text: ArgumentMap(
        {"1": Node(text, text, 0.5, [], []), "2": Node(text, text, 0.7, ["1"], []), "3": Node("x", "y", 0.1, [], ["2"])}
    ),
    "cast": lambda text: CastStrip(faces(text), {"a": Mind([0.2, 0.8], [0.3, 0.7]), "b": Mind([0.5, 0.5], [0.5, 0.5])}),
    "dumbbell": lambda text: Dumbbell([text, "Other"], [0.3, 0.7], [0.5, 0.5]),
    "path": lambda text: BeliefPath([text, "Other"], [[0.3, 0.7], [0.5, 0.5], [0.4, 0.6]]),
    "room": lambda text: _room(text),
    "steps": lambda text: Steps(text, text[:50], 3, at_most=False),
}
"""A widget of each kind, with a text in every place that takes one."""


def _room(text: str) -> Room:
    room = Room(faces(text))
    room.write([Told(tone, text, "a") for tone in ("speech", "moment", "heading", "note")])
    return room


@pytest.mark.parametrize("kind", WIDGETS)
async def test_a_widget_shows_any_text_as_text(kind: str):
    """At any size, and no text runs an action, styles anything or moves what stands beside it."""
    async with alone(WIDGETS[kind]("Friendly")) as driver:
        widget = driver.app.widget
        for name, text in hostile.TEXTS.items():
            await widget.remove()
            widget = WIDGETS[kind](text)
            await driver.app.mount(widget)
            await driver.settle()
            assert {cell_len(line) for line in driver.lines} == {80}, name
            if kind != "evidence":  # its text is Markdown, whose links are looked at below
                assert not scripted(driver), name
            if name == "an action" and kind not in ("evidence", "steps"):
                assert "[@cl" in driver.text
            await driver.resize((20, 10))
            await driver.resize((80, 24))


@pytest.mark.parametrize("kind", ["bars", "editor", "dumbbell", "path", "rows", "slips", "cast"])
async def test_what_stands_beside_a_name_stays_in_its_column(kind: str):
    async with alone(WIDGETS[kind]("Friendly")) as driver:
        widget = driver.app.widget
        for name in ("wide", "emoji", "combining", "right to left", "zero width", "a long word"):
            await widget.remove()
            widget = WIDGETS[kind](hostile.TEXTS[name])
            await driver.app.mount(widget)
            await driver.settle()
            lines = [line for line in driver.lines if line.strip()]
            if kind in ("rows", "slips"):
                start = columns(80, 2).names
                figures = [cut(line, start, start + 4) for line in lines[-3 if kind == "rows" else -2 :]]
                assert all(figure.strip().isdigit() for figure in figures), name
            elif kind == "cast":
                assert [cut(line, 19, 20) for line in lines] == ["1", "1"], name
            else:
                assert len({cell_len(line.rstrip()) for line in lines[:2]}) == 1, name


@pytest.mark.parametrize("kind", ["bars", "editor", "dumbbell", "path"])
async def test_a_wide_name_that_has_room_is_not_cut(kind: str):
    async with alone(WIDGETS[kind]("公平な硬貨は表")) as driver:
        assert "1 公平な硬貨は表 " in driver.text


def cut(line: str, start: int, end: int) -> str:
    """Give the characters between two cells of a line."""
    return "".join(split_text(split_text(line, start)[1], end - start)[:1])
