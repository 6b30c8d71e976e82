"""The bundled scenarios, each loaded once and once played honestly."""

from __future__ import annotations

import re
from functools import cache

from debate_tui.content.library import bundled, load_game
from debate_tui.content.scenario import Scenario
from debate_tui.engine.debate import Debate
from debate_tui.engine.state import State
from debate_tui.lobby import debate_of
from tests.tabletop import Player

FOLDER = bundled("scenarios")
NAMES = tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))

CAPSTONE = "three-years-later"

_TUTORIAL = re.compile(r"^tags:.*\btutorial\b", re.MULTILINE)
DEBATES = tuple(name for name in NAMES if not _TUTORIAL.search((FOLDER / f"{name}.yaml").read_text("utf-8")))
"""All but those with the tag `tutorial`, which teach the game; what a debate must have is not asked of them.

Told by the text, because tests are gathered before any may load a file.
"""


@cache
def debate(name: str) -> Debate:
    """Give a bundled scenario, ready to be played."""
    return debate_of(load_game(FOLDER / f"{name}.yaml"))


def scenario(name: str) -> Scenario:
    return debate(name).scenario


@cache
def honest_game(name: str) -> State:
    """Give the real game of somebody who takes the posted rows, keeps every promise and says nothing."""
    return Player.at(debate(name)).play_on().game.state
