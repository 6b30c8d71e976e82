"""What the game's own words mean, for whoever has not read the rules."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from debate_tui.engine.lines import NUDGE_BELOW_DB, STEP_UP_TO_DB

POINTS_FOR: Mapping[str, str] = {
    "foresight": "for seeing the evidence coming",
    "likelihood": "for what your figures for the truth expected",
    "verdict": "for believing the truth, card by card",
}
"""What each kind of points is given for; the last two only where the truth is known."""


def sizes(percent: float, *, away: bool = False) -> str:
    """Say what the words for distances come to from so many percent, towards a hypothesis or away from it.

    Nothing where whole percents are too coarse to say it in: so near to certainty there is no room to leap.
    """
    if away:
        nudge, step = (floor(_moved(percent, -db)) for db in (NUDGE_BELOW_DB, STEP_UP_TO_DB))
        said = f"a nudge ends above {nudge}%, a step at {step}% at least, and a leap below that."
    else:
        nudge, step = (ceil(_moved(percent, db)) for db in (NUDGE_BELOW_DB, STEP_UP_TO_DB))
        said = f"a nudge ends below {nudge}%, a step at {step}% at most, and a leap beyond."
    return f"From {round(percent)}%, {said}" if 0 < step < 100 else ""


def _moved(percent: float, db: float) -> float:
    """Move a belief by so many decibans of odds."""
    odds = percent / max(100.0 - percent, 1e-9) * 10.0 ** (db / 10.0)
    moved: float = 100.0 * odds / (1.0 + odds)
    return moved


GAME_WORDS: Mapping[str, str] = {
    "Figures": "How often in 100 each outcome is expected, if a hypothesis is right. The table's figures are "
    "the scenario's; each of the cast has figures of its own.",
    "Promise": "Where your belief goes, by your own figures, if this outcome comes. You make it by locking "
    "them, before you look.",
    "Nudge, step, leap": f"How far a promise or a movement goes. {sizes(50)}",
    "Kept": "Your belief is within 3 percent of what you promised, on every hypothesis.",
    "Duel": "Whoever of the two had thought what came out likelier wins. If it is you, your rival listens to "
    "you more from then on, if not, less.",
    "Slip": "A mistake in reasoning. Call somebody for one, once a round: if you are right it is mended and "
    "they listen to you more, if not, less. What has been mended since is no slip any more.",
    "Concede": "Grant somebody their reading of a card. Your promise changes with it; the first one counts.",
    "Practice": "A card that you had seen before, said you knew, or went back on: it brings no points.",
    "Invented world": "What comes out is drawn by the scenario's figures, so that nothing can be looked up.",
    "Foresight, likelihood, verdict": f"Points {POINTS_FOR['foresight']}; {POINTS_FOR['likelihood']}; "
    f"{POINTS_FOR['verdict']}. Where nobody knows the truth, foresight is all there is.",
    "Bits": "Surprise in figures, for experts: 1 for what was expected 50 in 100, 2 for 25 in 100, 3 for 12; "
    "near 0 for what was nearly certain.",
    "On the room": "Your points less the mean of the others'. 0 points is knowing nothing, 100 certainty in "
    "what happened.",
}
