"""Arguments: DF-QuAD by hand, its bounds, and graphs of any size."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.scoring.arguments import strengths

from .strategies import at_any_speed

Replies = dict[str, list[str]]
Graph = tuple[dict[str, float], Replies, Replies]


def test_an_argument_without_replies_keeps_its_base_strength() -> None:
    assert strengths({"a": 0.7}, {}, {}) == {"a": 0.7}


def test_an_attack_takes_its_share_away_and_a_support_adds_its_share_of_the_rest() -> None:
    assert strengths({"a": 0.7, "b": 0.5}, {"a": ["b"]}, {})["a"] == pytest.approx(0.35)
    assert strengths({"a": 0.7, "b": 0.5}, {}, {"a": ["b"]})["a"] == pytest.approx(0.85)


def test_several_attacks_accumulate_without_ever_reaching_past_one() -> None:
    final = strengths({"a": 0.8, "b": 0.5, "c": 0.5}, {"a": ["b", "c"]}, {})
    assert final["a"] == pytest.approx(0.8 * (1.0 - 0.75))


def test_attack_and_support_of_equal_strength_cancel() -> None:
    final = strengths({"a": 0.6, "b": 0.4, "c": 0.4}, {"a": ["b"]}, {"a": ["c"]})
    assert final["a"] == pytest.approx(0.6)


def test_whoever_attacks_an_attacker_defends() -> None:
    base = {"claim": 0.7, "attack": 0.8, "defence": 1.0}
    assert strengths(base, {"claim": ["attack"], "attack": ["defence"]}, {})["claim"] == pytest.approx(0.7)


def test_what_has_not_been_said_does_not_count() -> None:
    assert strengths({"a": 0.7}, {"a": ["unsaid"], "unsaid": ["a"]}, {}) == {"a": 0.7}


def test_a_reply_given_twice_counts_once() -> None:
    once = strengths({"a": 0.7, "b": 0.5}, {"a": ["b"]}, {})
    assert strengths({"a": 0.7, "b": 0.5}, {"a": ["b", "b"]}, {}) == once


@pytest.mark.parametrize(
    ("attacks", "supports"),
    [({"a": ["a"]}, {}), ({"a": ["b"], "b": ["a"]}, {}), ({"a": ["b"], "b": ["c"]}, {"c": ["a"]})],
)
def test_arguments_that_lean_on_each_other_in_a_circle_are_refused(
    attacks: Replies, supports: Replies
) -> None:
    with pytest.raises(ValueError, match="leans on itself"):
        strengths({"a": 0.7, "b": 0.7, "c": 0.7}, attacks, supports)


@pytest.mark.parametrize("order", [1, -1])
def test_a_chain_of_ten_thousand_replies_has_an_answer(order: int) -> None:
    """From the last word back, strengths are 1 and 0 in turn."""
    ids = [str(i) for i in range(10_000)]
    final = strengths(
        dict.fromkeys(ids[::order], 1.0), dict(zip(ids, ([v] for v in ids[1:]), strict=False)), {}
    )
    assert [final[v] for v in ids[-4:]] == [0.0, 1.0, 0.0, 1.0]
    assert final["0"] == 0.0


def test_a_reply_that_many_share_is_heard_once() -> None:
    """Layer on layer, each argument attacked by all of the next: walking every path would never end."""
    layers = [[f"{layer}.{place}" for place in range(6)] for layer in range(40)]
    base = {v: 0.5 for layer in layers for v in layer}
    attacks = {v: below for layer, below in pairwise(layers) for v in layer}
    assert len(strengths(base, attacks, {})) == 240


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Give an acyclic graph: an argument is answered only by later ones."""
    ids = [f"a{i}" for i in range(draw(st.integers(1, 6)))]
    base = {v: draw(st.floats(0.0, 1.0)) for v in ids}
    attacks: Replies = {}
    supports: Replies = {}
    for place, v in enumerate(ids):
        for u in ids[place + 1 :]:
            reply = draw(st.sampled_from([None, attacks, supports]))
            if reply is not None:
                reply.setdefault(v, []).append(u)
    return base, attacks, supports


@at_any_speed
@given(graphs())
def test_strengths_stay_between_0_and_1_in_the_order_of_what_was_said(graph: Graph) -> None:
    final = strengths(*graph)
    assert list(final) == list(graph[0])
    assert all(0.0 <= strength <= 1.0 for strength in final.values())


@at_any_speed
@given(graphs(), st.floats(0.0, 1.0))
def test_one_more_attack_never_helps_and_one_more_support_never_hurts(graph: Graph, base: float) -> None:
    before = strengths(*graph)["a0"]
    said = {**graph[0], "new": base}
    attacked = {**graph[1], "a0": [*graph[1].get("a0", []), "new"]}
    supported = {**graph[2], "a0": [*graph[2].get("a0", []), "new"]}
    assert strengths(said, attacked, graph[2])["a0"] <= before + 1e-12
    assert strengths(said, graph[1], supported)["a0"] >= before - 1e-12


@at_any_speed
@given(graphs(), st.floats(0.0, 1.0))
def test_a_stronger_argument_ends_no_weaker(graph: Graph, base: float) -> None:
    weaker, stronger = sorted((graph[0]["a0"], base))
    low = strengths({**graph[0], "a0": weaker}, graph[1], graph[2])["a0"]
    assert strengths({**graph[0], "a0": stronger}, graph[1], graph[2])["a0"] >= low - 1e-12


@at_any_speed
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_in_which_arguments_are_listed_does_not_matter(graph: Graph, random: Random) -> None:
    listed = list(graph[0].items())
    random.shuffle(listed)
    assert strengths(dict(listed), graph[1], graph[2]) == strengths(*graph)
