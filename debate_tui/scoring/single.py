"""One belief or table at a time, on plain floats: the arithmetic of arrays, many times faster for a few."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from operator import mul

import numpy as np

from debate_tui.scoring.beliefs import temper

Numbers = tuple[float, ...]

FAR, FAINT = 40.0, 1e-140
"""A reading, in nats, above which, and a probability below which products of floats are no longer exact."""


def centred(likelihood: Sequence[float]) -> Numbers:
    """Give the centred log ratio of K likelihoods > 0, in nats: how somebody reads what came out."""
    logs = list(map(log, likelihood))
    mean = sum(logs) / len(logs)
    return tuple([each - mean for each in logs])


def tempered(prior: Sequence[float], weight: float, reading: Sequence[float]) -> Numbers:
    """Give the belief ∝ prior^weight · exp(reading), of K probabilities; weight 1 is Bayes' rule.

    In loops: a comprehension (until Python 3.12), `max` and `sum` each take as long as a handful of numbers.
    """
    masses, belief, total = [], [], 0.0
    grip = prior if weight == 1.0 else [part**weight for part in prior]
    for part, read in zip(grip, reading):
        if read > FAR:
            return _by_logs(prior, weight, reading)
        mass = part * exp(read)
        masses.append(mass)
        total += mass
    if total < FAINT:
        return _by_logs(prior, weight, reading)
    for mass in masses:
        part = mass / total
        if part < FAINT:
            return _by_logs(prior, weight, reading)
        belief.append(part)
    return tuple(belief)


def _by_logs(prior: Sequence[float], weight: float, reading: Sequence[float]) -> Numbers:
    return tuple(temper(np.asarray(prior), weight, np.asarray(reading)).tolist())


def expects(belief: Sequence[float], column: Sequence[float]) -> float:
    """Give the probability that a belief gives to an outcome with these K likelihoods: m = Σ p L."""
    chance: float = sum(map(mul, belief, column))
    return chance


def copies(naive: Sequence[Sequence[float]], earlier: int, share: float) -> tuple[Numbers, ...]:
    """Give the table (K, O) of a card that repeats the earlier outcome with probability `share`."""
    rows = [[(1.0 - share) * likely for likely in row] for row in naive]
    for row in rows:
        row[earlier] += share
    return tuple([tuple(row) for row in rows])
