"""Duels and persuasion: who foresaw it better, and whether the table foresees better for having listened."""

from __future__ import annotations

from math import log2

import numpy as np

from debate_tui.scoring.beliefs import Floats


def duel_bits(your_expected: float, rival_expected: float) -> float:
    """Give the bits, log2(m_you[o*]/m_rival[o*]), by which you foresaw what came out better than a rival.

    It is affine in your own log score, so honesty is still best.
    """
    return log2(your_expected / rival_expected)


def persuasion_bits(expected: Floats, unmoved: Floats) -> Floats:
    """Give the bits, (...), that a cast gained by listening: Σ over cards of the mean log2(m[o*]/m₀[o*]).

    Both (..., M, T): the probability that each of M minds gave to what came out of the T cards after the
    player's first argument, and the one that it would have given had the player never spoken. NaN where there
    is no cast.
    """
    minds = expected.shape[-2]
    if minds == 0:
        return np.full(expected.shape[:-2], np.nan)
    bits: Floats = np.log2(expected / unmoved).sum((-2, -1)) / minds
    return bits
