"""Predict: the posted rows are there to be taken, changed or borrowed, and promise something in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debate_tui.engine.events import OWN, POSTED
from debate_tui.tui import words
from debate_tui.tui.widgets.rows import RowsTable, columns
from tests.tabletop import Player
from tests.tui.driver import EDITING, PRICED_IN, SALON_TABLE, SMALL, Driver, at, play, playing, seated


def rows(driver: Driver) -> list[tuple[int, ...]]:
    return [draft.percents for draft in driver.app.screen.query_one(RowsTable).drafts]


def locked(driver: Driver):
    """Give the prediction that the game has of the player."""
    return driver.app.sitting.game.state.seats["you"].plays[0]


async def test_enter_takes_the_posted_rows():
    async with seated(at("predict")) as driver:
        await driver.sees("Did it work?", "95", "With the table's figures you promise to move")
        await driver.sees("It broke → a leap towards Goes weird")
        await driver.sees("o Optimist: “If ‘Holds’ is right, 95 in 100 that it comes out: It worked.”")
        await driver.to("reveal")
        assert locked(driver).source == POSTED


async def test_the_sentence_and_the_cursor_go_by_the_rows():
    async with seated(at("predict")) as driver:
        await driver.press("down")
        await driver.sees("? Asker: “If ‘Holds until it breaks’ is right, 85 in 100")
        await driver.press("down", "down")
        await driver.sees("s Skeptic: “If ‘Goes weird’ is right, 50 in 100")


async def test_rows_are_only_shown_until_they_are_to_be_changed():
    async with seated(at("predict")) as driver:
        await driver.press("left", "7", "0")
        assert rows(driver)[0] == (95, 5)
        await driver.press("e")
        await driver.sees(EDITING)
        await driver.press("left")
        assert rows(driver)[0] == (90, 10)
        await driver.sees("With figures of your own you promise")
        await driver.press("e")
        await driver.until(lambda: not driver.shows(EDITING), "only shown again")


async def test_rows_are_changed_by_keys_and_locked_as_ones_own():
    async with seated(at("predict")) as driver:
        await driver.press("e", "left", "minus", "shift+right", "+")
        assert rows(driver)[0] == (91, 9)
        await driver.press("down", "6", "0")
        assert rows(driver)[1] == (60, 40)
        await driver.press("backspace", "5")
        assert rows(driver)[1] == (65, 35)
        await driver.press("down", ".", "right", "right", ",", "left")
        assert rows(driver)[2] == (35, 65)
        await driver.to("reveal")
        play = locked(driver)
        assert play.source == OWN
        assert play.rows == ((0.91, 0.09), (0.65, 0.35), (0.35, 0.65))


async def test_a_click_chooses_a_row_and_an_outcome():
    async with seated(at("predict")) as driver:
        table = driver.app.screen.query_one(RowsTable)
        layout = columns(table.size.width, 2)
        first = table.size.height - 4
        await driver.pilot.click(RowsTable, offset=(layout.names + layout.outcome + 2, first + 2))
        assert (table.cursor, table.outcome) == (2, 1)
        await driver.pilot.click(RowsTable, offset=(2, first))
        assert (table.cursor, table.outcome) == (0, 1)
        await driver.pilot.click(RowsTable, offset=(2, 0))
        assert table.cursor == 0


async def test_a_row_takes_no_more_than_the_most():
    async with seated(at("predict")) as driver:
        await driver.press("e", "1", "0", "0")
        assert rows(driver)[0] == (99, 1)


async def test_rows_that_are_equal_promise_nothing_and_it_says_so():
    async with seated(at("predict")) as driver:
        await driver.press("e", "5", "0", "down", "5", "0")
        await driver.sees(words.PROMISE_NOTHING)


async def test_a_card_is_read_as_one_of_the_cast_does():
    async with seated(at("predict")) as driver:
        await driver.press("b")
        await driver.at("Choose")
        await driver.press("enter")
        await driver.at("predict")
        assert rows(driver) == [(97, 3), (95, 5), (90, 10)]
        await driver.sees("With Asker's figures")
        await driver.to("reveal")
        assert locked(driver).source == "asker"


async def test_whose_figures_begin_a_sentence_keep_their_name_as_it_is():
    people = {
        each: person.model_copy(update={"name": f"The Proud {person.name}"})
        for each, person in SALON_TABLE.personas.items()
    }
    async with seated(Player.at(replace(SALON_TABLE, personas=people)).open()) as driver:
        await driver.press("b", "enter")
        await driver.at("predict")
        await driver.sees("The Proud Asker's figures: “If", "With the Proud Asker's figures")


async def test_a_change_to_what_was_borrowed_makes_it_ones_own():
    async with seated(at("predict")) as driver:
        await driver.press("b", "enter")
        await driver.at("predict")
        await driver.press("e", "left")
        await driver.sees("With figures of your own")
        await driver.press("u")
        assert rows(driver) == [(97, 3), (95, 5), (90, 10)]


async def test_undo_goes_back_change_by_change_to_the_tables_figures():
    async with seated(at("predict")) as driver:
        posted = rows(driver)
        await driver.press("e", "left", "left", "u")
        assert rows(driver)[0] == (90, 10)
        await driver.press("u")
        assert rows(driver) == posted
        await driver.sees("With the table's figures")
        await driver.press("left", "down", "left", "up", "u", "u")
        assert rows(driver) == posted
        await driver.press("left", "o")
        assert rows(driver) == posted
        await driver.to("reveal")
        assert locked(driver).source == POSTED


async def test_a_rival_is_named_and_named_no_more():
    async with seated(at("predict")) as driver:
        await driver.press("d")
        await driver.at("Choose")
        await driver.sees(words.DUEL_WHOM)
        await driver.press("down", "enter")
        await driver.sees("⚔ A duel with Optimist on this card.")
        assert locked(driver).rival == "optimist"
        await driver.press("d")
        await driver.sees(words.NOBODY)
        await driver.press("end", "enter")
        await driver.until(lambda: locked(driver).rival is None, "no rival")
        await driver.press("d", "enter")
        await driver.sees("A duel with Asker")
        await driver.to("reveal")
        await driver.sees("You lost the duel with Asker, who had thought it likelier.")


async def test_a_card_that_one_knew_becomes_practice_once_that_is_meant():
    async with seated(at("predict")) as driver:
        await driver.press("k")
        await driver.sees("You knew this one?")
        await driver.press("escape")
        await driver.at("predict")
        assert locked(driver).fresh
        await driver.press("k", "down", "enter")
        await driver.sees(words.PRACTICE_CARD)
        assert locked(driver).known
        await driver.press("k")
        assert driver.scene == "predict"


async def test_no_prediction_is_possible_once_that_is_meant():
    async with seated(at("predict")) as driver:
        await driver.press("n", "enter")
        await driver.at("predict")
        assert locked(driver).source == ""
        await driver.press("n", "down", "enter")
        await driver.at("reveal")
        await driver.to("update")
        await driver.sees(words.NO_PROMISE)
        await driver.to("card")
        await driver.sees("made no prediction")


@pytest.mark.parametrize("key", ["e", "b"])
async def test_where_rows_are_fixed_they_can_only_be_taken(key: str):
    async with playing("coin", to="predict") as driver:
        await driver.sees(words.FIXED)
        await driver.press(key, "left")
        assert driver.scene == "predict"
        assert rows(driver)[0] == (50, 50)
        assert "Change" not in driver.lines[-1]
        await driver.press("?")
        await driver.at("HelpScreen")
        assert "Read as" not in driver.text


async def test_the_promise_stays_in_sight_however_many_lines_lie_above_it():
    async with seated(play(Player.at(PRICED_IN), "predict"), (80, 21)) as driver:
        stage = driver.app.screen.stage
        promise, slips, area = map(stage.query_one, ("#promise", "BettingSlips", "VerticalScroll"))
        assert promise.region.bottom == area.region.bottom
        assert slips.region.bottom > promise.region.y, "some bets lie below the fold"
        await driver.press("pagedown", "pagedown")
        assert promise.region.bottom == area.region.bottom
        assert stage.query_one("#says").region.bottom <= promise.region.y, "and all can be scrolled to"


@pytest.mark.parametrize("size", [(60, 18), (80, 18)])
async def test_on_a_short_screen_the_figures_come_before_what_they_promise(size: tuple[int, int]):
    async with seated(play(Player.at(PRICED_IN), "predict"), size) as driver:
        await driver.sees("4 Generalises weir", "You expect")
        assert not driver.shows("you promise to move")
        await driver.press("pagedown")
        await driver.sees("you promise to move")


@pytest.mark.parametrize("size", [(60, 18), SMALL])
async def test_who_changes_figures_has_them_in_sight(size: tuple[int, int]):
    async with seated(play(Player.at(PRICED_IN), "predict"), size) as driver:
        await driver.press("pagedown", "pagedown", "e")
        await driver.sees("▸☼ 1 Aligned", "☂ 4 Generali", "Yours: ← →")
