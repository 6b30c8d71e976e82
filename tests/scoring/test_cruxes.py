"""Cruxes: the sum that two minds' disagreement comes to."""

from __future__ import annotations

from string import ascii_lowercase

import numpy as np
import pytest
from hypothesis import given

from debate_tui.scoring.beliefs import Floats, bayes
from debate_tui.scoring.cruxes import Crux, cruxes
from debate_tui.scoring.figures import observed_columns

from .strategies import EXTREME, Cards, at_any_speed, cards


def crux_of(ids, you: Floats, other: Floats, mine: Floats, theirs: Floats, cards: list[str]) -> Crux | None:
    """Find where two minds part."""
    (crux,) = cruxes(ids, you[None], other[None], mine[None], theirs[None], cards)
    return crux


def path(opening: list[float], *columns: list[float]) -> Floats:
    beliefs = [np.array(opening)]
    for column in columns:
        beliefs.append(bayes(beliefs[-1], np.array(column)))
    return np.stack(beliefs)


def test_a_disagreement_is_where_they_began_and_how_they_read_each_card() -> None:
    opening, mine, yours = [0.5, 0.5], [0.8, 0.4], [0.5, 0.5]
    crux = crux_of(
        ["fair", "heavy"],
        path(opening, mine),
        path([0.2, 0.8], yours),
        np.array([mine]),
        np.array([yours]),
        ["toss"],
    )
    assert crux is not None
    assert (crux.a, crux.b) == ("fair", "heavy")
    assert [(term.kind, term.card) for term in crux.terms] == [
        ("prior", None),
        ("reading", "toss"),
        ("movement", "toss"),
    ]
    assert [term.db for term in crux.terms] == pytest.approx([6.0206, 3.0103, 0.0], abs=1e-4)
    assert crux.db == pytest.approx(9.0309, abs=1e-4)


def test_movement_beyond_the_rows_is_told_apart_from_the_reading() -> None:
    column = [0.8, 0.4]
    stubborn = np.array([[0.5, 0.5], [0.5, 0.5]])
    crux = crux_of("ab", path([0.5, 0.5], column), stubborn, np.array([column]), np.array([column]), ["c"])
    assert crux is not None
    assert [round(term.db, 4) for term in crux.terms] == [0.0, 0.0, 3.0103]


def test_the_first_named_is_what_the_first_mind_favours() -> None:
    ones = np.ones((0, 2))
    crux = crux_of("ab", np.array([[0.2, 0.8]]), np.array([[0.7, 0.3]]), ones, ones, [])
    assert crux is not None
    assert (crux.a, crux.b) == ("b", "a")
    assert crux.db > 0.0


def test_hypotheses_that_neither_takes_seriously_are_not_a_crux() -> None:
    ones = np.ones((0, 3))
    mine, yours = np.array([[0.60, 0.36, 0.04]]), np.array([[0.5, 0.499, 0.001]])
    crux = crux_of("abc", mine, yours, ones, ones, [])
    assert crux is not None
    assert {crux.a, crux.b} == {"a", "b"}
    sure = np.array([[0.98, 0.01, 0.01]])
    assert crux_of("abc", sure, sure, ones, ones, []) is None


def test_five_percent_from_one_of_the_two_is_enough() -> None:
    ones = np.ones((0, 2))
    assert crux_of("ab", np.array([[0.95, 0.05]]), np.array([[0.99, 0.01]]), ones, ones, []) is not None
    assert crux_of("ab", np.array([[0.951, 0.049]]), np.array([[0.99, 0.01]]), ones, ones, []) is None


def test_minds_that_agree_part_nowhere_and_ties_go_by_id() -> None:
    ones = np.ones((0, 3))
    same = np.array([[0.3, 0.3, 0.4]])
    crux = crux_of(["c", "b", "a"], same, same, ones, ones, [])
    assert crux is not None
    assert (crux.a, crux.b, crux.db) == ("a", "b", 0.0)


def find(deal: Cards) -> Crux | None:
    """Let two minds see the same cards, each with its own rows, and move as they please."""
    ids = ascii_lowercase[: deal.before.shape[-1]]
    paths = np.concatenate([deal.before[:, :1], deal.after], axis=1)
    columns = observed_columns(deal.tables, deal.observed)
    names = [f"card-{t}" for t in range(len(deal.observed))]
    return crux_of(ids, paths[0], paths[1], columns[0], columns[1], names)


@at_any_speed
@given(cards(EXTREME, batch=(2,)))
def test_the_terms_add_up(deal: Cards) -> None:
    crux = find(deal)
    if crux is not None:
        assert crux.db >= 0.0
        assert sum(term.db for term in crux.terms) == pytest.approx(crux.db, abs=1e-9)


@at_any_speed
@given(cards(batch=(2,)))
def test_no_other_pair_is_further_apart(deal: Cards) -> None:
    crux = find(deal)
    mine, yours = deal.after[0, -1], deal.after[1, -1]
    favour = 10.0 * np.log10(mine / yours)[(np.maximum(mine, yours) >= 0.05)]
    if crux is not None:
        assert crux.db == pytest.approx(favour.max() - favour.min(), abs=1e-9)


@at_any_speed
@given(cards(batch=(2,)))
def test_the_other_mind_sees_the_same_crux_from_the_other_side(deal: Cards) -> None:
    mine = find(deal)
    theirs = find(Cards(deal.before[::-1], deal.after[::-1], deal.tables[::-1], deal.observed))
    if mine is None or theirs is None:
        assert mine is theirs
    else:
        assert mine.db == pytest.approx(theirs.db, abs=1e-9)
