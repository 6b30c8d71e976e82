"""What a shell can do to the program: close its streams, name odd paths, interrupt it; no traceback."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from debate_tui.cli import main
from tests.commandline import STILL, debate_tui
from tests.tabletop import COIN


@pytest.mark.skipif(sys.platform != "linux", reason="only there a path may hold any bytes")
def test_a_scenario_in_a_folder_whose_name_is_no_unicode_is_played(home, tmp_path):
    own = tmp_path / os.fsdecode(b"w\xffird") / "coin.yaml"
    own.parent.mkdir()
    own.write_text(COIN)
    done = debate_tui("play", str(own), typed=STILL)
    assert "Traceback" not in done.stderr
    assert "Points." in done.stdout


HOSTILE = "\x1b]0;pwned\x07\x9b2J\u202e\nx"
"""Sets a terminal's title, wipes it, turns its text around, and begins a line of its own."""


def hostile(parent: Path) -> Path:
    """Make a folder with such a name, in which there is a scenario, a broken one, a script and a file."""
    folder = parent / HOSTILE
    folder.mkdir()
    (folder / "coin.yaml").write_text(COIN)
    (folder / f"{HOSTILE}.yaml").write_text(COIN.replace("asks:", "askz:"))
    (folder / "file").write_text("{}")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="no file is called that there")
@pytest.mark.parametrize(
    "command",
    [
        "paths",
        "list",
        "list --json",
        "check .",
        "check . --format json",
        "check nowhere",
        "check file",
        "play ./coin.yaml --saves {}/saves",
        "play ./coin.yaml --saves {}/file/saves",
        "play ./coin.yaml --saves {}/file",
        "play ./{}.yaml",
        "play {}",
        "play coin --as {}",
        "play coin --seed {}",
        "play coin {}",
        "play coin --script {}",
        "play coin --script {}.yaml",
        "play coin --script file",
        "play coin --{}",
        "schema {}",
        "{}",
        "--{}",
        "continue --saves {}",
        "continue {}",
        "continue salon-1",
        "continue broken-1",
        "continue {} --saves file",
        "saves {}",
        "saves list",
        "saves list --json",
        "saves show {}",
        "saves show broken-1",
        "saves export broken-1",
        "saves repair broken-1",
        "saves reseal broken-1",
        "saves delete {}",
    ],
)
def test_no_path_and_no_word_brings_an_escape_to_the_terminal(tmp_path, monkeypatch, capsys, command):
    folder = hostile(tmp_path)
    monkeypatch.setenv("DEBATE_TUI_HOME", str(folder))
    monkeypatch.chdir(folder)
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / f"{HOSTILE}.yaml").write_text(COIN.replace("asks:", "askz:"))
    (folder / "saves" / "broken-1").mkdir(parents=True)
    (folder / "saves" / "broken-1" / "events.jsonl").write_text("{}\n")
    monkeypatch.setattr(sys, "argv", ["debate-tui", *(word.format(HOSTILE) for word in command.split())])
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    with pytest.raises(SystemExit):
        main()
    told = "".join(capsys.readouterr())
    assert told
    assert not [c for c in told if c != "\n" and unicodedata.category(c) in ("Cc", "Cf") and c != "\t"], told
    assert "\nx" not in told


@pytest.mark.skipif(sys.platform != "linux", reason="only there a path may hold any bytes")
@pytest.mark.parametrize("name", [os.fsencode(HOSTILE), b"w\xffird", "d'été".encode()])
def test_what_goes_on_with_a_game_can_be_typed_wherever_it_is_kept(home, tmp_path, name):
    folder = tmp_path / os.fsdecode(name)
    left = debate_tui("play", "coin", "--saves", str(folder), typed="\n")
    told = left.stderr.partition("--saves ")[2].strip()
    typed = subprocess.run(["bash", "-c", f"printf %s {told}"], capture_output=True, check=False)
    assert typed.stdout == os.fsencode(folder)


def test_a_path_in_json_is_the_path_itself(home):
    path = home / "scenarios" / f"{HOSTILE}.yaml"
    path.write_text(COIN)
    assert str(path) in [entry["path"] for entry in json.loads(debate_tui("list", "--json").stdout)]


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


