"""How much of the promise was kept: the scorecard's sentences of it say the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from debate_tui.engine import commands as co
from debate_tui.engine.claims import Claim
from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.achievements import achievements
from debate_tui.report.kept import kept_in_words
from debate_tui.report.style import style
from debate_tui.report.words import Names
from tests.tabletop import SALON, WORKED, Player, debate

LOOSE = debate(WORKED.replace("share: 75", "share: 20"))
TABLE = debate(SALON)


def moving(*speeds: float, table=LOOSE) -> Player:
    """Play a game that moves on each card so many times as far as was promised, in log odds."""
    player = Player.at(table).open()
    for speed in speeds:
        play = player.predict().game.view("you").play
        moved = [
            b * (q / b) ** speed for b, q in zip(play.before.values(), play.promise.values(), strict=True)
        ]
        player = player.believe([100 * part / sum(moved) for part in moved])
    return player


def told(player: Player, **changes: object) -> str:
    card = replace(player.scorecard, **changes)
    return kept_in_words(card, Names(player.game.debate, player.game.events[0]))


@pytest.mark.parametrize(
    ("speeds", "said"),
    [
        ((1, 1, 1), "You kept all of what your own figures promised."),
        ((1, 0.3, 1), "; what is missing was lost mostly on “E2”, by moving too little."),
        ((1.5, 1, 1), "; what is missing was lost mostly on “E1”, by moving too far."),
        ((1, 1, -0.5), "; what is missing was lost mostly on “E3”, by moving the wrong way."),
        ((0, 0, 0), "You kept next to nothing of what your own figures promised; "),
        ((-1, -1, -1), "You ended further from what your own figures promised than if you had stayed put, "),
        ((1, -2, 1), "if you had stayed put, mostly on “E2”, by moving the wrong way."),
        ((2.5, 1, 1), "if you had stayed put, mostly on “E1”, by moving too far."),
    ],
)
def test_where_and_how_the_rest_was_lost_is_told(speeds: Sequence[float], said: str):
    assert said in told(moving(*speeds))


@pytest.mark.parametrize(
    ("share", "amount"),
    [
        (0.0, "next to nothing"),
        (0.2, "little"),
        (0.5, "about half"),
        (0.74, "most"),
        (0.93, "nearly all"),
        (0.996, "all"),
    ],
)
def test_the_share_has_finer_words_than_half(share: float, amount: str):
    assert told(moving(0.5, 0.5, 0.5), follow_through=share).startswith(f"You kept {amount} of ")


def test_hardly_less_than_nothing_is_next_to_nothing():
    assert told(moving(0.5, 0.5, 0.5), follow_through=-0.004).startswith("You kept next to nothing of ")


def test_moving_without_a_prediction_is_a_loss_of_its_own():
    player = Player.at(TABLE).open().predict().believe()
    player.send(co.Skip("you"))
    player.believe([80, 15, 5])
    assert "on “It worked again”, by moving though you had predicted nothing." in told(player)


def little_by_little() -> Player:
    """Promise a few points on every card, and stay where one is."""
    rows = [[54, 46], [50, 50], [47, 53]]
    wide = [[36, 34, 30], [33, 33, 34], [31, 33, 36]]
    player = Player.at(TABLE).open()
    for card in TABLE.cards.values():
        player.predict(wide if len(card.outcomes) == 3 else rows)
        player.believe([100 * part for part in player.game.state.seats["you"].play.before])
    return player


def test_what_is_kept_within_three_points_on_every_card_is_told_so_in_all_three_places():
    player = little_by_little()
    card = player.scorecard
    assert all("kept" in score.flags for score in card.cards)
    card = replace(card, follow_through=0.0)
    names = Names(TABLE, player.game.events[0])
    assert kept_in_words(card, names).endswith("; on every card you came within three points of it.")
    reasons = [each.reason for each in achievements(card, names, "you")]
    assert "On all 4 cards you came within three points of the promise, large or small." in reasons


def test_a_style_says_which_cards_it_does_not_count():
    card: Scorecard = moving(1, 1, 1).scorecard
    small = replace(card.cards[0], follow_through=None)
    assert style((*card.cards, small)) == (
        "Your style is to the letter: on 3 of 3 cards you came within three points of the promise; "
        "1 other card promised too little to judge by."
    )


@pytest.mark.parametrize(("speaker", "earned"), [("you", True), ("asker", False)])
def test_only_ones_own_claim_is_an_achievement(speaker: str, earned: bool):
    claim = Claim(speaker, "works", "fine", "foreseen", None, {}, {})
    card = replace(little_by_little().scorecard, priced_in=(claim,), cast_points=None)
    titles = [each.title for each in achievements(card, Names(TABLE, TABLE.start(seed=1)), "you")]
    assert ("It was priced in" in titles) == earned
