"""What is typed in the plain game: beliefs, figures and choices, and what cannot be read of it."""

from __future__ import annotations

import io

import pytest

from debate_tui.plain.console import Left
from debate_tui.plain.game import PlainGame
from debate_tui.plain.reading import Misread, read_belief, read_percents, typed
from tests.tabletop import SALON, Player, debate
from tests.typist import CARD, TABLE, Typist, play, words

LOPSIDED = """
format: debate-tui/scenario@1
id: lopsided
title: Lopsided
question: Lopsided?
rows: open
hypotheses:
  - {id: fair, name: Fair coin, prior: 99.7}
  - {id: heavy, name: Favours heads, prior: 0.2}
  - {id: light, name: Favours tails, prior: 0.1}
evidence:
  - id: first-toss
    asks: What does the first toss show?
    outcomes: {heads: Heads, tails: Tails}
    observed: heads
    likelihoods: {fair: {heads: 50}, heavy: {heads: 99.7}, light: {heads: 0.4}}
    text: The coin lands heads.
"""


def test_undo_takes_back_what_nothing_has_come_of():
    game, told = play("50 30 20", "", "undo", "20 30 50", "")
    assert game.state.seats["you"].opening == pytest.approx((0.2, 0.3, 0.5))
    assert "You went back." in told


def test_undo_past_a_reveal_says_what_it_would_cost():
    game, told = play("", "", "undo")
    assert "Type undo practice" in words(told)
    assert not game.state.practice
    game, told = play("", "", "undo practice")
    assert game.state.practice
    assert game.state.step == "predict"
    assert told.count("Did it work? It worked / It broke") == 2


def test_a_promise_that_was_shown_cannot_be_kept_by_undoing():
    game, told = play("", *CARD, "undo")
    assert "Type undo practice" in words(told)
    assert game.state.step == "predict"


def test_nonsense_is_answered_with_what_would_be_right():
    _, told = play("a lot", "50 50 50", "0 50 50", "", "9", "\x1b[A", "9" * 5000)
    told = words(told)
    assert "is not a list of numbers" in told
    assert "adds up to 150, not 100" in told
    assert "between 1 and 99" in told
    assert told.count("Type one of 1, 2, 3, d, k, n; or help.") == 2
    assert "That is too long: 5000 characters, of 200 at most." in told


def test_a_belief_is_shown_before_it_is_locked():
    game, told = play("2=60", "1=30", "")
    assert "Now: Holds 22%; Holds until it breaks 60%; Goes weird 18%." in words(told)
    opening = game.state.seats["you"].opening
    assert opening[0] == pytest.approx(0.3)
    assert opening[1] / opening[2] == pytest.approx(60 / (40 * 25 / 55))


def test_once_a_belief_is_given_enter_locks_it_and_the_prompt_says_so():
    typist = Typist("", "", "same", "")
    with pytest.raises(Left):
        PlainGame(Player.at(TABLE).game, io.StringIO(), typist).play()
    asked = [prompt for prompt in typist.prompts if prompt.startswith("Percents")]
    assert [prompt.partition("(")[2] for prompt in asked] == [
        "Enter: begin with that): ",
        "same: as before): ",
        "Enter: lock it): ",
    ]


def test_own_figures_show_what_they_promise_before_they_are_locked():
    game, told = play("", "2", "90 10", "", "20", "0", "2", "90 10", "", "20", "1")
    assert words(told).count("With your figures you promise to move:") == 2
    assert game.state.seats["you"].plays[0].rows == ((0.9, 0.1), pytest.approx((0.85, 0.15)), (0.2, 0.8))


def test_a_lopsided_belief_can_be_begun_with_and_changed():
    table = debate(LOPSIDED)
    begun, told = play("", game=Player.at(table).game)
    assert "Now: Fair coin over 99%; Favours heads under 1%;" in words(told)
    assert begun.state.seats["you"].opening == pytest.approx((0.997, 0.002, 0.001))
    changed, _ = play("1=90", "", game=Player.at(table).game)
    assert changed.state.seats["you"].opening == pytest.approx((0.9, 0.2 / 3, 0.1 / 3))


