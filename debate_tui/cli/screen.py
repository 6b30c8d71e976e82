"""Whether there is a screen to play on, and playing on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from debate_tui import collector
from debate_tui.cli.called import go_on
from debate_tui.cli.terminal import narrate

if TYPE_CHECKING:
    from pathlib import Path

    from debate_tui.tui.app import DebateApp

SCREENLESS = ("", "dumb", "unknown")
"""Kinds of terminal that cannot move a cursor."""


def has_screen() -> bool:
    """Whether the program talks to a terminal that can show a screen."""
    if os.name != "nt" and os.environ.get("TERM", "") in SCREENLESS:
        return False
    return sys.stdin.isatty() and sys.stdout.isatty()


def on_screen(saves: Path | None = None, begin: Callable[[DebateApp], object] | None = None) -> int:
    """Show the program until it is left, and give its exit code; `begin` is what it does first."""
    collector.rest()  # until home is there
    from debate_tui.tui.app import DebateApp

    app = DebateApp(saves, begin=begin)
    left_open = app.run()
    if app.return_code:
        left_open = app.broken_off.save if app.broken_off is not None else None
    if left_open is not None:
        narrate(go_on(left_open))
    return app.return_code or 0
