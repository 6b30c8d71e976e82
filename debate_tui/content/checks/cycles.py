"""Circles among things that point at each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def closing_steps(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Find the steps (from, to) that close circles; without them there are none.

    A depth-first search with a stack of its own, linear in the steps: one that leads to an id which is still
    on the way closes a circle.
    """
    finished: set[str] = set()
    for start in graph:
        way = {start: iter(graph[start])} if start not in finished else {}
        while way:
            here = next(reversed(way))
            for there in way[here]:
                if there in way:
                    yield here, there
                elif there in graph and there not in finished:
                    way[there] = iter(graph[there])
                    break
            else:
                way.popitem()
                finished.add(here)
