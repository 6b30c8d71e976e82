"""Priced in: when the claim holds by the speaker's own rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from debate_tui.scoring.beliefs import Floats, expected
from debate_tui.scoring.priced_in import judge

from .strategies import EXTREME, Cards, at_any_speed, cards

THREE = np.array([0.4, 0.4, 0.2])


def rows(*yes: float) -> Floats:
    return np.stack([yes, 1.0 - np.array(yes)], axis=-1)


def test_what_was_expected_and_moves_nobody_was_foreseen() -> None:
    verdict = judge(THREE, rows(0.95, 0.9, 0.85), 0)
    assert verdict.kind == "foreseen"
    assert verdict.costliest is None


def test_what_nobody_can_learn_from_is_irrelevant() -> None:
    assert judge(THREE, rows(0.5, 0.55, 0.5), 0).kind == "irrelevant"


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (rows(0.99, 0.81), "foreseen"),
        (rows(0.99, 0.80), "unbacked"),
        (rows(0.80, 0.80), "foreseen"),
        (rows(0.79, 0.79), "irrelevant"),
        (rows(0.50, 0.50 / 10**0.1), "irrelevant"),
        (rows(0.50, 0.50 / 10**0.11), "unbacked"),
    ],
)
def test_eighty_percent_five_points_and_one_deciban_are_still_within(table: Floats, kind: str) -> None:
    assert judge(np.array([0.5, 0.5]), table, 0).kind == kind


def test_foreseen_comes_before_irrelevant() -> None:
    assert judge(THREE, rows(0.9, 0.9, 0.9), 0).kind == "foreseen"


def test_what_was_expected_but_moves_somebody_is_unbacked_and_names_who_paid() -> None:
    verdict = judge(THREE, rows(0.99, 0.9, 0.5), 0)
    assert expected(THREE, rows(0.99, 0.9, 0.5))[0] > 0.8
    assert (verdict.kind, verdict.costliest) == ("unbacked", 2)


def test_the_price_is_counted_in_belief_lost_not_in_surprise() -> None:
    assert judge(np.array([0.5, 0.48, 0.02]), rows(0.9, 0.3, 0.1), 0).costliest == 1


def test_the_outcome_that_did_not_come_can_make_a_claim_unbacked_at_no_cost() -> None:
    table = np.array([[0.5, 0.4, 0.1], [0.5, 0.1, 0.4]])
    verdict = judge(np.array([0.5, 0.5]), table, 0)
    assert (verdict.kind, verdict.costliest) == ("unbacked", None)


def test_the_counterfactual_is_the_posterior_of_every_outcome() -> None:
    verdict = judge(np.array([0.5, 0.5]), rows(0.8, 0.4), 0)
    np.testing.assert_allclose(verdict.counterfactual, [[2 / 3, 1 / 3], [0.25, 0.75]])
    np.testing.assert_array_equal(verdict.promise, verdict.counterfactual[0])


@at_any_speed
@given(cards(EXTREME, most=1))
def test_no_outcome_can_move_a_belief_by_more_than_it_was_doubted(deal: Cards) -> None:
    before, table = deal.before[0], deal.tables[0]
    verdict = judge(before, table, int(deal.observed[0]))
    doubt = 1.0 - expected(before, table)
    assert (np.abs(verdict.counterfactual - before) <= doubt[:, None] + 1e-12).all()
