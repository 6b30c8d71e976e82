"""Recorded games replay to the scorecards they had, and together they go everywhere that a scenario leads."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from debate_tui.engine.events import SELF
from tests.library.recorded import (
    FOLDER,
    SCRIPTS,
    played,
    recorded,
    scorecard,
    script_of,
    scripts_of,
    states_of,
)
from tests.library.shelf import DEBATES, NAMES, debate
from tests.scorecards import differences

THREE = ("double-counter", "good-player", "in-role")

every_script = pytest.mark.parametrize(
    "script", SCRIPTS, ids=lambda script: f"{script.parent.name}/{script.stem}"
)
every_debate = pytest.mark.parametrize("name", DEBATES)


@every_script
def test_a_game_comes_to_the_same_scorecard(script: Path) -> None:
    again = f"where a change is meant: python -m tests.library.record {script.parent.name}"
    now, then = scorecard(script), recorded(script)
    assert differences(now, then) == differences(then, now) == [], again


def test_games_lie_beside_their_scorecards_and_under_their_scenarios() -> None:
    files = {file.with_suffix("") for file in FOLDER.glob("*/*.json")}
    assert files == {script.with_suffix("") for script in SCRIPTS}
    assert {script.parent.name for script in SCRIPTS} <= set(NAMES)


@every_debate
def test_three_games_are_recorded(name: str) -> None:
    assert set(THREE) <= {script.stem for script in scripts_of(name)}


@every_debate
def test_a_good_player_keeps_their_word(name: str) -> None:
    card = recorded(FOLDER / name / "good-player.yaml")
    assert card["follow_through"] >= 0.75
    assert "double-counted" not in flags(card)


@every_debate
def test_a_double_counter_is_told_so(name: str) -> None:
    assert "double-counted" in flags(recorded(FOLDER / name / "double-counter.yaml"))


@every_debate
def test_a_player_in_role_is_one_of_the_cast(name: str) -> None:
    script = FOLDER / name / "in-role.yaml"
    assert script_of(script).role != SELF
    assert recorded(script)["in_character"] is not None


@every_debate
def test_every_ending_is_reached(name: str) -> None:
    reached = {state.ending for state in states_of(name)}
    assert reached == {ending.id for ending in debate(name).scenario.endings}


@every_debate
def test_every_round_is_played(name: str) -> None:
    begun = {round_ for state in states_of(name) for round_ in state.rounds}
    assert begun == set(debate(name).rounds)


@every_debate
def test_every_way_on_is_taken(name: str) -> None:
    taken = {way for state in states_of(name) for way in pairwise((*state.rounds, "end"))}
    ways = {(round_.id, way.to) for round_ in debate(name).course for way in round_.next}
    assert ways <= taken


@every_script
def test_somebody_argues(script: Path) -> None:
    assert any(said.argued.speaker == "you" for said in played(script).state.said.values())


def flags(card: dict[str, Any]) -> set[str]:
    return {flag for each in card["cards"] for flag in each["flags"]}
