"""Keys that come before there is anything to press them on, or twice: none is taken for more than it is."""

from __future__ import annotations

import asyncio

from textual import events

from debate_tui.tui.screens.briefing import BriefingScreen
from debate_tui.tui.screens.choose import Choose
from tests.tui.driver import Driver, at, at_home, playing, seated


def hurry(driver: Driver, *keys: str) -> None:
    """Press keys without waiting for anything to come of them."""
    for key in keys:
        event = events.Key(key, key if len(key) == 1 else None)
        event.set_sender(driver.app)
        driver.app._driver.send_message(event)


async def test_a_dialog_that_is_answered_twice_goes_alone():
    async with seated(at("floor", card=2)) as driver:
        table = driver.app.screen
        await driver.press("c")
        await driver.until(lambda: isinstance(driver.app.screen, Choose), "the dialog")
        dialog = driver.app.screen
        dialog.action_back()
        dialog.action_back()
        await driver.settle()
        assert driver.app.screen is table


async def test_a_screen_that_is_left_takes_the_dialogs_above_it_along():
    async with seated(at("floor", card=2)) as driver:
        home, table = driver.app.screen_stack
        await driver.press("p")
        await driver.at("Reading")
        table.dismiss("floor")
        await driver.settle()
        assert driver.app.screen is home


async def test_enter_pressed_too_often_at_the_briefing_leads_to_the_table():
    async with playing() as driver:
        hurry(driver, "enter", "enter", "enter")
        await driver.until(lambda: driver.app.sitting is not None, "at the table")
        await driver.settle()
        assert len(driver.app.screen_stack) == 2


async def test_a_key_that_comes_before_the_briefing_is_there_does_nothing():
    async with playing() as driver:
        briefing = BriefingScreen(driver.app.screen.debate)
        assert await driver.app.run_action("begin", briefing)
        assert driver.app.screen is not briefing


async def test_a_step_that_is_on_its_way_out_takes_no_more_keys():
    async with seated(at("predict")) as driver:
        step = driver.app.screen.stage
        await driver.to("reveal")
        assert await driver.app.run_action("lock", step)
        await driver.settle()
        assert driver.scene == "reveal"


async def test_a_game_begins_once_however_often_it_is_asked_for():
    async with at_home() as driver:
        hurry(driver, "enter", "enter")
        await driver.at("briefing")
        await driver.settle()
        assert len(driver.app.screen_stack) == 2
        await driver.press("escape")
        await driver.at("home")
        await driver.press("enter")
        await driver.at("briefing")


async def test_two_steps_that_are_set_at_once_stand_one_after_the_other():
    async with seated(at("update", card=2)) as driver:
        table = driver.app.screen
        await asyncio.gather(*(table.show(scene) for scene in ("reveal", "update", "reveal", "update")))
        await driver.settle()
        assert len(table.query("Stage")) == 1
        assert driver.app.focused is table.query_one("BeliefEditor")
