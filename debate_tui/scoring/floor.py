"""The floor: how an argument changes the way a listener reads a card, and who listens to whom.

A reading is K centred log weights, in nats: what a mind moved by on a card. Plain floats, as it is always one
listener's: an array of three numbers costs several times more.
"""

from __future__ import annotations

from collections.abc import Sequence

Reading = tuple[float, ...]

MOST_HEED = 0.5
EAR_STEP = 0.1


def heed(ear: float, strength: float) -> float:
    """Give the share k ≤ 0.5 of the way that an argument of this final strength moves a listener."""
    return min(MOST_HEED, ear * strength)


def toward(reading: Sequence[float], target: Sequence[float], k: float) -> Reading:
    """Move a reading the share k of the way to a target: never past it."""
    moved = []
    for here, there in zip(reading, target):
        moved.append(here + k * (there - here))
    return tuple(moved)


def gap(reading: Sequence[float], target: Sequence[float]) -> float:
    """Give how far a reading is from a target: the largest difference over the hypotheses, in nats."""
    widest = 0.0
    for here, there in zip(reading, target):
        apart = abs(there - here)
        if apart > widest:
            widest = apart
    return widest


def ear_after_duel(ear: float, bits: float) -> float:
    """Give the ear, 0 to 1, that a rival has for a player who won a duel by so many bits (lost: negative)."""
    return _within_bounds(ear + EAR_STEP * bits)


def ear_after_call(ear: float, right: bool) -> float:
    """Give the ear, 0 to 1, that the one who was called has for a caller who was right, or was not."""
    return _within_bounds(ear + (EAR_STEP if right else -EAR_STEP))


def _within_bounds(ear: float) -> float:
    return min(1.0, max(0.0, ear))
