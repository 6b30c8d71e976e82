"""The scorecard in sentences: what it must say beside its figures."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from debate_tui.engine import commands as co
from debate_tui.engine.standing import Ghosts
from debate_tui.report.cruxes import in_figures
from debate_tui.report.exact import in_bits
from debate_tui.report.scorecard import sections
from debate_tui.report.words import Names
from tests.tabletop import SALON, WORKED, Player, debate


def told(player: Player, title: str) -> str:
    """Give one section of the scorecard as one text."""
    game = player.game
    found = sections(game.debate, game.events[0], "you", player.scorecard)
    return " ".join(next(section.sentences for section in found if section.title == title))


def after_a_concession() -> Player:
    player = Player.at(debate(SALON)).open().predict().believe().predict().believe().predict()
    player.send(co.Concede("you", "skeptic"))
    return player.believe([10, 40, 50]).play_on()


def test_points_say_how_many_cards_they_come_from_and_how_sure_they_are():
    assert "(3 cards: ± 35)" in told(Player.at(debate(WORKED)).play_on(), "Points")


def test_before_any_card_has_counted_the_points_are_as_unsure_as_those_of_one():
    player = Player.at(debate(WORKED)).open()
    player.send(co.Know("you"))
    assert "(0 cards: ± 55)" in told(player.predict().believe(), "Points")


def test_the_kinds_of_points_are_explained_where_they_are_first_told():
    settled = told(Player.at(debate(WORKED)).play_on(), "Points")
    assert "They are the mean of foresight 35 (for seeing the evidence coming), likelihood " in settled
    assert "verdict 54 (for believing the truth, card by card)." in settled
    asked = told(Player.at(debate(SALON)).play_on(), "Points")
    assert asked.startswith("Foresight, for seeing the evidence coming: ")
    assert "likelihood" not in asked


@pytest.mark.parametrize(
    ("frozen", "kept", "said"),
    [(40.2, 30.0, "standing still did better"), (30.2, 29.8, "standing still did as well"), (20.0, 30.0, "")],
)
def test_where_standing_still_did_no_worse_it_is_explained(frozen: float, kept: float, said: str):
    player = Player.at(debate(WORKED)).play_on()
    card = replace(player.scorecard, ghosts=Ghosts(frozen, kept))
    found = sections(player.game.debate, player.game.events[0], "you", card)
    points = " ".join(next(section.sentences for section in found if section.title == "Points"))
    assert said in points
    assert ("keeping promises pays when the figures are right" in points) == bool(said)


def test_foresight_is_claimed_alone_only_where_nobody_knows_the_truth():
    asked = told(Player.at(debate(SALON)).play_on(), "What it comes to")
    assert asked.startswith(
        "You saw the evidence coming less well than the others by 1 point, which over 3 cards can be luck."
    )
    settled = told(Player.at(debate(WORKED)).play_on(), "What it comes to")
    assert settled.startswith("The truth here: ")
    assert " You did " in settled


def test_after_a_concession_both_follow_throughs_are_told_and_the_first_one_counts():
    player = after_a_concession()
    card = player.scorecard
    assert card.follow_through_amended != pytest.approx(card.follow_through)
    first, amended = (
        f"{round(100 * share)}%" for share in (card.follow_through, card.follow_through_amended)
    )
    assert f"You delivered {first} of what you promised (" in told(player, "Follow-through")
    assert f"({amended} once points had been granted)" in told(player, "Follow-through")
    assert told(player, "Card by card").count("once points had been granted") == 1


def test_without_a_concession_there_is_one_follow_through():
    player = Player.at(debate(SALON)).play_on()
    assert player.scorecard.follow_through_amended == player.scorecard.follow_through
    assert "granted" not in told(player, "Follow-through")


@pytest.mark.parametrize(
    ("speed", "said"),
    [
        (0.3, "Your style is cautious: on 3 of 3 cards"),
        (1.0, "Your style is to the letter: on 3 of 3 cards you came within three"),
        (2.0, "Your style is bold: on 2 of 3 cards"),
        (-1.0, "Your style is contrary: on 3 of 3 cards"),
    ],
)
def test_the_style_of_the_updates_is_told_in_words(speed, said):
    table = debate(WORKED.replace("share: 75", "share: 20"))
    player = Player.at(table).open()
    for _ in table.cards:
        player = player.predict()
        play = player.game.view("you").play
        moved = [
            b * (q / b) ** speed for b, q in zip(play.before.values(), play.promise.values(), strict=True)
        ]
        player = player.believe([100 * part / sum(moved) for part in moved])
    summary = told(player.play_on(), "What it comes to")
    assert said in summary


def test_two_cards_are_no_style():
    assert "style" not in told(
        Player.at(debate(WORKED)).open().predict().believe().play_on(), "What it comes to"
    )


def test_who_ends_further_from_a_promise_than_by_staying_put_is_not_said_to_have_delivered():
    player = Player.at(debate(WORKED)).open().predict().believe([20, 40, 40]).play_on()
    assert player.scorecard.follow_through < 0.0
    said = told(player, "Follow-through")
    assert said.startswith("You ended further from what you promised than if you had stayed put (−16%).")


@pytest.mark.parametrize(
    ("share", "amended", "said"),
    [
        (-0.27, None, "You ended further from what you promised than if you had stayed put (−27%)."),
        (-0.27, -0.4, "you had stayed put (−27%; −40% once points had been granted)."),
        (-0.27, 0.4, "you had stayed put (−27%; 40% once points had been granted)."),
        (0.27, 0.4, "You delivered 27% of what you promised (40% once points had been granted)."),
        (-3.0, None, "you had stayed put (below −100%)."),
        (-0.004, None, "You delivered 0% of what you promised."),
    ],
)
def test_a_follow_through_below_nothing_is_told_by_what_it_would_have_been_to_stay(share, amended, said):
    player = Player.at(debate(WORKED)).open().predict().believe([20, 40, 40]).play_on()
    card = replace(player.scorecard, follow_through=share, follow_through_amended=amended)
    game = player.game
    told = sections(game.debate, game.events[0], "you", card)
    match = next(section for section in told if section.title == "Follow-through")
    assert match.sentences[0].endswith(said)


def test_the_stake_stands_beside_the_follow_through_for_experts():
    card = Player.at(debate(WORKED)).play_on().scorecard
    promised, stake = in_bits(card)[:2]
    assert promised == "Kept: 0.30 of 0.30 bits."
    assert f"matter by {sum(card.stake_bits for card in card.cards):.2f} bits" in stake


def test_how_likely_you_had_thought_it_stands_beside_foresight():
    player = Player.at(debate(WORKED)).play_on()
    assert "1. E1: expected 52 in 100, 0.9 bits, foresight 6" in told(player, "Card by card")


@pytest.mark.parametrize(
    ("bits", "said"),
    [
        (0.02, "the room foresaw the later cards better."),
        (-0.02, "the room foresaw the later cards less well."),
        (0.004, "made next to no difference"),
    ],
)
def test_what_the_room_gained_by_hearing_you_is_told_in_words(bits: float, said: str):
    player = Player.at(debate(SALON)).play_on()
    card = replace(player.scorecard, persuasion_bits=bits)
    found = sections(player.game.debate, player.game.events[0], "you", card)
    assert said in " ".join(next(section.sentences for section in found if section.title == "Said and done"))


def test_the_distance_of_a_characters_opening_is_told_apart():
    table = debate(SALON)
    faithful = Player.at(table, role="skeptic").play_on()
    assert faithful.scorecard.in_character_opening_bits == pytest.approx(0.0)
    other = Player.at(table, role="skeptic").open([60, 25, 15]).play_on()
    assert other.scorecard.in_character_opening_bits == pytest.approx(0.9)
    assert "Your opening lay 0.90 bits from your character's." in in_bits(other.scorecard)
    oneself = Player.at(table).play_on()
    assert oneself.scorecard.in_character_opening_bits is None
    assert "character" not in told(oneself, "Follow-through")


def test_a_claim_of_priced_in_is_told_with_what_the_other_way_would_have_done():
    player = Player.at(debate(SALON)).open().predict().believe().predict().argue("expected").believe()
    said = told(player.play_on(), "Said and done")
    assert said.startswith("You said “priced in” of “It worked”: not backed")
    assert "it cost “Goes weird” most" in said
    assert "Had it been “It broke”: a leap towards “Goes weird”, 25% to 60%." in said
    assert "Had it been “It worked”" not in said


def test_where_two_part_is_told_in_words_and_in_decibans_for_experts():
    player = Player.at(debate(SALON)).open([80, 10, 10]).play_on()
    parted = told(player, "Where you part")
    assert (
        "You and Skeptic end a leap apart on “Holds” or “Goes weird”, because of where each began" in parted
    )
    assert "dB" not in parted
    crux = player.scorecard.cruxes["skeptic"]
    figures = in_figures(crux, "skeptic", Names(player.game.debate, player.game.events[0]))
    assert figures.startswith(f"Skeptic, “Holds” against “Goes weird”: {crux.db:.1f} dB = +")


def test_what_promised_too_little_to_read_is_told_without_its_measure():
    row = [[50, 50]] * 3
    player = Player.at(debate(WORKED)).open()
    while not player.game.over:
        player.predict(row).believe()
    assert "bits" in player.scorecard.reasons["follow_through"]
    said = told(player, "Follow-through")
    assert said.startswith("Not read: your figures promised too little to judge by.")


@pytest.mark.parametrize(
    ("par", "said"),
    [
        (-11.2, "Your points are 11 below the mean of the others: "),
        (2.0, "Your points are 2 above the mean of the others: "),
        (-0.3, "Your points are the mean of the others: "),
    ],
)
def test_what_the_points_are_beside_those_of_the_others_is_a_sentence(par: float, said: str):
    player = Player.at(debate(WORKED)).play_on()
    card = replace(player.scorecard, par=par)
    found = sections(player.game.debate, player.game.events[0], "you", card)
    points = " ".join(next(section.sentences for section in found if section.title == "Points"))
    assert said in points
    assert "below 0, something else was expected." in points
    assert "Had you never moved: 36. Had you kept every promise: 53." in points


def test_whose_figures_a_belief_followed_is_a_sentence():
    said = told(Player.at(debate(WORKED)).play_on(), "Follow-through")
    assert said.endswith("Your beliefs went most nearly where the table's figures led.")
