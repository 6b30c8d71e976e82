"""Match: whether a belief moved as its own rows had promised."""

from __future__ import annotations

import numpy as np

from debate_tui.scoring.beliefs import TINY, TOLERANCE, Floats, across, expected, kl_bits

READABLE_BITS = 0.02
"""Updates promised to be smaller than this are too small to read anything from."""

EDGE = 0.01
"""The least belief that the editor allows."""

NOTHING_MISSED_BITS = 1e-12
"""Less than this is a rounding error."""

LEAST_SPREAD = 1e-12
"""Rows whose log likelihoods vary less than this say the same under every hypothesis."""


def missed_bits(promise: Floats, after: Floats) -> Floats:
    """Give KL(q‖p') in bits, (...): how far the report p' (..., K) stays from the promise q (..., K).

    Nobody misses what the editor does not let them say: where p' is at its edge and q is lower, q is moved
    to the edge and the rest rescaled. Less than 1e-12 bits is 0.
    """
    missed = kl_bits(_within_reach(promise, after), after)
    return np.where(missed < NOTHING_MISSED_BITS, 0.0, missed)


def _within_reach(promise: Floats, after: Floats) -> Floats:
    edge = (np.abs(after - EDGE) <= TOLERANCE) & (promise < after)
    if not edge.any():
        return promise
    rest = promise * ~edge
    left = 1.0 - EDGE * edge.sum(-1, keepdims=True)
    return np.where(edge, EDGE, rest * (left / rest.sum(-1, keepdims=True)))


def follow_through(missed: Floats | float, promised: Floats | float) -> Floats:
    """Give the share of the promised update that was delivered, 1 − √(missed/promised), at most 1.

    Both in bits, of one card or summed over cards. Half speed reads about 0.5; below 0 the belief is further
    from the promise than before. NaN where less than 0.02 bits were promised.
    """
    return 1.0 - np.sqrt(_ratio(missed, promised, READABLE_BITS))


def reaction(promise: Floats, before: Floats, after: Floats, likelihood: Floats) -> Floats:
    """Give ρ, (...): the speed of an update; 1 is as promised, 0.5 half, 2 double, below 0 the other way.

    The slope of the actual log movement ln(p'/p) on the log likelihood, weighted by the promise q; all
    (..., K). NaN where the likelihoods do not differ: Σ q(w − w̄)² < 1e-12.
    """
    weight = np.log(likelihood)
    movement = np.log(after / before)
    off_weight = weight - across(np.add, promise * weight)[..., None]
    off_movement = movement - across(np.add, promise * movement)[..., None]
    pull = promise * off_weight
    return _ratio(across(np.add, pull * off_movement), across(np.add, pull * off_weight), LEAST_SPREAD)


def _ratio(numerator: Floats | float, denominator: Floats | float, least: float) -> Floats:
    """Divide; NaN where the denominator is under the least that can be read."""
    unread = np.full(np.shape(denominator), np.nan)
    ratio: Floats = np.divide(numerator, denominator, out=unread, where=denominator >= least)
    return ratio


def stake_bits(before: Floats, table: Floats) -> Floats:
    """Give the information that a card is expected to bring, Σ_h p_h KL(L_h‖m), in bits, (...).

    `before` (..., K), `table` (..., K, O), which may hold zeros (0·log 0 = 0). Source: Lindley 1956.
    """
    rows = np.maximum(table, TINY)
    surprise = kl_bits(rows, expected(before, rows)[..., None, :])
    stake: Floats = across(np.add, before * surprise)
    return stake


def weight_db(likelihood: Floats) -> Floats:
    """Give a card's weight of evidence in decibans, (...): the range of 10·log10 L over (..., K).

    Source: Good 1985.
    """
    decibans: Floats = 10.0 * np.log10(across(np.maximum, likelihood) / across(np.minimum, likelihood))
    return decibans
