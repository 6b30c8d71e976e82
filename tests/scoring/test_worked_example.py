"""The worked example: five players, three cards, every printed digit."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest

from debate_tui.scoring.beliefs import Floats, bayes, clr, expected, temper
from debate_tui.scoring.dependence import copies
from debate_tui.scoring.figures import CardFigures, card_figures
from debate_tui.scoring.match import follow_through
from debate_tui.scoring.points import log_points

WORKS, NONE = 0, 1
OPENING = np.array([0.4, 0.4, 0.2])


def table(*yes: float) -> Floats:
    rows: Floats = np.array([[chance, 1.0 - chance] for chance in yes])
    return rows


NAIVE = np.array([table(0.8, 0.4, 0.2), table(0.8, 0.4, 0.2), table(0.7, 0.3, 0.1)])
CONDITIONAL = np.array([NAIVE[0], copies(NAIVE[1], earlier=0, share=0.75), NAIVE[2]])
ALL_YES = np.zeros(3, dtype=np.intp)


class Game(NamedTuple):
    path: Floats
    rows: Floats
    figures: CardFigures


def play(rows: Callable[[int, Floats], Floats], report: Callable[[int, Floats, Floats], Floats]) -> Game:
    """Play three cards: `rows(card, honest)`, then `report(card, belief, honest)` after the outcome."""
    path, honest, locked = [OPENING], OPENING, []
    for card in range(3):
        locked.append(rows(card, honest))
        honest = bayes(honest, CONDITIONAL[card, :, 0])
        path.append(report(card, path[-1], honest))
    beliefs, tables = np.array(path), np.array(locked)
    return Game(beliefs, tables, card_figures(beliefs[:-1], beliefs[1:], tables, ALL_YES))


def posted(card: int, _honest: Floats) -> Floats:
    rows: Floats = CONDITIONAL[card]
    return rows


def at_speed(speed: float) -> Callable[[int, Floats, Floats], Floats]:
    return lambda card, belief, _: temper(belief, 1.0, speed * clr(CONDITIONAL[card, :, 0]))


coherent = play(posted, at_speed(1.0))
half_speed = play(posted, at_speed(0.5))
counts_twice = play(posted, lambda card, belief, _: bayes(belief, NAIVE[card, :, 0]))
never_moves = play(lambda *_: np.full((3, 2), 0.5), lambda _card, belief, _honest: belief)
same_row = play(
    lambda card, honest: np.tile(expected(honest, CONDITIONAL[card]), (3, 1)),
    lambda _card, _belief, honest: honest,
)


def row(game: Game) -> str:
    """Give a player's row of the table as it is printed."""
    figures = game.figures
    kept = follow_through(figures.missed_bits.sum(), figures.promised_bits.sum())
    foresight = log_points(figures.expected[:, 0], 2).mean()
    likelihood = log_points(game.rows[:, WORKS, 0], 2).mean()
    verdict = log_points(game.path[:, WORKS], 3).mean()
    points = (foresight + likelihood + verdict) / 3.0
    return (
        "/".join(f"{share:.3f}" for share in game.path[-1])
        + f" | {100.0 * kept:.1f} | {foresight:.1f} / {likelihood:.1f} / {verdict:.1f} | {points:.1f}"
    )


@pytest.mark.parametrize(
    ("game", "printed"),
    [
        (coherent, "0.829/0.159/0.012 | 100.0 | 34.6 / 69.6 / 53.8 | 52.7"),
        (half_speed, "0.656/0.287/0.057 | 52.6 | 28.6 / 69.6 / 39.7 | 46.0"),
        (counts_twice, "0.900/0.096/0.004 | 40.8 | 39.9 / 69.6 / 60.1 | 56.5"),
        (never_moves, "0.400/0.400/0.200 | nan | 0.0 / 0.0 / 16.6 | 5.5"),
        (same_row, "0.829/0.159/0.012 | nan | 34.6 / 34.6 / 53.8 | 41.0"),
    ],
    ids=["coherent", "half speed", "counts E2 in full", "never moves", "same row everywhere"],
)
def test_every_player_scores_what_the_page_says(game: Game, printed: str) -> None:
    assert row(game) == printed


@pytest.mark.parametrize(
    ("game", "speeds"),
    [
        (coherent, [1.0, 1.0, 1.0]),
        (half_speed, [0.5, 0.5, 0.5]),
        (counts_twice, [1.0, 6.98, 1.0]),
        (never_moves, [np.nan] * 3),
        (same_row, [np.nan] * 3),
    ],
)
def test_every_player_reacts_at_the_speed_that_the_page_says(game: Game, speeds: list[float]) -> None:
    np.testing.assert_allclose(game.figures.reaction.round(2), speeds)


def test_the_second_card_weighs_little_once_the_first_is_known() -> None:
    def decibans(tables: Floats) -> list[float]:
        return [round(float(10.0 * np.log10(card[WORKS, 0] / card[NONE, 0])), 2) for card in tables]

    assert decibans(CONDITIONAL) == [3.01, 0.48, 3.68]
    assert decibans(NAIVE)[1] == 3.01


@pytest.mark.parametrize(("game", "verdict"), [(coherent, 54.2), (counts_twice, 51.9), (half_speed, 46.9)])
def test_the_lucky_player_expects_less_than_the_honest_one(game: Game, verdict: float) -> None:
    """By the coherent player's final belief, counting one source twice costs points."""
    honest = coherent.path[-1]
    assert round(float((honest * log_points(game.path[-1], 3)).sum()), 1) == verdict


@pytest.mark.parametrize(("speed", "share"), [(0.5, 53), (0.1, 11)])
def test_follow_through_over_the_game_reads_about_as_the_speed(speed: float, share: int) -> None:
    figures = play(posted, at_speed(speed)).figures
    kept = follow_through(figures.missed_bits.sum(), figures.promised_bits.sum())
    assert round(100.0 * float(kept)) == share
