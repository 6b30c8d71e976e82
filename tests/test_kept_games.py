"""Kept games at the command line: left, continued, listed, shown, and what is wrong with them told."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.commandline import STILL, debate_tui
from tests.tabletop import COIN, SALON


def test_a_game_is_left_kept_and_continued(home):
    left = debate_tui("play", "salon", typed="50 30 20\n\n")
    assert left.returncode == 0
    assert "debate-tui continue salon-1" in left.stderr
    again = debate_tui("continue", typed="beliefs\n" + STILL)
    assert "You: Holds 50%; Holds until it breaks 30%; Goes weird 20%." in again.stdout
    assert "Points." in again.stdout
    assert debate_tui("continue").returncode == 2


def test_who_came_through_run_py_is_told_to_go_on_through_it(home):
    left = debate_tui("play", "salon", typed="50 30 20\n\n", DEBATE_TUI_CALLED="python3 run.py")
    assert "Kept. Go on with: python3 run.py continue salon-1" in left.stderr


def test_a_game_that_was_left_can_be_gone_on_with_at_once(home):
    done = debate_tui(typed="1\n\nquit\n1\nquit\nquit\n")
    assert done.returncode == 0, done.stderr
    assert "You go on with Is this coin fair?" in done.stdout


def test_a_kept_game_can_be_shown_exported_and_deleted(home):
    debate_tui("play", "coin", "--seed", "3", typed=STILL)
    assert "coin-1" in debate_tui("saves", "list").stdout
    assert json.loads(debate_tui("saves", "list", "--json").stdout)[0]["ended"] is True
    assert debate_tui("saves", "show", "coin-1").stdout.startswith("# Is this coin fair?")
    stops = json.loads(debate_tui("saves", "export", "coin-1").stdout)
    assert [stop["what"] for stop in stops][-1] == "ended"
    scored = debate_tui("saves", "export", "coin-1", "--format", "scorecard").stdout
    assert json.loads(scored)["seed"] == 3
    assert debate_tui("saves", "delete", "coin-1", typed="n\n").returncode == 130
    assert debate_tui("saves", "delete", "coin-1", "--yes").returncode == 0
    assert debate_tui("saves", "list").stdout == ""


def test_cards_seen_in_a_kept_game_are_practice_in_the_next(home):
    debate_tui("play", "coin", typed=STILL)
    done = debate_tui("play", "coin", "--json", typed=STILL)
    assert json.loads(done.stdout)["cards"][0]["fresh"] is False
    world = debate_tui("play", "coin", "--world", "4", "--json", typed=STILL)
    assert json.loads(world.stdout)["cards"][0]["fresh"] is True


def test_a_game_begun_before_another_showed_its_cards_does_not_count_them(home):
    debate_tui("play", "salon", typed="\n")
    debate_tui("play", "salon", typed=STILL)
    done = debate_tui("continue", "salon-1", "--json", typed=STILL)
    assert "practice here: It worked; It worked again; Something strange; The coda." in done.stderr
    assert {card["fresh"] for card in json.loads(done.stdout)["cards"]} == {False}
    assert "Meanwhile shown in another game" in debate_tui("saves", "show", "salon-1").stdout


def test_an_unwritable_folder_of_saves_does_not_stop_the_game(home, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    done = debate_tui("play", "coin", "--saves", str(blocked / "saves"), typed=STILL)
    assert done.returncode == 0
    assert "not being kept" in done.stdout
    assert "Points." in done.stdout


def test_a_game_in_a_folder_of_its_own_is_continued_from_there(home, tmp_path):
    left = debate_tui("play", "salon", "--saves", "my games", typed="\n\n")
    assert f"debate-tui continue salon-1 --saves '{tmp_path / 'my games'}'" in left.stderr
    again = debate_tui("continue", "salon-1", "--saves", str(tmp_path / "my games"), typed=STILL)
    assert "Points." in again.stdout


def test_a_game_that_cannot_be_kept_can_be_kept_elsewhere(home, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    typed = f"\nkeep {blocked}\nkeep {tmp_path / 'other'}\n"
    left = debate_tui("play", "salon", "--saves", str(blocked / "saves"), typed=typed)
    assert "does not take it either" in left.stdout
    assert f"debate-tui continue salon-1 --saves {tmp_path / 'other'}" in left.stderr
    again = debate_tui("continue", "salon-1", "--saves", str(tmp_path / "other"), typed=STILL)
    assert "Points." in again.stdout


def test_a_folder_of_nobodys_or_that_leads_in_circles_does_not_stop_the_game(home, tmp_path):
    (tmp_path / "circle").symlink_to("circle")
    typed = f"\nkeep ~nosuchuser/x\nkeep {tmp_path / 'circle' / 'x'}\nbeliefs\n"
    left = debate_tui("play", "salon", typed=typed)
    assert left.stdout.count("That folder does not take it either: there is no such place.") == 2
    assert "You: Holds 30%" in left.stdout
    assert "debate-tui continue salon-1" in left.stderr
    assert "Traceback" not in left.stderr


def test_a_folder_with_a_long_path_is_taken_whole(home, tmp_path):
    deep = tmp_path.joinpath(*["a-folder-in-a-folder"] * 15)
    left = debate_tui("play", "salon", typed=f"\nkeep {deep}\n")
    assert f"continue salon-1 --saves {deep}" in left.stderr
    assert (deep / "salon-1").is_dir()


def test_a_changed_scenario_goes_on_where_it_can_and_says_so(home):
    debate_tui("play", "salon", typed="\n\n")
    path = home / "scenarios" / "salon.yaml"
    path.write_text(SALON.replace("title: The coda", "title: The finale"))
    done = debate_tui("continue", typed=STILL)
    assert "has changed since" in done.stderr
    assert "The finale" in done.stdout
    assert "Points." in done.stdout


def test_a_scenario_that_was_put_in_another_order_has_every_figure_at_its_own_words(home):
    debate_tui("play", "salon", typed="50 30 20\n")
    before = debate_tui("continue", "salon-1").stdout
    holds, cliff, weird = (
        line for line in SALON.splitlines() if line.startswith("  - {id:") and "prior" in line
    )
    (home / "scenarios" / "salon.yaml").write_text(
        SALON.replace(f"{holds}\n{cliff}\n{weird}", f"{weird}\n{holds}\n{cliff}").replace(
            "{fine: It worked, broke: It broke}", "{broke: It broke, fine: It worked}"
        )
    )
    assert debate_tui("continue", "salon-1").stdout == before


def test_a_scenario_that_lost_what_the_game_used_refuses_and_keeps_the_save(home):
    debate_tui("play", "salon", typed="\n\n")
    path = home / "scenarios" / "salon.yaml"
    others = SALON.replace("broke: It broke}", "burst: It broke}")
    path.write_text(others.replace("outcome: broke", "outcome: burst"))
    done = debate_tui("continue")
    assert done.returncode in (1, 3)
    path.write_text(SALON)
    assert "Points." in debate_tui("continue", typed=STILL).stdout


def test_a_game_of_a_file_outside_the_library_is_continued_from_there(home, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(COIN.replace("id: coin", "id: own"))
    debate_tui("play", str(own), typed="\n")
    os.chdir(home)
    assert "Points." in debate_tui("continue", typed=STILL).stdout


def test_wherever_such_a_game_is_kept_its_scenario_is_found(home, tmp_path):
    own, blocked = tmp_path / "own.yaml", tmp_path / "blocked"
    own.write_text(COIN.replace("id: coin", "id: own"))
    blocked.write_text("a file where a folder should be")
    debate_tui("play", str(own), "--saves", str(blocked / "saves"), typed=f"\nkeep {tmp_path / 'other'}\n")
    os.chdir(home)
    assert "Points." in debate_tui("continue", "--saves", str(tmp_path / "other"), typed=STILL).stdout


@pytest.mark.parametrize("command", [["continue", "salon-1"], ["saves", "show", "salon-1"]])
@pytest.mark.parametrize("gone", [1, 2, 3, 4, 5])
def test_a_game_with_an_event_cut_out_goes_on_or_says_what_is_wrong(home, command, gone):
    debate_tui("play", "salon", typed="50 30 20\n\n\nsame\n\n")
    events = home / "saves" / "salon-1" / "events.jsonl"
    lines = events.read_bytes().splitlines(keepends=True)
    events.write_bytes(b"".join([*lines[:gone], *lines[gone + 1 :]]))
    resealed = debate_tui("saves", "reseal", "salon-1")
    assert resealed.returncode == 0
    done = debate_tui(*command)
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert done.returncode == 3
        assert "do not follow from each other" in done.stderr
        assert "saves reseal" in done.stderr
    assert ("cannot be opened" in resealed.stderr) == bool(done.returncode)
    sees_it = done.returncode and gone != 5  # that this was a reveal only its scenario can tell
    assert ("cannot be opened: the events" in debate_tui("saves", "list").stdout) == bool(sees_it)


@pytest.mark.parametrize(
    ("key", "value"), [("belief", [0.0, 0.0]), ("belief", []), ("belief", [0.5, "x"]), ("seat", "me")]
)
def test_a_game_edited_into_none_is_told_and_stops_no_other(home, key, value):
    debate_tui("play", "coin", typed=STILL)
    edit(home / "saves" / "coin-1" / "events.jsonl", "believed", {key: value})
    assert debate_tui("saves", "reseal", "coin-1").returncode == 0
    listed = debate_tui("saves", "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "coin-1  cannot be opened: " in listed.stdout
    exported = debate_tui("saves", "export", "coin-1", "--format", "scorecard")
    assert (exported.returncode, exported.stdout) == (3, "")
    assert "Traceback" not in exported.stderr
    assert "Points." in debate_tui("play", "coin", typed=STILL).stdout


def edit(events: Path, kind: str, changes: Mapping[str, object]) -> None:
    """Change the first event of a kind as somebody with an editor would."""
    lines = [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]
    next(line["event"] for line in lines if line["event"]["kind"] == kind).update(changes)
    events.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