def test_figures_that_enter_leaves_as_they_are_offered_can_be_locked():
    typist = Typist("", "2", "", "100 0", "", "", "1")
    out = io.StringIO()
    game = Player.at(debate(LOPSIDED)).game
    with pytest.raises(Left):
        PlainGame(game, out, typist).play()
    assert [prompt.partition("Enter: ")[2] for prompt in typist.prompts if prompt.startswith("If")] == [
        "50 50): ",
        "99 1): ",
        "99 1): ",
        "1 99): ",
    ]
    assert "Each percent lies between 1 and 99" in out.getvalue()
    assert game.state.seats["you"].plays[0].rows == ((0.5, 0.5), (0.99, 0.01), (0.01, 0.99))


def test_somebody_elses_figures_and_a_duel():
    game, told = play("", "d", "3", "3", "1", "1")
    play_ = game.state.seats["you"].plays[0]
    assert play_.source == "asker"
    assert play_.rival == "skeptic"
    assert "duel with Skeptic" in told


def test_who_plays_a_character_can_use_its_figures():
    game, told = play("", "4", "1", role="asker")
    assert "With Asker's figures you promise to move:" in words(told)
    assert game.state.seats["you"].play.source == "asker"
    assert "your character's" not in play("")[1]


def test_a_question_one_was_led_to_can_be_left():
    for way_back in ("", "0", "back", "undo"):
        game, told = play("", "3", way_back)
        assert game.state.step == "predict"
        assert told.count("1. Use the table's figures.") == 2
    game, told = play("", "k", "", "k", "1")
    assert game.state.seats["you"].play.known
    assert "k. Say that you knew" not in told.split("knew this one already")[1]


def test_fixed_figures_offer_no_others():
    game = Player.at(debate(SALON, rows="fixed")).game
    _, told = play("", game=game)
    assert "figures of your own" not in told


def test_on_the_floor_verbs_keep_their_letters():
    game, told = play("", *CARD, "", "1", "p", "x", "3", "2", "g", "1", "s")
    assert "We expected it." in told
    assert {"expected", "press:again"} <= set(game.state.said)
    assert "No argument is left to you, but you can still call a slip or concede." in told
    assert "No argument is left to you, but you can still concede." in told
    assert game.state.calls[0].to == "skeptic"
    assert game.state.step == "update"


def test_the_likely_slips_are_offered_first_and_any_other_one_further_on():
    game, told = play("", *CARD, "", "x", "1", "4", "back", "x", "1", "4", "4", "s")
    assert "4. Something else." in told
    assert "5. For moving the goalposts." not in told.split("4. Something else.")[0]
    assert game.state.calls[0].slip == "motte-and-bailey"


class TestReading:
    def test_percents_may_be_separated_by_anything_and_leave_the_last_one_out(self):
        assert read_percents("50, 30 % 20", 3) == [50, 30, 20]
        assert read_percents("50 30", 3) == [50, 30, 20]

    def test_one_belief_by_number_or_id_leaves_the_others_in_proportion(self):
        now = {"a": 0.2, "b": 0.6, "c": 0.2}
        assert read_belief("1=50", list(now), now) == pytest.approx([50, 37.5, 12.5])
        assert read_belief("b = 20%", list(now), now) == pytest.approx([40, 20, 40])

    @pytest.mark.parametrize("text", ["", "1 2 3 4", "x=5", "9=50", "one", "1=x", "2=99", "nan 50 50", "²"])
    def test_what_is_no_belief_is_not_read(self, text):
        with pytest.raises(Misread):
            read_belief(text, ["a", "b", "c"], {"a": 0.2, "b": 0.6, "c": 0.2})

    def test_keys_that_print_nothing_are_left_out(self):
        assert typed("\x1b[A 50\x07 50\t\n") == "[A 50 50"
