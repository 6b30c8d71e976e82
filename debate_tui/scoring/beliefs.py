"""Beliefs: probabilities over hypotheses, how evidence moves them, and how far apart they are.

A belief is an array of shape (..., K), strictly positive, sum 1 over the last axis; all other axes are batch.
"""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TINY = 1e-300
"""The least probability that a belief holds: the floor of floating point, not a smoothing of odds."""

TOLERANCE = 1e-9
"""A value this close to a threshold is on it, whatever the rounding errors."""


MANY_ROWS = 8
"""Rows are many, and short, where there are more than so many times as many of them as each is long."""


def across(operation: np.ufunc, parts: Floats) -> Floats:
    """Combine parts (..., K) over the last axis: `across(np.add, parts)` sums, (...).

    Many short rows are combined column by column: NumPy begins anew for each row, which takes several times
    longer.
    """
    length = parts.shape[-1]
    short = parts.size > MANY_ROWS * length * length
    combined: Floats = reduce(operation, parts.T).T if short else operation.reduce(parts, axis=-1)
    return combined


def normalise(masses: Floats) -> Floats:
    """Scale masses (..., K) > 0 to beliefs."""
    belief: Floats = np.maximum(masses / across(np.add, masses)[..., None], TINY)
    return belief


def from_logs(logs: Floats) -> Floats:
    """Give the beliefs whose natural logs are these (..., K), up to a constant for each belief."""
    return normalise(np.exp(logs - across(np.maximum, logs)[..., None]))


def bayes(prior: Floats, likelihood: Floats) -> Floats:
    """Give the posterior of a prior (..., K) and the likelihoods (..., K) > 0 of what was observed."""
    return from_logs(np.log(prior) + np.log(likelihood))


def temper(prior: Floats, weight: Floats | float, reading: Floats) -> Floats:
    """Give the belief ∝ prior^weight · exp(reading): Bayes with a grip on the prior and on the evidence.

    `prior` and `reading` (in nats) have shape (..., K), `weight` β ≥ 0 is a number or (...).
    Weight 1 and the log likelihood as the reading is Bayes' rule. Source: Grether 1980.
    """
    return from_logs(np.asarray(weight)[..., None] * np.log(prior) + reading)


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
        # Or a common constant would drown the differences where β > 1.
        logs -= across(np.maximum, logs)[..., None]
        path[..., t + 1, :] = logs
    return from_logs(path)


def clr(parts: Floats) -> Floats:
    """Give the centred log ratio of parts (..., K) > 0, in nats; it sums to 0. Source: Aitchison 1986."""
    logs = np.log(parts)
    centred: Floats = logs - across(np.add, logs)[..., None] / logs.shape[-1]
    return centred


def expected(belief: Floats, table: Floats) -> Floats:
    """Give what a belief (..., K) expects of each outcome under rows (..., K, O): m = p L, (..., O)."""
    forecast: Floats = np.einsum("...k,...ko->...o", belief, table)
    return forecast


def kl_bits(a: Floats, b: Floats) -> Floats:
    """Give KL(a‖b) = Σ a log2(a/b) ≥ 0 in bits, (...), of distributions (..., K) > 0."""
    bits: Floats = np.maximum(across(np.add, a * np.log2(a / b)), 0.0)
    return bits


def entropy_bits(belief: Floats) -> Floats:
    """Give the uncertainty −Σ p log2 p ≥ 0 in bits, (...), of distributions (..., K) > 0."""
    bits: Floats = np.maximum(-across(np.add, belief * np.log2(belief)), 0.0)
    return bits


def pool(beliefs: Floats, axis: int = -2) -> Floats:
    """Give the belief of a team: its members' logarithmic pool, equal weights that sum to 1.

    `beliefs` (..., M, K) has the members along `axis`. The pool commutes with Bayes' rule where all
    members hold one likelihood. Source: Genest & Zidek 1986.
    """
    logs: Floats = np.log(beliefs).mean(axis)
    return from_logs(logs)
