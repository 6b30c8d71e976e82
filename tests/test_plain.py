"""The plain game: played at a prompt by somebody who cannot see, or by a pipe."""

from __future__ import annotations

import io

import pytest

from debate_tui.game import Game
from debate_tui.plain.console import Left
from debate_tui.plain.game import PlainGame
from debate_tui.plain.reading import Misread, read_belief, read_choice, read_percents
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)


class Typist:
    """Types lines at prompts, and stops when there are none left."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.prompts: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


def play(*lines: str, game: Game | None = None, **start: object) -> tuple[Game, str]:
    """Play a game as far as the lines go."""
    game = game or Player.at(TABLE, **start).game
    out = io.StringIO()
    try:
        PlainGame(game, out, Typist(*lines)).play()
    except Left:
        out.write("(left)")
    return game, out.getvalue()


def test_enter_all_the_way_plays_a_whole_game():
    game, told = play(*[""] * 20)
    assert game.over
    assert "Points." in told
    assert "Where you part." in told


def test_choices_are_numbered_and_lines_fit_the_width():
    _, told = play("", "")
    assert "1. Take the posted rows." in told
    assert max(len(line) for line in told.splitlines()) <= 79
    assert not set("│┌└─█▇\x1b") & set(told)


def test_the_same_choices_give_the_same_events_as_any_other_face():
    game, _ = play(*[""] * 20)
    other = Player.at(TABLE).open()
    while not other.game.over:
        other.predict()
        other.believe([100 * part for part in other.game.state.seats["you"].play.before])
    assert list(game.events) == list(other.game.events)


def test_help_and_what_lies_on_the_table_can_be_asked_for_anywhere():
    _, told = play("help", "beliefs", "card", "map", "words", "", "beliefs", "card", "map")
    assert "undo practice" in told
    assert "No card lies on the table yet." in told
    assert "Nothing has been argued yet." in told
    assert "salon: A room." in told
    assert told.count("Asker bets") == 2


def test_quit_and_the_end_of_input_leave_the_game_where_it_is():
    for lines in (("", "quit"), ("",)):
        game, told = play(*lines)
        assert told.endswith("(left)")
        assert game.state.step == "predict"


def test_undo_takes_back_and_asks_again():
    game, told = play("50 30 20", "undo", "20 30 50")
    assert game.state.seats["you"].opening == pytest.approx((0.2, 0.3, 0.5))
    assert "You went back." in told


def test_undo_across_a_reveal_says_what_it_would_cost():
    game, told = play("", "", "undo")
    assert "Type undo practice" in told
    assert not game.state.practice
    game, told = play("", "", "undo practice")
    assert game.state.practice
    assert game.state.step == "predict"


def test_nonsense_is_answered_with_what_would_be_right():
    _, told = play("a lot", "50 50 50", "0 50 50", "", "9", "x")
    assert "is not a list of numbers" in told
    assert "adds up to 150%" in told
    assert "Nothing is certain here." in told
    assert told.count("Type a number from 1 to 6") == 2


def test_own_rows_borrowed_rows_and_a_duel():
    game, told = play("", "2", "90 10", "", "20", "", "3", "1")
    plays = game.state.seats["you"].plays
    assert plays[0].rows == ((0.9, 0.1), pytest.approx((0.85, 0.15)), (0.2, 0.8))
    assert plays[1].source == "asker"
    game, told = play("", "4", "3", "1")
    assert "duel with Skeptic" in told
    assert game.state.seats["you"].plays[0].duel_bits is not None


def test_fixed_rows_offer_no_others():
    game = Player.at(debate(SALON, rows="fixed")).game
    _, told = play("", game=game)
    assert "rows of your own" not in told


def test_the_floor_in_full():
    lines = ["", "", "", "", "1", "call", "8", "3", "2", "beliefs"]
    game, told = play(*lines)
    assert "We expected it." in told
    assert "expected" in game.state.said


def test_a_game_taken_up_again_does_not_repeat_what_was_told():
    game, told = play("", "", "")
    _, again = play("beliefs", game=Game(TABLE.resumed(game.events[0]), game.events))
    assert "It worked." in told
    assert "Card 1" not in again
    assert "You go on at card 2: It worked again." in again


def test_a_role_has_its_brief_and_its_own_opening():
    game, told = play("", role="skeptic")
    assert "You play Skeptic." in told
    assert game.state.seats["you"].opening == pytest.approx((0.15, 0.25, 0.6))


class TestReading:
    def test_percents_may_be_separated_by_anything_and_leave_the_last_one_out(self):
        assert read_percents("50, 30 % 20", 3) == [50, 30, 20]
        assert read_percents("50 30", 3) == [50, 30, 20]

    def test_one_belief_by_number_or_id_leaves_the_others_in_proportion(self):
        now = {"a": 0.2, "b": 0.6, "c": 0.2}
        assert read_belief("1=50", list(now), now) == pytest.approx([50, 37.5, 12.5])
        assert read_belief("b = 20%", list(now), now) == pytest.approx([40, 20, 40])

    @pytest.mark.parametrize("text", ["", "1 2 3 4", "x=5", "9=50", "one", "1=x"])
    def test_what_is_no_belief_is_not_read(self, text):
        with pytest.raises(Misread):
            read_belief(text, ["a", "b", "c"], {"a": 0.2, "b": 0.6, "c": 0.2})

    @pytest.mark.parametrize("text", ["0", "4", "-1", "one", "", "1.5", "²"])
    def test_what_is_no_choice_is_not_read(self, text):
        with pytest.raises(Misread):
            read_choice(text, 3, None)
