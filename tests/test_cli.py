"""The command line, as a shell sees it: data on standard output, narration on standard error, exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from tests.commandline import STILL, debate_tui
from tests.tabletop import COIN


def test_a_game_is_played_to_its_end(home):
    done = debate_tui("play", "coin", typed=STILL)
    assert done.returncode == 0, done.stderr
    assert "Points." in done.stdout
    assert "Traceback" not in done.stderr


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


def test_a_group_without_a_command_prints_its_help_line_by_line(home):
    asked, bare = debate_tui("saves", "--help"), debate_tui("saves")
    assert (bare.returncode, bare.stdout) == (2, "")
    assert bare.stderr == asked.stdout


def test_the_choices_that_a_message_lists_stay_on_lines_of_their_own(home):
    told = debate_tui("schema").stderr
    assert "Choose from:\n" in told
    assert [name in told.splitlines()[-3 + n] for n, name in enumerate(("scenario", "persona", "script"))]


@pytest.mark.parametrize("typed", ["no\nsuch", "no\x1b[2Jsuch", "no\u2028such", "--no\nsuch"])
def test_what_was_typed_stays_on_the_line_of_its_message(home, typed):
    told = debate_tui("saves", typed).stderr
    last = told.splitlines()[-1]
    assert last.startswith("Error: No such ")
    assert "such" in last.removeprefix("Error: No such ")
    assert "\x1b" not in told


def test_without_a_command_the_library_is_offered(home):
    done = debate_tui(typed="1\n" + STILL)
    assert "What would you like to play?" in done.stdout
    assert "Points." in done.stdout
    assert debate_tui(typed="quit\n").returncode == 0


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
