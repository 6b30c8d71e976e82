"""Keys that come faster than the screen: one wish is one step, and nothing is left behind or falls over."""

from __future__ import annotations

import pytest

from debate_tui.errors import StorageError
from debate_tui.lobby import begin
from debate_tui.store.saves import Saves
from debate_tui.tui import shelf, words
from tests.tui.driver import Driver, at, at_home, seated


def screens(driver: Driver) -> list[str]:
    """Name what lies on what, from home up."""
    return [type(screen).__name__ for screen in driver.app.screen_stack]


@pytest.mark.parametrize(
    ("step", "card", "key", "scene"),
    [
        ("predict", 1, "enter", "reveal"),
        ("floor", 2, "s", "update"),
        ("update", 1, "enter", "card"),
        ("predict", 1, "escape", "home"),
    ],
)
async def test_a_key_that_is_held_down_is_one_wish(step: str, card: int, key: str, scene: str):
    async with seated(at(step, card=card)) as driver:
        await driver.press_at_once(*[key] * 5)
        await driver.at(scene)
        assert not driver.said


async def test_the_last_card_leads_to_the_scorecard_however_often_one_goes_on():
    async with seated(at("update", card=4)) as driver:
        await driver.to("card")
        await driver.press_at_once(*["enter"] * 5)
        await driver.at("scorecard")
        assert screens(driver) == ["HomeScreen", "ScorecardScreen"]


@pytest.mark.parametrize("key", ["k", "d", "f5"])
async def test_to_answer_twice_does_not_leave_the_table(key: str):
    async with seated(at("predict"), keep_elsewhere=lambda folder: folder) as driver:
        await driver.press(key)
        await driver.until(lambda: driver.scene in ("Choose", "Ask"), "a question")
        await driver.press_at_once("x", "enter", "enter")
        await driver.until(lambda: screens(driver) == ["HomeScreen", "TableScreen"], "at the table")
        assert driver.app.sitting is not None


async def test_a_question_is_not_asked_over_another():
    async with seated(at("predict")) as driver:
        await driver.press_at_once("d", "k")
        await driver.at("Choose")
        await driver.press("escape")
        await driver.at("predict")


async def test_a_table_that_is_left_takes_its_questions_along():
    async with seated(at("predict")) as driver:
        await driver.press_at_once("u", "d")
        await driver.at("briefing")
        assert screens(driver) == ["HomeScreen", "BriefingScreen"]


async def test_a_dialog_that_is_left_twice_goes_alone():
    async with seated(at("floor", card=2)) as driver:
        table = driver.app.screen
        await driver.press("c")
        await driver.at("Choose")
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


async def test_to_lock_and_to_leave_at_once_loses_nothing():
    async with seated(at("predict")) as driver:
        await driver.press_at_once("enter", "escape")
        await driver.at("home")
        assert screens(driver) == ["HomeScreen"]


async def test_a_kept_game_is_taken_up_once(home):
    begin("salon", Saves(home / "saves"), seed=7).game.close()
    async with at_home() as driver:
        await driver.press_at_once("c", "c", "c")
        await driver.at("briefing")
        assert screens(driver) == ["HomeScreen", "BriefingScreen"]


async def test_a_command_of_the_palette_runs_once_however_often_it_is_chosen():
    async with seated(at("predict")) as driver:
        await driver.press("ctrl+p")
        await driver.type("theme, pace")
        await driver.sees("Theme, pace, motion")
        await driver.press("down")
        await driver.press_at_once("enter", "enter", "enter")
        await driver.at("SettingsScreen")
        assert screens(driver) == ["HomeScreen", "TableScreen", "SettingsScreen"]


@pytest.mark.parametrize("error", [StorageError("the disk is on fire"), ValueError("the disk is on fire")])
async def test_what_goes_wrong_at_the_table_is_told_and_the_game_goes_on(error: Exception):
    def keep(folder: str) -> str:
        raise error

    async with seated(at("predict"), keep_elsewhere=keep) as driver:
        await driver.press("f5", "x", "enter")
        await driver.told("the disk is on fire")
        await driver.to("reveal")


async def test_what_goes_wrong_with_the_library_is_told(monkeypatch: pytest.MonkeyPatch):
    async with at_home() as driver:

        def fail(folder: object) -> shelf.Shelf:
            raise PermissionError("the library is locked")

        monkeypatch.setattr(shelf, "read_shelf", fail)
        await driver.press("f2", "escape")
        await driver.told("the library is locked")
        await driver.sees(words.TITLE)
        await driver.press("enter")
        await driver.at("briefing")
