"""The plain game: played at a prompt by somebody who cannot see, or by a pipe."""

from __future__ import annotations

import pytest

from debate_tui.content.library import load_game
from debate_tui.engine.events import Seat
from debate_tui.game import Game
from debate_tui.lobby import debate_of
from tests.tabletop import SALON, Player, debate
from tests.typist import CARD, STILL, TABLE, play, words


def test_a_whole_game_is_played_with_two_words():
    game, told = play(*STILL)
    assert game.over
    assert "What it comes to." in told
    assert "Where you part." in told


def test_lines_fit_the_width_and_hold_no_frames():
    _, told = play(*STILL)
    assert max(len(line) for line in told.splitlines()) <= 79
    assert not set("│┌└─█▇*\x1b") & set(told)


def test_the_same_choices_give_the_same_events_as_any_other_face():
    game, _ = play(*STILL)
    other = Player.at(TABLE).open()
    while not other.game.over:
        other.predict()
        other.believe([100 * part for part in other.game.state.seats["you"].play.before])
    assert list(game.events) == list(other.game.events)


def test_what_is_asked_stands_right_above_the_choices():
    _, told = play("")
    lines = told.splitlines()
    first = lines.index("1. Use the table's figures.")
    assert lines[first - 1] == "Did it work? It worked / It broke"


def test_everything_on_the_table_can_be_asked_for_again():
    _, told = play("help", "hypotheses", "people", "", "beliefs", "card", "map", "words", "again")
    assert "undo practice" in told
    assert told.count("3. Goes weird.") == 2
    assert told.count("Would change its mind if") == 2
    assert "Nothing has been argued yet." in told
    assert "salon: A room." in told
    assert told.count("1. Use the table's figures.") == 2


def test_the_briefing_tells_how_everybody_moves():
    _, told = play()
    assert "Moves by less than its own figures say." in words(told)
    assert "Moves by what its own figures say, counts a card that repeats" in words(told)
    assert "in full and is easy to persuade." in words(told)


def test_after_the_reveal_the_card_tells_its_facts_and_the_locked_figures():
    _, told = play("", "2", "90 10", "", "20", "1", "card")
    after = words(told.split("It came out: It worked.")[1])
    assert "You locked figures of your own" in after
    assert "if “Goes weird” is right: 20." in after


def test_only_prose_is_read_as_markdown():
    text = SALON.replace("name: Holds,", "name: '[Holds](on) _x_', says: 'It *holds*.',")
    table = debate(text.replace("A room.", "A *room*."))
    _, told = play("", *CARD, "hypotheses", "words", game=Player.at(table).game)
    told = words(told)
    assert "Now: [Holds](on) _x_ 30%" in told
    assert "Your opening belief: [Holds](on) _x_ 30%" in told
    assert "1. [Holds](on) _x_. It holds." in told
    assert "salon: A *room*." in told


def test_quit_and_the_end_of_input_leave_the_game_where_it_is():
    for lines in (("", "quit"), ("",)):
        game, told = play(*lines)
        assert told.endswith("(left)")
        assert game.state.step == "predict"


def test_a_card_that_repeats_another_says_so_before_anybody_predicts():
    _, told = play("", *CARD, "card")
    said = "It partly repeats “It worked”: the table's figures allow for that."
    assert words(told).count(said) == 2
    assert said in words(told).split("Card 2: It worked again.")[1].split("1. Use the table's figures.")[0]


def test_a_concession_says_what_the_promise_is_from_then_on():
    _, told = play("", *CARD, "", "g", "3", "s")
    assert "Since you granted a point the promise is" in words(told)


def test_clarifying_shows_figures_and_reading():
    _, told = play("", *CARD, "", "c")
    assert "shows its figures for “It worked again”" in words(told)
    assert "It reads the card as" in words(told)


def test_a_round_card_always_says_something_of_the_update():
    _, told = play("", *CARD, "n", "s", "same", "")
    assert "Too little: you stayed put; your figures promised" in words(told)
    assert "No promise to compare with: you made no prediction." in words(told)


def test_a_game_taken_up_again_tells_where_it_stands():
    game, told = play("", *CARD)
    _, again = play("beliefs", game=Game(TABLE.resumed(game.events[0]), game.events))
    assert "It worked." in told
    assert "Card 1" not in again
    assert "Card 2, It worked again: And again?" in again
    assert "The table's figures" in again
    assert "You go on with The salon." in again


def test_a_finished_game_taken_up_again_shows_its_scorecard():
    game, _ = play(*STILL)
    _, again = play(game=Game(TABLE.resumed(game.events[0]), game.events))
    assert again.startswith("This game is over.")
    assert "Card by card." in again


def test_practice_is_said_at_the_start():
    _, told = play(seen=frozenset({"works"}))
    assert "Seen before in a kept game, and so practice here: It worked." in words(told)
    _, told = play(practice=True)
    assert "nothing in it counts for points" in words(told)


def test_an_invented_world_is_called_so_and_cites_nothing_as_its_own():
    _, told = play(world=3)
    assert "An invented world, number 3" in told


def test_a_role_has_its_brief_and_its_own_opening():
    game, told = play("", role="skeptic")
    assert "You play Skeptic." in told
    assert game.state.seats["you"].opening == pytest.approx((0.15, 0.25, 0.6))


def test_somebody_with_a_name_is_called_by_it():
    game = Game.new(TABLE, TABLE.start(seed=7, seats=(Seat("you", "Ana"),)))
    _, told = play("", game=game)
    assert "Good evening, Ana." in told


def test_what_somebody_is_prone_to_is_offered_first_where_they_are_called():
    table = debate_of(load_game("heart-pills"))
    game = Player.at(table).open().predict().believe().predict().game
    told = play("x", "2", "0", "s", game=game)[1]
    offered = told[told.index("1. For ") :].splitlines()[:6]
    assert offered[:3] == [
        "1. For moving further than their own figures said.",
        "2. For moving less than half as far as their own figures said.",
        "3. For counting the same thing twice.",
    ]
    assert {line.split("For ")[1] for line in offered[3:]} == {
        "moving the goalposts.",
        "giving a number that nothing supports.",
        "taking not having looked for not being there.",
    }


def test_a_question_ends_as_one():
    told = play(*STILL)[1]
    assert "What do you believe before any evidence?\n" in told
    assert "What do you believe now?\n" in told
