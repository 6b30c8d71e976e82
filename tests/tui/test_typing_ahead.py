"""Keys that come before there is anything to press them on, or twice: none is taken for more than it is."""

from __future__ import annotations

from debate_tui.tui.screens.choose import Choose
from tests.tui.driver import at, playing, seated


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
        await driver.press_at_once("enter", "enter", "enter")
        await driver.until(lambda: driver.app.sitting is not None, "at the table")
        await driver.settle()
        assert len(driver.app.screen_stack) == 2
