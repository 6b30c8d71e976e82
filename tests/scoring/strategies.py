"""Beliefs, tables and cards for property tests: ordinary ones, and ones at the edge of floating point."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from debate_tui.scoring.beliefs import Floats, normalise

at_any_speed = settings(deadline=None, max_examples=60)

ORDINARY = st.integers(1, 99).map(float)
EXTREME = st.one_of(st.floats(-300.0, 0.0).map(lambda power: 10.0**power), st.just(1.0), st.just(1e-300))

hypotheses = st.integers(2, 6)
outcomes = st.integers(2, 5)


def distributions(
    shape: tuple[int, ...], masses: st.SearchStrategy[float] = ORDINARY
) -> st.SearchStrategy[Floats]:
    """Give probabilities that sum to 1 over the last axis."""
    return arrays(np.float64, shape, elements=masses).map(normalise)


def pairs(masses: st.SearchStrategy[float] = ORDINARY) -> st.SearchStrategy[Floats]:
    """Give two beliefs over the same hypotheses, (2, K)."""
    return hypotheses.flatmap(lambda k: distributions((2, k), masses))


class Cards(NamedTuple):
    """T updates: beliefs (..., T, K), tables (..., T, K, O), and the outcomes observed (T)."""

    before: Floats
    after: Floats
    tables: Floats
    observed: np.ndarray[tuple[int, ...], np.dtype[np.intp]]


@st.composite
def cards(
    draw: st.DrawFn,
    masses: st.SearchStrategy[float] = ORDINARY,
    batch: tuple[int, ...] = (),
    most: int = 4,
) -> Cards:
    """Give up to `most` cards, each seen by a batch of minds."""
    t, k, o = draw(st.integers(1, most)), draw(hypotheses), draw(outcomes)
    return Cards(
        before=draw(distributions((*batch, t, k), masses)),
        after=draw(distributions((*batch, t, k), masses)),
        tables=draw(distributions((*batch, t, k, o), masses)),
        observed=draw(arrays(np.intp, t, elements=st.integers(0, o - 1))),
    )
