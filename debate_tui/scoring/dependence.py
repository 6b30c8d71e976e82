"""Cards that partly repeat an earlier one: their conditional tables beside the naive ones.

A table is an array of shape (..., K, O): for each of K hypotheses the probabilities of O outcomes (sum 1).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from debate_tui.scoring.beliefs import Floats


def copies(naive: Floats, earlier: NDArray[np.intp] | int, share: float) -> Floats:
    """Give the table of a card that repeats the earlier outcome, (...) or one, with probability `share`.

    `Lc[h, o] = κ·[o = earlier] + (1 − κ)·L0[h, o]`, κ = `share` in [0, 0.99]; shape (..., K, O) in and out.
    """
    repeated = share * np.eye(naive.shape[-1])[earlier]
    return np.asarray(repeated[..., None, :] + (1.0 - share) * naive)


def overlaps(naive: Floats, prior: Floats, share: float) -> Floats:
    """Give the table of a card of which `share` (in decibans) was already told by an earlier one.

    `Lc[h, o] ∝ B[o]·(L0[h, o]/B[o])^(1 − κ)` for each row, with `B = Σ prior_h L0[h, ·]`;
    `naive` (..., K, O), `prior` (..., K).
    """
    base = np.einsum("...k,...ko->...o", prior, naive)[..., None, :]
    tempered = base**share * naive ** (1.0 - share)
    return np.asarray(tempered / tempered.sum(axis=-1, keepdims=True))
