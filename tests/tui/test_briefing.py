"""The briefing: read, choose who to be and where, and begin with a belief."""

from __future__ import annotations

from textual.widgets import OptionList

from debate_tui.tui import words
from debate_tui.tui.widgets.belief import BeliefEditor
from tests.tui.driver import WIDE, at_home, playing


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
        await driver.sees(words.READ_ON)
        read = driver.app.screen.query_one("#read")
        await driver.press("pagedown")
        await driver.until(lambda: read.scroll_y > 0, "further down")
        await driver.press("pageup")
        await driver.until(lambda: read.scroll_y == 0, "at the top again")
        assert driver.app.focused is driver.app.screen.query_one(BeliefEditor)
