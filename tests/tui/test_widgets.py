"""Every widget alone: what it shows and what its keys do, whatever its texts are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len, split_text
from textual.widget import Widget

from debate_tui.engine.visitor import Movement
from debate_tui.tui.look import Face, Hue, named
from debate_tui.tui.voice import RoomVoice, Told
from debate_tui.tui.widgets.argument_map import ArgumentMap, Node
from debate_tui.tui.widgets.belief import BeliefBars, BeliefEditor
from debate_tui.tui.widgets.cast import CastStrip, Mind
from debate_tui.tui.widgets.dumbbell import Dumbbell
from debate_tui.tui.widgets.evidence import EvidenceCard
from debate_tui.tui.widgets.hand import Choice, Hand
from debate_tui.tui.widgets.options import Options
from debate_tui.tui.widgets.path import BeliefPath
from debate_tui.tui.widgets.room import Room
from debate_tui.tui.widgets.rows import BettingSlips, RowsTable, columns
from debate_tui.tui.widgets.steps import Steps
from debate_tui.tui.widgets.surprises import Surprises
from tests.tui import hostile
from tests.tui.alone import alone, scripted
from tests.tui.driver import SALON_TABLE

HALVES = {"a": {"x": 0.7, "y": 0.3}, "b": {"x": 0.2, "y": 0.8}}
BELIEF = {"a": 0.25, "b": 0.75}
OUTCOMES = {"x": "Heads", "y": "Tails"}


def faces(text: str = "Somebody", glyph: str = "☼") -> dict[str, Face]:
    return {"a": Face(glyph, text, "#e69f00"), "b": Face("?", "Else"), "you": Face("●", "You")}


def hues(text: str = "Hypothesis") -> dict[str, Hue]:
    return {"a": Hue(1, text, "$hypothesis-1"), "b": Hue(2, "Other", "$hypothesis-2")}


def spoken(text: str) -> Room:
    room = Room(faces(text))
    room.write([Told(tone, text, "a") for tone in ("speech", "moment", "heading", "note")])
    return room


WIDGETS: dict[str, Callable[[str], Widget]] = {
    "bars": lambda text: BeliefBars([("a", text), ("b", "Other")], [25, 75], [50, 50]),
    "editor": lambda text: BeliefEditor([("a", text), ("b", "Other")], [25, 75], [50, 50]),
    "rows": lambda text: RowsTable(hues(text), {"x": text, "y": "Tails"}, HALVES, BELIEF, faces(text)),
    "slips": lambda text: BettingSlips(
        faces(text), {"x": text, "y": "Tails"}, {"a": HALVES["a"], "b": HALVES["b"]}
    ),
    "evidence": lambda text: EvidenceCard(text, text, text, text, asks=text),
    "hand": lambda text: Hand(
        [Choice("press", text, text, 0.6, ["a"]), Choice("call", "Else", "", 0.2, [], why_not=text)]
    ),
    "map": lambda text: ArgumentMap(
        {
            "1": Node(text, text, 0.5, [], []),
            "2": Node(text, text, 0.7, ["1"], []),
            "3": Node("x", "y", 0.1, [], ["2"]),
        }
    ),
    "cast": lambda text: CastStrip(
        faces(text), {"a": Mind([0.2, 0.8], [0.3, 0.7]), "b": Mind([0.5, 0.5], [0.5, 0.5])}
    ),
    "dumbbell": lambda text: Dumbbell([text, "Other"], [0.3, 0.7], [0.5, 0.5], [0.4, 0.6]),
    "path": lambda text: BeliefPath([text, "Other"], [[0.3, 0.7], [0.5, 0.5], [0.4, 0.6]]),
    "room": spoken,
    "surprises": lambda text: Surprises(faces(text), {"a": (93, 0.1), "b": (25, None)}),
    "steps": lambda text: Steps(text, text[:50], 3, at_most=False),
}
"""A widget of each kind, with a text in every place that takes one."""


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
                assert [cut(line, 19, 20) for line in lines] == ["1", "1", "b"], name  # and "belief" below
            else:
                assert len({cell_len(line.rstrip()) for line in lines[:2]}) == 1, name


@pytest.mark.parametrize("kind", ["bars", "editor", "dumbbell", "path"])
async def test_a_wide_name_that_has_room_is_not_cut(kind: str):
    async with alone(WIDGETS[kind]("公平な硬貨は表")) as driver:
        assert "1 公平な硬貨は表 " in driver.text


def cut(line: str, start: int, end: int) -> str:
    """Give the characters between two cells of a line."""
    return "".join(split_text(split_text(line, start)[1], end - start)[:1])


async def test_five_outcomes_of_six_hypotheses_can_be_read_in_forty_cells():
    hues = {str(number): Hue(number, f"Number {number}", "") for number in range(1, 7)}
    outcomes = {str(number): f"Outcome {number}" for number in range(5)}
    rows = {name: {each: (int(each) + 10) / 60 for each in outcomes} for name in hues}
    belief = dict.fromkeys(hues, 1 / 6)
    async with alone(RowsTable(hues, outcomes, rows, belief, {}), (36, 20)) as driver:
        lines = [line for line in driver.lines if "Num" in line]
        assert [line.split()[-5:] for line in lines] == [["17", "18", "20", "22", "23"]] * 6


async def test_a_link_of_a_card_opens_nothing(monkeypatch: pytest.MonkeyPatch):
    async with alone(EvidenceCard("", "[out](https://example.org)")) as driver:
        opened: list[str] = []
        monkeypatch.setattr(driver.app, "open_url", lambda url, **_: opened.append(url))
        await driver.pilot.click("MarkdownParagraph", offset=(1, 0))
        await driver.settle()
        assert not opened


@pytest.mark.parametrize("place", [0, 5])
async def test_six_hypotheses_are_edited_in_twenty_cells(place: int):
    names = [(str(number), f"Number {number}") for number in range(6)]
    async with alone(BeliefEditor(names, [20, 20, 20, 20, 10, 10]), (20, 10)) as driver:
        editor = driver.app.widget
        await driver.press(*["down"] * place, "+", "+")
        assert editor.percents[place] == (22 if place == 0 else 12)
        assert sum(editor.percents) == 100
        assert f"{editor.percents[place]}%" in driver.lines[place]


async def test_the_room_is_wrapped_again_for_another_width_or_look_alone(monkeypatch: pytest.MonkeyPatch):
    async with alone(spoken("word " * 100)) as driver:
        room = driver.app.widget
        wrapped: list[int] = []
        original = Room._rewrap
        monkeypatch.setattr(Room, "_rewrap", lambda self: (wrapped.append(1), original(self)))
        room.add_class("something")
        await driver.settle()
        assert not wrapped
        await driver.resize((80, 30))
        assert not wrapped
        await driver.resize((60, 30))
        assert wrapped
        wrapped.clear()
        driver.app.theme = "textual-light"
        await driver.until(lambda: wrapped, "wrapped in the new colours")


async def test_the_room_keeps_its_end_in_sight_until_somebody_scrolls():
    async with alone(Room(faces()), (40, 10)) as driver:
        room = driver.app.widget
        room.write([Told("speech", f"Line {number}", "a") for number in range(50)])
        await driver.sees("Line 49")
        await driver.press("home")
        await driver.sees("Line 0")
        await driver.resize((40, 6))
        assert "Line 0" in driver.text
        room.write([Told("speech", "And another", "b")])
        await driver.sees("? Else: And another")


async def test_further_lines_of_a_speech_are_indented_under_it():
    async with alone(Room(faces()), (20, 10)) as driver:
        driver.app.widget.write([Told("speech", "one two three four five six seven", "a")])
        await driver.settle()
        assert driver.lines[0].startswith("☼ Somebody: one")
        assert driver.lines[1].startswith("  two three four")


async def test_the_map_hangs_attacks_and_supports_below_what_they_answer():
    nodes = {
        "1": Node("First", "You", 0.5, [], []),
        "2": Node("Second", "Else", 1.0, ["1"], []),
        "3": Node("Third", "You", 0.0, [], ["2"]),
    }
    async with alone(ArgumentMap(nodes)) as driver:
        assert [line.strip(" │└├─▼▶") for line in driver.lines[:3]] == [
            "▇▇▁▁ You: First",
            "✗ ▇▇▇▇ Else: Second",
            "+ ▁▁▁▁ You: Third",
        ]
        driver.app.widget.show(dict(list(nodes.items())[:1]))
        await driver.settle()
        assert "Second" not in driver.text


async def test_the_map_tells_all_answers_to_something_only_where_it_stands_first():
    nodes = {
        "1": Node("First", "You", 0.5, [], []),
        "2": Node("Second", "Else", 1.0, ["1"], []),
        "3": Node("Third", "You", 0.0, ["2"], ["1"]),
        "4": Node("Fourth", "Else", 0.5, ["3"], []),
    }
    async with alone(ArgumentMap(nodes)) as driver:
        assert [line.strip(" │└├─▼▶") for line in driver.lines[:6]] == [
            "▇▇▁▁ You: First",
            "✗ ▇▇▇▇ Else: Second",
            "✗ ▁▁▁▁ You: Third",
            "✗ ▇▇▁▁ Else: Fourth",
            "+ ▁▁▁▁ (see above) You: Third",
            "",
        ]


async def test_the_map_has_a_line_for_each_attack_however_they_cross():
    said = [str(number) for number in range(12)]
    nodes = {name: Node(name, "You", 0.5, said[:place], []) for place, name in enumerate(said)}
    async with alone(ArgumentMap(nodes)) as driver:
        attacks = sum(len(node.attacks) for node in nodes.values())
        assert len(driver.app.widget._tree_nodes) == 2 + attacks  # the root and what answers nothing


async def test_the_cast_shows_beliefs_and_the_last_movement():
    async with alone(WIDGETS["cast"]("Somebody")) as driver:
        strip = driver.app.widget
        assert driver.lines[0].rstrip().endswith("+10▲2")
        assert driver.lines[1].rstrip().endswith("=")
        minds = {**strip.minds, "b": Mind([0.9, 0.1], [0.5, 0.5], tripped=True)}
        strip.minds = minds
        await driver.until(lambda: strip.travelled == 1.0, "the bars have come to rest")
        await driver.sees("+40▲1 !")


async def test_what_was_kept_exactly_has_a_sign_of_its_own():
    async with alone(Dumbbell(["One", "Other"], [0.3, 0.7], [0.3, 0.7], [0.5, 0.5])) as driver:
        assert driver.text.count("◉") == 5  # on both lines twice, and in the legend
        assert "◉30%" in driver.text


async def test_a_long_path_shows_its_first_and_its_last_figures():
    course = [[place / 50, 1 - place / 50] for place in range(1, 40)]
    async with alone(BeliefPath(["One", "Other"], course), (80, 24)) as driver:
        assert driver.lines[0].split()[0] == "0"
        assert driver.lines[0].split()[-1] == "38"
        assert driver.lines[1].split()[-1] == "78"


async def test_an_empty_hand_has_nothing_to_choose():
    async with alone(Hand([])) as driver:
        await driver.press("enter", "down")
        assert driver.app.widget.choice is None


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "A title card 2 of 3 Predict · Reveal · FLOOR · Update · Result"),
        (40, "A title card 2 of 3 FLOOR"),
        (20, "A title FLOOR"),
    ],
)
async def test_the_steps_leave_out_what_does_not_fit(width: int, shown: str):
    steps = Steps("A title", "", 3, at_most=False)
    async with alone(steps, (width, 3)) as driver:
        steps.number, steps.scene = 2, "floor"
        await driver.settle()
        assert driver.text == shown


async def test_a_page_key_in_a_list_without_room_does_nothing():
    async with alone(Options("one", "two")) as driver:
        driver.app.widget.styles.height = 0
        await driver.settle()
        driver.app.widget.highlighted = 0
        await driver.press("pagedown", "pageup")
        assert driver.app.widget.highlighted == 0


async def test_a_name_is_not_cut_for_a_longer_bar():
    names = [("a", "A name of some length"), ("b", "Other")]
    async with alone(BeliefBars(names, [25, 75]), (48, 10)) as driver:
        assert "A name of some length" in driver.lines[0]
        assert "█" in driver.lines[0]


def test_of_several_who_moved_a_nudge_the_room_tells_only_who_they_were():
    debate = SALON_TABLE
    voice = RoomVoice(debate)
    voice.began(debate.start(seed=7))
    nudge, step = (0.5, 0.3, 0.2), (0.3, 0.5, 0.2)
    moved = [
        Movement(who, nudge, after, "reveal")
        for who, after in {"asker": (0.51, 0.29, 0.2), "skeptic": (0.5, 0.31, 0.19), "optimist": step}.items()
    ]
    voice.moved(debate.cards["works"], moved)
    assert [told.text for told in voice.take()][-2:] == [
        "Optimist moved a step towards “Holds until it breaks”: 30% to 50%.",
        "Asker and Skeptic moved a nudge each.",
    ]


def test_a_name_that_has_no_room_loses_its_article_first():
    face = Face("☼", "The Careful Optimist")
    cut = {width: named(face, "#000000", width).plain for width in (24, 18, 12)}
    assert cut == {24: "☼ The Careful Optimist  ", 18: "☼ Careful Optimist", 12: "☼ Careful O…"}


def test_the_room_keeps_the_marks_that_belong_to_a_name():
    voice = RoomVoice(SALON_TABLE)
    voice.paragraph("*Ann*  locked\n`it` at 60.")
    assert voice.take() == [Told("note", "*Ann* locked `it` at 60.")]
