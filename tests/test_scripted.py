"""Scripts: a game from a file, and where a script is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate_tui.engine.debate import Debate
from debate_tui.errors import ContentError, StorageError
from debate_tui.scripted import load_script, play_script
from tests.engine.test_floor import TOO_FAR_AT_FIRST
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)

HEAD = "format: debate-tui/script@1\nscenario: salon\nseed: 7\n"
GAME = (
    HEAD
    + """\
opening: {holds: 40, cliff: 40, weird: 20}
turns:
  - card: works
    rows: {holds: {fine: 80}, cliff: {fine: 40}, weird: {fine: 20}}
    rival: skeptic
  - card: again
    read_as: asker
    floor: [expected, {verb: press, card: works}, {concede: {to: skeptic, card: works}},
            {call: {to: optimist, slip: double-counting}}]
    believe: {holds: 60, cliff: 28, weird: 12}
  - {known: true, floor: [{play: fair-point, to: asker}]}
  - {believe: {holds: 33.3, cliff: 33.4, weird: 33.2}}
"""
)


def run(tmp_path: Path, text: str, table: Debate = TABLE):
    """Play a script from a file, as the command line does."""
    path = tmp_path / "game.yaml"
    path.write_text(text)
    return play_script(table, *load_script(path, table.scenario))


def test_a_script_plays_every_kind_of_move(tmp_path):
    game = run(tmp_path, GAME)
    kinds = [event.kind for event in game.events]
    assert {"rival-named", "dueled", "argued", "conceded", "called", "known", "ended"} <= set(kinds)
    plays = game.state.seats["you"].plays
    assert [play.source for play in plays] == ["own", "asker", "posted", "posted"]
    assert plays[0].rows == ((0.8, 0.2), (0.4, 0.6), (0.2, 0.8))
    assert plays[0].after == plays[0].promise


def test_a_call_that_names_no_card_is_about_the_rounds_last_one(tmp_path):
    call = "{call: {to: persona-theorist, slip: over-reacting%s}}"
    script = HEAD + "turns: [{}, {floor: [" + call + "]}, {}, {}]\n"
    last, first = (
        run(tmp_path, script % card, TOO_FAR_AT_FIRST).state.calls[0] for card in ("", ", card: works")
    )
    assert (last.card, last.right) == ("again", False)
    assert (first.card, first.right) == ("works", True)


def test_beliefs_are_taken_exactly_and_normalised(tmp_path):
    last = run(tmp_path, GAME).state.seats["you"].plays[-1].after
    assert last == pytest.approx((33.3 / 99.9, 33.4 / 99.9, 33.2 / 99.9), abs=1e-15)


def test_a_script_that_says_nothing_takes_the_posted_rows_and_keeps_every_promise(tmp_path):
    game = run(tmp_path, HEAD + "turns: [{}, {}, {}, {}]\n")
    assert list(game.events) == list(Player.at(TABLE).play_on().game.events)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (HEAD + "turns: [{}, {}, {}]\n", "4:8", "the game goes on with 'coda'"),
        (HEAD + "turns:\n  - {}\n  - {}\n  - {}\n  - {}\n  - {}\n", "9:5", "over before this turn"),
        (HEAD + "turns:\n  - card: again\n", "5:11", "the card is 'works'"),
        (HEAD + "turns:\n  - floor: [expected]\n", "5:12", "not the last card"),
        (HEAD + "turns:\n  - rows: {holds: {fine: 80}}\n", "5:5", "missing-hypothesis"),
        (HEAD + "turns:\n  - {}\n  - floor: [only-later]\n", "6:13", "not been revealed"),
        (HEAD + "turns:\n  - rival: nobody\n", "5:12", "nobody"),
        (HEAD + "role: nobody\nturns: []\n", "4:7", "nobody"),
        (
            HEAD + "turns:\n  - rows: {holds: {fien: 80}, cliff: {fine: 40}, weird: {fine: 20}}\n",
            "5:26",
            "fien",
        ),
        ("format: debate-tui/script@1\nscenario: other\n", "2:11", "not 'salon'"),
    ],
)
def test_an_impossible_script_is_refused_where_it_is_impossible(tmp_path, text, place, words):
    with pytest.raises(ContentError) as caught:
        run(tmp_path, text)
    told, shown, caret, *_ = str(caught.value).split("\n")
    assert f"game.yaml:{place}: error " in told
    assert words in told
    assert shown.strip() in text
    assert caret.strip() == "^"


def test_what_check_would_say_of_a_script_is_said_before_it_is_played(tmp_path):
    with pytest.raises(ContentError, match=r"game\.yaml:5:5: error bad-sum"):
        run(tmp_path, HEAD + "turns:\n  - believe: {holds: 50, cliff: 20, weird: 20}\n")


def test_a_file_that_is_no_script_or_no_file_is_said_to_be_so(tmp_path):
    persona = tmp_path / "p.yaml"
    persona.write_text("format: debate-tui/persona@1\nid: a\nname: A\n")
    with pytest.raises(ContentError, match="not a script"):
        load_script(persona)
    with pytest.raises(StorageError, match="cannot be read"):
        load_script(tmp_path / "nowhere.yaml")
