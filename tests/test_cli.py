"""The command line, as a shell sees it: data on standard output, narration on standard error, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.tabletop import COIN, SALON

STILL = "same\n\n" * 40
"""What somebody types who moves nothing: `same` where a belief is asked for, Enter everywhere."""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user's own folder, with two scenarios in it."""
    home = tmp_path / "home"
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "coin.yaml").write_text(COIN)
    (home / "scenarios" / "salon.yaml").write_text(SALON)
    monkeypatch.setenv("DEBATE_TUI_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return home


def debate_tui(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    return subprocess.run(
        [sys.executable, "-m", "debate_tui", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_game_is_played_to_its_end(home):
    done = debate_tui("play", "coin", typed=STILL)
    assert done.returncode == 0, done.stderr
    assert "Points." in done.stdout
    assert "Traceback" not in done.stderr


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


def test_a_script_prints_one_object_and_keeps_nothing(home, tmp_path):
    script = tmp_path / "game.yaml"
    script.write_text("format: debate-tui/script@1\nscenario: coin\nturns: [{}]\n")
    done = debate_tui("play", "coin", "--script", str(script), "--json")
    card = json.loads(done.stdout)
    assert list(card)[:6] == ["scenario", "sha256", "seed", "world", "truth", "cards"]
    assert card["cards"][0]["q"] == {"fair": pytest.approx(5 / 13), "heavy": pytest.approx(8 / 13)}
    assert not (home / "saves").exists()


def test_a_game_can_end_in_json_with_the_telling_on_standard_error(home):
    done = debate_tui("play", "coin", "--json", "--seed", "9", typed=STILL)
    assert json.loads(done.stdout)["seed"] == 9
    assert "Points." in done.stderr


def test_a_bad_script_leaves_with_1_and_the_place(home, tmp_path):
    script = tmp_path / "game.yaml"
    script.write_text("format: debate-tui/script@1\nscenario: coin\nturns: []\n")
    done = debate_tui("play", "coin", "--script", str(script), "--json")
    assert done.returncode == 1
    assert "game.yaml:3:8" in done.stderr
    assert done.stdout == ""


def test_check_says_everything_and_leaves_with_0_or_1(home, tmp_path):
    good = debate_tui("check", str(home / "scenarios"))
    assert (good.returncode, good.stdout) == (0, "")
    bad = tmp_path / "bad.yaml"
    bad.write_text(COIN.replace("prior: 50}", "prior: 60}").replace("asks:", "askz:"))
    done = debate_tui("check", str(bad))
    assert done.returncode == 1
    assert "error unknown-key" in done.stdout
    assert "did you mean" in done.stdout
    listed = json.loads(debate_tui("check", str(bad), "--format", "json").stdout)
    assert {problem["code"] for problem in listed} >= {"unknown-key", "missing-key", "bad-sum"}


def test_a_broken_scenario_is_listed_as_broken_and_cannot_be_played(home):
    (home / "scenarios" / "bad.yaml").write_text(
        COIN.replace("id: coin", "id: bad").replace("asks:", "askz:")
    )
    listed = debate_tui("list")
    assert re.search(r"^bad +broken: bad.yaml:", listed.stdout, re.MULTILINE)
    done = debate_tui("play", "bad")
    assert done.returncode == 1
    assert "unknown-key" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["play", "cion"], 2, "did you mean"),
        (["play"], 2, "Missing argument"),
        (["play", "coin", "--as", "hermit"], 2, "self, asker"),
        (["play", "coin", "--seed", "x"], 2, "not a valid integer"),
        (["continue", "nothing"], 2, "no save called"),
        (["check", "nowhere"], 2, "does not exist"),
        (["schema", "thing"], 2, "is not one of"),
        (["fly"], 2, "No such command"),
        (["play", "coin", "--script", "nowhere.yaml"], 3, "cannot be read"),
        (["play", "coin", "--script", "nowhere.yaml", "--seed", "1"], 2, "itself"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line_with_its_exit_code(home, arguments, code, words):
    done = debate_tui(*arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_without_a_command_the_library_is_offered(home):
    done = debate_tui(typed="1\n" + STILL)
    assert "What would you like to play?" in done.stdout
    assert "Points." in done.stdout
    assert debate_tui(typed="quit\n").returncode == 0


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


@pytest.mark.skipif(sys.platform != "linux", reason="only there a path may hold any bytes")
def test_a_scenario_in_a_folder_whose_name_is_no_unicode_is_played(home, tmp_path):
    own = tmp_path / os.fsdecode(b"w\xffird") / "coin.yaml"
    own.parent.mkdir()
    own.write_text(COIN)
    done = debate_tui("play", str(own), typed=STILL)
    assert "Traceback" not in done.stderr
    assert "Points." in done.stdout


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


def test_a_closed_pipe_and_a_terminal_without_unicode_give_no_traceback(home):
    shell = f"{sys.executable} -m debate_tui schema scenario | head -c 1"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")
    with subprocess.Popen([sys.executable, "-m", "debate_tui", "paths"], stdout=-1, stderr=-1) as unread:
        unread.stdout.close()
        assert (unread.stderr.read(), unread.wait()) == (b"", 0)
    ascii_only = debate_tui("play", "salon", typed=STILL, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ascii_only.returncode == 0
    assert "Traceback" not in ascii_only.stderr
    assert 'if "Holds" is right' in ascii_only.stdout
    assert "?" not in ascii_only.stdout.split("What it comes to.")[1]


@pytest.mark.parametrize("shell", ["{} <&-", "{} >&-", "{} > /dev/full", "printf '\\351\\n' | {}"])
def test_streams_that_are_closed_full_or_in_another_encoding_give_no_traceback(home, shell):
    if "/dev/full" in shell and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    program = f"{sys.executable} -m debate_tui play coin"
    done = subprocess.run(
        ["sh", "-c", shell.format(program)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == (3 if "full" in shell else 0)


def test_an_interruption_leaves_with_130_and_the_game_is_kept(home):
    program = (
        "import sys, debate_tui.cli, debate_tui.cli.play as play\n"
        "def ask(prompt): raise KeyboardInterrupt\n"
        "play.asker = lambda out: ask\n"
        "sys.argv = ['debate-tui', 'play', 'coin']\n"
        "debate_tui.cli.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert "debate-tui continue coin-1" in done.stderr
    assert "Traceback" not in done.stderr


def test_schema_paths_and_completion_print_what_they_say(home):
    assert json.loads(debate_tui("schema", "persona").stdout)["properties"]["glyph"]
    assert f"saves\t{home}" in debate_tui("paths").stdout
    assert "_debate_tui_completion" in debate_tui("completion", "bash").stdout


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["play", "co"], ["plain,coin"]),
        (["play", "./co"], ["file,./co"]),
        (["play", "coin", "--as", "as"], ["plain,asker"]),
        (["play", "--as", "s"], ["plain,self", "plain,self-auditor", "plain,skeptic"]),
        (["continue", "coi"], ["plain,coin-1"]),
        (["saves", "show", "c"], ["plain,coin-1"]),
        (["saves", "show", "x"], [""]),
    ],
)
def test_a_shell_completes_scenarios_roles_and_kept_games(home, typed, completed):
    debate_tui("play", "coin")
    words = {"COMP_WORDS": " ".join(["debate-tui", *typed]), "COMP_CWORD": str(len(typed))}
    done = debate_tui(**words, _DEBATE_TUI_COMPLETE="bash_complete")
    assert (done.stdout.splitlines() or [""], done.stderr) == (completed, "")


def test_the_version_is_told_without_loading_what_it_does_not_need():
    program = (
        "import sys; sys.argv = ['debate-tui', '--version']\n"
        "from debate_tui.cli import main\n"
        "try: main()\n"
        "finally: print([m for m in ('textual', 'numpy', 'pydantic', 'yaml') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["debate-tui, version 0.1.0", "[]"]


@pytest.mark.parametrize("command", [["continue", "salon-1"], ["saves", "show", "salon-1"]])
@pytest.mark.parametrize("gone", [1, 2, 3, 4, 5])
def test_a_game_with_an_event_cut_out_goes_on_or_says_what_is_wrong(home, command, gone):
    debate_tui("play", "salon", typed="50 30 20\n\n\nsame\n\n")
    events = home / "saves" / "salon-1" / "events.jsonl"
    lines = events.read_bytes().splitlines(keepends=True)
    events.write_bytes(b"".join([*lines[:gone], *lines[gone + 1 :]]))
    assert debate_tui("saves", "reseal", "salon-1").returncode == 0
    done = debate_tui(*command)
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert done.returncode == 3
        assert "do not follow from each other" in done.stderr
        assert "saves reseal" in done.stderr


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
