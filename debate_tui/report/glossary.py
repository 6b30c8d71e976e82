"""What the game's own words mean, for whoever has not read the rules."""

from __future__ import annotations

from collections.abc import Mapping

POINTS_FOR: Mapping[str, str] = {
    "foresight": "for seeing the evidence coming",
    "likelihood": "for the same by your figures for the truth",
    "verdict": "for believing the truth, card by card",
}
"""What each kind of points is given for; the last two only where the truth is known."""

SIZES = "From 50%, a nudge ends below 56%, a step at 76% at most, and a leap beyond."
"""What the words for distances come to."""

GAME_WORDS: Mapping[str, str] = {
    "Figures": "How often in 100 each outcome is expected, if a hypothesis is right. The table's figures are "
    "the scenario's; each of the cast has figures of its own.",
    "Promise": "Where your belief goes, by your own figures, if this outcome comes. You make it by locking "
    "them, before you look.",
    "Nudge, step, leap": f"How far a promise or a movement goes. {SIZES}",
    "Kept": "Your belief is within 3 percent of what you promised, on every hypothesis.",
    "Bits of surprise": "1 for what you had given 50 in 100, 2 for 25 in 100, 3 for 12; near 0 for what you "
    "had nearly been certain of.",
    "Duel": "Whoever of the two was less surprised by the card wins, by the difference in bits.",
    "Slip": "A mistake in reasoning. Call somebody for one, once a round: if you are right it is mended and "
    "they listen to you more, if not, less.",
    "Concede": "Grant somebody their reading of a card. Your promise changes with it; the first one counts.",
    "Practice": "A card that you had seen before, said you knew, or went back on: it brings no points.",
    "Invented world": "What comes out is drawn by the scenario's figures, so that nothing can be looked up.",
    "Foresight, likelihood, verdict": f"Points {POINTS_FOR['foresight']}; {POINTS_FOR['likelihood']}; "
    f"{POINTS_FOR['verdict']}. Where nobody knows the truth, foresight is all there is.",
    "On the room": "Your points less the mean of the others'. 0 points is knowing nothing, 100 certainty in "
    "what happened.",
}
