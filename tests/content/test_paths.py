"""Which cards a game reaches, on any path and on every path."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate_tui.content import paths
from debate_tui.content.paths import path_faults, point_cards, unreachable_rounds
from debate_tui.content.scenario import Scenario
from tests.content.plays import THRESHOLDS, Plays, played, scenario

ALONE = {"self"}
WEIRD = {"belief": {"weird": {"above": 50}}}


def found(made: Scenario) -> list[tuple[str, int, str | None]]:
    return [(fault.code, fault.round, fault.card) for fault in path_faults(made)]


def points(made: Scenario, roles: AbstractSet[str] = ALONE, **outcomes: str) -> str:
    every = {card.id: "yes" for card in made.evidence} | outcomes
    return "".join(point_cards(made, every, roles))


def test_without_rounds_every_card_is_a_point_card_in_the_order_of_the_file() -> None:
    assert points(scenario(cards="bac")) == "bac"


def test_a_card_behind_a_branch_on_belief_is_no_point_card() -> None:
    assert points(scenario(played("a"), played("b", when=WEIRD), played("c"))) == "ac"


def test_a_card_on_both_sides_of_a_branch_is_a_point_card() -> None:
    assert points(scenario(played("a", when=WEIRD), played("a", when={"not": WEIRD}))) == "a"


@pytest.mark.parametrize(
    "condition",
    [
        {"played": ["say"]},
        {"conceded": ["say"]},
        {"follow_through": {"above": 50}},
        {"belief": {"plain": {"below": 20}}},
    ],
)
def test_what_players_do_and_believe_is_free(condition: dict[str, Any]) -> None:
    made = scenario(played("a"), played("b", when=condition), played("c", when={"not": condition}))
    assert points(made) == "a"


@pytest.mark.parametrize(
    "condition", [{"played": ["say"]}, {"conceded": ["say"]}, {"follow_through": {"below": 101}}]
)
def test_before_the_first_round_nothing_was_said_or_followed_through(condition: dict[str, Any]) -> None:
    made = scenario(played("a", when=condition), played("b", when={"not": condition}))
    assert points(made) == "b"
    assert unreachable_rounds(made) == (0,)


def test_outcomes_and_roles_take_their_actual_values() -> None:
    made = scenario(
        played("a"),
        played("b", when={"outcome": {"a": "yes"}}),
        played("c", when={"role": "asker"}),
        played("d", when={"not": {"role": "self"}}),
    )
    assert points(made) == "ab"
    assert points(made, {"asker"}, a="no") == "acd"
    assert points(made, {"asker", "self"}) == "abc"


def test_somebody_plays() -> None:
    nobody = {"not": {"any": [{"role": "self"}, {"role": "asker"}]}}
    assert unreachable_rounds(scenario(played("a", when=nobody), played("b"))) == (0,)


def test_an_outcome_is_false_until_its_card_is_revealed() -> None:
    made = scenario(played("b", when={"outcome": {"a": "yes"}}), played("a"))
    assert points(made) == "a"


def test_a_revealed_card_is_known_from_the_path() -> None:
    made = scenario(
        played("a", when=WEIRD),
        played("b", when={"revealed": ["a"]}),
        played("b", when={"not": {"revealed": ["a"]}}),
    )
    assert points(made) == "b"
    assert found(made) == []


def test_what_was_played_stays_played_and_what_was_not_may_be_yet() -> None:
    said, unsaid = {"played": ["say"]}, {"not": {"played": ["say"]}}
    stays = scenario(
        played("a"), played("b", when=said), played("c", when=unsaid, next=[{"to": "end"}]), played("d")
    )
    assert (
        unreachable_rounds(
            scenario(
                played("a", next=[{"to": "r2", "when": said}]),
                played("b"),
                played("c", when=said),
                played("d", when=unsaid),
            )
        )
        == ()
    )
    back = scenario(played("a", next=[{"to": "end", "when": unsaid}]), played("b"), played("c", when=unsaid))
    assert unreachable_rounds(back) == (2,)
    assert found(stays) == []


def test_beliefs_keep_until_a_round_is_played() -> None:
    kept = scenario(played("a", when=WEIRD, next=[{"to": "end"}]), played("b", when=WEIRD))
    assert unreachable_rounds(kept) == (1,)
    freed = scenario(played("a", when=WEIRD), played("b", when={"not": WEIRD}))
    assert unreachable_rounds(freed) == ()


@pytest.mark.parametrize(
    ("bounds", "possible"),
    [
        ({"x": {"above": 50}, "y": {"above": 49}}, True),
        ({"x": {"above": 50}, "y": {"above": 50}}, False),
        ({"x": {"above": 60, "below": 60.5}}, True),
        ({"x": {"above": 60, "below": 60}}, False),
        ({"x": {"above": 100}}, False),
        ({"x": {"below": 0}}, False),
        ({"x": {"below": 33.3}, "y": {"below": 33.3}, "z": {"below": 33.4}}, False),
        ({"x": {"below": 33.4}, "y": {"below": 33.3}, "z": {"below": 33.4}}, True),
    ],
)
def test_beliefs_sum_to_100(bounds: dict[str, Any], possible: bool) -> None:
    made = scenario(played("a", when={"belief": bounds}), played("b"), hypotheses="xyz")
    assert unreachable_rounds(made) == (() if possible else (0,))


def test_a_skipped_round_is_skipped_with_its_next() -> None:
    made = scenario(played("a", when=WEIRD, next=[{"to": "end"}]), played("b"))
    assert points(made) == ""
    assert found(made) == []


def test_the_first_next_that_holds_is_taken() -> None:
    made = scenario(
        played("a", next=[{"to": "r2", "when": WEIRD}, {"to": "r1"}, {"to": "end"}]), played("b"), played("c")
    )
    assert points(made) == "ac"


def test_a_card_may_not_come_without_the_one_it_depends_on() -> None:
    made = scenario(played("a", when=WEIRD), played("b"), depends={"b": "a"})
    assert found(made) == [("dependence-path", 1, "b")]
    assert path_faults(made)[0].message == "card `b` can come before, or without, `a`, which it depends on"


def test_a_card_may_not_come_before_the_one_it_depends_on() -> None:
    assert found(scenario(played("ba"), depends={"b": "a"})) == [("dependence-path", 0, "b")]
    assert found(scenario(played("ab"), depends={"b": "a"})) == []


def test_a_card_may_ask_whether_the_one_it_depends_on_was_revealed() -> None:
    made = scenario(played("a", when=WEIRD), played("b", when={"revealed": ["a"]}), depends={"b": "a"})
    assert found(made) == []


def test_a_dependence_on_the_outcomes_of_both_branches_is_no_fault() -> None:
    yes, no = {"outcome": {"a": "yes"}}, {"outcome": {"a": "no"}}
    made = scenario(played("a"), played("b", when=yes), played("b", when=no), played("c"), depends={"c": "b"})
    assert found(made) == []


def test_a_card_may_not_come_twice_on_one_path() -> None:
    assert found(scenario(played("a"), played("b"), played("a", when=WEIRD))) == [("card-twice", 2, "a")]
    assert found(scenario(played("aa"))) == [("card-twice", 0, "a")]
    assert found(scenario(played("a", when=WEIRD, next=[{"to": "end"}]), played("a"))) == []


def test_every_fault_is_reported_in_the_order_of_the_rounds() -> None:
    made = scenario(played("bc"), played("a"), played("a"), depends={"b": "a", "c": "a"})
    assert found(made) == [("dependence-path", 0, "b"), ("dependence-path", 0, "c"), ("card-twice", 2, "a")]


def test_a_round_may_not_lead_back_to_itself() -> None:
    back = scenario(played("a"), played("b"), played("c", next=[{"to": "r1", "when": WEIRD}]))
    assert found(back) == [("round-cycle", 2, None)]
    assert (
        path_faults(back)[0].message == "from round `r2` the game can go to `r1`, which leads to `r2` again"
    )
    alone = scenario(played("a", next=[{"to": "r0"}]))
    assert [fault.message for fault in path_faults(alone)] == ["round `r0` leads to itself"]


def test_every_cycle_is_reported() -> None:
    made = scenario(*(played("a", next=[{"to": f"r{place}", "when": WEIRD}]) for place in range(3)))
    assert [fault.round for fault in path_faults(made)] == [0, 1, 2]


def test_going_up_the_page_is_no_cycle_where_nothing_leads_down_again() -> None:
    up = scenario(
        played("a", next=[{"to": "r2"}]), played("b", next=[{"to": "end"}]), played("c", next=[{"to": "r1"}])
    )
    assert found(up) == []
    assert points(up) == "abc"


def test_a_round_with_a_condition_can_always_be_skipped_to_the_one_below() -> None:
    made = scenario(
        played("a", next=[{"to": "r2"}]),
        played("b", when=WEIRD, next=[{"to": "end"}]),
        played("c", next=[{"to": "r1"}]),
    )
    assert found(made) == [("round-cycle", 1, None)]


def test_more_ways_than_anybody_could_go_are_walked_all_the_same() -> None:
    pairs = [{"any": [{"played": [f"p{n}"]}, {"conceded": [f"c{n}"]}]} for n in range(100)]
    made = scenario(
        *(played([f"e{n}"], when=WEIRD) for n in range(38)),
        played(["a"], when={"not": {"revealed": [f"e{n}" for n in range(38)]}}),
        played(["b"], when={"all": pairs}),
        played(["b"], when={"not": {"all": pairs}}),
        cards=[*(f"e{n}" for n in range(38)), "a", "b"],
        depends={"a": "e0"},
    )
    assert unreachable_rounds(made) == ()
    assert ("dependence-path", 38, "a") in found(made)
    assert points(made) == ""


def test_once_enough_was_looked_at_only_what_all_ways_share_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    either = scenario(played("a", when=WEIRD, next=[{"to": "end"}]), played("a", when={"not": WEIRD}))
    assert points(either) == "a"
    monkeypatch.setattr(paths, "MOST_EFFORT", 0)
    assert points(either) == ""


# Small scenarios against every play of them, one by one.

BOUNDS = st.sampled_from([{end: threshold} for end in ("above", "below") for threshold in THRESHOLDS])
HYPOTHESES = ("x", "y", "z")
CONDITIONS = st.recursive(
    st.one_of(
        st.dictionaries(st.sampled_from(HYPOTHESES), BOUNDS, min_size=1, max_size=2).map(
            lambda b: {"belief": b}
        ),
        st.sampled_from(
            [
                {"revealed": ["a"]},
                {"revealed": ["b", "c"]},
                {"outcome": {"a": "yes"}},
                {"outcome": {"a": "no"}},
                {"outcome": {"b": "no"}},
                {"played": ["p"]},
                {"conceded": ["p"]},
                {"played": ["q"]},
                {"role": "asker"},
                {"role": "self"},
            ]
        ),
        BOUNDS.map(lambda bounds: {"follow_through": bounds}),
    ),
    lambda inner: st.one_of(
        inner.map(lambda one: {"not": one}),
        st.lists(inner, min_size=1, max_size=2).map(lambda some: {"all": some}),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: {"any": some}),
    ),
    max_leaves=3,
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    number = draw(st.integers(2, 4))
    few = draw(st.lists(CONDITIONS, min_size=1, max_size=2))
    sometimes = st.none() | st.sampled_from([*few, *({"not": one} for one in few)])
    rounds = []
    for place in range(number):
        onward = st.sampled_from([*(f"r{there}" for there in range(place + 1, number)), "end"])
        ways = st.lists(st.builds(lambda to, when: {"to": to, "when": when}, onward, sometimes), max_size=2)
        cards = draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=2))
        rounds.append(played("".join(cards), when=draw(sometimes), next=draw(st.just([]) | ways)))
    depends = draw(st.sampled_from([{}, {"b": "a"}, {"b": "a", "c": "b"}, {"d": "c"}]))
    return scenario(*rounds, depends=depends, hypotheses=HYPOTHESES)


OUTCOMES = [{"a": a, "b": b, "c": "yes", "d": "yes"} for a, b in product(("yes", "no"), repeat=2)]
ROLES = [{"self"}, {"asker"}, {"self", "asker"}]


@settings(max_examples=400, deadline=None)
@given(scenarios(), st.sampled_from(OUTCOMES), st.sampled_from(ROLES))
def test_point_cards_are_those_of_every_play(
    made: Scenario, outcomes: dict[str, str], roles: set[str]
) -> None:
    reached = Plays(made, outcomes, roles).reached
    assert set(points(made, roles, **outcomes)) == frozenset.intersection(*reached)


@settings(max_examples=200, deadline=None)
@given(scenarios())
def test_faults_and_rounds_are_those_of_some_play(made: Scenario) -> None:
    plays = [Plays(made, outcomes, roles) for outcomes, roles in product(OUTCOMES, ROLES)]
    assert set(found(made)) == set().union(*(play.faults for play in plays))
    played_rounds = set().union(*(play.rounds for play in plays))
    assert unreachable_rounds(made) == tuple(sorted(set(range(len(made.course))) - played_rounds))


@settings(max_examples=200, deadline=None)
@given(scenarios(), st.sampled_from([1, 2, 3]))
def test_where_ways_are_taken_together_no_fault_is_missed_and_no_card_called_certain_that_is_not(
    made: Scenario, most: int
) -> None:
    exact = set(found(made)), set(points(made)), set(unreachable_rounds(made))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "MOST_STATES", most)
        assert set(found(made)) >= exact[0]
        assert set(points(made)) <= exact[1]
        assert set(unreachable_rounds(made)) <= exact[2]
