"""Pictures of the screens as text: what stands on them, and below it a letter for the style of each cell.

`python -m tests.tui.record` draws them anew, for those who meant a change: look at the difference.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from string import ascii_letters, digits, punctuation

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.widgets import Input

from debate_tui.tui.app import DebateApp
from tests.tui.conftest import settle_in
from tests.tui.driver import DESIGN, WAY, Driver, driving

GOLDEN = Path(__file__).parent / "golden"
LETTERS = ascii_letters + digits + punctuation
SCENES = ("predict", "reveal", "update", "floor", "card", "scorecard")


async def pictures() -> dict[str, str]:
    """Draw home and every step of a game, each as it is first seen, with settings and help over home."""
    drawn: dict[str, str] = {}
    async with driving(DebateApp(settings_file=Path("settings.toml")), DESIGN) as driver:
        await driver.sees("Is the club's coin fair?")
        await driver.press("down")
        drawn["home"] = await draw(driver)
        for name, key, scene in [("settings", "f2", "SettingsScreen"), ("help", "?", "HelpScreen")]:
            await driver.press(key)
            await driver.at(scene)
            drawn[name] = await draw(driver)
            await driver.press("escape")
            await driver.at("home")
        driver.app.play("salon", seed=7)
        await driver.at("briefing")
        drawn["briefing"] = await draw(driver)
        while len(drawn) < len(SCENES) + 4:
            await driver.press(WAY[driver.scene])
            await driver.until(lambda: driver.scene in (*WAY, "scorecard"), "the next step")
            await driver.settle()
            if driver.scene not in drawn:
                drawn[driver.scene] = await draw(driver)
    return drawn


async def draw(driver: Driver) -> str:
    """Draw what is on the screen, with cursors that do not blink."""
    for each in driver.app.screen.query(Input):
        each.cursor_blink = False
    await driver.settle()
    strips = driver.app.screen._compositor.render_strips()
    letters: dict[str, str] = {}
    text = ["".join(piece.text for piece in strip).rstrip() for strip in strips]
    looks = ["".join(_look(piece, letters) for piece in strip) for strip in strips]
    legend = [f"{letter} {style}" for style, letter in letters.items()]
    return "\n".join([*text, "", *looks, "", *legend, ""])


def _look(piece: Segment, letters: dict[str, str]) -> str:
    style = str((piece.style or Style()).clear_meta_and_links())
    return letters.setdefault(style, LETTERS[len(letters)]) * piece.cell_length


def record() -> None:
    """Draw all pictures anew."""
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        settle_in(Path(home), patch)
        drawn = asyncio.run(pictures())
    GOLDEN.mkdir(exist_ok=True)
    for name, picture in drawn.items():
        (GOLDEN / f"{name}.txt").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    record()
