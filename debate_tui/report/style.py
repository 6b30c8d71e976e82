"""How somebody updates, in a sentence: what their cards have in common."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.engine.card_scores import CardScore
from debate_tui.report.words import plural

ENOUGH = 3
"""Cards that promised something to read, below which there is no style to speak of."""

STYLES = {
    "kept": "to the letter: on {count} of {cards} you came within three points of the promise",
    "under": "cautious: on {count} of {cards} you went less than half as far as you had promised",
    "over": "bold: on {count} of {cards} you went half as far again as you had promised, or further",
    "away": "contrary: on {count} of {cards} you moved against your own figures",
    "sideways": "roundabout: on {count} of {cards} you moved towards something else than you had promised",
}
"""What is said of each flag that most cards have."""


def style(cards: Sequence[CardScore]) -> str | None:
    """Say how these cards were updated on; None where too few promised anything.

    A card whose promise is too small to read is left out: to keep it says nothing of anybody.
    """
    readable = [score for score in cards if score.m is not None and score.follow_through is not None]
    if len(readable) < ENOUGH:
        return None
    counts = {flag: sum(flag in score.flags for score in readable) for flag in STYLES}
    flag = max(counts, key=counts.__getitem__)
    if 2 * counts[flag] < len(readable):
        return "Your style is mixed: no one way of updating is that of most of your cards."
    told = STYLES[flag].format(count=counts[flag], cards=plural(len(readable), "card"))
    small = sum(score.m is not None for score in cards) - len(readable)
    others = f"; {plural(small, 'other card')} promised too little to judge by" if small else ""
    return f"Your style is {told}{others}."
