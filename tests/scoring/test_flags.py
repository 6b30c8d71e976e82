"""Flags: the sentence that each kind of movement earns."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from debate_tui.scoring.beliefs import Floats, bayes, clr, temper
from debate_tui.scoring.dependence import copies
from debate_tui.scoring.figures import card_figures, observed_columns
from debate_tui.scoring.flags import Flags, flags

from .strategies import EXTREME, Cards, at_any_speed, cards

EVEN = np.array([0.5, 0.5])
THREE = np.array([0.4, 0.3, 0.3])
YES = np.array([0])


def rows(*yes: float) -> Floats:
    return np.stack([yes, 1.0 - np.array(yes)], axis=-1)


def earned(
    before: Floats,
    after: Floats,
    table: Floats,
    naive: Floats | None = None,
    conditional: Floats | None = None,
    own_rows: bool = False,
) -> set[str]:
    """Name the flags of one card on which "yes" came out; a naive table makes it a dependent one."""
    plain, true = ((table if each is None else each)[None, :, 0] for each in (naive, conditional))
    figures = card_figures(before[None], after[None], table[None], YES)
    dependent, own = np.array([naive is not None]), np.array([own_rows])
    judged = flags(before[None], after[None], figures, plain, true, dependent, own)
    return {name for name, flag in judged._asdict().items() if flag[0]}


def at_speed(speed: float) -> Floats:
    return temper(EVEN, 1.0, speed * clr(np.array([0.8, 0.2])))


@pytest.mark.parametrize(
    ("speed", "flag"),
    [
        (-0.5, {"away"}),
        (0.0, {"under"}),
        (0.4, {"under"}),
        (1.0, {"kept"}),
        (1.1, {"kept"}),
        (1.6, {"over"}),
        (3.0, {"over"}),
    ],
)
def test_the_speed_earns_its_flag(speed: float, flag: set[str]) -> None:
    assert earned(EVEN, at_speed(speed), rows(0.8, 0.2)) == flag


def test_exactly_half_speed_is_not_under_and_exactly_one_and_a_half_not_over() -> None:
    assert "under" not in earned(EVEN, at_speed(0.5), rows(0.8, 0.2))
    assert "over" not in earned(EVEN, at_speed(1.5), rows(0.8, 0.2))


def test_three_points_off_is_kept_and_more_is_not() -> None:
    promise = np.array([0.8, 0.2])
    assert "kept" in earned(EVEN, promise + np.array([0.03, -0.03]), rows(0.8, 0.2))
    assert "kept" not in earned(EVEN, promise + np.array([0.031, -0.031]), rows(0.8, 0.2))


def test_moving_sideways_is_not_following_through() -> None:
    """As far as promised towards the favoured hypothesis, but further still between the other two."""
    assert earned(THREE, np.array([0.665, 0.05, 0.285]), rows(0.6, 0.2, 0.2)) == {"sideways"}


@pytest.mark.parametrize(
    ("speed", "across", "flag"),
    [
        (0.45, 1.0, {"under"}),
        (0.55, 1.0, {"sideways"}),
        (1.45, 1.0, {"sideways"}),
        (1.55, 1.0, {"over"}),
        (1.0, 0.3, set()),
    ],
)
def test_only_at_about_the_right_speed_and_far_enough_is_it_sideways(
    speed: float, across: float, flag: set[str]
) -> None:
    along, sideways = clr(np.array([0.6, 0.2, 0.2])), np.array([0.0, 1.0, -1.0])
    after = temper(THREE, 1.0, speed * along + across * sideways)
    assert earned(THREE, after, rows(0.6, 0.2, 0.2)) == flag


def test_a_card_that_promised_too_little_has_no_speed() -> None:
    assert earned(EVEN, np.array([0.9, 0.1]), rows(0.55, 0.5)) == {"unbacked"}


def test_movement_on_a_card_that_promised_none_is_unbacked() -> None:
    flat = rows(0.5, 0.5)
    assert earned(EVEN, np.array([0.7, 0.3]), flat) == {"unbacked"}
    assert earned(EVEN, np.array([0.53, 0.47]), flat) == {"kept"}
    assert earned(EVEN, np.array([0.56, 0.44]), flat) == set()


def test_moving_by_a_repeated_card_in_full_is_counting_it_twice() -> None:
    naive = rows(0.8, 0.4, 0.1)
    conditional = copies(naive, earlier=0, share=0.7)
    opening = np.array([0.4, 0.4, 0.2])
    twice, once = bayes(opening, naive[:, 0]), bayes(opening, conditional[:, 0])
    assert "double_counted" in earned(opening, twice, conditional, naive, conditional)
    assert earned(opening, once, conditional, naive, conditional) == {"kept"}
    assert "double_counted" not in earned(opening, twice, conditional)


def test_a_repetition_too_small_to_read_is_not_counted_twice() -> None:
    naive = rows(0.8, 0.4, 0.1)
    conditional = copies(naive, earlier=0, share=0.02)
    opening = np.array([0.4, 0.4, 0.2])
    assert earned(opening, bayes(opening, naive[:, 0]), conditional, naive, conditional) == {"kept"}


def test_own_rows_that_repeat_the_naive_ones_read_the_card_as_independent() -> None:
    naive = rows(0.8, 0.4, 0.1)
    conditional = copies(naive, earlier=0, share=0.7)
    opening = np.array([0.4, 0.4, 0.2])
    promised = bayes(opening, naive[:, 0])
    assert earned(opening, promised, naive, naive, conditional, own_rows=True) == {
        "kept",
        "as_if_independent",
    }
    assert earned(opening, promised, naive, naive, conditional) == {"kept"}
    careful = bayes(opening, conditional[:, 0])
    assert earned(opening, careful, conditional, naive, conditional, own_rows=True) == {"kept"}


def judge(deal: Cards) -> Flags:
    column = observed_columns(deal.tables, deal.observed)
    other = observed_columns(deal.tables[::-1], deal.observed)
    figures = card_figures(*deal)
    everywhere = np.ones(column.shape[:-1], dtype=np.bool_)
    return flags(deal.before, deal.after, figures, other, column, everywhere, everywhere)


@at_any_speed
@given(cards(EXTREME))
def test_a_card_earns_at_most_one_word_about_its_speed(deal: Cards) -> None:
    judged = judge(deal)
    words = np.stack([judged.kept, judged.under, judged.over, judged.away, judged.sideways])
    assert (words.sum(axis=0) <= 1).all()


@at_any_speed
@given(cards())
def test_every_flag_of_every_card_is_a_plain_yes_or_no(deal: Cards) -> None:
    for flag in judge(deal):
        assert flag.dtype == np.bool_
        assert flag.shape == deal.observed.shape
