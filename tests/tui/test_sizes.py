"""Every screen and step at every size: what it is about can be read, and no change of size loses anything."""

from __future__ import annotations

import pytest

from tests.tui.driver import DESIGN, SMALL, WAY, WIDE, Driver, Size, at, at_home, playing, seated

TOUR = [WIDE, (60, 18), SMALL, (20, 10), DESIGN]
LETTERBOXES = [(20, 40), (80, 2)]


@pytest.mark.parametrize("size", [DESIGN, WIDE, SMALL])
async def test_a_game_is_played_at_every_size(size: Size):
    """By keys alone; at each step its first thing to read and the key that leads on are on the screen."""
    first = {
        "briefing": "club's coin",
        "predict": "What does the first toss show?",
        "reveal": "▸ Heads",
        "floor": "You promised",
        "update": "What do you believe now?",
        "card": "Too little",
        "scorecard": "on the room",
    }
    keys = {"predict": "Lock", "reveal": "Go on", "floor": "Say it", "update": "Lock it", "card": "Go on"}
    async with playing("coin", size) as driver:
        for scene, words in first.items():
            await driver.at(scene)
            await driver.sees(words, keys.get(scene, ""))
            if scene in WAY:
                await driver.to(list(first)[list(first).index(scene) + 1])


async def resized(driver: Driver, sizes: list[Size]) -> None:
    """Change the size again and again and come back: what was there before is there again."""
    before, focused, screen = list(driver.texts()), driver.app.focused, driver.app.screen
    for size in sizes:
        await driver.resize(size)
        assert driver.app.screen is screen
        assert len(driver.lines) == size[1]
    await driver.until(lambda: list(driver.texts()) == before, f"again:\n{before}\n")
    assert driver.app.focused is focused


async def test_home_can_be_resized_at_any_moment():
    async with at_home() as driver:
        await driver.press("/")
        await driver.type("hold")
        await resized(driver, TOUR)
        await driver.press("escape", "down")
        await resized(driver, [*LETTERBOXES, DESIGN])


async def test_the_briefing_can_be_resized_at_any_moment():
    async with playing() as driver:
        await driver.press("right", "down", "right", "right")
        await resized(driver, TOUR)
        await driver.press("r")
        await driver.at("Choose")
        await resized(driver, [(20, 10), DESIGN])


@pytest.mark.parametrize("step", ["predict", "reveal", "floor", "update", "card", "over"])
async def test_a_step_can_be_resized_at_any_moment(step: str):
    begun = {"reveal": ("predict", 1), "floor": ("floor", 2), "card": ("update", 1), "over": ("over", 4)}
    engine, card = begun.get(step, (step, 1))
    changed = {
        "predict": ["e", "left", "down", "right"],
        "update": ["right", "l", "down", "3"],
        "floor": ["down"],
    }
    async with seated(at(engine, card=card)) as driver:
        if step in ("reveal", "card"):
            await driver.to(step)
        await driver.press(*changed.get(step, []))
        driver.app.clear_notifications()
        await driver.settle()
        await resized(driver, TOUR)
        if step != "over":
            await driver.press("t")
            await resized(driver, [*LETTERBOXES, DESIGN])


DIALOGS = ("m", "p", "v", "f1", "f2", "f5", "l", "ctrl+p")
"""The keys that open something over the floor."""


async def test_a_dialog_can_be_resized_at_any_moment():
    player = at("floor", card=2)
    player.argue("expected")
    async with seated(player, keep_elsewhere=lambda folder: folder) as driver:
        table = driver.app.screen
        for key in DIALOGS:
            await driver.press(key)
            await driver.until(lambda: driver.app.screen is not table, f"a dialog by {key}")
            await driver.settle()
            await resized(driver, [(20, 10), DESIGN])
            await driver.press("escape")
            await driver.until(lambda: driver.app.screen is table, f"back from {key}")
