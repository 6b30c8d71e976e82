"""A scenario and people whose every text is hostile, played through every screen and dialog."""

from __future__ import annotations

from itertools import cycle

from debate_tui.tui.widgets.hand import Hand
from tests.tui import hostile
from tests.tui.alone import scripted
from tests.tui.driver import SMALL, WAY, Driver, at_home, playing

LOOKS = {"predict": "mphwd", "floor": "mvl"}
"""The keys that open something over a step."""


async def look_around(driver: Driver) -> None:
    """Open whatever can be opened over this step, at two sizes."""
    table = driver.app.screen
    for key in LOOKS.get(driver.scene, ""):
        await driver.press(key)
        await driver.until(lambda: driver.app.screen is not table, f"a dialog by {key}")
        await driver.settle()
        harmless(driver)
        await driver.press("escape")
        await driver.until(lambda: driver.app.screen is table, f"back from {key}")


def harmless(driver: Driver) -> None:
    """Nothing that is shown runs an action when it is clicked but a Markdown link, which opens nothing."""
    assert not [action for action in scripted(driver) if "quit" in action]


async def play_through(driver: Driver, size: tuple[int, int]) -> None:
    seen = set()
    while driver.scene != "scorecard":
        scene = driver.scene
        if scene not in seen:
            seen.add(scene)
            harmless(driver)
            await look_around(driver)
            await driver.resize(size)
            if scene == "floor":
                await driver.press("enter", "end", "enter")
                driver.app.screen.query_one(Hand)
        driver.app.clear_notifications()
        before = driver.place
        await driver.press(WAY[scene])
        await driver.until(lambda before=before: driver.place not in (before, ("", ())), f"on from {scene}")
        await driver.settle()
    assert {"predict", "reveal", "floor", "update", "card"} <= seen
    harmless(driver)
    await driver.press("x", "s", "t")
    await driver.resize(size)
    harmless(driver)


async def test_actions_in_every_field_are_text(home):
    hostile.write(home)
    async with at_home() as driver:
        await driver.sees("[@click=app.quit]x[/]")
        harmless(driver)
        await driver.press("enter")
        await driver.at("briefing")
        harmless(driver)
        await driver.press("r")
        await driver.at("Choose")
        await driver.sees("? [@click=app.quit]x[/]")
        await driver.press("down", "down", "enter")
        await driver.at("briefing")
        await driver.sees("[@click=app.quit]x[/]")
        await driver.to("predict")
        await play_through(driver, SMALL)
        await driver.sees("[@click=app.quit]x[/]")


async def test_any_texts_in_any_fields_are_shown(home):
    """Each field has another of the hostile texts."""
    texts = cycle([*hostile.TEXTS.values()])
    hostile.write(home, lambda: next(texts))
    async with playing(to="predict") as driver:
        await play_through(driver, (20, 10))
