"""One belief or table at a time, on plain floats: the arithmetic of arrays, many times faster for a few."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, log
from operator import mul

from debate_tui.scoring.beliefs import TINY

Numbers = tuple[float, ...]


def centred(likelihood: Sequence[float]) -> Numbers:
    """Give the centred log ratio of K likelihoods > 0, in nats: how somebody reads what came out."""
    logs = list(map(log, likelihood))
    mean = sum(logs) / len(logs)
    return tuple([each - mean for each in logs])


def tempered(prior: Sequence[float], weight: float, reading: Sequence[float]) -> Numbers:
    """Give the belief ∝ prior^weight · exp(reading), of K probabilities; weight 1 is Bayes' rule.

    In loops: a comprehension (until Python 3.12), `min` and `max` each take as long as a handful of numbers.
    """
    logs, masses, belief = [], [], []
    most, total = -inf, 0.0
    for part, read in zip(prior, reading):
        each = weight * log(part) + read
        logs.append(each)
        if each > most:
            most = each
    for each in logs:
        mass = exp(each - most)
        masses.append(mass)
        total += mass
    for mass in masses:
        part = mass / total
        if part < TINY:
            part = TINY
        belief.append(part)
    return tuple(belief)


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
