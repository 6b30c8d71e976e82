"""The belief editor: a bar and a whole percent for each hypothesis, always 100 together."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui.draft import Draft, Percents
from debate_tui.tui.keys import BELIEF, DIGITS
from debate_tui.tui.widgets.fingers import Fingers

NUMBERS = 12
"""Cells for the percent, the change and a space before them."""
LEAST_BAR, GOOD_BAR = 6, 10


class BeliefBars(Widget):
    """A belief as bars, with a mark where it was before."""

    DEFAULT_CSS = """
    BeliefBars { height: auto; min-width: 20; }
    """

    draft: reactive[Draft] = reactive(Draft((50, 50)))

    def __init__(
        self,
        hypotheses: Sequence[tuple[str, str]],
        percents: Sequence[float],
        before: Sequence[float] | None = None,
        *,
        id: str | None = None,
    ) -> None:
        """Show whole percents of hypotheses, given as (id, name); `before` is where they were."""
        super().__init__(id=id)
        self.hypotheses = tuple(hypotheses)
        self.set_reactive(BeliefBars.draft, Draft.of(percents))
        self.before: Percents = Draft.of(before).percents if before is not None else self.draft.percents

    @property
    def percents(self) -> Percents:
        """The whole percents that are shown."""
        return self.draft.percents

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.hypotheses)

    def render(self) -> Content:
        return Content("\n").join(self._line(place) for place in range(len(self.hypotheses)))

    @property
    def _name_width(self) -> int:
        longest = max(cell_len(name) for _, name in self.hypotheses) + 2
        spared = self.size.width - self._lead - 1 - GOOD_BAR - NUMBERS  # a name says more than a longer bar
        return max(6, min(longest, self.size.width - NUMBERS - 1, max(self.size.width // 3, 14, spared)))

    @property
    def bar_span(self) -> tuple[int, int]:
        """Where the bars begin, and how many cells they have; none where there is no room."""
        start = self._lead + self._name_width + 1
        width = self.size.width - start - NUMBERS
        return start, (width if width >= LEAST_BAR else 0)

    _lead = 0

    def _line(self, place: int) -> Content:
        percent, before = self.percents[place], self.before[place]
        name = f"{place + 1} {self.hypotheses[place][1]}"
        _, width = self.bar_span
        drawn = figures.bar_with_mark(percent / 100, before / 100, width) if width else ""
        changed = figures.change(before, percent)
        style = f"$hypothesis-{place + 1}"
        return Content.assemble(
            Content(name).truncate(self._name_width, ellipsis=True, pad=True),
            " ",
            (drawn, style),
            (f"{percent:>4}%", "bold"),
            (f" {changed:<6}" if changed != "=" else " " * 7, "$foreground-muted"),
        )


class BeliefEditor(Fingers, BeliefBars, can_focus=True):
    """A belief that can be changed: by arrows, digits, or with the mouse on its bars."""

    HELP = """\
    [belief.up] and [belief.down] choose a hypothesis. [belief.less] and [belief.more] change it by 5,
    [belief.bit-less] and [belief.bit-more] by 1, or type the percent. The others give or take in proportion;
    [belief.hold] holds one where it is, [belief.even] makes them even, [belief.undo] takes back.
    """

    BINDINGS = [*BELIEF, *DIGITS]

    DEFAULT_CSS = """
    BeliefEditor { height: auto; min-width: 20; }
    BeliefEditor:focus { background: $surface; }
    """

    cursor: reactive[int] = reactive(0)

    _lead = 2
    _drag_from: Draft | None = None

    @property
    def place(self) -> int:
        return self.cursor

    @property
    def touched(self) -> bool:
        """Whether the belief is another one than before."""
        return self.percents != self.before

    def begin_with(self, percents: Sequence[float]) -> None:
        """Show another belief, as if nothing had been before it."""
        self.settle()
        self.draft = Draft.of(percents)
        self.before = self.draft.percents
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.hypotheses) + 1

    def render(self) -> Content:
        start, width = self.bar_span
        legend = f"{figures.BEFORE} = before".ljust(width) if width else ""
        total = Content.assemble(" " * start, (f"{legend} 100%", "$foreground-muted"))
        return Content("\n").join([super().render(), total])

    def _line(self, place: int) -> Content:
        held = place in self.draft.held
        mark = "▸" if place == self.cursor else " "
        line = Content.assemble((f"{mark}{'=' if held else ' '}", "bold $accent"), super()._line(place))
        return line.stylize("reverse", 0, 1) if place == self.cursor and self.has_focus else line

    def show_row(self) -> None:
        """Scroll to the row under the cursor: where there is little room, not all of them are in sight."""
        if isinstance(self.parent, Widget):
            x, y, width, _ = self.virtual_region
            self.parent.scroll_to_region(Region(x, y + self.cursor, width, 1), animate=False)

    def on_focus(self) -> None:
        self.call_after_refresh(self.show_row)

    def watch_cursor(self) -> None:
        self.settle()
        self.show_row()

    def action_row(self, by: int) -> None:
        """Go to another hypothesis."""
        self.cursor = min(max(self.cursor + by, 0), len(self.hypotheses) - 1)

    def action_hold(self) -> None:
        """Hold the hypothesis under the cursor where it is, or let it go."""
        self.settle()
        self.draft = self.draft.hold(self.cursor)

    def action_even(self) -> None:
        """Give all the same."""
        self.settle()
        self.draft = self.draft.even()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= len(self.hypotheses):
            return
        self.cursor = offset.y
        start, width = self.bar_span
        if width and start <= offset.x < start + width:
            self.settle()
            self._drag_from = self.draft
            self.capture_mouse()
            self._drag_to(offset.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._drag_from is not None:
            self._drag_to(event.x - self.gutter.left)

    def on_mouse_up(self) -> None:
        self._let_go()

    def on_mouse_release(self) -> None:
        self._drag_from = None

    def on_unmount(self) -> None:
        self._let_go()  # else every event of the mouse still comes here, and none to the next screen

    def _let_go(self) -> None:
        if self._drag_from is not None:
            self._drag_from = None
            self.release_mouse()

    def _drag_to(self, x: int) -> None:
        start, width = self.bar_span
        if self._drag_from is not None and width:
            percent = round(100 * (x - start + 1) / width)
            self.draft = self.draft.dragged(self._drag_from, self.cursor, percent)
