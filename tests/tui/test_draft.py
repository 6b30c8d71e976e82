"""Percents under somebody's fingers: always whole, always 100 together, always at least 1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.report.spread import spread
from debate_tui.tui.draft import Draft

shares = st.lists(st.floats(0.0, 1.0), min_size=2, max_size=6)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 5), st.integers(-50, 150)),
        st.tuples(st.just("nudge"), st.integers(0, 5), st.sampled_from([-5, -1, 1, 5])),
        st.tuples(st.just("hold"), st.integers(0, 5)),
        st.tuples(st.just("even")),
        st.tuples(st.just("undo")),
    ),
    max_size=30,
)


def carry_out(draft: Draft, step: tuple) -> Draft:
    name, *arguments = step
    if arguments:
        arguments[0] %= len(draft.percents)
    return getattr(draft, name)(*arguments)


@given(shares, steps)
def test_whatever_is_done_the_shares_are_whole_percents_of_at_least_one_that_sum_to_100(start, doing):
    draft = Draft.of(start)
    for step in doing:
        draft = carry_out(draft, step)
        assert sum(draft.percents) == 100
        assert min(draft.percents) >= 1
        assert all(isinstance(percent, int) for percent in draft.percents)


@given(shares, steps)
def test_as_many_undos_as_changes_lead_back_to_the_start(start, doing):
    first = Draft.of(start)
    draft = first
    for step in doing:
        draft = carry_out(draft, step)
    while draft.past:
        draft = draft.undo()
    assert draft.percents == first.percents


@given(shares, steps, st.integers(0, 5))
def test_what_is_held_stays(start, doing, place):
    draft = Draft.of(start)
    place %= len(draft.percents)
    draft = draft.hold(place)
    held = draft.percents[place]
    for step in doing:
        if step[0] not in ("hold", "undo"):
            draft = carry_out(draft, step)
    assert draft.percents[place] == held


def test_the_others_give_in_proportion():
    assert Draft((20, 60, 20)).put(0, 60).percents == (60, 30, 10)


def test_a_share_takes_no_more_than_the_others_can_give():
    assert Draft((20, 60, 20)).put(0, 100).percents == (98, 1, 1)
    assert Draft((20, 60, 20)).hold(1).put(0, 100).percents == (39, 60, 1)


def test_with_all_others_held_nothing_can_move():
    draft = Draft((20, 60, 20)).hold(1).hold(2)
    assert draft.put(0, 50) == draft


def test_a_drag_is_one_step_to_undo_and_reckons_from_where_it_began():
    began = Draft((20, 60, 20))
    draft = began
    for percent in (30, 98, 40):
        draft = draft.dragged(began, 0, percent)
    assert draft.percents == (40, 45, 15)
    assert draft.undo().percents == (20, 60, 20)
    assert draft.dragged(began, 0, 20) == began


@pytest.mark.parametrize(
    ("parts", "total", "spread_out"),
    [([1, 1, 1], 100, (34, 33, 33)), ([0, 0], 10, (5, 5)), ([1e-9, 1], 100, (1, 99)), ([1, 2], 2, (1, 1))],
)
def test_shares_are_spread_by_largest_remainder(parts, total, spread_out):
    assert spread(parts, total) == spread_out
