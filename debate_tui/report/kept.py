"""How much of the promise was kept, in a sentence: what share, and where and how the rest was lost."""

from __future__ import annotations

import numpy as np

from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.words import Names
from debate_tui.scoring.match import missed_bits

AMOUNTS = (
    (0.05, "next to nothing of"),
    (0.35, "little of"),
    (0.65, "about half of"),
    (0.9, "most of"),
    (0.995, "nearly all of"),
)
"""What a follow-through below so much is called; from the last one on it reads 100%, and is all."""
ALL = "all of"

PROMISED = "what your own figures promised"

RIGHT_SPEED_WITHIN = 0.1
"""Who moved at nearly the promised speed and is off all the same has moved towards something else."""


def kept_in_words(card: Scorecard, names: Names) -> str:
    """Say how much of its promises a seat kept, and what became of the rest; nothing where it is not read."""
    share = card.follow_through
    if share is None:
        return ""
    amount = next((words for below, words in AMOUNTS if share < below), ALL)
    kept, lost = f"You kept {amount} {PROMISED}", "; what is missing was lost "
    if below_nothing(share):
        kept, lost = f"You ended further from {PROMISED} than if you had stayed put", ", "
    if amount == ALL:
        return f"{kept}."
    if all("kept" in score.flags for score in card.cards):
        return f"{kept}; on every card you came within three points of it."
    return f"{kept}{lost}{_worst(card, names)}."


def below_nothing(share: float) -> bool:
    """Whether a follow-through reads as less than 0%: staying put would have ended nearer to the promise."""
    return round(100 * share) < 0


def _worst(card: Scorecard, names: Names) -> str:
    """Say on which card most of what is missing was lost, and how."""
    missing = [_missed(score) for score in card.cards]
    worst = card.cards[missing.index(max(missing))]
    share = "mostly " if max(missing) >= sum(missing) / 2 else "most of all "
    where = f"{share if len(card.cards) > 1 else ''}on “{names.card(worst.card)}”"
    return ", ".join(part for part in (where, _by(worst)) if part)


def _by(score: CardScore) -> str:
    if score.m is None:
        return "by moving though you had predicted nothing"
    if "unbacked" in score.flags:
        return "by moving where they had promised next to nothing"
    if score.reaction is None:
        return ""
    if score.reaction < 0:
        return "by moving the wrong way"
    if "sideways" in score.flags or abs(score.reaction - 1.0) < RIGHT_SPEED_WITHIN:
        return "by moving towards something else"
    return "by moving too far" if score.reaction > 1.0 else "by moving too little"


def _missed(score: CardScore) -> float:
    return float(missed_bits(np.array(list(score.q.values())), np.array(list(score.after.values()))))
