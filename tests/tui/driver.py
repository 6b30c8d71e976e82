"""Somebody at the screen: presses keys, and waits for what must come of them, never for a while."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.widget import Widget

from debate_tui.content.library import load_game
from debate_tui.engine.debate import Debate
from debate_tui.lobby import debate_of
from debate_tui.tui.app import DebateApp
from debate_tui.tui.evening import Evening, Wish
from debate_tui.tui.screens.briefing import BriefingScreen
from debate_tui.tui.screens.home import HomeScreen
from debate_tui.tui.screens.scorecard import ScorecardScreen
from debate_tui.tui.screens.table import TableScreen
from debate_tui.tui.sitting import Sitting
from tests.tabletop import SALON, Player, debate

DESIGN, WIDE, SMALL = (80, 24), (120, 40), (40, 12)

Size = tuple[int, int]

SALON_TABLE = debate(SALON)
SALON_TABLE = Debate.of(
    SALON_TABLE.scenario,
    {each: SALON_TABLE.personas[each] for each in SALON_TABLE.members},
    SALON_TABLE.sha256,
)
"""The salon with its cast alone, as the library loads it."""


def shipped(scenario: str) -> Debate:
    """Give the table of one of the program's own scenarios."""
    return debate_of(load_game(Path(__file__).parents[2] / "scenarios" / f"{scenario}.yaml"))


PRICED_IN = shipped("priced-in")
"""A table at which a card takes more than a small screen: four hypotheses, and a cast of four."""


READS_ON = "PgDn reads on"
EDITOR_KEYS = "← → by 5 · - + by 1 · digits · l hold · e even · u undo"
EDITING = "Yours: ← → by 5 · - + by 1 · digits · , . column · u undo · e done"
"""Hints, with the keys as they are where the settings give no others."""

PATIENCE = 30.0
"""Seconds after which what has not come is taken to never come."""

WAY = {
    "home": "enter",
    "briefing": "enter",
    "predict": "enter",
    "reveal": "enter",
    "floor": "s",
    "update": "enter",
    "card": "enter",
}
"""The key that leads on from each scene."""


