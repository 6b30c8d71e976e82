"""The posted rows and their editor, and the betting slips beside them: one column an outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui.draft import Draft
from debate_tui.tui.keys import DIGITS, ROWS
from debate_tui.tui.look import Face, Hue, ground, named
from debate_tui.tui.widgets.fingers import Fingers

ByOutcome = Mapping[str, float]
Rows = Mapping[str, ByOutcome]

LEAST_OUTCOME = 5
"""Cells for a percent."""

TALLEST = 4
"""Lines for the words of an outcome above its column."""


class Columns(NamedTuple):
    """How a table of outcomes is laid out: cells for names, and for each outcome."""

    names: int
    outcome: int


def columns(width: int, outcomes: int) -> Columns:
    """Share a width between names and outcomes: numbers first, bars where there is room."""
    names = max(8, min(28, width * 2 // 5, width - LEAST_OUTCOME * outcomes))
    return Columns(names, max(LEAST_OUTCOME, min(24, (width - names) // outcomes)))


def heading(outcomes: Sequence[str], layout: Columns, title: str) -> Content:
    """Write the outcomes above their columns, wrapped; `title` stands above the names."""
    wrapped = [_wrapped(words, max(layout.outcome - 1, 1)) for words in outcomes]
    height = max(len(lines) for lines in wrapped)
    rows = []
    for line in range(height):
        lead = title if line == height - 1 else ""
        cells = [
            lines[line - height + len(lines)] if line >= height - len(lines) else Content("")
            for lines in wrapped
        ]
        row = [Content(lead).truncate(layout.names - 1, ellipsis=True, pad=True), Content(" ")]
        row += [cell.truncate(layout.outcome, pad=True) for cell in cells]
        rows.append(Content("").join(row))
    return Content("\n").join(rows).stylize("$foreground-muted")


def _wrapped(words: str, width: int) -> list[Content]:
    """Wrap the words of an outcome; those that go on and on are cut: the card has all of them."""
    lines = Content(words).wrap(width)
    if len(lines) <= TALLEST:
        return lines
    return [*lines[: TALLEST - 1], (lines[TALLEST - 1] + "…").truncate(width, ellipsis=True)]


def cell(percent: int, width: int, style: str = "") -> Content:
    """Write a percent, and a bar where there is room."""
    room = width - 6
    drawn = figures.bar(percent / 100, room) if room >= 3 else ""
    return Content.assemble((f"{percent:>3} ", "bold"), (drawn, style)).truncate(width, pad=True)


class RowsTable(Fingers, Widget, can_focus=True):
    """How likely each outcome is under each hypothesis; the last line is what that makes one expect.

    Until `editable` is set the figures are only shown.
    """

    HELP = """\
    Each line says: if this hypothesis is right, how often in 100 does each outcome come? [rows.up] and
    [rows.down] choose a line. Where the figures are not fixed, [predict.edit] lets you change them:
    [rows.less] and [rows.more] by 5, [rows.bit-less] and [rows.bit-more] by 1, digits; [rows.previous] and
    [rows.next] choose the outcome.
    """

    BINDINGS = [*ROWS, *DIGITS]

    DEFAULT_CSS = """
    RowsTable { height: auto; min-width: 20; }
    RowsTable:focus { background: $surface; }
    """

    cursor: reactive[int] = reactive(0)
    outcome: reactive[int] = reactive(0)
    editable: reactive[bool] = reactive(False, bindings=True)
    drafts: reactive[tuple[Draft, ...]] = reactive(())

    class Changed(Message):
        """Rows or cursor are elsewhere now."""

        def __init__(self, table: RowsTable) -> None:
            super().__init__()
            self.table = table

        @property
        def control(self) -> RowsTable:
            return self.table

    def __init__(
        self,
        hues: Mapping[str, Hue],
        outcomes: Mapping[str, str],
        rows: Rows,
        belief: Mapping[str, float],
        champions: Mapping[str, Face],
        *,
        id: str | None = None,
    ) -> None:
        """Show rows of probabilities by hypothesis and outcome, each led by the face of who posts it."""
        super().__init__(id=id)
        self.hues = hues
        self.outcomes = outcomes
        self.belief = belief
        self.champions = champions
        self.set_reactive(RowsTable.drafts, _drafts(rows))

    @property
    def draft(self) -> Draft:
        """The row under the cursor."""
        return self.drafts[self.cursor]

    @draft.setter
    def draft(self, draft: Draft) -> None:
        drafts = list(self.drafts)
        drafts[self.cursor] = draft
        self.drafts = tuple(drafts)

    @property
    def place(self) -> int:
        return self.outcome

    @property
    def rows(self) -> dict[str, dict[str, float]]:
        """The rows as they stand, as probabilities."""
        return {
            hypothesis: dict(zip(self.outcomes, (percent / 100 for percent in draft.percents), strict=True))
            for hypothesis, draft in zip(self.hues, self.drafts, strict=True)
        }

    @property
    def hypothesis(self) -> str:
        """The hypothesis under the cursor."""
        return list(self.hues)[self.cursor]

    @property
    def changed(self) -> bool:
        """Whether there is a change that could be taken back."""
        return any(draft.past for draft in self.drafts)

    def show(self, rows: Rows) -> None:
        """Show other rows."""
        self.settle()
        self.drafts = _drafts(rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        layout = columns(width, len(self.outcomes))
        return len(heading(list(self.outcomes.values()), layout, "").split("\n")) + len(self.hues) + 1

    def render(self) -> Content:
        layout = columns(self.size.width, len(self.outcomes))
        lines = [heading(list(self.outcomes.values()), layout, "If this is right")]
        for row, (hypothesis, hue) in enumerate(self.hues.items()):
            lines.append(self._line(row, hypothesis, hue, layout))
        lines.append(self._expected(layout))
        return Content("\n").join(lines)

    def _line(self, row: int, hypothesis: str, hue: Hue, layout: Columns) -> Content:
        here = row == self.cursor and self.has_focus
        face = self.champions.get(hypothesis)
        mark = "▸" if here else " "
        name = f"{mark}{face.glyph if face else ' '} {hue.number} {hue.name}"
        cells = [Content(name).truncate(layout.names, ellipsis=True, pad=True)]
        for place, percent in enumerate(self.drafts[row].percents):
            drawn = cell(percent, layout.outcome, hue.style)
            if here and self.editable and place == self.outcome:
                drawn = drawn.stylize("reverse", 0, 4)
            cells.append(drawn)
        line = Content("").join(cells)
        return line.stylize("bold", 0, layout.names) if here else line

    def _expected(self, layout: Columns) -> Content:
        return expectation(Content("  You expect"), expects(self.belief, self.rows), layout)

    def watch_drafts(self) -> None:
        self.post_message(self.Changed(self))

    def watch_cursor(self) -> None:
        self.settle()
        self.post_message(self.Changed(self))

    def watch_outcome(self) -> None:
        self.settle()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.editable or action not in ("nudge", "digit", "rub", "outcome")

    def action_row(self, by: int) -> None:
        """Go to another hypothesis."""
        self.cursor = min(max(self.cursor + by, 0), len(self.hues) - 1)
        self.scroll_visible(animate=False)

    def action_outcome(self, by: int) -> None:
        """Go to another outcome."""
        self.outcome = min(max(self.outcome + by, 0), len(self.outcomes) - 1)

    def undo(self) -> bool:
        """Take back the last change of the row under the cursor, else of another; whether there was one."""
        if not self.changed:
            return False
        if not self.draft.past:
            self.cursor = next(row for row, draft in enumerate(self.drafts) if draft.past)
        self.action_undo()
        return True

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        layout = columns(self.size.width, len(self.outcomes))
        first = self.size.height - len(self.hues) - 1
        if offset is None or not first <= offset.y < first + len(self.hues):
            return
        self.cursor = offset.y - first
        if offset.x >= layout.names:
            self.outcome = min((offset.x - layout.names) // layout.outcome, len(self.outcomes) - 1)


class BettingSlips(Widget):
    """What each of the cast expects of a card: a line each, in the columns of the rows above."""

    DEFAULT_CSS = """
    BettingSlips { height: auto; min-width: 20; }
    """

    def __init__(
        self,
        faces: Mapping[str, Face],
        outcomes: Mapping[str, str],
        bets: Mapping[str, ByOutcome],
        *,
        id: str | None = None,
    ) -> None:
        """Show what is expected, as probabilities by persona and outcome."""
        super().__init__(id=id)
        self.faces = faces
        self.outcomes = outcomes
        self.bets = bets

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.bets)

    def render(self) -> Content:
        layout = columns(self.size.width, len(self.outcomes))
        lines = []
        for persona, chances in self.bets.items():
            name = Content.assemble("  ", named(self.faces[persona], ground(self), layout.names - 3), " ")
            lines.append(expectation(name, chances, layout))
        return Content("\n").join(lines)


def expectation(name: Content, chances: ByOutcome, layout: Columns) -> Content:
    """Write a line of what somebody expects."""
    percents = Draft.of(list(chances.values())).percents
    cells = [name.truncate(layout.names, ellipsis=True, pad=True)]
    return Content("").join(
        [*cells, *(cell(percent, layout.outcome, "$foreground-muted") for percent in percents)]
    )


def expects(belief: Mapping[str, float], rows: Rows) -> dict[str, float]:
    """Give what a belief and rows make one expect of each outcome: m = p L."""
    outcomes = next(iter(rows.values()))
    return {outcome: sum(belief[each] * rows[each][outcome] for each in rows) for outcome in outcomes}


def _drafts(rows: Rows) -> tuple[Draft, ...]:
    return tuple(Draft.of(list(row.values())) for row in rows.values())
