"""One belief or table at a time, on plain floats: the arithmetic of arrays, many times faster for a few."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
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

    In loops: until Python 3.12 a comprehension takes as long to set up as to work on a handful of numbers.
    """
    logs, masses, total = [], [], 0.0
    for part, read in zip(prior, reading):
        logs.append(weight * log(part) + read)
    most = max(logs)
    for each in logs:
        mass = exp(each - most)
        total += mass
        masses.append(mass)
    belief = tuple([mass / total for mass in masses])
    return belief if min(belief) >= TINY else tuple([max(part, TINY) for part in belief])


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
