"""What is drawn has the width that was asked for, and says what it means without colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.report import figures

share = st.floats(0.0, 1.0)
width = st.integers(1, 60)


@given(share, share, width)
def test_every_figure_has_exactly_its_width(one, other, cells):
    assert len(figures.bar(one, cells)) == cells
    assert len(figures.bar_with_mark(one, other, cells)) == cells
    assert len(figures.dumbbell(one, other, cells)) == cells


@given(st.lists(share, min_size=1, max_size=6).filter(lambda parts: sum(parts) > 0.1), width)
def test_a_split_fills_its_line(parts, cells):
    whole = [part / sum(parts) for part in parts]
    assert sum(len(piece) for piece in figures.split(whole, cells)) == cells


def test_a_split_names_each_part_by_its_number():
    assert figures.split([0.5, 0.3, 0.2], 10) == ["1▇▇▇▇", "2▇▇", "3▇"]


@pytest.mark.parametrize(
    ("promised", "reported", "drawn"),
    [(0.15, 0.65, "·○────●···"), (0.65, 0.15, "·●────○···"), (0.5, 0.5, "·····◉····")],
)
def test_a_dumbbell_joins_promise_and_report(promised, reported, drawn):
    assert figures.dumbbell(promised, reported, 10) == drawn


def test_a_dumbbell_marks_where_it_began_unless_something_stands_there():
    assert figures.dumbbell(0.15, 0.65, 10, 0.35) == "·○─│──●···"
    assert figures.dumbbell(0.15, 0.65, 10, 0.95) == "·○────●··│"
    assert figures.dumbbell(0.15, 0.65, 10, 0.65) == "·○────●···"


def test_a_sparkline_is_on_a_scale_from_0_to_100_percent():
    assert figures.sparkline([0.0, 0.49, 0.51, 1.0]) == "▁▄▅█"
    assert figures.sparkline([0.5, 0.5]) == "▅▅"


def test_a_change_has_a_sign_and_an_arrow():
    assert [figures.change(30, 38), figures.change(38, 30), figures.change(5, 5)] == ["+8 ▲", "−8 ▼", "="]
