"""Small achievements, each with its reason: things done well that no figure of the scorecard names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.words import SLIPS, Names, even, plural

KEPT_FROM = 0.9
WORTH_BITS = 0.1
"""A follow-through is remarkable from this share, where at least this many bits a card were at stake."""

TURNED_BY = 0.15
"""A favourite that changed hands by at least this much was a change of mind."""


class Achievement(NamedTuple):
    """What it is called, and why it was earned."""

    title: str
    reason: str


def achievements(card: Scorecard, names: Names, seat: str) -> list[Achievement]:
    """Give what a seat achieved, at most one of each kind."""
    return [
        *_keeping(card),
        *_turning(card, names),
        *_counting(card, seat),
        *_talking(card, names),
        *_duelling(card),
    ]


def _keeping(card: Scorecard) -> Iterator[Achievement]:
    if not card.cards or card.follow_through is None:
        return
    stake = sum(score.stake_bits for score in card.cards) / len(card.cards)
    if card.follow_through >= KEPT_FROM and stake >= WORTH_BITS:
        yield Achievement("A word kept", "You let the evidence matter, and moved as you had promised.")
    kept = sum("kept" in score.flags for score in card.cards)
    if kept == len(card.cards) > 1:
        yield Achievement(
            "To the point",
            f"On all {plural(kept, 'card')} you came within three points of the promise, large or small.",
        )


def _turning(card: Scorecard, names: Names) -> Iterator[Achievement]:
    if not card.cards:
        return
    opening, end = card.cards[0].before, card.cards[-1].after
    first, last = max(opening, key=opening.__getitem__), max(end, key=end.__getitem__)
    turned = first != last and end[last] - opening[last] >= TURNED_BY
    if turned and (card.follow_through or 0.0) >= 0.5:
        yield Achievement(
            "A mind changed",
            f"You came for “{names.hypothesis(first)}” and left with “{names.hypothesis(last)}”, "
            "and the evidence took you there.",
        )


def _counting(card: Scorecard, seat: str) -> Iterator[Achievement]:
    priced = [claim for claim in card.priced_in if claim.speaker == seat]
    foreseen = next((claim for claim in priced if claim.kind == "foreseen"), None)
    if foreseen is not None:
        yield Achievement("It was priced in", "You said so, and your own locked figures back it.")


def _talking(card: Scorecard, names: Names) -> Iterator[Achievement]:
    right = next((call for call in card.calls if call.right), None)
    if right is not None:
        slip = SLIPS.get(right.slip, right.slip)
        yield Achievement("A good ear", f"You caught {names.who(right.to, inside=True)} {slip}.")
    if (card.persuasion_bits or 0.0) >= WORTH_BITS:
        yield Achievement("Worth hearing", "Having heard you, the room foresaw later cards better.")


def _duelling(card: Scorecard) -> Iterator[Achievement]:
    decided = [score.duel_bits for score in card.cards if not even(score.duel_bits or 0.0)]
    if len(decided) > 1 and all(bits is not None and bits > 0.0 for bits in decided):
        yield Achievement("Undefeated", f"You won {plural(len(decided), 'duel')} and lost none.")
