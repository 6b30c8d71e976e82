"""The pseudo-terminal that other tests look through."""

from __future__ import annotations

import sys

import pytest

from tests.terminal import Terminal, TooLateError, peak_memory

ECHO = """
import os, signal, sys, tty
tty.setraw(0)
signal.signal(signal.SIGWINCH, lambda *_: print(*os.get_terminal_size(), flush=True))
print("\\x1b[31mready\\x1b[0m", os.environ["TERM"], flush=True)
for key in iter(lambda: os.read(0, 1).decode(), "q"):
    print(f"<{key}>", flush=True)
sys.exit(3)
"""


def echo(**how: int) -> Terminal:
    return Terminal([sys.executable, "-c", ECHO], **how)


def test_keys_go_in_and_output_comes_out() -> None:
    with echo() as terminal:
        assert terminal.wait_for("ready xterm-256color") > 0.0
        assert b"\x1b[31mready\x1b[0m" in terminal.output
        assert terminal.press("a") < 5.0
        terminal.wait_for(b"<a>")
        terminal.send("q")
        assert terminal.wait() == 3


def test_a_program_learns_its_size() -> None:
    with echo(columns=40, rows=12) as terminal:
        terminal.wait_for("ready")
        terminal.resize(20, 10)
        terminal.wait_for("20 10")


def test_what_never_comes_is_an_error_that_shows_what_came() -> None:
    with echo() as terminal:
        with pytest.raises(TooLateError, match="ready xterm"):
            terminal.wait_for("steady", timeout=1.0)
        with pytest.raises(TooLateError, match="did not end"):
            terminal.wait(timeout=0.2)


def test_a_program_that_ended_is_not_waited_for() -> None:
    with Terminal([sys.executable, "-c", "print('bye')"]) as terminal:
        with pytest.raises(TooLateError, match="bye"):
            terminal.wait_for("hello", timeout=60.0)
        assert terminal.wait() == 0


def test_the_peak_of_memory_is_the_programs_own() -> None:
    with echo() as terminal:
        terminal.wait_for("ready")
        peak = peak_memory(terminal.pid)
        assert peak is None or 2**20 < peak < 2**26
    assert peak_memory(0) is None


def test_text_is_what_is_left_of_the_output() -> None:
    with Terminal(["printf", r"\033[1ma\033]0;title\007b\033]52;c;eA==\033\\c\033Md\033(Be"]) as terminal:
        terminal.wait()
        assert terminal.text == "abcde"
