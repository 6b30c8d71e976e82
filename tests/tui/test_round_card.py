"""The round card: promised against reported, and what there is to say of it."""

from __future__ import annotations

import pytest

from debate_tui.engine.visitor import Surprise
from tests.tui.driver import at, playing, seated


async def test_it_shows_promised_against_reported_line_by_line():
    async with seated(at("update")) as driver:
        await driver.to("card")
        await driver.sees("│ before ○ promised ● you ◉ both", "○36% ●30%", "○48% ●45%", "○16% ●25%")
        await driver.sees("Too little: you stayed put", "Asker foresaw it best (94 in 100, 0.1 bits).")
        await driver.sees("o Optimist Holds 55 → 61% (61%)")


@pytest.mark.parametrize("width", [40, 30])
async def test_its_legend_is_never_cut_off(width: int):
    async with seated(at("update"), (width, 12)) as driver:
        await driver.to("card")
        await driver.sees("│ before ○ promised ● you ◉ both")


async def test_a_promise_that_was_kept_is_told_so():
    async with seated(at("update")) as driver:
        await driver.press("3", "6", "l", "down", "4", "8", "enter")
        await driver.at("card")
        await driver.sees("As promised: you moved as far as your figures had said.", "◉36%")


async def test_its_number_is_that_of_the_card_it_is_about():
    async with seated(at("update")) as driver:
        await driver.to("card")
        await driver.sees("card 1 of", "RESULT")
        await driver.to("predict")
        await driver.sees("card 2 of")


async def test_practice_is_marked():
    async with seated(at("predict")) as driver:
        await driver.press("k", "down", "enter")
        await driver.at("predict")
        for _ in range(3):
            await driver.press("enter")
        await driver.at("card")
        await driver.sees("Practice: this card does not count for points.")


async def test_nobody_is_best_where_all_foresaw_it_alike():
    async with playing("coin", to="card") as driver:
        await driver.sees("All foresaw it alike")


@pytest.mark.parametrize(
    ("surprises", "said"),
    [
        ([("you", 0.11, 94), ("asker", 0.22, 95)], "Asker foresaw it best (95 in 100, 0.2 bits)."),
        ([("you", 0.22, 94), ("asker", 0.18, 94)], "All foresaw it alike (94 in 100, 0.2 bits)."),
        ([("you", 6.0, 2), ("asker", 5.2, 2)], "All foresaw it alike (2 in 100)."),
    ],
)
async def test_the_bits_are_those_of_whoever_foresaw_it_best(surprises, said: str):
    """And where several did, they are told if they are the same."""
    async with seated(at("update")) as driver:
        driver.app.sitting.reveal.surprises[:] = [Surprise(*each) for each in surprises]
        await driver.to("card")
        await driver.sees(said)


async def test_the_room_speaks_of_the_next_card_once_this_one_has_been_looked_at():
    async with seated(at("update")) as driver:
        await driver.to("card")
        room = driver.app.screen.room
        assert room.text.endswith("Holds 30%; Holds until it breaks 45%; Goes weird 25%.")
        await driver.to("predict")
        assert "── Card 2: It worked again" in room.text


async def test_the_farewells_after_the_last_card_are_heard():
    async with playing("salon", to="card") as driver:
        while driver.app.sitting.scene != "over":
            await driver.to("card")
        assert driver.app.screen.room.text.endswith(driver.app.sitting.story[-1].text)


async def test_on_the_round_card_the_card_that_it_judges_can_be_looked_up():
    async with seated(at("update")) as driver:
        await driver.to("card")
        await driver.press("m")
        await driver.sees("Did it work?", "It worked")
        assert not driver.shows("And again?")


async def test_from_the_last_round_card_one_leaves_to_the_scorecard():
    async with seated(at("update", card=4)) as driver:
        await driver.to("card")
        await driver.press("escape")
        await driver.at("scorecard")
