"""The figures of cards: one and many are the same, order does not matter, nothing is infinite."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.scoring.beliefs import bayes
from debate_tui.scoring.figures import CardFigures, card_figures, observed_columns

from .strategies import EXTREME, Cards, at_any_speed, cards


def assert_same(one: CardFigures, other: CardFigures, but: tuple[str, ...] = ()) -> None:
    for name in CardFigures._fields:
        if name not in but:
            np.testing.assert_allclose(
                getattr(one, name), getattr(other, name), rtol=1e-7, atol=1e-9, err_msg=name
            )


@at_any_speed
@given(cards(batch=(3,)))
def test_one_game_and_many_are_the_same(deal: Cards) -> None:
    together = card_figures(*deal)
    for mind in range(3):
        alone = card_figures(deal.before[mind], deal.after[mind], deal.tables[mind], deal.observed)
        assert_same(CardFigures(*(figure[mind] for figure in together)), alone)


@at_any_speed
@given(cards())
def test_one_card_and_many_are_the_same(deal: Cards) -> None:
    together = card_figures(*deal)
    for t in range(len(deal.observed)):
        one = slice(t, t + 1)
        alone = card_figures(deal.before[one], deal.after[one], deal.tables[one], deal.observed[one])
        assert_same(CardFigures(*(figure[t : t + 1] for figure in together)), alone)


@at_any_speed
@given(cards(), st.randoms(use_true_random=False))
def test_the_order_of_the_hypotheses_never_changes_a_figure(deal: Cards, random: Random) -> None:
    order = list(range(deal.before.shape[-1]))
    random.shuffle(order)
    figures = card_figures(*deal)
    shuffled = card_figures(deal.before[:, order], deal.after[:, order], deal.tables[:, order], deal.observed)
    assert_same(figures, shuffled, but=("promise",))
    np.testing.assert_allclose(shuffled.promise, figures.promise[:, order])


@at_any_speed
@given(cards(), st.randoms(use_true_random=False))
def test_the_order_of_the_outcomes_never_changes_a_figure(deal: Cards, random: Random) -> None:
    order = list(range(deal.tables.shape[-1]))
    random.shuffle(order)
    observed = np.array([order.index(outcome) for outcome in deal.observed])
    figures = card_figures(*deal)
    shuffled = card_figures(deal.before, deal.after, deal.tables[..., order], observed)
    assert_same(figures, shuffled, but=("expected",))
    np.testing.assert_allclose(shuffled.expected, figures.expected[:, order])


@at_any_speed
@given(cards())
def test_outcomes_that_fill_a_table_up_change_nothing(deal: Cards) -> None:
    filled = np.concatenate([deal.tables, np.zeros_like(deal.tables[..., :1])], axis=-1)
    figures = card_figures(*deal)
    padded = card_figures(deal.before, deal.after, filled, deal.observed)
    assert_same(figures, padded, but=("expected",))
    np.testing.assert_allclose(padded.expected[..., :-1], figures.expected)
    assert (padded.expected[..., -1] == 0.0).all()


@at_any_speed
@given(cards(EXTREME, batch=(2,)))
def test_only_what_is_declared_not_applicable_is_not_a_number(deal: Cards) -> None:
    figures = card_figures(*deal)
    readable = figures.promised_bits >= 0.02
    assert (np.isnan(figures.follow_through) == ~readable).all()
    assert (np.isnan(figures.unbacked_bits) == readable).all()
    assert not np.isinf(figures.reaction).any()
    for name in ("expected", "promise", "promised_bits", "missed_bits", "stake_bits", "weight_db"):
        assert np.isfinite(getattr(figures, name)).all(), name
    assert (figures.promise > 0.0).all()


@at_any_speed
@given(cards())
def test_a_promise_kept_is_followed_through_at_speed_1(deal: Cards) -> None:
    kept = bayes(deal.before, observed_columns(deal.tables, deal.observed))
    figures = card_figures(deal.before, kept, deal.tables, deal.observed)
    assert (figures.missed_bits == 0.0).all()
    assert np.isin(figures.follow_through[figures.promised_bits >= 0.02], 1.0).all()
    assert figures.reaction[figures.weight_db > 0.01] == pytest.approx(1.0)


def test_games_with_different_outcomes_stand_side_by_side() -> None:
    table = np.array([[[[0.8, 0.2], [0.4, 0.6]]]] * 2)
    assert observed_columns(table, np.array([[0], [1]])).tolist() == [[[0.8, 0.4]], [[0.2, 0.6]]]