class Driver:
    """Plays one app by its keys."""

    def __init__(self, app: App[Any], pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    # What is to be seen

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return [
            "".join(piece.text for piece in strip) for strip in self.app.screen._compositor.render_strips()
        ]

    @property
    def text(self) -> str:
        """What stands on the screen, without the ends of lines: wrapping does not matter."""
        return " ".join(" ".join(self.lines).split())

    def shows(self, words: str) -> bool:
        """Whether words stand on the screen: across it, or in one widget however it wraps them."""
        return words in self.text or any(words in text for text in self.texts())

    def texts(self) -> Iterator[str]:
        """What stands in each widget of the front screen that has none in it."""
        strips = self.app.screen._compositor.render_strips()
        for widget in self.app.screen.walk_children():
            region = widget.region.intersection(self.app.screen.region)
            if region and not widget.children:
                cut = (strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom])
                yield " ".join(" ".join("".join(piece.text for piece in strip) for strip in cut).split())

    @property
    def said(self) -> list[str]:
        """What the app has told at its edge, and still tells."""
        return [told.message for told in self.app._notifications]

    @property
    def scene(self) -> str:
        """Where the app is: home, briefing, a step of the table, scorecard, or a dialog's class."""
        screen = self.app.screen
        match screen:
            case HomeScreen():
                return "home"
            case BriefingScreen():
                return "briefing"
            case TableScreen():
                return screen.scene if screen.query("Stage") else ""
            case ScorecardScreen():
                return "scorecard"
        return type(screen).__name__

    def focused(self) -> Widget | None:
        """Give what has the keys."""
        return self.app.focused

    # What can be done

    async def press(self, *keys: str) -> None:
        """Press keys, as Pilot does but without waiting for the processor to be idle."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys faster than anything can come of them."""
        for key in keys:
            self._send(key)
        await self.settle()

    def _send(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = events.Key(name, _character(name))
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def settle(self) -> None:
        """Let everything happen that follows from what was done: until nothing waits to be handled."""
        deadline, quiet = perf_counter() + PATIENCE, 0
        while quiet < 2:
            if perf_counter() > deadline:
                raise AssertionError(f"{self.scene} never falls quiet at {self.app.size}")
            await self.pilot.pause(0)
            waiting = [self.app, *self.app.screen.walk_children(with_self=True)]
            quiet = 0 if any(each.message_queue_size for each in waiting) else quiet + 1

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until something holds."""
        deadline = perf_counter() + PATIENCE
        while not condition():
            if perf_counter() > deadline or self.app._exception:
                shown = "\n".join(self.lines)
                raise AssertionError(
                    f"never: {what or condition}; here is {self.scene}:\n{shown}\n{self.said}"
                )
            await self.pilot.pause(0)
            await asyncio.sleep(0.001)

    async def at(self, scene: str) -> None:
        """Wait until the app is somewhere."""
        await self.until(lambda: self.scene == scene, f"at {scene}")
        await self.settle()

    async def sees(self, *words: str) -> None:
        """Wait until words stand on the screen."""
        for each in words:
            await self.until(lambda each=each: self.shows(each), f"sees {each!r}")

    async def told(self, words: str) -> None:
        """Wait until the app tells something at its edge."""
        await self.until(lambda: any(words in each for each in self.said), f"told {words!r}")

    async def to(self, scene: str) -> None:
        """Walk on by keys, at least a step, until somewhere."""
        await self.until(lambda: self.scene in WAY, "somewhere with a way on")
        while True:
            before = self.place
            await self.press(WAY[self.scene])
            await self.until(lambda before=before: self.place not in (before, ("", ())), f"on from {before}")
            if self.scene == scene:
                await self.settle()
                return
            assert self.scene != "home", f"home instead of {scene}: {self.said}"

    @property
    def place(self) -> tuple[str, tuple[str, ...]]:
        """The scene and the cards that were dealt."""
        sitting = getattr(self.app, "sitting", None)
        return self.scene, tuple(sitting.game.state.cards) if sitting and self.scene else ()

    async def resize(self, size: Size) -> None:
        """Make the terminal another size."""
        assert self.app._driver is not None
        self.app._driver._size = size
        self.app.post_message(events.Resize(events.Size(*size), events.Size(*size)))
        await self.until(lambda: self.app.screen._compositor.size == size, f"the size {size}")
        await self.settle()


def _character(key: str) -> str | None:
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        return key if len(key) == 1 else None


@asynccontextmanager
async def driving(app: App[Any], size: Size = DESIGN) -> AsyncIterator[Driver]:
    """Run an app."""
    async with app.run_test(size=size) as pilot:
        yield Driver(app, pilot)


@asynccontextmanager
async def at_home(size: Size = DESIGN) -> AsyncIterator[Driver]:
    """Run the program, and wait until it has looked through its library."""
    async with driving(DebateApp(), size) as driver:
        await driver.until(lambda: driver.scene == "home" and driver.app.screen.shelf.entries, "the library")
        await driver.settle()
        yield driver


@asynccontextmanager
async def playing(
    scenario: str = "salon", size: Size = DESIGN, *, to: str = "briefing", **wish: Any
) -> AsyncIterator[Driver]:
    """Run the program with a game, as far as somewhere."""
    wish = {"seed": 7, **wish}
    async with driving(DebateApp(begin=lambda app: app.play(scenario, **wish)), size) as driver:
        await driver.at("briefing")
        if to != "briefing":
            await driver.to(to)
        yield driver


@asynccontextmanager
async def seated(
    player: Player, size: Size = DESIGN, *, pace: str = "", looking: bool = False, **kept: Any
) -> AsyncIterator[Driver]:
    """Run the program at the table of a game as far as that has come; `kept` says where it is kept.

    With a pace things take their time and move. Who is `looking` still has what the card on the table
    showed before them.
    """
    sitting = Sitting(player.game, **kept)

    async def evening(app: DebateApp) -> None:
        there = Evening(app)
        await there.play(await there._at_table(sitting, Wish(sitting.started.scenario)))

    def sit(app: DebateApp) -> None:
        app.run_worker(evening(app), group="evening", exit_on_error=False)

    app = DebateApp(begin=sit)
    if pace:
        app.settings = app.settings._replace(pace=pace, reduced_motion=False)
    async with driving(app, size) as driver:
        await driver.until(lambda: driver.scene in WAY or driver.scene == "scorecard", "at the table")
        await driver.settle()
        while not looking and driver.scene == "reveal":
            await driver.press("enter")
        yield driver


def at(step: str, *, card: int = 1, **start: Any) -> Player:
    """Play the salon as far as a step of a card; the first floor is after the second card."""
    return play(Player.at(SALON_TABLE, **start), step, card)


def play(player: Player, step: str, card: int = 1) -> Player:
    """Play as far as a step of a card: the posted rows, and every promise kept."""
    while player.game.state.step != step or (step != "briefing" and len(player.game.state.cards) != card):
        step_now = player.game.state.step
        if step_now == "briefing":
            player.open()
        elif step_now == "predict":
            player.predict()
        elif step_now == "floor":
            player.leave_floor()
        else:
            player.believe()
    return player
