"""The game's own words say what the rules say."""

from __future__ import annotations

import math

import pytest

from debate_tui.engine.lines import NUDGE_BELOW_DB, STEP_UP_TO_DB
from debate_tui.report.glossary import GAME_WORDS, sizes
from debate_tui.scoring.flags import KEPT_WITHIN


def after(decibans: float) -> float:
    """Give where evidence of so many decibans leads from even odds, in percent."""
    odds = 10 ** (decibans / 10)
    return 100 * odds / (1 + odds)


def test_the_sizes_are_those_that_a_promise_is_told_in():
    sizes = GAME_WORDS["Nudge, step, leap"]
    assert f"below {math.ceil(after(NUDGE_BELOW_DB))}%" in sizes
    assert f"{round(after(STEP_UP_TO_DB))}% at most" in sizes


def test_kept_is_as_near_as_the_round_card_takes_it():
    assert f"within {100 * KEPT_WITHIN:.0f} percent" in GAME_WORDS["Kept"]


@pytest.mark.parametrize(
    ("percent", "away", "said"),
    [
        (8, False, "From 8%, a nudge ends below 10%, a step at 22% at most, and a leap beyond."),
        (50, True, "From 50%, a nudge ends above 44%, a step at 24% at least, and a leap below that."),
    ],
)
def test_the_sizes_are_told_from_where_one_stands(percent: float, away: bool, said: str):
    assert sizes(percent, away=away) == said
    assert sizes(98.5) == sizes(1.5, away=True) == sizes(100.0) == "", "no room to say it in whole percents"
