"""Points: logarithmic scores, whose only best report in expectation is the honest one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from debate_tui.scoring.beliefs import Floats


def log_points(probability: Floats | float, choices: NDArray[np.int_] | int) -> Floats:
    """Give the points 100·log(n·x)/log n for the probability x > 0 given to what came out of n choices.

    0 is knowing nothing, 100 certainty in what happened, and it goes far below 0. Foresight takes `m[o*]`
    and Likelihood `L[h*, o*]` with n = |O|, Verdict takes `p[h*]` with n = K. Source: Good 1952.
    """
    return 100.0 * np.log(choices * probability) / np.log(choices)


def surprise_bits(probability: Floats | float) -> Floats:
    """Give the surprise −log2 x ≥ 0, in bits, at something that was given the probability x > 0."""
    return np.log2(1.0 / probability)
