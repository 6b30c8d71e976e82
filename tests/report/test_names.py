"""What people and things are called: at the head of a sentence and inside one, by you and by others."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from debate_tui.engine import commands as co
from debate_tui.engine.events import Dueled, Seat
from debate_tui.report.achievements import achievements
from debate_tui.report.exact import in_bits
from debate_tui.report.markdown import Markdown, transcript
from debate_tui.report.narrator import in_a_hundred
from debate_tui.report.scorecard import sections
from debate_tui.report.words import Names
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)
STARTED = TABLE.start(seed=7)
OF_TWO = TABLE.start(seed=7, seats=(Seat("a", "Ana"), Seat("b", "Ben")))
WITH_ARTICLE = dataclasses.replace(
    TABLE,
    personas={
        **TABLE.personas,
        "skeptic": TABLE.personas["skeptic"].model_copy(update={"name": "The Weirdness Skeptic"}),
        "asker": TABLE.personas["asker"].model_copy(update={"name": "Theo"}),
    },
)


def test_an_article_is_large_at_the_head_of_a_sentence_and_small_inside():
    names = Names(WITH_ARTICLE, STARTED)
    assert names.who("skeptic") == "The Weirdness Skeptic"
    assert names.who("skeptic", inside=True) == "the Weirdness Skeptic"
    assert names.figures("you", "skeptic") == "the Weirdness Skeptic's figures"
    assert names.who("asker", inside=True) == "Theo"


def test_who_plays_alone_is_you_and_others_have_names():
    alone, two = Names(TABLE, STARTED), Names(TABLE, OF_TWO)
    assert [alone.who("you"), alone.who("you", inside=True)] == ["You", "you"]
    assert [alone.whose("you"), alone.whose("you", inside=True)] == ["Your", "your"]
    assert [two.who("a", inside=True), two.whose("a", inside=True)] == ["Ana", "Ana's"]


def test_frequencies_are_not_run_into_what_they_are_of():
    two, three = {"a": "Before 7.42", "b": "After"}, {"a": "None", "b": "1 to 5", "c": "More"}
    assert in_a_hundred(two, [0.98, 0.02]) == "“Before 7.42” 98 in 100"
    assert in_a_hundred(three, [0.2, 0.5, 0.3]) == "“None” 20; “1 to 5” 50; “More” 30 in 100"


@pytest.mark.parametrize(
    ("bits", "said"),
    [
        (0.04, "Your duel with the Weirdness Skeptic was as good as even."),
        (-0.04, "Your duel with the Weirdness Skeptic was as good as even."),
        (0.06, "You won the duel with the Weirdness Skeptic, who had thought it less likely."),
        (-1.24, "You lost the duel with the Weirdness Skeptic, who had thought it likelier."),
    ],
)
def test_a_duel_by_nothing_that_shows_is_won_by_nobody(bits, said):
    writer = Markdown(WITH_ARTICLE)
    writer.names = Names(WITH_ARTICLE, STARTED)
    writer.dueled(Dueled("you", "works", "skeptic", bits, 0.2))
    assert writer.blocks == [said]


def test_duels_that_were_even_are_counted_apart():
    player = Player.at(TABLE).open()
    for _ in range(2):
        player.send(co.NameRival("you", "optimist"))
        player.predict().believe()
    card = player.play_on().scorecard
    bits = (0.3, 0.01)
    cards = tuple(replace(score, duel_bits=each) for score, each in zip(card.cards, bits, strict=False))
    card = replace(card, cards=cards)
    told = sections(TABLE, STARTED, "you", card)
    said = next(section.sentences for section in told if section.title == "Said and done")
    assert "Duels: 1 of 2 won, 1 as good as even." in said
    assert "Duels: +0.3 bits." in in_bits(card)
    assert "Undefeated" not in [each.title for each in achievements(card, Names(TABLE, STARTED), "you")]


def test_what_you_argued_is_about_your_figures():
    player = Player.at(TABLE).open().predict().believe().predict().bare("press", "works")
    assert "weigh “It worked” as your figures did." in transcript(TABLE, player.game.events)


def test_a_refused_concession_names_nothing_by_its_id():
    alike = Player.at(TABLE).open().predict().believe().predict().believe().predict()
    refusal = alike.refused(co.Concede("you", "optimist"))
    assert str(refusal) == "You read this card as they do. There is nothing to concede."
    without = Player.at(TABLE).open().predict().believe()
    without.send(co.Skip("you"))
    assert str(without.refused(co.Concede("you", "asker"))).startswith("You locked no figures on this card")
