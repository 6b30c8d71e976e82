"""The game's own words say what the rules say."""

from __future__ import annotations

import math

from debate_tui.engine.lines import NUDGE_BELOW_DB, STEP_UP_TO_DB
from debate_tui.report.glossary import GAME_WORDS
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
