"""Times two pieces of work side by side: in turns, so that whatever else the machine does meets both."""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

Work = Callable[[], object]


class Times(NamedTuple):
    """Seconds that the floor and ours took."""

    floor: float
    ours: float


def best_of(rounds: int, floor: Work, ours: Work) -> Times:
    """Give the best time of each, after one round that is not counted.

    For computations: other programs can only add to their time, so the least comes nearest to what they
    cost by themselves. Each begins without the other's garbage, but its own is collected on its own time.
    """
    floor()
    ours()
    taken = [(_collected(floor), _collected(ours)) for _ in range(rounds)]
    return Times(*map(min, zip(*taken, strict=True)))


def best_told(rounds: int, floor: Callable[[], float], ours: Callable[[], float]) -> Times:
    """Give the best of each in the same way, of work that measures itself."""
    floor()
    ours()
    taken = [(floor(), ours()) for _ in range(rounds)]
    return Times(*map(min, zip(*taken, strict=True)))


def best(rounds: int, work: Work) -> float:
    """Give the best time of something whose peer's figure is fixed, in the same way."""
    work()
    return min(_collected(work) for _ in range(rounds))


def median_of(rounds: int, floor: Work, ours: Work) -> Times:
    """Give the median time of the floor, and the same with the median of what ours took more in each round.

    For what waits for a disk: the wait is part of the cost, and its luckiest is not what anybody gets. On a
    busy machine it jumps between two lengths, and two medians taken apart could fall on different ones.
    """
    taken = [(_seconds(floor), _seconds(ours)) for _ in range(rounds)]
    bare = median([floor for floor, _ in taken])
    return Times(bare, bare + median([ours - floor for floor, ours in taken]))


def _collected(work: Work) -> float:
    gc.collect()
    return _seconds(work)


def _seconds(work: Work) -> float:
    begin = perf_counter()
    result = work()
    taken = perf_counter() - begin
    del result  # freed after the clock has stopped
    return taken