@pytest.mark.skipif(sys.platform == "win32", reason="nobody deletes an open file there")
def test_a_game_whose_folder_is_deleted_says_that_it_is_not_kept_any_more(home, tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "debate_tui", "play", "salon"], stdin=-1, stdout=-1, stderr=-1, text=True
    ) as game:
        game.stdin.write("\n")
        game.stdin.flush()
        while "Make no prediction" not in game.stdout.readline():
            pass
        shutil.rmtree(home / "saves")
        told, left = game.communicate(f"\nkeep {tmp_path / 'other'}\nquit\n", timeout=60)
    assert "This game is not being kept" in told
    assert "its folder was deleted meanwhile" in " ".join(told.split())
    assert "Type keep and a folder to keep it there." in told
    assert "saves list" not in " ".join((told + left).split())
    assert f"continue salon-1 --saves {tmp_path / 'other'}" in left


@pytest.mark.parametrize("command", ["saves list", "continue", "play coin", "saves show coin-1"])
def test_a_folder_of_saves_that_leads_in_circles_is_told(home, tmp_path, command):
    (tmp_path / "circle").symlink_to("circle")
    done = debate_tui(*command.split(), "--saves", "circle/x")
    assert done.returncode == 3
    assert done.stderr.startswith("debate-tui: circle/x: there is no such place")


@pytest.mark.skipif(sys.platform == "win32", reason="nobody deletes the folder he is in there")
def test_in_a_folder_that_is_gone_a_game_can_be_played_and_kept_elsewhere(home, tmp_path):
    told = subprocess.run(
        ["sh", "-c", f"mkdir gone; cd gone; rmdir ../gone; {sys.executable} -m debate_tui play coin"],
        input=f"\nkeep here\nkeep {tmp_path}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "That folder does not take it either: there is no such place." in told.stdout
    assert f"continue coin-1 --saves {tmp_path}" in told.stderr
    assert told.returncode == 0


def test_where_saves_cannot_be_listed_the_library_is_offered_all_the_same(home):
    (home / "saves").write_text("a file where a folder should be")
    done = debate_tui(typed="1\nquit\nquit\n")
    assert done.returncode == 0
    assert "the saves could not be listed" in done.stderr
    assert "This game is not being kept" in done.stdout


def test_a_damaged_game_is_not_offered_but_told_of(home):
    debate_tui("play", "coin")
    (home / "saves" / "coin-1" / "events.jsonl").write_text("{}\n")
    done = debate_tui(typed="quit\n")
    assert "coin-1 cannot be opened: line 1 (from byte 0 on) has no checksum" in done.stderr
    assert "Go on with" not in done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipe has a name there")
def test_a_pipe_beside_a_save_is_not_waited_for(home):
    debate_tui("play", "coin")
    origin = home / "saves" / "coin-1" / "origin.txt"
    origin.unlink()
    os.mkfifo(origin)
    assert "Is this coin fair?" in debate_tui("continue", typed="quit\n").stdout
    origin.unlink()
    os.mkfifo(home / "fifo.yaml")
    origin.write_text(str(home / "fifo.yaml"))
    assert "Is this coin fair?" in debate_tui("continue", typed="quit\n").stdout


@pytest.mark.parametrize(
    ("command", "code"), [("play nosuch", 2), ("play", 2), ("check broken.yaml", 1), ("check scenarios", 0)]
)
def test_where_nobody_reads_what_is_narrated_the_exit_code_is_the_same(home, command, code):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    (home / "broken.yaml").write_text(COIN.replace("asks:", "askz:"))
    shell = f"cd home; {sys.executable} -m debate_tui {command} 2> /dev/full"
    assert subprocess.run(["sh", "-c", shell], capture_output=True, check=False).returncode == code


@pytest.mark.parametrize("option", ["--help", "--version", "play --help"])
def test_help_that_nobody_reads_is_no_fault(home, option):
    command = [sys.executable, "-m", "debate_tui", *option.split()]
    with subprocess.Popen(command, stdout=-1, stderr=-1) as unread:
        unread.stdout.close()
        assert (unread.stderr.read(), unread.wait()) == (b"", 0)


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
