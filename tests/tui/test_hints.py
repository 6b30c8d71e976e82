"""Hints name the key that does a thing now, whatever key the settings have given it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from debate_tui.engine import commands as co
from debate_tui.tui import words
from debate_tui.tui.app import DebateApp
from debate_tui.tui.hints import NAMED, hint
from debate_tui.tui.keys import KNOWN
from debate_tui.tui.widgets.belief import BeliefEditor
from debate_tui.tui.widgets.hand import Hand
from debate_tui.tui.widgets.room import Room
from debate_tui.tui.widgets.rows import RowsTable
from tests.tabletop import Player
from tests.tui.conftest import SETTINGS
from tests.tui.driver import EDITOR_KEYS, PRICED_IN, SMALL, at, at_home, play, playing, seated
from tests.tui.test_mishaps import unkept


def remapped(home: Path, **keys: str) -> None:
    """Give things other keys; `belief_hold` is `belief.hold`."""
    lines = [f'"{name.replace("__", "-").replace("_", ".")}" = "{key}"' for name, key in keys.items()]
    (home / "settings.toml").write_text("\n".join([SETTINGS, "[keys]", *lines]))


def test_every_hint_names_something_that_has_a_key():
    told = [text for text in vars(words).values() if isinstance(text, str)]
    told += [widget.HELP for widget in (BeliefEditor, Hand, Room, RowsTable)]
    named = [name for text in told for name in NAMED.findall(text)]
    assert len(named) > 15
    assert set(named) <= set(KNOWN)


BRACKETS = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}
FILL = {"count": "[floor.call] {problem}", "problem": "{count} [table.keep] [/] {"}
"""What could be taken for a key or a gap itself."""


@pytest.mark.parametrize(("key", "shown"), BRACKETS.items())
def test_no_key_and_nothing_filled_in_is_read_as_a_part_of_a_hint(home: Path, key: str, shown: str):
    """Each is put in as it is: what it looks like does not matter."""
    app = DebateApp()
    app.settings = app.settings._replace(keys=dict.fromkeys(KNOWN, key))
    told = [text for text in vars(words).values() if isinstance(text, str) and NAMED.search(text)]
    told += [widget.HELP for widget in (BeliefEditor, Hand, Room, RowsTable)]
    for text in told:
        parts = re.split(r"(\[[a-z]+\.[a-z-]+\]|\{[a-z]+\})", text)
        parts[1::2] = [FILL[part[1:-1]] if part[0] == "{" else shown for part in parts[1::2]]
        assert hint(app, text, **FILL) == "".join(parts)


@pytest.mark.parametrize(("key", "shown"), BRACKETS.items())
async def test_a_bracket_as_a_key_is_told_as_any_other(home: Path, key: str, shown: str):
    hinted = ("home_games", "table_keep", "table_page__down", "briefing_page__down")
    remapped(home, **dict.fromkeys(hinted, key))
    async with seated(unkept()) as driver:
        await driver.to("reveal")
        await driver.told(f"; {shown} keeps it in another folder.")
    async with seated(play(Player.at(PRICED_IN), "update"), SMALL) as driver:
        await driver.sees(f"▼ {shown}")
    for seed in (1, 2):
        async with playing(seed=seed) as driver:
            await driver.press("enter")
            await driver.at("predict")
    async with at_home() as driver:
        await driver.sees(f"{shown}: 1 more ·")


async def test_the_belief_editor_tells_its_keys():
    async with seated(at("update")) as driver:
        await driver.sees(EDITOR_KEYS)


async def test_the_belief_editor_tells_the_keys_that_the_settings_gave_it(home: Path):
    remapped(home, belief_hold="x", belief_more="f8,ctrl+l", belief_undo="?")
    async with seated(at("update")) as driver:
        await driver.sees("← f8 by 5 · - + by 1 · digits · x hold · e even · ? undo")
        await driver.press("f1")
        await driver.sees("← and f8 change it by 5", "x holds one where it is")
    async with playing() as driver:
        await driver.sees("x hold · e even")


async def test_who_changes_figures_is_told_the_keys_of_the_settings(home: Path):
    remapped(home, predict_edit="f6", rows_next="n")
    async with seated(at("predict")) as driver:
        await driver.press("f6")
        await driver.sees("Yours: ← → by 5 · - + by 1 · digits · , n column · u undo · f6 done")


@pytest.mark.parametrize(("key", "shown"), [("", "PgDn"), ("j", "j")])
async def test_what_reads_on_is_named(home: Path, key: str, shown: str):
    remapped(home, **({"table_page__down": key, "briefing_page__down": key} if key else {}))
    async with playing() as driver:
        await driver.sees(f"{shown} reads on")
    player = play(Player.at(PRICED_IN), "predict", 1)
    player.send(co.Predict("you"))
    async with seated(player, looking=True) as driver:
        await driver.sees(f"{shown} reads on")
    async with seated(play(Player.at(PRICED_IN), "update"), SMALL) as driver:
        await driver.sees(f"▼ {shown}")
        await driver.press(key or "pagedown")
        await driver.sees("u undo")
    async with seated(play(Player.at(PRICED_IN), "floor", 2), (60, 18)) as driver:
        await driver.sees(f"{shown} reads on")


async def test_where_a_game_can_be_kept_is_told_with_the_key_for_it(home: Path):
    remapped(home, table_keep="f7")
    async with seated(unkept()) as driver:
        await driver.to("reveal")
        await driver.told("f7 keeps it in another folder.")


async def test_how_to_come_to_the_other_kept_games_is_told_at_home(home: Path):
    remapped(home, home_games="z")
    for seed in (1, 2):
        async with playing(seed=seed) as driver:
            await driver.press("enter")
            await driver.at("predict")
    async with at_home() as driver:
        await driver.sees("z: 1 more ·")
