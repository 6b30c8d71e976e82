"""Circles: found where they close, all of them, and nothing else."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.content.checks.cycles import closing_steps

ids = st.sampled_from("abcdefg")
graphs = st.dictionaries(ids, st.lists(ids, max_size=4), max_size=7)


def is_acyclic(graph: Mapping[str, Sequence[str]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return False
    return True


@given(graphs)
def test_without_the_steps_found_there_is_no_circle_left(graph: dict[str, list[str]]) -> None:
    found = list(closing_steps(graph))
    left = {here: [there for there in graph[here] if (here, there) not in found] for here in graph}

    assert bool(found) != is_acyclic(graph)
    assert is_acyclic(left)


@given(graphs)
def test_every_step_found_closes_a_circle(graph: dict[str, list[str]]) -> None:
    for here, there in closing_steps(graph):
        reached, waiting = {there}, [there]
        while waiting:
            for following in graph.get(waiting.pop(), ()):
                if following not in reached:
                    reached.add(following)
                    waiting.append(following)
        assert here in reached


@pytest.mark.parametrize(
    ("graph", "steps"),
    [
        ({}, []),
        ({"a": ["a"]}, [("a", "a")]),
        ({"a": ["b"], "b": ["a"]}, [("b", "a")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["elsewhere"]}, []),
    ],
)
def test_circles_are_found_where_they_close(
    graph: dict[str, list[str]], steps: list[tuple[str, str]]
) -> None:
    assert list(closing_steps(graph)) == steps


def test_a_very_long_chain_is_no_problem() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}

    assert list(closing_steps(chain)) == []
    assert list(closing_steps(chain | {"50000": ["0"]})) == [("50000", "0")]
