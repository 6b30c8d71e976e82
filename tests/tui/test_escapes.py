"""Escapes that get past the reader of scenarios, in names of files and in saves, reach no screen."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace

from debate_tui.game import Game
from debate_tui.store.recorder import Recorder
from debate_tui.store.saves import Saves
from debate_tui.tui import words
from tests.tabletop import Player
from tests.tui.driver import SALON_TABLE, Driver, at, at_home, play, seated

ESCAPE = "\x1b]0;pwned\x07\x1b[31mred\x9b2J\u202eback"
"""Sets a terminal's title, reddens it, wipes it, and turns its text around."""


def keep_a_hostile_game(home: Path) -> None:
    """Keep a game with escapes in its title and in the name of its player."""
    started = SALON_TABLE.start(seed=7)
    seats = tuple(replace(seat, name=f"You{ESCAPE}") for seat in started.seats)
    started = replace(started, title=f"Title{ESCAPE}", seats=seats)
    log = Saves(home / "saves").new("salon")
    player = Player(Game.new(SALON_TABLE, started, Recorder(log, lambda: 0.0)))
    play(player, "update", card=4)
    player.game.close()


def write_a_hostile_name(home: Path) -> None:
    """Lay a broken scenario in a file whose name has escapes."""
    (home / "scenarios" / f"broken{ESCAPE}.yaml").write_text("format: debate-tui/scenario@1\nid: broken\n")


def controls(driver: Driver) -> set[str]:
    """Give the characters on the screen that a terminal would not show but obey."""
    text = "".join([*driver.lines, *driver.said])
    return {each for each in text if unicodedata.category(each) == "Cc" or each in "\u202e\u2028"} - {"\n"}


async def test_a_name_of_a_file_is_shown_without_its_escapes(home: Path):
    write_a_hostile_name(home)
    async with at_home() as driver:
        await driver.press("end")
        await driver.sees("broken")
        assert not controls(driver)
        await driver.press("enter")
        assert not controls(driver)


async def test_the_path_of_a_broken_scenario_is_shown_without_its_escapes(home: Path):
    write_a_hostile_name(home)
    async with at_home() as driver:
        await driver.press("/")
        await driver.type("pwned")
        await driver.sees(words.BROKEN, "]0;pwned")
        assert not controls(driver)


async def test_a_folder_is_told_without_its_escapes(home: Path, monkeypatch: pytest.MonkeyPatch):
    (home / ESCAPE).mkdir()
    monkeypatch.chdir(home / ESCAPE)
    async with seated(at("over", card=4)) as driver:
        await driver.press("t", "f12")
        await driver.told("salon.md")
        await driver.told("debate-tui.svg")
        assert not controls(driver)


async def test_a_kept_game_is_shown_without_its_escapes(home: Path):
    keep_a_hostile_game(home)
    async with at_home() as driver:
        await driver.sees("Continue: Title")
        assert not controls(driver)
        await driver.press("c")
        await driver.at("update")
        for scene in ("card", "scorecard"):
            assert not controls(driver)
            await driver.to(scene)
        await driver.press("s", "t", "x")
        assert not controls(driver)


async def test_settings_are_told_without_their_escapes(home: Path):
    escaped = ESCAPE.encode("unicode_escape").decode().replace("\\x", "\\u00")
    (home / "settings.toml").write_text(f'theme = "{escaped}"\ntutorial_offered = true\n')
    async with at_home() as driver:
        await driver.told("theme")
        assert not controls(driver)
