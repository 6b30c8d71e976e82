"""Undo: what is not locked in is taken back freely; what was seen is not unseen, and then it is practice."""

from __future__ import annotations

from debate_tui.tui import words
from debate_tui.tui.widgets.steps import Steps
from tests.tui.driver import at, seated


async def test_what_nothing_has_come_of_is_taken_back_at_once():
    async with seated(at("predict")) as driver:
        await driver.press("d", "enter")
        await driver.sees("⚔ A duel with Asker")
        await driver.press("u")
        await driver.until(lambda: not driver.shows("⚔ A duel with Asker"), "no duel")
        assert driver.scene == "predict"
        assert not driver.app.sitting.game.state.practice


async def test_back_from_the_first_card_leads_to_the_briefing():
    async with seated(at("predict")) as driver:
        await driver.press("u")
        await driver.at("briefing")
        await driver.press("6", "0", "enter")
        await driver.at("predict")
        assert driver.app.sitting.game.state.seats["you"].belief[0] == 0.6


async def test_across_a_reveal_it_asks_and_no_changes_nothing():
    async with seated(at("predict")) as driver:
        await driver.to("reveal")
        await driver.press("u")
        await driver.at("Choose")
        await driver.sees("You have seen what came of that. The rest would be practice.", words.BACK_YES)
        await driver.press("enter")
        await driver.at("reveal")
        assert not driver.app.sitting.game.state.practice
        await driver.press("enter")
        await driver.at("update")


async def test_across_a_reveal_what_follows_is_practice_and_the_scorecard_marks_it():
    async with seated(at("predict", card=4)) as driver:
        await driver.to("reveal")
        await driver.press("u", "down", "enter")
        await driver.at("predict")
        await driver.sees("practice")
        assert driver.app.sitting.game.state.practice
        await driver.sees(words.PRACTICE_CARD)
        await driver.press("e", "left")
        await driver.to("scorecard")
        await driver.resize((80, 120))
        await driver.sees("practice")


async def test_the_room_tells_of_it_and_the_card_of_then_lies_on_the_table():
    async with seated(at("update")) as driver:
        await driver.to("card")
        await driver.press("u", "down", "enter")
        await driver.at("update")
        await driver.sees("You went back; what follows is practice.")
        assert driver.app.screen.query_one(Steps).number == 1


async def test_on_the_floor_what_was_said_and_answered_cannot_be_unsaid_freely():
    async with seated(at("floor", card=2)) as driver:
        await driver.press("enter")
        await driver.sees("1 argument left to you")
        await driver.press("u")
        await driver.at("Choose")
        await driver.press("down", "enter")
        await driver.at("floor")
        await driver.sees("2 arguments left to you")
        assert driver.app.sitting.game.state.practice
