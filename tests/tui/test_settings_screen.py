"""Settings on the screen: each changed where it stands, kept at once, and the rest of the file left alone."""

from __future__ import annotations

import tomllib

import pytest
from textual.theme import BUILTIN_THEMES
from textual.widgets import OptionList

from debate_tui import settings as st
from debate_tui.tui import words
from debate_tui.tui.app import DebateApp
from debate_tui.tui.widgets.surprises import Surprises
from tests.tui.driver import Driver, at, at_home, driving, playing, seated


async def set_by(driver: Driver, line: int, *more: str) -> None:
    """Choose a line of the settings, and then more."""
    driver.app.screen.query_one(OptionList).highlighted = line
    await driver.press("enter", *more)
    await driver.at("SettingsScreen")


async def test_each_setting_is_changed_and_kept_with_every_comment(home):
    async with at_home() as driver:
        await driver.press("f2")
        await driver.at("SettingsScreen")
        await driver.sees("Theme debate-dark", "Pace instant", "Reduced motion on", "Expert figures off")
        await set_by(driver, 0, "down", "enter")
        await driver.sees("Theme debate-light")
        assert driver.app.theme == "debate-light"
        await set_by(driver, 1)
        await set_by(driver, 2)
        await set_by(driver, 3)
        await driver.sees("Pace brisk", "Reduced motion off", "Expert figures on")
        assert driver.app.pause > 0.0
        assert driver.app.animation_level == "full"
        await driver.press("escape")
        await driver.at("home")
    kept = (home / "settings.toml").read_text()
    assert kept.startswith("# Mine.\n")
    assert 'pace = "brisk"  # no waiting' in kept
    assert tomllib.loads(kept) == {
        "theme": "debate-light",
        "pace": "brisk",
        "reduced_motion": False,
        "expert": True,
        "tutorial_offered": True,
    }


async def test_keys_are_listed_by_the_ids_that_the_file_knows(home):
    (home / "settings.toml").write_text('tutorial_offered = true\n[keys]\n"home.search" = "ctrl+f"\n')
    async with at_home((120, 40)) as driver:
        await driver.press("f2")
        await driver.at("SettingsScreen")
        await driver.sees(words.KEYS_CHANGED.format(count=1))
        driver.app.screen.query_one(OptionList).highlighted = 4
        await driver.press("enter")
        await driver.at("Reading")
        await driver.sees("home.search ctrl+f", "settings.toml")
        await driver.press("escape", "escape")
        await driver.at("home")


async def test_a_key_can_be_another_one(home):
    (home / "settings.toml").write_text('tutorial_offered = true\n[keys]\n"help" = "x"\n')
    async with at_home() as driver:
        await driver.press("?")
        assert driver.scene == "home"
        await driver.press("x")
        await driver.at("HelpScreen")


async def test_what_is_wrong_with_the_file_is_told_and_the_rest_counts(home):
    (home / "settings.toml").write_text('theme = "debate-darkk"\npace = "calm"\ntutorial_offered = true\n')
    async with at_home() as driver:
        await driver.told("debate-dark")
        assert driver.app.settings.pace == "calm"
        assert driver.app.theme == "debate-dark"


async def test_settings_that_cannot_be_kept_are_told_and_count_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
):
    from debate_tui.errors import StorageError

    def full(*_: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(st, "save", full)
    async with at_home() as driver:
        await driver.press("f2")
        await driver.at("SettingsScreen")
        await set_by(driver, 3)
        await driver.told("the disk is full")
        assert driver.app.settings.expert


async def test_without_colours_no_theme_in_ansi_colours_is_offered(monkeypatch: pytest.MonkeyPatch, home):
    monkeypatch.setenv("NO_COLOR", "1")
    (home / "settings.toml").write_text('theme = "ansi-dark"\ntutorial_offered = true\n')
    async with driving(DebateApp()) as driver:
        await driver.at("home")
        assert driver.app.theme.startswith("debate-")
        await driver.press("f2", "enter")
        await driver.at("Choose")
        assert "ansi-dark" not in [choice for choice, _ in driver.app.screen.choices]


@pytest.mark.parametrize("theme", [name for name, theme in BUILTIN_THEMES.items() if theme.ansi])
async def test_a_game_is_played_in_the_terminals_own_colours(home, theme: str):
    with (home / "settings.toml").open("a") as file:
        file.write(f'theme = "{theme}"\n')
    async with playing(to="floor") as driver:
        assert driver.app.theme == theme
        await driver.to("scorecard")
        await driver.press("?")
        await driver.at("HelpScreen")


async def test_another_pace_counts_from_the_next_step_on():
    async with seated(at("predict")) as driver:
        await driver.press("f2")
        await driver.at("SettingsScreen")
        await set_by(driver, 1)
        await set_by(driver, 2)
        await driver.press("escape", "enter")
        await driver.at("reveal")
        assert not driver.app.screen.query_one(Surprises).complete
