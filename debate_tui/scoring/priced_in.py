"""Was it priced in? The claim, judged by the speaker's own locked rows."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from debate_tui.scoring.beliefs import TOLERANCE, Floats, bayes, expected
from debate_tui.scoring.match import weight_db

FORESEEN = 0.8
"""An outcome that was given this much was expected."""

MOVES_NOBODY = 0.05
"""An outcome that moves every belief by no more than this has told nothing new."""

SAYS_NOTHING_DB = 1.0
"""An outcome that weighs no more than this cannot tell the hypotheses apart."""


class PricedIn(NamedTuple):
    """How the claim fares, and what the same rows would have made of every outcome."""

    kind: Literal["foreseen", "irrelevant", "unbacked"]
    costliest: int | None
    """Where unbacked: the hypothesis that the outcome lowered most (the first of equals), if any."""
    promise: Floats
    """The posterior after what was observed: (K)."""
    counterfactual: Floats
    """The posterior after each outcome: (O, K)."""


def judge(before: Floats, table: Floats, observed: int) -> PricedIn:
    """Judge "it was priced in" on one card, from a belief (K) and rows (K, O) > 0.

    Foreseen: at least 80% was given to what came out, and it moves no belief by more than 5 points.
    Irrelevant: no outcome weighs more than 1 dB. A card that is both is called foreseen.
    """
    posteriors = bayes(before, table.T)
    promise = posteriors[observed]
    change = promise - before
    likely = expected(before, table)[observed] >= FORESEEN - TOLERANCE
    if likely and np.abs(change).max() <= MOVES_NOBODY + TOLERANCE:
        return PricedIn("foreseen", None, promise, posteriors)
    if weight_db(table.T).max() <= SAYS_NOTHING_DB + TOLERANCE:
        return PricedIn("irrelevant", None, promise, posteriors)
    loss = int(change.round(9).argmin())  # rounded, so that equals are equal whatever the rounding errors
    return PricedIn("unbacked", loss if change[loss] < -TOLERANCE else None, promise, posteriors)
