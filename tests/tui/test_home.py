"""Home: what there is to play, found by words, and begun by a key."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from debate_tui.lobby import begin
from debate_tui.store.saves import Saves
from debate_tui.tui import words
from tests.tabletop import COIN, Player
from tests.tui.driver import DESIGN, SMALL, WIDE, at_home


def keep(home, *, cards: int = 1) -> str:
    """Keep a game of the salon that is so many cards in."""
    seated = begin("salon", Saves(home / "saves"), seed=7)
    player = Player(seated.game).open()
    for _ in range(cards):
        player.predict().believe()
    seated.game.close()
    return seated.save


def highlighted(driver) -> str:
    return driver.app.screen.query_one(OptionList).highlighted_option.id


async def test_it_lists_what_there_is_and_tells_of_what_is_highlighted():
    async with at_home() as driver:
        assert isinstance(driver.app.focused, OptionList)
        await driver.sees("Is the club's coin fair?", "1 Fair coin", "At the table: Asker", "Not played yet.")
        await driver.press("down")
        await driver.sees("Does it hold?", "3 Goes weird")
        assert "level 3 · 4 cards" in driver.text
        await driver.press("enter")
        await driver.at("briefing")


@pytest.mark.parametrize("size", [DESIGN, WIDE, SMALL])
async def test_at_every_size_the_list_and_its_keys_are_there(size):
    async with at_home(size) as driver:
        await driver.sees("Is this coin fair?", "Play")
        assert driver.app.screen.query_one("#detail").region.area > 0


async def test_the_list_is_wide_enough_for_its_lines_and_stands_above_where_there_is_no_room_beside():
    async with at_home() as driver:
        left, detail = (driver.app.screen.query_one(name).region for name in ("#left", "#detail"))
        assert (left.width, detail.x) == (44, 44)
        await driver.resize(SMALL)
        left, detail = (driver.app.screen.query_one(name).region for name in ("#left", "#detail"))
        assert left.width == detail.width == SMALL[0]
        assert detail.y == left.bottom


async def test_the_search_finds_by_words_tag_and_level(home):
    (home / "scenarios" / "drug.yaml").write_text(COIN.replace("id: coin", "id: drug\ntags: [medicine]"))
    async with at_home() as driver:
        listed = driver.app.screen.query_one(OptionList)
        assert listed.option_count == 3
        for typed, found in {"SALON hold": "salon", "medicine": "drug", "level 3": "salon"}.items():
            driver.app.screen.query_one(Input).value = ""
            await driver.press("escape", "/")
            await driver.type(typed)
            assert [option.id for option in listed.options] == [f"play:{found}"]
        await driver.type(" nothing of the kind")
        await driver.sees(words.NOTHING_FOUND)
        await driver.press("enter", "enter")
        assert driver.scene == "home"
        await driver.press("/", "backspace")  # what was searched for before is taken for chosen
        assert listed.option_count == 3
        await driver.type("salon")
        await driver.press("escape")
        assert driver.app.focused is listed
        await driver.press("enter")
        await driver.at("briefing")
        await driver.sees("The salon")


async def test_the_newest_game_is_offered_first_and_continued_where_it_was(home):
    keep(home, cards=1)
    async with at_home() as driver:
        await driver.sees("Continue: The salon", "1 card in")
        assert highlighted(driver) == "continue:salon-1"
        await driver.press("down", "c")
        await driver.at("predict")
        await driver.sees("card 2 of ≤4")
        await driver.press("escape")
        await driver.at("home")
        await driver.press("g")
        await driver.sees(words.GAMES)
        await driver.press("enter")
        await driver.at("predict")


async def test_a_game_that_is_over_is_not_continued_but_counts_and_can_be_looked_at(home):
    keep(home, cards=4)
    async with at_home() as driver:
        assert "Continue" not in driver.text
        await driver.press("down")
        await driver.sees("Best so far:")
        await driver.press("c")
        assert driver.scene == "home"
        await driver.press("g", "enter")
        await driver.at("scorecard")


async def test_a_broken_scenario_is_shown_with_its_fault_and_refused(home):
    (home / "scenarios" / "torn.yaml").write_text(
        "format: debate-tui/scenario@1\nid: torn\ntitle: A torn one\n"
    )
    async with at_home() as driver:
        await driver.sees("A torn one", words.BROKEN)
        listed = driver.app.screen.query_one(OptionList)
        while highlighted(driver) != "play:torn":
            await driver.press("down")
        await driver.sees("torn.yaml", "missing")
        for key in ("enter", "w", "d"):
            await driver.press(key)
            assert driver.scene == "home"
        await driver.told("A torn one")
        assert listed.highlighted_option.id == "play:torn"


async def test_other_worlds_are_begun_by_keys():
    async with at_home() as driver:
        await driver.press("d")
        await driver.at("briefing")
        await driver.sees(words.TODAYS_WORLD)
        await driver.press("escape")
        await driver.at("home")
        await driver.press("w")
        await driver.at("briefing")
        await driver.sees("invented world")


async def test_with_nothing_kept_there_is_nothing_to_choose_from():
    async with at_home() as driver:
        await driver.press("c", "g")
        await driver.told(words.NO_GAMES)
        await driver.press("t")
        await driver.told(words.NO_TUTORIAL)
        assert driver.scene == "home"


async def test_a_mouse_does_as_well():
    async with at_home() as driver:
        await driver.pilot.click(OptionList, offset=(5, 3))
        await driver.at("briefing")
        await driver.sees("The salon")


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_it_is_left_by_a_key(key):
    async with at_home() as driver:
        await driver.press(key)
        await driver.until(lambda: not driver.app._running or driver.app._exit, "left")
        assert driver.app.return_value is None


async def test_a_game_that_was_just_left_is_what_enter_goes_on_with():
    async with at_home() as driver:
        await driver.press("/")
        await driver.type("salon")
        await driver.press("down")
        await driver.sees("Play")
        await driver.press("enter")
        await driver.to("predict")
        await driver.press("escape")
        await driver.at("home")
        await driver.until(lambda: highlighted(driver) == "continue:salon-1", "the game that was left")
        assert driver.app.screen.query_one(Input).value == ""
        await driver.press("enter")
        await driver.at("predict")


async def test_while_one_searches_the_keys_that_are_letters_are_not_offered():
    async with at_home() as driver:
        await driver.sees("/ Search")
        await driver.press("/")
        await driver.until(lambda: "↓ To the list" in driver.text, "the way out")
        assert "/ Search" not in driver.lines[-1]
        await driver.type("nothing of the kind")
        await driver.sees(words.NOTHING_FOUND)
        assert "Does it hold?" not in driver.text


@pytest.mark.parametrize("typed", ["level 1", "level:1", "LEVEL1"])
async def test_a_level_is_found_as_one_types_it_and_no_other_number_is(home, typed: str):
    other = COIN.replace("id: coin", "id: deep\nlevel: 4").replace("title: Is", "title: In 2021, is")
    (home / "scenarios" / "deep.yaml").write_text(other)
    (home / "scenarios" / "coin.yaml").write_text(COIN.replace("id: coin", "id: coin\nlevel: 1"))
    async with at_home() as driver:
        await driver.press("slash")
        await driver.type(typed)
        await driver.until(lambda: driver.app.screen.query_one(OptionList).option_count == 1, "one is left")
        assert driver.app.screen.query_one(OptionList).get_option_at_index(0).id == "play:coin"
