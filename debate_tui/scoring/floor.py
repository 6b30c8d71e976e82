"""The floor: how an argument changes the way a listener reads a card, and what it then believes.

A reading is an array (..., K) of centred log weights, in nats: what a mind moved by on a card.
"""

from __future__ import annotations

import numpy as np

from debate_tui.scoring.beliefs import Floats, from_logs

MOST_HEED = 0.5
"""No argument moves a listener more than this share of the way."""

EAR_STEP = 0.1
"""How much an ear opens for a good call, or for a duel won by a bit."""


def heed(ear: Floats | float, strength: Floats | float) -> Floats:
    """Give the share k ≤ 0.5 of the way that an argument of this final strength moves a listener."""
    return np.minimum(MOST_HEED, np.multiply(ear, strength))


def toward(reading: Floats, target: Floats, k: Floats | float) -> Floats:
    """Move readings (..., K) the share k, a number or (...), of the way to a target: never past it."""
    return reading + np.asarray(k)[..., None] * (target - reading)


def gap(reading: Floats, target: Floats) -> Floats:
    """Give how far a reading is from a target, (...): the largest difference over the hypotheses, in nats."""
    distance: Floats = np.abs(target - reading).max(-1)
    return distance


def mind_path(opening: Floats, prior_weight: Floats | float, readings: Floats) -> Floats:
    """Give what minds believed, (..., T + 1, K): their opening (..., K), then after each reading (..., T, K).

    `log p_t = β·log p_{t−1} + r_t`, normalised; β ≥ 0 is a number or (..., T).
    """
    *batch, cards, hypotheses = readings.shape
    weights = np.full((*batch, cards, 1), np.asarray(prior_weight)[..., None])
    path = np.empty((*batch, cards + 1, hypotheses))
    path[..., 0, :] = logs = np.log(opening)
    for t in range(cards):
        logs = weights[..., t, :] * logs + readings[..., t, :]
        logs -= logs.max(-1, keepdims=True)  # or a common constant would drown the differences where β > 1
        path[..., t + 1, :] = logs
    return from_logs(path)


def ear_after_duel(ear: float, bits: float) -> float:
    """Give the ear, 0 to 1, that a rival has for a player who won a duel by so many bits (lost: negative)."""
    return _within_bounds(ear + EAR_STEP * bits)


def ear_after_call(ear: float, right: bool) -> float:
    """Give the ear, 0 to 1, that the one who was called has for a caller who was right, or was not."""
    return _within_bounds(ear + (EAR_STEP if right else -EAR_STEP))


def _within_bounds(ear: float) -> float:
    return min(1.0, max(0.0, ear))
