"""A tiny app with one widget in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from debate_tui.tui.themes import DARK, hypothesis_colors
from tests.tui.driver import DESIGN, Driver, Size, driving


class Alone(App[None]):
    """Shows one widget in the game's colours, and counts the actions that run."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.messages: list[Any] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return hypothesis_colors(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.widget

    async def on_event(self, event: Any) -> None:
        await super().on_event(event)

    def on_mount(self) -> None:
        if self.widget.can_focus:
            self.widget.focus()


@asynccontextmanager
async def alone(widget: Widget, size: Size = DESIGN) -> AsyncIterator[Driver]:
    """Run one widget."""
    async with driving(Alone(widget), size) as driver:
        await driver.settle()
        yield driver


def column(line: str, mark: str) -> int:
    """Give the cell of a line in which a mark stands last."""
    return cell_len(line[: line.rindex(mark)])


def scripted(driver: Driver) -> list[str]:
    """Give the actions that a click on what is shown would run."""
    strips = driver.app.screen._compositor.render_strips()
    metas = (piece.style.meta for strip in strips for piece in strip if piece.style)
    return [meta["@click"] for meta in metas if "@click" in meta]
