"""The round card's sentences are true of what was promised and of what was done."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from debate_tui.engine import commands as co
from debate_tui.engine.card_scores import CardScore
from debate_tui.report.scorecard import sections
from debate_tui.report.verdicts import granted, verdicts
from debate_tui.report.words import Names
from tests.tabletop import COIN, SALON, Player, debate

TABLE = debate(SALON)
NAMES = Names(TABLE, TABLE.start(seed=7))
FLAT = [[50, 50]] * 3


def moved(opening: Sequence[float], rows: Sequence[Sequence[float]], after: Sequence[float]) -> Player:
    return Player.at(TABLE).open(opening).predict(rows).believe(after)


def told(player: Player) -> tuple[CardScore, str]:
    score = player.scorecard.cards[0]
    return score, verdicts(score, NAMES)[0]


def test_a_promise_that_is_kept_is_not_called_unbacked():
    player = moved([2, 49, 49], FLAT, [4.9, 47.55, 47.55])
    score, said = told(player)
    assert set(score.flags) == {"kept", "unbacked"}
    assert (
        said == "As promised: your figures had said next to nothing, and you came within three points of it."
    )
    found = sections(TABLE, player.game.events[0], "you", player.scorecard)
    line = next(section.sentences for section in found if section.title == "Card by card")[0]
    assert line.endswith("as promised.")


def test_who_keeps_a_small_promise_by_staying_put_is_told_so():
    score, said = told(moved([30, 40, 30], [[52, 48], [50, 50], [48, 52]], [30, 40, 30]))
    assert score.flags == ("kept",)
    assert said == "As promised, within three points: your figures had said little, and you stayed put."
    assert told(moved([30, 40, 30], FLAT, [30, 40, 30]))[1].endswith("had said nothing, and you stayed put.")


def test_what_nothing_had_promised_is_unbacked():
    assert told(moved([30, 40, 30], FLAT, [50, 30, 20]))[1] == (
        "Unbacked: you moved, though your figures had promised next to nothing."
    )


def test_a_step_that_hardly_shows_from_where_one_stood_is_not_denied():
    score, said = told(moved([1, 98, 1], [[70, 30], [50, 50], [50, 50]], [10, 89, 1]))
    assert score.flags == ("unbacked",)
    assert said == (
        "Unbacked: your figures promised a step towards “Holds”, which from where you stood is next to "
        "nothing, and you moved further."
    )


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            [40, 55, 5],
            "Sideways: your figures promised a step towards “Holds”; you added most to “Holds until",
        ),
        ([56, 9, 35], "you went that way, but “Holds until it breaks” is at 9% where they had said 30%."),
    ],
)
def test_sideways_says_what_went_another_way(after, said):
    score, told_ = told(moved([34, 33, 33], [[90, 10], [50, 50], [25, 75]], after))
    assert score.flags == ("sideways",), (score.reaction, score.follow_through)
    assert said in told_


def test_of_two_hypotheses_the_one_that_was_not_meant_is_told_of():
    player = Player.at(debate(COIN)).open().predict().believe([20, 80])
    score = replace(player.scorecard.cards[0], flags=("sideways",))
    said = verdicts(score, Names(player.game.debate, player.game.events[0]))[0]
    assert said.endswith("you went that way, but “Fair coin” is at 20% where they had said 38%.")


@pytest.mark.parametrize(("off", "kept"), [(0, True), (10, False)])
def test_who_keeps_the_promise_as_it_stood_after_granting_a_point_is_told_so(off, kept):
    player = Player.at(debate(SALON)).open().predict().believe().predict()
    player.send(co.Concede("you", "skeptic"))
    amended = [100 * part for part in player.game.state.seats["you"].play.amended]
    player.leave_floor().believe([amended[0] + off, amended[1] - off, amended[2]])
    said = granted(player.game.state.seats["you"].plays[1], Names(player.game.debate, player.game.events[0]))
    assert said.startswith("Once a point was granted, the promise was: Holds ")
    assert ("That one was kept" in said) == kept
