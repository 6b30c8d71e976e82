"""Small windows over a screen: however small that is, the answer that is meant is in sight."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.widgets import OptionList

from debate_tui.tui import words
from debate_tui.tui.screens.choose import Choose
from tests.tui.driver import Driver, Size, at, at_home, playing, seated

SIZES = [(80, 24), (60, 18), (40, 12), (20, 10)]
SHORT = "Which?"
NO_OR_YES = [words.NO, words.KNEW_IT_YES]
TAGLINES = [f"{place} Somebody who has a lot to say of it, whatever it is" for place in range(4)]


def highlighted_is_seen(driver: Driver) -> None:
    """Check that the highlighted line is wholly inside of its list, its dialog and the screen."""
    listed = driver.app.screen.query_one(OptionList)
    assert listed.highlighted == listed.option_count - 1
    listed._update_lines()
    last = max(y for y, (option, _) in enumerate(listed._lines) if option == listed.highlighted)
    first = min(y for y, (option, _) in enumerate(listed._lines) if option == listed.highlighted)
    shown = listed.scrollable_content_region
    for ancestor in listed.ancestors:
        if ancestor is not driver.app:
            shown = shown.intersection(ancestor.scrollable_content_region)
    top = listed.scrollable_content_region.y - listed.scroll_offset.y
    assert shown.height > 0
    assert shown.y <= top + first < shown.bottom, f"the first line: {driver.lines}"
    assert top + last < shown.bottom or last - first >= shown.height, f"the last line: {driver.lines}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (SHORT, [f"Answer {place}" for place in range(30)]),
        (SHORT, ["Answer 0", "Answer 1"]),
        (words.WHICH_ROLE, TAGLINES),
        (words.KNEW_IT, NO_OR_YES),
        (words.NO_PREDICTION, NO_OR_YES),
        (words.LEAVE_UNKEPT, NO_OR_YES),
        (words.FIRST_TIME, [words.FIRST_TIME_YES, words.FIRST_TIME_NO]),
    ],
)
async def test_the_last_answer_is_in_sight(size: Size, question: str, answers: list[str]):
    async with at_home(size) as driver:
        driver.app.push_screen(Choose(question, [(each, Content(each)) for each in answers]))
        await driver.at("Choose")
        await driver.press("end")
        highlighted_is_seen(driver)
        await driver.sees(question[:8])


async def test_a_list_that_goes_on_out_of_sight_says_so():
    async with at_home((40, 12)) as driver:
        driver.app.push_screen(Choose(SHORT, [("1", Content(f"Answer {place}")) for place in range(30)]))
        await driver.at("Choose")
        await driver.sees(words.LIST_GOES_ON)
        await driver.press("end")
        await driver.until(lambda: not driver.shows(words.LIST_GOES_ON), "that there is no more")
        await driver.press("escape")
        driver.app.push_screen(Choose(SHORT, [("1", Content("Answer 1"))]))
        await driver.at("Choose")
        await driver.settle()
        assert not driver.shows(words.LIST_GOES_ON)


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_setting_and_the_last_theme_are_in_sight(size: Size):
    async with at_home(size) as driver:
        await driver.press("f2")
        await driver.at("SettingsScreen")
        await driver.press("end")
        highlighted_is_seen(driver)
        await driver.sees(words.SETTINGS_FILE[:7])
        await driver.press("home", "enter")
        await driver.at("Choose")
        await driver.press("end")
        highlighted_is_seen(driver)


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_role_is_in_sight(size: Size):
    async with playing(size=size) as driver:
        await driver.press("r")
        await driver.at("Choose")
        await driver.press("end")
        highlighted_is_seen(driver)


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_of_what_can_be_labelled_is_in_sight(size: Size):
    async with seated(at("floor", card=2), size) as driver:
        await driver.press("l")
        await driver.at("Choose")
        await driver.press("enter")
        await driver.settle()
        await driver.press("end")
        highlighted_is_seen(driver)


async def test_a_dialog_has_no_empty_lines_below_its_answers():
    async with at_home() as driver:
        driver.app.push_screen(Choose(SHORT, [("one", Content("One")), ("two", Content("Two"))]))
        await driver.at("Choose")
        assert driver.app.screen.query_one(".dialog").region.height == 6
