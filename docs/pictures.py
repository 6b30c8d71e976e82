"""Take the README's pictures: `python docs/pictures.py` plays a little and writes docs/pictures/*.svg."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from debate_tui.settings import Settings, save
from debate_tui.tui.app import DebateApp
from debate_tui.tui.draft import Draft
from debate_tui.tui.screens.home import HomeScreen
from debate_tui.tui.screens.scorecard import ScorecardScreen
from debate_tui.tui.screens.table import TableScreen

FOLDER = Path(__file__).parent / "pictures"
SIZE = (100, 30)
CARDS = 8
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Textual's pictures fetch their font from the web; ours take what the reader has."""


class Photographer:
    """Plays by keys, and takes a picture where it is told to."""

    def __init__(self, app: DebateApp, pilot: Pilot[str], folder: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.folder = folder

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait for something to be on the screen."""
        for _ in range(500):
            await self.pilot.pause(0.02)
            if seen():
                await self.pilot.pause(0.1)
                return
        raise TimeoutError(f"the screen is still {self.app.screen}")

    async def scene(self, *names: str) -> str:
        """Wait for a scene of the table, and give which it is."""
        await self.until(lambda: isinstance(self.app.screen, TableScreen) and self.app.screen.scene in names)
        table = self.app.screen
        return table.scene if isinstance(table, TableScreen) else ""

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    def take(self, name: str) -> None:
        """Take a picture."""
        self.app.clear_notifications()
        svg = FONT_FACE.sub("", self.app.export_screenshot(title="debate-tui"))
        (self.folder / f"{name}.svg").write_text(svg, encoding="utf-8")

    async def keep_the_promise(self) -> None:
        """Type the belief that was promised, holding each share while the next is set."""
        play = self.app.sitting.view.play if self.app.sitting is not None else None
        promise = play.promise if play is not None else None
        if promise is None:
            raise LookupError("nothing has been promised")
        for percent in Draft.of(list(promise.values())).percents[:-1]:
            await self.press(*f"{percent:02}", "l", "down")
        await self.press("enter")

    async def card(self, number: int) -> None:
        """Play one card, moving about as far as the figures promise."""
        await self.scene("predict")
        await self.press("enter")
        await self.scene("reveal")
        if number == 2:
            self.take("reveal")
        await self.press("enter")
        if await self.scene("floor", "update") == "floor":
            if number == 2:
                await self.press("enter")
                await self.pilot.pause(0.3)
                self.take("floor")
            await self.press("s")
            await self.scene("update")
        await self.keep_the_promise()
        await self.scene("card")
        await self.press("enter")


async def main(folder: Path) -> None:
    """Play `priced-in` and take four pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["DEBATE_TUI_HOME"] = home
        settings = Path(home) / "settings.toml"
        save(settings, Settings(), Settings(pace="instant", reduced_motion=True, tutorial_offered=True))
        app = DebateApp(Path(home) / "saves", settings_file=settings)
        async with app.run_test(size=SIZE) as pilot:
            photographer = Photographer(app, pilot, folder)
            home_screen = app.screen
            await photographer.until(
                lambda: isinstance(home_screen, HomeScreen) and bool(home_screen.shelf.entries)
            )
            photographer.take("home")
            app.play("priced-in", seed=1)
            await photographer.until(lambda: type(app.screen).__name__ == "BriefingScreen")
            await photographer.press("enter")
            for number in range(1, CARDS + 1):
                await photographer.card(number)
                if app.sitting is not None and app.sitting.scene == "over":
                    break
            await photographer.until(lambda: isinstance(app.screen, ScorecardScreen))
            photographer.take("scorecard")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
