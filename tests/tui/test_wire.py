"""The program in a real terminal: what goes over the wire, and what becomes of a game that is cut off."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from debate_tui.store.codec import decode
from debate_tui.store.saves import Saves
from tests.terminal import Terminal
from tests.tui import hostile
from tests.tui.test_escapes import keep_a_hostile_game, write_a_hostile_name

CHECKOUT = Path(__file__).parents[2]


def debate_tui(
    *arguments: str, term: str = "xterm-256color", columns: int = 80, **environment: str
) -> Terminal:
    """Run the program in a terminal."""
    argv = [sys.executable, "-m", "debate_tui", *arguments]
    return Terminal(argv, term=term, columns=columns, env={"PYTHONPATH": str(CHECKOUT), **environment})


TRUE_COLOUR = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")


def palette(output: bytes) -> set[int]:
    """Give the codes of what was asked for but true colours: 30 to 37 are colours, 38 leads those of 256."""
    looks = re.findall(rb"\x1b\[([0-9;]*)m", TRUE_COLOUR.sub(b"", output))
    return {int(code) for look in looks for code in look.split(b";") if code}


def test_no_escape_of_a_strangers_reaches_the_wire(home: Path):
    write_a_hostile_name(home)
    keep_a_hostile_game(home)
    with debate_tui() as terminal:
        terminal.wait_for("Continue: Title")
        terminal.send("\x1b[F")
        terminal.wait_for("cannot be played")
        terminal.settle()
        terminal.send("c")
        terminal.wait_for("What do you believe now?")
        terminal.settle()
        for name in ("card", "scorecard"):
            terminal.send("\r")
            terminal.wait_for({"card": "promised", "scorecard": "on the room"}[name])
            terminal.settle()
        terminal.send("s")
        terminal.wait_for(b"\x1b]52;c;")
        terminal.send("\x11")
        assert terminal.wait() == 0
    assert b"pwned" in terminal.output  # as text, where a title stands
    assert b"\x1b]0;" not in terminal.output
    assert b"\x1b[31m" not in terminal.output
    ours = re.compile(r"\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b\]22;[a-z]*\x07")  # what is copied; the pointer
    assert not set("\x07\x9b\u202e") & set(ours.sub("", terminal.output.decode()))


def test_a_hostile_scenario_is_played_from_its_path(home: Path):
    hostile.write(home)
    with debate_tui("play", str(home / "scenarios" / "salon.yaml"), "--seed", "7") as terminal:
        terminal.wait_for("What do you believe before any evidence?")
        for key, words in [
            ("\r", "Lock these"),
            ("\r", "How likely each had thought it"),
            ("\r", "Say it"),
            ("s", "Lock it"),
        ]:
            terminal.settle()
            terminal.send(key)
            terminal.wait_for(words)
        terminal.settle()
        terminal.send("\x11")
        assert terminal.wait() == 0
    assert "[@click=app.quit]x[/]" in terminal.text
    assert "debate-tui continue salon-1" in terminal.text


def test_killed_in_the_middle_it_goes_on_at_the_exact_step(home: Path):
    with debate_tui("play", "coin", "--seed", "7") as terminal:
        terminal.wait_for("What do you believe before any evidence?")
        terminal.settle()
        terminal.send("\r")
        terminal.wait_for("Lock these")
        terminal.settle()
        terminal.send("\r")
        terminal.wait_for("How likely each had thought it")
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    events = decode(Saves(home / "saves").read("coin-1").events)
    with debate_tui("continue") as terminal:
        terminal.wait_for("How likely each had thought it")  # which was being looked at, and is no event
        terminal.settle()
        terminal.send("\x11")
        assert terminal.wait() == 0
        assert "debate-tui continue coin-1" in terminal.text
    assert decode(Saves(home / "saves").read("coin-1").events) == events


@pytest.mark.parametrize("theme", ["debate-light", "ansi-dark"])
def test_without_colours_there_are_none_and_everything_can_be_read(home: Path, theme: str):
    (home / "settings.toml").write_text(f'theme = "{theme}"\ntutorial_offered = true\n')
    with debate_tui(NO_COLOR="1") as terminal:
        terminal.wait_for("Another world")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait() == 0
    shades = set(TRUE_COLOUR.findall(terminal.output))
    assert all(red == green == blue for red, green, blue in shades)
    assert len(shades) > 1  # what is written stands out from its ground
    assert not {*range(30, 39), *range(40, 49)} & palette(terminal.output)


def test_sixteen_colours_are_enough(home: Path):
    with debate_tui("play", "coin", term="xterm-16color", COLORTERM="") as terminal:
        terminal.wait_for("What do you believe before any evidence?")
        terminal.settle()
        terminal.send("\x11")
        assert terminal.wait() == 0
    assert not TRUE_COLOUR.search(terminal.output)
    assert {*range(30, 38), *range(90, 98)} & palette(terminal.output)
    assert not {38, 48} & palette(terminal.output)


def test_a_dumb_terminal_is_played_on_line_by_line(home: Path):
    with debate_tui("play", "coin", term="dumb") as terminal:
        terminal.wait_for("Percents, or one by its number")
        terminal.send("quit\n")
        assert terminal.wait() == 0
    assert b"\x1b" not in terminal.output
    assert "debate-tui continue coin-1" in terminal.text
