"""Help and the command palette: every command that is possible now, from the same declarations."""

from __future__ import annotations

import pytest
from textual.command import CommandList, CommandPalette
from textual.widgets import Input

from debate_tui.tui.keys import APP, GROUPS
from debate_tui.tui.palette import Commands
from tests.tui.driver import SMALL, Driver, at, at_home, seated


async def test_help_lists_the_keys_of_where_one_is_and_is_searched():
    async with seated(at("update"), (80, 60)) as driver:
        await driver.press("?")
        await driver.at("HelpScreen")
        await driver.sees(
            "or type the percent", "Lock it", "Hold this share where it is", "Quit", "Give every share"
        )
        assert "Call somebody for a slip" not in driver.text
        assert isinstance(driver.app.focused, Input)
        await driver.type("hold SHARE")
        await driver.sees("Hold this share where it is")
        assert "Lock this belief in." not in driver.app.screen.query_one("#keys").render().plain
        await driver.type("xx")
        await driver.sees("No key here does that.")
        await driver.press("escape")
        await driver.at("update")


async def test_help_scrolls_by_keys_alone():
    async with seated(at("predict"), (80, 12)) as driver:
        await driver.press("f1")
        await driver.at("HelpScreen")
        first = driver.text
        await driver.press("pagedown")
        assert driver.text != first


def test_every_command_says_what_it_is_and_has_an_id_of_its_own():
    bindings = [binding for group in GROUPS.values() for binding in group]
    ids = [binding.id for binding in bindings]
    assert len(set(ids)) == len(ids)
    assert all(each.id and each.description and each.tooltip for each in bindings)


def test_no_two_commands_that_meet_share_a_key():
    for name in ("Home", "Briefing", "Predict", "Reveal", "Floor", "Update", "Round card", "Scorecard"):
        at_table = name not in ("Home", "Briefing", "Scorecard")
        met = [*GROUPS[name], *(GROUPS["At the table"] if at_table else []), *APP]
        keys = [
            key
            for binding in met
            if binding.id != "belief.undo"  # the editor's own; the table's undo does the same elsewhere
            for key in binding.key.split(",")
        ]
        assert len(set(keys)) == len(keys), name


async def found(driver: Driver, query: str = "") -> dict[str, object]:
    """Ask the palette's provider, by the words of its hits."""
    provider = Commands(driver.app.screen)
    hits = provider.search(query) if query else provider.discover()
    return {str(getattr(hit, "display", hit.text)): hit async for hit in hits}


async def test_the_palette_knows_every_command_that_is_possible_now_and_no_other():
    async with seated(at("floor", card=2)) as driver:
        listed = await found(driver)
        assert {"Say it", "Concede", "Call", "Done", "People", "Undo", "Settings", "Help"} <= set(listed)
        assert not {"Lock it", "Play", "Keep elsewhere"} & set(listed)
        assert list(await found(driver, "grant somebody")) == ["Concede"]
        await driver.press("l", "enter", "enter")
        await driver.at("floor")
        assert "Call" not in await found(driver)


async def test_no_key_that_comes_before_the_palette_is_drawn_ends_the_program():
    async with at_home() as driver:
        driver.app.action_command_palette()
        palette = driver.app.screen
        await driver.until(lambda: palette.query(CommandList), "the palette")
        commands = palette.query_one(CommandList)
        commands.styles.height = 0
        await driver.settle()
        commands.highlighted = 0
        await driver.press("pagedown", "pageup")
        assert driver.app.screen is palette


async def test_the_palette_can_be_opened_while_the_last_one_is_on_its_way_out():
    async with at_home() as driver:
        await driver.press("ctrl+p")
        first = driver.app.screen
        first.dismiss()
        driver.app.action_command_palette()
        await driver.settle()
        assert isinstance(driver.app.screen, CommandPalette)
        assert driver.app.screen is not first


async def test_a_command_of_the_palette_is_carried_out():
    async with seated(at("floor", card=2)) as driver:
        hit = (await found(driver, "nothing more in this round"))["Done"]
        await hit.command()
        await driver.at("update")


async def test_the_palette_opens_and_runs_what_is_chosen():
    async with at_home() as driver:
        await driver.press("ctrl+p")
        await driver.until(lambda: isinstance(driver.app.screen, CommandPalette), "the palette")
        await driver.type("theme, pace")
        await driver.sees("Theme, pace, motion")
        await driver.press("down", "enter")
        await driver.at("SettingsScreen")


async def test_at_most_five_keys_stand_in_the_footer_and_all_of_them_fit():
    async with at_home() as driver:
        assert len(driver.lines[-1]) <= 80
    for step, card in [("predict", 1), ("floor", 2), ("update", 1)]:
        async with seated(at(step, card=card)) as driver:
            shown = [each for each in driver.app.screen.query("FooterKey") if each.display]
            assert len(shown) <= 5, step
            assert shown[-1].region.right <= 80, step
            assert "? Help" in driver.lines[-1]


@pytest.mark.parametrize("step", ["predict", "floor"])
async def test_the_way_to_all_keys_stands_at_the_foot_of_the_smallest_screen(step: str):
    async with seated(at(step, card=2), SMALL) as driver:
        assert driver.lines[-1].endswith("? Help")
