"""Hands: a game is played by the mouse alone, and what is typed at once comes in its order."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList
from textual.widgets._footer import FooterKey

from debate_tui.tui.widgets.belief import BeliefEditor
from tests.tui.driver import Driver, at, at_home, playing, seated


async def click_on(driver: Driver, words: str) -> None:
    """Click what the footer offers."""
    (key,) = [each for each in driver.app.screen.query(FooterKey) if each.description == words]
    await driver.pilot.click(key)


async def test_a_game_is_played_by_the_mouse_alone():
    async with at_home() as driver:
        await driver.pilot.click(OptionList, offset=(5, 1))
        for scene, words in [
            ("briefing", "Begin"),
            ("predict", "Lock these"),
            ("reveal", "Go on"),
            ("floor", "Done"),
            ("update", "Lock it"),
            ("card", "Go on"),
            ("scorecard", "Back"),
        ]:
            await driver.at(scene)
            await click_on(driver, words)
        await driver.at("home")
        await driver.sees("Best so far:")


async def test_what_is_typed_at_once_comes_in_its_order():
    async with seated(at("update")) as driver:
        await driver.press_at_once("4", "0", "l", "down", "3", "5", "+", "+", "-", "enter")
        await driver.at("card")
        assert driver.app.sitting.game.state.seats["you"].belief == (0.4, 0.36, 0.24)


async def test_a_drag_goes_on_outside_of_the_editor():
    async with seated(at("update")) as driver:
        editor = driver.app.screen.query_one(BeliefEditor)
        start, width = editor.bar_span
        await driver.pilot.mouse_down(BeliefEditor, offset=(start + width // 2, 0))
        await driver.pilot.hover("Steps")
        await driver.pilot.mouse_up("Steps")
        assert sum(editor.percents) == 100
        before = editor.percents
        await driver.pilot.hover(BeliefEditor, offset=(start + 1, 0))
        assert editor.percents == before


@pytest.mark.parametrize("step", ["briefing", "update"])
async def test_a_drag_ends_with_its_editor(step: str):
    async with playing() if step == "briefing" else seated(at("update")) as driver:
        editor = driver.app.screen.query_one(BeliefEditor)
        start, width = editor.bar_span
        await driver.pilot.mouse_down(BeliefEditor, offset=(start + width // 2, 0))
        assert driver.app.mouse_captured is editor
        await driver.press("enter")
        following = "predict" if step == "briefing" else "card"
        await driver.at(following)
        await driver.until(lambda: driver.app.mouse_captured is None, "the mouse let go")
        assert driver.app.focused is not None
        await driver.pilot.mouse_up()
        await click_on(driver, "Lock these" if step == "briefing" else "Go on")
        await driver.until(lambda: driver.scene not in (following, ""), f"on from {following} by the mouse")
