"""Cards that repeat an earlier one: what is left of their evidence."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.scoring.beliefs import bayes, expected
from debate_tui.scoring.dependence import copies, overlaps
from debate_tui.scoring.match import weight_db

from .strategies import Cards, at_any_speed, cards

shares = st.floats(0.0, 0.99)


@at_any_speed
@given(cards(most=1), shares)
def test_conditional_rows_are_rows_and_sharing_nothing_changes_nothing(deal: Cards, share: float) -> None:
    prior, naive, earlier = deal.before[0], deal.tables[0], int(deal.observed[0])
    for table in (copies(naive, earlier, share), overlaps(naive, prior, share)):
        assert table.sum(-1) == pytest.approx(1.0)
        assert table.min() > 0.0
    np.testing.assert_allclose(copies(naive, earlier, 0.0), naive)
    np.testing.assert_allclose(overlaps(naive, prior, 0.0), naive)


@at_any_speed
@given(cards(most=1), shares)
def test_a_copy_is_expected_and_weighs_less_than_what_it_copies(deal: Cards, share: float) -> None:
    naive, earlier = deal.tables[0], int(deal.observed[0])
    table = copies(naive, earlier, share)
    assert (table[:, earlier] >= naive[:, earlier] - 1e-12).all()
    assert weight_db(table[:, earlier]) <= weight_db(naive[:, earlier]) + 1e-9


@at_any_speed
@given(cards(most=1), shares)
def test_a_copy_that_differs_from_its_original_was_not_copied_and_counts_in_full(
    deal: Cards, share: float
) -> None:
    prior, naive, earlier = deal.before[0], deal.tables[0], int(deal.observed[0])
    other = (earlier + 1) % naive.shape[-1]
    table = copies(naive, earlier, share)
    np.testing.assert_allclose(bayes(prior, table[:, other]), bayes(prior, naive[:, other]), rtol=1e-9)


def test_half_an_overlap_of_mirrored_rows_leaves_half_the_weight() -> None:
    """Where the rows mirror each other nothing is lost to normalising, and decibans halve exactly."""
    naive = np.array([[0.8, 0.2], [0.2, 0.8]])
    table = overlaps(naive, np.array([0.5, 0.5]), 0.5)
    assert weight_db(table[:, 0]) == pytest.approx(weight_db(naive[:, 0]) / 2.0)


@at_any_speed
@given(cards(most=1))
def test_a_full_overlap_tells_nothing(deal: Cards) -> None:
    prior, naive = deal.before[0], deal.tables[0]
    table = overlaps(naive, prior, 1.0)
    np.testing.assert_allclose(table, np.broadcast_to(expected(prior, naive), table.shape), rtol=1e-9)
