"""What is imported when: starting stays fast because nothing heavy comes before the first frame."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

HOME = """
import asyncio, sys
from debate_tui.tui.app import DebateApp

async def show():
    app = DebateApp()
    async with app.run_test() as pilot:
        while not app.screen.shelf.entries:
            await pilot.pause(0)
        print(*sys.modules)

asyncio.run(show())
"""
HEAVY = {"numpy", "pydantic", "yaml", "fastapi", "httpx", "tomlkit"}


def imported(code: str) -> set[str]:
    """Give the modules that a program names at its end."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_version_is_told_without_a_screen():
    code = "import sys; from debate_tui.cli.group import group; "
    code += "group.main(['--version'], standalone_mode=False); print(*sys.modules)"
    modules = imported(code)
    assert "debate_tui.cli" in modules
    assert not {"textual", "rich", *HEAVY} & modules


def test_the_screen_waits_for_nothing_that_reads_a_command_line():
    assert not {"click", "textual", *HEAVY} & imported("import sys, debate_tui.cli; print(*sys.modules)")


def test_home_is_shown_before_anything_heavy_is_imported():
    imported(HOME)  # the first time the library is read and indexed
    modules = imported(HOME)
    assert "textual" in modules
    assert not HEAVY & modules
    assert not {name for name in modules if name.startswith(("debate_tui.engine", "debate_tui.scoring"))}
