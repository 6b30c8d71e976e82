"""Recorded games: scripts of whole games, and beside each the scorecard that it came to."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from debate_tui.content.script import Script
from debate_tui.engine.state import State
from debate_tui.game import Game
from debate_tui.scripted import load_script, play_script
from tests.library.shelf import debate

FOLDER = Path(__file__).parent / "games"
SCRIPTS = tuple(sorted(FOLDER.glob("*/*.yaml")))


@cache
def played(script: Path) -> Game:
    """Play a script in the scenario that its folder is named after."""
    table = debate(script.parent.name)
    return play_script(table, *load_script(script, table.scenario))


def good_game(name: str) -> Game:
    """Give the recorded game of somebody who plays a scenario well and says what there is to say."""
    return played(FOLDER / name / "good-player.yaml")


@cache
def script_of(script: Path) -> Script:
    return load_script(script)[1]


def scorecard(script: Path) -> dict[str, Any]:
    """Give what `debate-tui play SCENARIO --script FILE --json` prints."""
    return played(script).scorecard("you").as_data()


def card_file(script: Path) -> Path:
    return script.with_suffix(".json")


def recorded(script: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(card_file(script).read_text("utf-8"))
    return data


def record(script: Path) -> None:
    """Keep the scorecard that a script comes to now."""
    text = json.dumps(scorecard(script), indent=2, ensure_ascii=False, allow_nan=False)
    card_file(script).write_text(f"{text}\n", "utf-8")


def scripts_of(name: str) -> list[Path]:
    return [script for script in SCRIPTS if script.parent.name == name]


def states_of(name: str) -> list[State]:
    """Give where every recorded game of a scenario ended."""
    return [played(script).state for script in scripts_of(name)]
