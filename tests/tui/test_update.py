"""Update: a belief under one's fingers, locked in, and held against what was promised."""

from __future__ import annotations

import pytest

from debate_tui.tui import words
from debate_tui.tui.widgets.belief import BeliefEditor
from tests.tabletop import Player
from tests.tui.driver import EDITOR_KEYS, SMALL, Driver, at, play, playing, seated, shipped


def editor(driver: Driver) -> BeliefEditor:
    return driver.app.screen.query_one(BeliefEditor)


async def test_it_begins_with_the_belief_one_has_beside_outcome_and_promise():
    async with seated(at("update")) as driver:
        await driver.sees("It worked: It worked", "You promised a step towards Holds.", words.BELIEVE_NOW)
        assert editor(driver).percents == (30, 45, 25)


KEYS = {
    "+ +": (32, 43, 25),
    "right left": (30, 45, 25),
    "right": (35, 42, 23),
    "right right": (40, 39, 21),
    "left": (25, 48, 27),
    "shift+right shift+right - +": (32, 43, 25),
    "down left": (33, 40, 27),
    "up down down down shift+right": (30, 44, 26),
    "6": (6, 60, 34),
    "6 0": (60, 26, 14),
    "6 0 7": (7, 60, 33),
    "6 0 backspace": (6, 60, 34),
    "6 backspace": (30, 45, 25),
    "0": (1, 64, 35),
    "e": (34, 33, 33),
    "l down right right": (30, 55, 15),
    "l right": (30, 45, 25),
    "l down l right": (30, 45, 25),
    "l l +": (31, 44, 25),
    "+ + u": (31, 44, 25),
    "6 0 u": (30, 45, 25),
    "u": (30, 45, 25),
}


async def test_every_key_does_what_it_says_and_the_whole_stays_100():
    async with seated(at("update")) as driver:
        shown = editor(driver)
        fresh = shown.draft
        for keys, percents in KEYS.items():
            shown.draft, shown.cursor = fresh, 0
            shown.settle()
            await driver.press(*keys.split())
            assert shown.percents == percents, keys
            assert sum(shown.percents) == 100


async def test_what_is_locked_in_is_what_was_shown():
    async with seated(at("update")) as driver:
        await driver.press("4", "0", "enter")
        await driver.at("card")
        assert driver.app.sitting.game.state.seats["you"].belief == (0.4, 0.39, 0.21)


async def test_a_belief_that_nobody_touched_stays_exactly_what_it_was():
    async with seated(at("update", card=2, seed=3)) as driver:
        before = driver.app.sitting.game.state.seats["you"].belief
        await driver.to("card")
        assert driver.app.sitting.game.state.seats["you"].belief == pytest.approx(before, abs=1e-12)


@pytest.mark.parametrize("scenario", ["heart-pills", "spooky", "priced-in", "personas", "three-years-later"])
async def test_on_the_smallest_screen_the_keys_can_be_read_further_down(scenario: str):
    async with seated(play(Player.at(shipped(scenario)), "update"), SMALL) as driver:
        if not driver.shows(EDITOR_KEYS):
            await driver.sees("▼ PgDn")
            await driver.press("pagedown")
        await driver.sees(EDITOR_KEYS)
        await driver.press("right")
        await driver.sees("▸ 1")


async def test_a_drag_of_the_mouse_is_one_step_to_undo():
    async with seated(at("update")) as driver:
        shown = editor(driver)
        start, width = shown.bar_span
        at_percent = {p: (start + p * width // 100, 2) for p in (20, 50, 80)}
        await driver.pilot.mouse_down(BeliefEditor, offset=at_percent[20])
        for percent in (50, 80, 50):
            await driver.pilot.hover(BeliefEditor, offset=at_percent[percent])
        assert shown.cursor == 2
        assert abs(shown.percents[2] - 50) <= 2
        assert shown.percents[0] / shown.percents[1] == pytest.approx(30 / 45, abs=0.1)
        await driver.pilot.mouse_up(BeliefEditor, offset=at_percent[50])
        await driver.pilot.hover(BeliefEditor, offset=at_percent[80])
        assert abs(shown.percents[2] - 50) <= 2
        await driver.press("u")
        assert shown.percents == (30, 45, 25)
        assert not shown.draft.past


async def test_a_click_on_a_name_chooses_it_and_changes_nothing():
    async with seated(at("update")) as driver:
        await driver.pilot.click(BeliefEditor, offset=(4, 1))
        assert editor(driver).cursor == 1
        assert editor(driver).percents == (30, 45, 25)


async def test_where_figures_promised_nothing_it_says_so():
    async with playing("coin", to="predict") as driver:
        await driver.press("n", "down", "enter")
        await driver.at("reveal")
        await driver.to("floor")
        await driver.sees(words.NO_PROMISE)


async def test_a_number_that_is_too_much_is_the_most_there_can_be():
    async with seated(at("update")) as driver:
        for typed in ("100", "99"):
            await driver.type(typed)
            assert editor(driver).percents == (98, 1, 1), typed
            await driver.press("u")
            assert editor(driver).percents == (30, 45, 25), typed
        await driver.type("100")
        await driver.press("backspace")
        assert editor(driver).percents[0] == 10
        await driver.press("down", "up")
        await driver.type("35")
        assert editor(driver).percents[0] == 35
