"""Whole percents to begin a split of 100 with: whatever is offered can be locked as it is."""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 1
"""The percent that every share keeps: nothing is certain at this table."""


def spread(shares: Sequence[float], total: int) -> tuple[int, ...]:
    """Spread `total` whole percents in proportion to some shares, at least 1 each, by largest remainder.

    `total` is at least the number of shares; shares that are all 0 get the same.
    """
    if sum(shares) <= 0.0:
        shares = [1.0] * len(shares)
    exact = _floored(shares, total)
    whole = [int(part + 1e-9) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def _floored(shares: Sequence[float], total: int) -> list[float]:
    """Give exact parts of `total` in proportion, where those that would be under 1 are 1."""
    low: set[int] = set()
    while True:
        rest = sum(share for place, share in enumerate(shares) if place not in low)
        left = total - LEAST * len(low)
        parts = [
            LEAST
            if place in low
            else (share * left / rest if rest > 0.0 else left / (len(shares) - len(low)))
            for place, share in enumerate(shares)
        ]
        lower = {place for place, part in enumerate(parts) if part < LEAST} - low
        if not lower:
            return [float(part) for part in parts]
        low |= lower
