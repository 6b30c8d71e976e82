"""The floor: how far arguments move readings, and how ears change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.scoring.floor import ear_after_call, ear_after_duel, gap, heed, toward

from .strategies import at_any_speed

shares = st.floats(0.0, 1.0)
readings = st.lists(st.floats(-7.0, 7.0), min_size=3, max_size=3)


def test_heed_is_the_ear_times_the_strength_and_at_most_half() -> None:
    assert heed(0.4, 0.7) == pytest.approx(0.28)
    assert [heed(1.0, 0.9), heed(0.0, 1.0)] == [0.5, 0.0]


@at_any_speed
@given(readings, readings, shares, shares)
def test_an_argument_brings_a_reading_nearer_and_never_past_its_target(
    reading: list[float], target: list[float], ear: float, strength: float
) -> None:
    k = heed(ear, strength)
    moved = toward(reading, target, k)
    assert gap(moved, target) == pytest.approx((1.0 - k) * gap(reading, target), abs=1e-12)
    for here, there, now in zip(reading, target, moved, strict=True):
        assert (there - now) * (there - here) >= -1e-12


def test_ears_open_for_those_who_are_right_and_close_for_those_who_are_not() -> None:
    assert ear_after_call(0.4, True) == pytest.approx(0.5)
    assert ear_after_call(0.4, False) == pytest.approx(0.3)
    assert ear_after_duel(0.4, 1.5) == pytest.approx(0.55)
    assert ear_after_duel(0.4, -1.5) == pytest.approx(0.25)


@at_any_speed
@given(shares, st.floats(-1000.0, 1000.0), st.booleans())
def test_ears_stay_between_shut_and_open(ear: float, bits: float, right: bool) -> None:
    assert 0.0 <= ear_after_duel(ear, bits) <= 1.0
    assert 0.0 <= ear_after_call(ear, right) <= 1.0
