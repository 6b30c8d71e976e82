"""What a shell can do to the program: close its streams, name odd paths, interrupt it; no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
