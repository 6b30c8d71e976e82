"""The order of a scenario's rounds: which can come after which, and where one could come again."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.content.scenario import Round

END = "end"


def ways_on(course: Sequence[Round]) -> list[list[int]]:
    """Give for each round, by index, those that can come next, the one below first."""
    index = {round_.id: place for place, round_ in enumerate(course)}
    return [
        [here + 1] * (_falls_through(round_) and here + 1 < len(course))
        + [index[way.to] for way in round_.next if way.to != END]
        for here, round_ in enumerate(course)
    ]


def _falls_through(round_: Round) -> bool:
    return round_.when is not None or all(way.when is not None for way in round_.next)


def in_order(ways: Sequence[Sequence[int]]) -> tuple[list[int], set[tuple[int, int]]]:
    """Put each round before those that can come next; give apart the steps that lead back to an earlier one.

    A depth-first search: rounds are finished last to first, and what leads back leads to one not finished.
    """
    order: list[int] = []
    finished: set[int] = set()
    back: set[tuple[int, int]] = set()
    begun: set[int] = set()
    way: list[int] = []
    branches = [iter(range(len(ways)))]
    while branches:
        for there in branches[-1]:
            if there not in begun:
                begun.add(there)
                way.append(there)
                branches.append(iter(ways[there]))
                break
            if there not in finished:
                back.add((way[-1], there))
        else:
            branches.pop()
            finished.update(way[-1:])
            order += way[-1:]
            del way[-1:]
    return order[::-1], back
