"""Beliefs: Bayes' rule, its tempered form, pools and distances."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from debate_tui.scoring.beliefs import (
    TINY,
    Floats,
    across,
    bayes,
    clr,
    entropy_bits,
    expected,
    from_logs,
    kl_bits,
    normalise,
    pool,
    temper,
)

from .strategies import EXTREME, Cards, at_any_speed, cards, distributions, hypotheses, pairs

SHAPES = hnp.array_shapes(max_dims=4, max_side=5) | st.tuples(st.integers(20, 60), st.integers(1, 3))
"""Few rows, and many short ones."""


def assert_close(actual: Floats, desired: Floats | float) -> None:
    np.testing.assert_allclose(actual, desired, rtol=1e-11, atol=1e-13)


@at_any_speed
@given(hnp.arrays(float, SHAPES, elements=st.floats(-1e3, 1e3)))
def test_combining_across_is_reducing_the_last_axis(parts: Floats) -> None:
    for operation in (np.add, np.maximum, np.minimum):
        combined = across(operation, parts)
        assert combined.shape == parts.shape[:-1]
        np.testing.assert_allclose(combined, operation.reduce(parts, axis=-1), atol=1e-9)


def test_bayes_weighs_the_prior_by_the_likelihood() -> None:
    assert bayes(np.array([0.5, 0.5]), np.array([0.8, 0.4])) == pytest.approx([2 / 3, 1 / 3])


def test_masses_become_shares_of_the_whole() -> None:
    assert normalise(np.array([[1.0, 3.0], [50.0, 50.0]])).tolist() == [[0.25, 0.75], [0.5, 0.5]]


@at_any_speed
@given(pairs(EXTREME))
def test_a_posterior_is_a_belief_even_at_the_edge_of_floating_point(pair: Floats) -> None:
    posterior = bayes(pair[0], pair[1])
    assert posterior.min() >= TINY
    assert posterior.sum() == pytest.approx(1.0, abs=1e-12)


def test_a_posterior_that_underflows_stays_above_zero_and_can_come_back() -> None:
    sure = bayes(np.array([1.0, 1e-300]), np.array([1.0, 1e-300]))
    assert sure.tolist() == [1.0, TINY]
    assert bayes(sure, np.array([1e-300, 1.0])) == pytest.approx([0.5, 0.5])


@at_any_speed
@given(cards())
def test_the_order_of_independent_evidence_does_not_matter(deal: Cards) -> None:
    columns = deal.tables[..., 0]
    forwards = backwards = deal.before[0]
    for column in columns:
        forwards = bayes(forwards, column)
    for column in columns[::-1]:
        backwards = bayes(backwards, column)
    np.testing.assert_allclose(forwards, backwards, rtol=1e-11)


@at_any_speed
@given(cards())
def test_a_coherent_player_loses_in_surprise_what_the_truth_gains_in_belief(deal: Cards) -> None:
    """log p_T(h*) + Σ log m = log p_0(h*) + Σ log L[h*, o*], whichever hypothesis is true."""
    belief, foreseen = deal.before[0], 0.0
    for table, outcome in zip(deal.tables, deal.observed, strict=True):
        foreseen += np.log(expected(belief, table)[outcome])
        belief = bayes(belief, table[:, outcome])
    told = sum(np.log(table[:, outcome]) for table, outcome in zip(deal.tables, deal.observed, strict=True))
    np.testing.assert_allclose(np.log(belief) + foreseen, np.log(deal.before[0]) + told, rtol=1e-11)


@at_any_speed
@given(cards(most=1))
def test_expected_evidence_is_conserved(deal: Cards) -> None:
    prior, table = deal.before[0], deal.tables[0]
    posteriors = bayes(prior, table.T)
    assert_close(expected(prior, table) @ posteriors, prior)


@at_any_speed
@given(pairs())
def test_tempering_with_full_weight_is_bayes_and_with_none_forgets_everything(pair: Floats) -> None:
    prior, likelihood = pair
    assert_close(temper(prior, 1.0, clr(likelihood)), bayes(prior, likelihood))
    assert_close(temper(prior, 0.0, np.zeros_like(prior)), 1 / len(prior))


def test_each_mind_of_a_batch_has_its_own_weight_of_the_prior() -> None:
    prior = np.array([[0.8, 0.2], [0.8, 0.2]])
    tempered = temper(prior, np.array([1.0, 0.5]), np.zeros_like(prior))
    assert tempered == pytest.approx(np.array([[0.8, 0.2], [2 / 3, 1 / 3]]))


@at_any_speed
@given(hypotheses.flatmap(lambda k: distributions((k,), EXTREME)))
def test_centred_log_ratios_sum_to_zero_and_lose_nothing(belief: Floats) -> None:
    ratios = clr(belief)
    assert ratios.sum() == pytest.approx(0.0, abs=1e-9)
    np.testing.assert_allclose(from_logs(ratios), belief, rtol=1e-11)


@at_any_speed
@given(cards(batch=(3,), most=1))
def test_a_pool_may_see_the_evidence_before_or_after_it_meets(deal: Cards) -> None:
    members, likelihood = deal.before[:, 0], deal.tables[0, 0, :, 0]
    assert_close(pool(bayes(members, likelihood)), bayes(pool(members), likelihood))


@at_any_speed
@given(pairs(), st.integers(1, 4))
def test_a_pool_of_like_minds_is_of_that_mind_and_order_does_not_matter(pair: Floats, size: int) -> None:
    assert_close(pool(np.stack([pair[0]] * size)), pair[0])
    assert_close(pool(pair), pool(pair[::-1]))


def test_members_may_stand_on_any_axis() -> None:
    beliefs = np.array([[[0.9, 0.1], [0.5, 0.5]], [[0.1, 0.9], [0.5, 0.5]]])
    assert pool(beliefs, axis=0) == pytest.approx(np.full((2, 2), 0.5))
    assert pool(beliefs) == pytest.approx(np.array([[0.75, 0.25], [0.25, 0.75]]))


def test_bits_are_bits() -> None:
    even, sure = np.array([0.5, 0.5]), np.array([0.75, 0.25])
    assert entropy_bits(np.full(4, 0.25)) == pytest.approx(2.0)
    assert kl_bits(sure, even) == pytest.approx(1.0 - entropy_bits(sure))
    assert kl_bits(even, sure) == pytest.approx(0.5 * np.log2(4 / 3))


@at_any_speed
@given(pairs(EXTREME))
def test_distance_is_never_negative_and_nothing_from_oneself(pair: Floats) -> None:
    assert 0.0 <= kl_bits(pair[0], pair[1]) < np.inf
    assert kl_bits(pair[0], pair[0]) == 0.0
    assert 0.0 <= entropy_bits(pair[0]) <= np.log2(pair.shape[-1]) + 1e-12
