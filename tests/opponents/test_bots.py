"""Can it be gamed? Every bot, played through every truth and every outcome of three cards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest

from debate_tui.opponents.bots import BOTS, HONEST, Bot, Sight, steerer
from debate_tui.scoring.beliefs import Floats, bayes, expected
from debate_tui.scoring.dependence import copies
from debate_tui.scoring.points import log_points

PRIOR = np.array([0.4, 0.4, 0.2])
CARDS = 3


def table(*yes: float) -> Floats:
    return np.stack([yes, 1.0 - np.array(yes)], axis=-1)


FIRST, THIRD = table(0.8, 0.4, 0.2), table(0.7, 0.3, 0.1)
NEIGHBOUR = (table(0.6, 0.5, 0.3), table(0.9, 0.9, 0.6), table(0.5, 0.4, 0.3))
OUTCOMES = tuple(product((0, 1), repeat=CARDS))


def conditional(outcomes: Sequence[int]) -> tuple[Floats, ...]:
    """Give the posted tables of a path: the second card repeats the first one three times in four."""
    return FIRST, copies(FIRST, earlier=outcomes[0], share=0.75), THIRD


class Played(NamedTuple):
    """What a game leaves to be scored: what was expected of the outcomes, what the rows gave them."""

    foreseen: list[float]
    rows: list[Floats]
    opening: Floats
    reports: list[Floats]


def play(bot: Bot, outcomes: Sequence[int]) -> Played:
    """Play one path; a card without a prediction leaves nothing to be scored."""
    belief = shadow = PRIOR
    played = Played([], [], PRIOR, [])
    for number, (outcome, posted) in enumerate(zip(outcomes, conditional(outcomes), strict=True)):
        naive = THIRD if number == 2 else FIRST
        sight = Sight(number, posted, naive, NEIGHBOUR[number], shadow, belief, forks=number == 1)
        rows = bot.rows(sight)
        report = bot.report(sight, rows, outcome)
        if rows is not None:
            played.foreseen.append(float(expected(belief, rows)[outcome]))
            played.rows.append(rows[:, outcome])
            played.reports.append(report)
        belief, shadow = report, bayes(shadow, posted[:, outcome])
    return played


@cache
def expected_points(bot: Bot) -> Floats:
    """Give what a bot earns on average, (points, foresight), by the honest bot's model of the world."""
    total = np.zeros(2)
    for outcomes in OUTCOMES:
        played = play(bot, outcomes)
        foresight = sum(log_points(m, 2) for m in played.foreseen) / CARDS
        for truth in range(len(PRIOR)):
            chance = PRIOR[truth]
            for posted, outcome in zip(conditional(outcomes), outcomes, strict=True):
                chance *= posted[truth, outcome]
            likelihood = sum(log_points(row[truth], 2) for row in played.rows) / CARDS
            beliefs = (played.opening, *played.reports)
            verdict = sum(log_points(belief[truth], 3) for belief in beliefs) / (CARDS + 1)
            total += chance * np.array([(foresight + likelihood + verdict) / 3.0, foresight])
    return total


STEERERS = (steerer(0, least=0.9), steerer(0, most=0.1))

rivals = pytest.mark.parametrize("bot", [*BOTS[1:], *STEERERS], ids=lambda bot: bot.name)


@rivals
def test_no_bot_earns_more_than_the_honest_one_where_the_truth_is_known(bot: Bot) -> None:
    points, _ = expected_points(bot)
    assert points < expected_points(HONEST)[0] - 0.01


@rivals
def test_no_bot_foresees_more_than_the_honest_one(bot: Bot) -> None:
    _, foresight = expected_points(bot)
    assert foresight <= expected_points(HONEST)[1] + 1e-9


@pytest.mark.parametrize("name", ["masked-still", "masked-moving", "mirror"])
def test_masks_and_mirrors_tie_on_foresight_alone_so_open_games_are_not_ranked(name: str) -> None:
    bot = next(bot for bot in BOTS if bot.name == name)
    assert expected_points(bot)[1] == pytest.approx(expected_points(HONEST)[1], abs=1e-9)


def test_a_steerer_reaches_its_branch_and_is_honest_elsewhere() -> None:
    for bot, share in zip(STEERERS, (0.9, 0.1), strict=True):
        reports, honest = play(bot, (0, 1, 1)).reports, play(HONEST, (0, 1, 1)).reports
        assert reports[1][0] == pytest.approx(share)
        assert np.array([reports[0], reports[2]]) == pytest.approx(np.array([honest[0], honest[2]]))


@pytest.mark.parametrize("bot", [*BOTS, *STEERERS], ids=lambda bot: bot.name)
def test_every_bot_plays_by_the_rules(bot: Bot) -> None:
    for outcomes in OUTCOMES:
        played = play(bot, outcomes)
        for column, report in zip(played.rows, played.reports, strict=True):
            assert 0.0 < column.min() <= column.max() < 1.0
            assert report.min() > 0.0
            assert report.sum() == pytest.approx(1.0)


def test_the_worlds_that_are_played_through_are_all_there_are() -> None:
    chances = [
        PRIOR[truth] * np.prod([posted[truth, o] for posted, o in zip(conditional(path), path, strict=True)])
        for path in OUTCOMES
        for truth in range(3)
    ]
    assert sum(chances) == pytest.approx(1.0)


def test_the_lucky_double_counter_wins_only_where_it_all_comes_out_its_way() -> None:
    """On the path that was observed it beats the honest bot; over all paths it does not."""
    lucky = next(bot for bot in BOTS if bot.name == "double-counting")
    all_yes = (0, 0, 0)
    assert play(lucky, all_yes).reports[-1][0] > play(HONEST, all_yes).reports[-1][0]
    assert expected_points(lucky)[0] < expected_points(HONEST)[0]
