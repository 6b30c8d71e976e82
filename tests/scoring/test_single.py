"""One belief on plain floats is what the arrays say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.content.deck import as_table
from debate_tui.scoring.beliefs import TINY, clr, expected, temper
from debate_tui.scoring.dependence import copies as copies_of_arrays
from debate_tui.scoring.single import centred, copies, expects, tempered

from .strategies import EXTREME, Cards, at_any_speed, cards


@at_any_speed
@given(cards(EXTREME), st.floats(0.0, 0.99))
def test_a_copy_is_that_of_arrays(deal: Cards, share: float) -> None:
    for table in deal.tables:
        for earlier in range(table.shape[-1]):
            assert copies(table.tolist(), earlier, share) == as_table(copies_of_arrays(table, earlier, share))


@at_any_speed
@given(cards(EXTREME), st.floats(0.0, 2.0))
def test_reading_expecting_and_believing_are_those_of_arrays(deal: Cards, weight: float) -> None:
    for belief, table in zip(deal.before, deal.tables, strict=True):
        column = table[:, 0]
        reading = centred(column.tolist())
        assert reading == pytest.approx(clr(column), rel=1e-12, abs=1e-12)
        assert tempered(belief.tolist(), weight, reading) == pytest.approx(
            temper(belief, weight, clr(column)), rel=1e-9
        )
        assert expects(belief.tolist(), column.tolist()) == pytest.approx(
            expected(belief, table)[0], rel=1e-12
        )


def test_a_belief_never_falls_to_nothing() -> None:
    assert tempered((0.5, 0.5), 1.0, (2000.0, -2000.0)) == (1.0, TINY)
    assert np.isfinite(centred((1e-300, 1.0))).all()
