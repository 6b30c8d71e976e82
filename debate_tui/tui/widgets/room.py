"""The room: who said what, line by line; two thousand lines scroll like twenty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from textual.visual import Visual

from debate_tui.tui import words
from debate_tui.tui.keys import ROOM
from debate_tui.tui.look import Face, ground, style_of
from debate_tui.tui.voice import Told

INDENT = {"speech": 2, "moment": 2, "heading": 0, "note": 3}
"""Cells by which a line's further lines are indented, and a note as a whole."""


class Room(ScrollView, can_focus=True):
    """What has been said and done. Lines can come one after the other, at a pace."""

    BINDINGS = [*ROOM]

    DEFAULT_CSS = """
    Room { height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }
    Room:focus { background-tint: $foreground 4%; }
    """

    HELP = "Up, down and the page keys scroll. [table.skip] lets everybody finish at once."

    def __init__(self, faces: Mapping[str, Face], *, id: str | None = None) -> None:
        """Show what those with these faces say."""
        super().__init__(id=id)
        self._faces = faces
        self._told: list[Told] = []
        self._coming: list[Told] = []
        self._strips: list[Strip] = []
        self._wrapped_at = 0
        self._wrapped_look: tuple[object, ...] = ()
        self._timer: Timer | None = None

    @property
    def speaking(self) -> bool:
        """Whether somebody has still to speak."""
        return bool(self._coming)

    @property
    def text(self) -> str:
        """What stands in the room, without its looks."""
        return "\n".join(self._written(each).plain for each in self._told)

    def write(self, told: Sequence[Told]) -> None:
        """Write lines at once."""
        self.finish()
        self._add(told)

    def speak(self, told: Sequence[Told], pause: float) -> None:
        """Let lines come one after the other, so many seconds apart; 0: at once."""
        if pause <= 0.0:
            self.write(told)
            return
        self.finish()
        self._coming = list(told)
        self._next()
        if self._coming:
            self._timer = self.set_interval(pause, self._next)

    def finish(self) -> None:
        """Let everybody finish at once."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        coming, self._coming = self._coming, []
        self._add(coming)

    def _next(self) -> None:
        if self._coming:
            self._add([self._coming.pop(0)])
        if not self._coming:
            self.finish()

    def _add(self, told: Sequence[Told]) -> None:
        if not told:
            return
        self._told += told
        if self._wrapped_at:
            for each in told:
                self._strips += self._wrapped(each)
            self._resize_virtual()
            self.scroll_end(animate=False, immediate=True)

    def on_mount(self) -> None:
        self.anchor()  # it stays at its end, whatever size it becomes, until somebody scrolls

    def on_resize(self) -> None:
        if self._line_width != self._wrapped_at:
            at_end = not self._anchor_released  # wrapping changes the height after Textual has looked at it
            self._rewrap()
            if at_end:
                self.scroll_end(animate=False, immediate=True)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_mounted and self._wrapped_at and self._look != self._wrapped_look:
            self._rewrap()

    @property
    def _look(self) -> tuple[object, ...]:
        """What the looks of wrapped lines come from."""
        return self.visual_style, self.app.theme

    @property
    def _line_width(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    def _rewrap(self) -> None:
        self._wrapped_at, self._wrapped_look = self._line_width, self._look
        self._strips = [strip for each in self._told for strip in self._wrapped(each)]
        self._resize_virtual()

    def _resize_virtual(self) -> None:
        self.virtual_size = Size(self._wrapped_at, len(self._strips))
        self.refresh()

    def _wrapped(self, told: Told) -> list[Strip]:
        """Wrap a line so that what follows its beginning is indented."""
        indent = min(INDENT[told.tone], self._wrapped_at // 4)
        first, *more = self._written(told).wrap(self._wrapped_at - indent) or [Content("")]
        lines = [
            first.pad_left(indent) if told.tone == "note" else first,
            *(line.pad_left(indent) for line in more),
        ]
        content = Content("\n").join(lines)
        return Visual.to_strips(self, content, self._wrapped_at, None, self.visual_style, pad=True)

    def _written(self, told: Told) -> Content:
        if told.tone == "heading":
            return Content.styled(f"── {told.text}", "bold")
        if told.tone == "note":
            return Content.styled(told.text, "$foreground-muted")
        mark, style = (words.MOMENT, "bold") if told.tone == "moment" else ("", "")
        face = self._faces.get(told.who)
        name = Content.styled(f"{face.glyph} {face.name}: ", style_of(face, ground(self))) if face else ""
        return Content.assemble((mark, "bold $warning"), name, (told.text, style))

    def render_line(self, y: int) -> Strip:
        line = self.scroll_offset.y + y
        if line < len(self._strips):
            return self._strips[line]
        return Strip.blank(self.size.width, self.visual_style.rich_style)
