"""Reveal: what came out, who had not seen it coming, and what is known of it."""

from __future__ import annotations

import re

import pytest
from textual.widgets import Markdown

from debate_tui.tui.look import Face
from debate_tui.tui.widgets.surprises import Surprises
from tests.tabletop import SALON, Player, debate
from tests.tui.alone import alone
from tests.tui.driver import READS_ON, SMALL, at, play, seated, shipped

SOURCED = SALON.replace(
    "text: It worked.}",
    "text: 'It **worked**, see [the paper](https://example.org/x).', why: From a survey.,\n"
    "     source: {title: A paper on it, by: Nobody in particular, year: 2021}}",
)


async def test_it_shows_what_came_out_and_how_likely_each_had_thought_it_the_likeliest_first():
    async with seated(at("predict")) as driver:
        await driver.to("reveal")
        await driver.sees("▸ It worked", "? Asker 94", "● You 79", "s Skeptic 66")
        text = driver.text
        assert text.index("? Asker 94") < text.index("● You 79") < text.index("s Skeptic 66")


async def test_the_card_tells_its_facts_its_source_and_where_the_figures_come_from():
    async with seated(Player.at(debate(SOURCED)).open()) as driver:
        await driver.to("reveal")
        await driver.sees("It worked, see the paper.", "Source: Nobody in particular", "A paper on it")
        await driver.sees("Where the table's figures come from: From a survey.")
        assert not driver.app.screen.query_one(Markdown)._open_links


@pytest.mark.parametrize("scenario", ["heart-pills", "priced-in"])
@pytest.mark.parametrize("width", [40, 36, 30])
async def test_on_a_narrow_screen_everybody_can_still_be_reached(scenario: str, width: int):
    """Each on a line of its own, with the figure: also at a table that speaks of bits."""
    async with seated(play(Player.at(shipped(scenario)), "predict"), (width, 12)) as driver:
        await driver.to("reveal")
        surprises = driver.app.screen.query_one(Surprises)
        seen = set()
        for _ in range(6):
            seen |= {line.strip() for line in driver.lines}
            await driver.press("pagedown")
        for who, (in_100, _) in surprises.expected.items():
            line = re.compile(rf"{re.escape(surprises.faces[who].glyph)} \w.* {in_100}\b")
            assert any(map(line.match, seen)), who


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (40, "● You              90  0.2 bits ██████▎"),
        (32, "● You           90  0.2 bits"),
        (27, "● You          90  0.2 bits"),
        (24, "● You         90 █████▍"),
        (20, "● You         90"),
    ],
)
async def test_where_it_is_narrow_the_bar_goes_first_and_then_the_bits(width: int, line: str):
    async with alone(Surprises({"you": Face("●", "You")}, {"you": (90, 0.2)}), (width, 5)) as driver:
        head = "How likely each had thought it, in 100" if width >= 38 else "How likely, in 100"
        assert [line.rstrip() for line in driver.lines[:2]] == [head, line]


async def test_at_a_pace_the_surprises_come_one_by_one_and_a_key_shows_them_all():
    async with seated(at("predict"), pace="calm") as driver:
        await driver.press("enter")
        await driver.at("reveal")
        assert not driver.app.screen.query_one(Surprises).complete
        assert "s Skeptic 66" not in driver.text
        await driver.press("enter")
        await driver.sees("s Skeptic 66")
        assert driver.scene == "reveal"
        await driver.press("enter")
        await driver.at("update")


async def test_the_room_speaks_at_a_pace_and_a_key_lets_everybody_finish():
    async with seated(at("predict"), pace="calm") as driver:
        await driver.press("enter")
        await driver.at("reveal")
        room = driver.app.screen.room
        assert room.speaking
        await driver.press("space")
        assert not room.speaking
        assert "I saw It worked coming." in room.text


async def test_a_tripwire_that_goes_off_is_a_moment():
    async with seated(at("predict", card=3)) as driver:
        await driver.to("reveal")
        await driver.sees("⚑ ? Asker: That I said would move me.")
        assert not driver.said, "nothing covers the facts"
        assert "⚑ ? Asker: That I said would move me." in driver.app.screen.room.text


@pytest.mark.parametrize("key", ["t", "tab"])
async def test_whoever_looks_at_the_room_is_told_the_way_back(key: str):
    async with seated(at("predict")) as driver:
        await driver.press(key)
        await driver.sees("Back to the step")
        await driver.press("enter")
        await driver.sees("Lock these")
        assert driver.scene == "predict"


async def test_on_a_small_screen_a_long_card_scrolls_and_the_room_is_a_key_away():
    async with seated(at("predict"), SMALL) as driver:
        await driver.to("reveal")
        assert "It worked." not in driver.text
        await driver.press("pagedown")
        await driver.sees("It worked.")
        await driver.press("t")
        await driver.sees("I saw It worked coming.")
        await driver.press("t")
        await driver.sees("How likely, in 100")


@pytest.mark.parametrize(
    ("step", "card", "scene"),
    [("update", 1, "reveal"), ("floor", 2, "reveal"), ("update", 2, "update"), ("predict", 2, "predict")],
)
async def test_what_a_card_showed_is_looked_at_until_something_is_done_about_it(step, card, scene):
    async with seated(at(step, card=card), looking=True) as driver:
        assert driver.scene == scene


@pytest.mark.parametrize("step", ["predict", "update"])
async def test_where_all_can_be_seen_nothing_is_said_of_more(step: str):
    async with seated(at(step)) as driver:
        for _ in range(3):
            await driver.settle()
            assert READS_ON not in driver.text
            await driver.press("enter")


async def test_that_there_is_more_below_is_said_until_it_is_read():
    async with seated(at("predict"), (80, 14)) as driver:
        await driver.to("reveal")
        await driver.sees(READS_ON)
        await driver.press("pagedown", "pagedown")
        await driver.until(lambda: READS_ON not in driver.text, "nothing more")
        await driver.press("pageup")
        await driver.sees(READS_ON)
        await driver.resize((80, 40))
        await driver.until(lambda: READS_ON not in driver.text, "room for all")
