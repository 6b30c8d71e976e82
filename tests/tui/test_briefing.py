"""The briefing: read, choose who to be and where, and begin with a belief."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from debate_tui.tui import words
from debate_tui.tui.widgets.belief import BeliefEditor
from tests.tui.driver import READS_ON, SMALL, WIDE, Size, at_home, playing


async def test_it_tells_the_question_the_hypotheses_and_the_people():
    async with playing(size=(120, 60)) as driver:
        await driver.sees("Does it hold?", "2 Holds until it breaks", "At the table", "? Asker")
        assert "Would change its mind if, on “Something strange”: Very." in driver.text
        assert "The real game" in driver.text


async def test_the_opening_belief_is_what_one_makes_it():
    async with playing() as driver:
        await driver.press("4", "0", "down", "-", "-")
        editor = driver.app.screen.query_one(BeliefEditor)
        shown = editor.percents
        assert shown[1] == 37
        assert sum(shown) == 100
        await driver.to("predict")
        opening = driver.app.sitting.game.state.seats["you"].opening
        assert [round(100 * part) for part in opening] == list(shown)


async def test_a_belief_that_nobody_touched_is_exactly_the_scenarios():
    async with playing() as driver:
        await driver.to("predict")
        assert driver.app.sitting.game.state.seats["you"].opening == (0.3, 0.45, 0.25)


async def test_somebody_else_can_be_played_with_their_brief_and_their_belief():
    async with playing(size=WIDE) as driver:
        await driver.press("r")
        await driver.at("Choose")
        await driver.sees(words.WHICH_ROLE, words.YOURSELF, "o Optimist")
        await driver.press("down", "down", "enter")
        await driver.at("briefing")
        await driver.sees("You play o Optimist")
        assert driver.app.screen.query_one(BeliefEditor).percents == (55, 30, 15)
        assert isinstance(driver.app.focused, BeliefEditor)
        await driver.to("predict")
        assert driver.app.sitting.started.seats[0].role == "optimist"
        assert "optimist" not in driver.app.sitting.view.cast


async def test_another_world_can_be_chosen_and_is_the_one_played():
    async with playing() as driver:
        for choice, called in enumerate((words.TODAYS_WORLD, "invented world"), 1):
            await driver.press("w")
            await driver.at("Choose")
            await driver.press(*["down"] * choice, "enter")
            await driver.at("briefing")
            await driver.sees(called)
        world = driver.app.screen.world
        await driver.press("w", "escape")
        assert driver.app.screen.world == world
        await driver.to("predict")
        assert driver.app.sitting.started.world == world
        assert f"invented world {world}" in driver.text


async def test_a_game_that_has_begun_keeps_its_role_and_world(home):
    from debate_tui.lobby import begin
    from debate_tui.store.saves import Saves

    begin("salon", Saves(home / "saves"), seed=7, role="optimist", world=12).game.close()
    async with at_home() as driver:
        await driver.press("c")
        await driver.at("briefing")
        await driver.sees("invented world 12")
        await driver.press("r", "w")
        assert driver.scene == "briefing"
        assert "Role" not in driver.lines[-1]
        await driver.press("enter")
        await driver.at("predict")


async def test_escape_leads_home_and_keeps_nothing(home):
    async with playing() as driver:
        await driver.press("escape")
        await driver.at("home")
        assert isinstance(driver.app.focused, OptionList)
    assert not (home / "saves").exists()


async def test_the_page_keys_read_on_while_the_belief_has_the_keys():
    async with playing() as driver:
        await driver.sees(READS_ON)
        read = driver.app.screen.query_one("#read")
        await driver.press("pagedown")
        await driver.until(lambda: read.scroll_y > 0, "further down")
        await driver.press("pageup")
        await driver.until(lambda: read.scroll_y == 0, "at the top again")
        assert driver.app.focused is driver.app.screen.query_one(BeliefEditor)


@pytest.mark.parametrize("size", [(60, 18), SMALL, (20, 10)])
@pytest.mark.parametrize("role", range(4))
async def test_the_row_under_the_cursor_is_in_sight_whoever_one_is(home, size: Size, role: int):
    told_at_length(home)
    async with playing(size=size) as driver:
        await driver.press("r")
        await driver.at("Choose")
        await driver.press(*["down"] * role, "enter")
        await driver.at("briefing")
        editor = driver.app.screen.query_one(BeliefEditor)
        for key in ["down", "right", "down", "left", "down", "up", "up"]:
            await driver.press(key)
            row = f"▸ {editor.cursor + 1} "
            assert any(row in line and f"{editor.percents[editor.cursor]}%" in line for line in driver.lines)
        for other in [WIDE, (20, 10), (60, 18), size]:
            await driver.resize(other)
            assert any(row in line for line in driver.lines), other


async def test_the_brief_of_a_role_can_be_read_at_any_size(home):
    told_at_length(home)
    async with playing(size=SMALL) as driver:
        await driver.press("pagedown", "r")
        await driver.at("Choose")
        await driver.press("down", "down", "enter")
        await driver.at("briefing")
        await driver.sees("At first")
        read = driver.app.screen.query_one("#read")
        for _ in range(30):
            if "at last." in driver.text:
                break
            await driver.press("pagedown")
        assert "at last." in driver.text
        assert read.scroll_y > 0


def told_at_length(home: Path) -> None:
    """Give a role of the salon much to read."""
    salon = home / "scenarios" / "salon.yaml"
    text = salon.read_text()
    brief = " ".join(["At first", *["and so on"] * 80, "at last."])
    told = text.replace("{persona: optimist,", f"{{persona: optimist, brief: {brief},")
    told = told.replace("{persona: skeptic,", f"{{persona: skeptic, brief: {brief},")
    assert told != text
    salon.write_text(told)
