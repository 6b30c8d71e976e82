"""Groups: how far a team's members are apart, how far it moved, and who of several saw it coming."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from debate_tui.scoring.beliefs import Floats, entropy_bits


def spread_bits(beliefs: Floats) -> Floats:
    """Give how far members (..., M, K) are apart, (...): H(mean) − mean H ≥ 0, in bits.

    The Jensen–Shannon divergence of their beliefs. Source: Lin 1991.
    """
    bits: Floats = entropy_bits(beliefs.mean(-2)) - entropy_bits(beliefs).mean(-1)
    return np.maximum(bits, 0.0)


def swing(before: Floats, after: Floats) -> Floats:
    """Give the change of probability of each hypothesis, (..., K); of members, or of a team's pool."""
    return after - before


def relative_foresight(foresight: Floats, fresh: NDArray[np.bool_] | bool = True) -> Floats:
    """Give what ranks N players on each of T point cards, (..., N, T): F minus the mean of the others' F.

    `foresight` is (..., N, T); where a card is not `fresh` to a player, their F counts 0 for everybody.
    A player alone has nobody to be compared with: NaN. The ranking is the mean over the point cards.
    """
    counted: Floats = foresight * fresh
    players = counted.shape[-2]
    if players < 2:
        return np.full(counted.shape, np.nan)
    others = (counted.sum(-2, keepdims=True) - counted) / (players - 1)
    lead: Floats = counted - others
    return lead
