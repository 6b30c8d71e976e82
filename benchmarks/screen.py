"""The screen in a real pseudo-terminal: how soon it is there, what it holds, how soon a key is answered."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from benchmarks.apps import READY
from benchmarks.generate import library
from benchmarks.row import Row, SkippedError
from benchmarks.startup import CHECKOUT
from benchmarks.timing import Times, best_told
from debate_tui.tui import words
from tests.terminal import Terminal, peak_memory

LISTED = "0 is on the screen"
"""The title of a scenario that comes first in every order."""

FIRST = f"""\
format: debate-tui/scenario@1
id: 0-first
title: {LISTED}
question: Is the library on the screen?
level: 1
hypotheses: [{{id: a, name: It is, prior: 50}}, {{id: b, name: It is not, prior: 50}}]
evidence:
  - {{id: look, asks: Do you see it?, outcomes: {{"yes": I do, "no": I do not}}, observed: "yes", text: I do.,
     likelihoods: {{a: {{"yes": 90}}, b: {{"yes": 10}}}}}}
"""

AT_ONCE = 0.1
"""Seconds."""

ENTER = "\r"
UP_TO_THE_UPDATE = (
    ("", words.OPENING),
    (ENTER, "100 that it comes out"),
    (ENTER, words.SURPRISE),
    (ENTER, "The floor is open"),
    ("s", words.BELIEVE_NOW),
)
"""The keys of a game with that scenario's only card, and what each of them leads to."""

PROGRAM = ("-m", "debate_tui")
TRIVIAL = "a Textual app of Header, Static and Footer"
OPTION_LIST = "beside an arrow key in a plain OptionList"
UP, DOWN, RIGHT, LEFT = (f"\x1b[{letter}" for letter in "ABCD")


def home(folder: Path, *, scenarios: int = 1_000, rounds: int = 10) -> Row:
    """Start the program up to the library on the screen, and a trivial app up to its words."""
    own = _home(folder, scenarios)
    return Row(
        "home",
        f"home with {scenarios:,} scenarios on the screen, in a pseudo-terminal, beside {TRIVIAL}",
        *best_told(rounds, lambda: _start("trivial")[0], lambda: _start(own)[0]),
        budget=1.35,
    )


def home_memory(folder: Path, *, scenarios: int = 1_000, rounds: int = 3) -> Row:
    """Compare the most memory that each has held by then.

    SkippedError: the system does not tell.
    """
    if peak_memory(os.getpid()) is None:
        raise SkippedError("this system does not tell how much memory a process holds")
    own = _home(folder, scenarios)
    return Row(
        "home-memory",
        f"the peak of memory at home with {scenarios:,} scenarios, beside {TRIVIAL}",
        *best_told(rounds, lambda: _start("trivial")[1], lambda: _start(own)[1]),
        "B",
        budget=1.5,
    )


def key(_folder: Path, *, presses: int = 300) -> Row:
    """Press an arrow key that changes something, and wait for the first byte that comes of it: the median."""
    what = f"a key to its first byte on the belief editor, {OPTION_LIST}"
    return Row("key", what, *_in_turns(presses, OPTIONS, BELIEF, median), budget=2.0)


def key_slowest(_folder: Path, *, presses: int = 300) -> Row:
    """Do the same, and look at the slowest of a hundred."""
    what = f"the same key, the slowest of a hundred, {OPTION_LIST}"
    return Row("key-slowest", what, *_in_turns(presses, OPTIONS, BELIEF, _slowest), budget=3.0)


def lock(folder: Path, *, rounds: int = 5) -> Row:
    """Lock in a belief in as many games, and wait for the last words of the round card."""
    homes = (_home(folder / f"player-{number}", 1) for number in range(rounds))
    return Row(
        "lock",
        "locking in a belief, to the round card on the screen, beside what people take for at once",
        AT_ONCE,
        median(map(_locked_in, homes)),
        budget=1.0,
    )


def scroll(_folder: Path, *, lines: int = 2_000, presses: int = 200) -> Row:
    """Scroll the room by a line when much has been said, and when little has."""
    short, long = (Played(["talk", str(said)], (UP, DOWN)) for said in (20, lines))
    return Row(
        "scroll",
        f"a key that scrolls a transcript of {lines:,} lines, to its first byte, beside one of 20",
        *_in_turns(presses, short, long, median),
        budget=1.25,
    )


class Played(NamedTuple):
    """An app, and two keys that undo each other."""

    app: Sequence[str]
    keys: tuple[str, str]


OPTIONS = Played(["options"], (DOWN, UP))
BELIEF = Played(["belief"], (RIGHT, LEFT))


def _in_turns(presses: int, floor: Played, ours: Played, pick: Callable[[Sequence[float]], float]) -> Times:
    """Press a key in the one and then in the other, over and over; pick among the times to a first byte."""
    with _open(_app(*floor.app), rows=12) as one, _open(_app(*ours.app), rows=12) as other:
        one.wait_for(READY)
        other.wait_for(READY)
        taken = [
            (_answer(one, floor.keys[turn % 2]), _answer(other, ours.keys[turn % 2]))
            for turn in range(presses)
        ]
    return Times(*map(pick, zip(*taken, strict=True)))


def _answer(terminal: Terminal, key: str) -> float:
    terminal.settle(quiet=0.03)  # what the key before has caused is over
    return terminal.press(key)


def _slowest(times: Sequence[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98]


def _home(folder: Path, scenarios: int) -> Path:
    """Make the own folder of a player who has been here before and likes everybody to speak at once."""
    library(folder / "scenarios", scenarios - 1)
    (folder / "scenarios" / "0-first.yaml").write_text(FIRST, encoding="utf-8")
    (folder / "settings.toml").write_text('tutorial_offered = true\npace = "instant"\n', encoding="utf-8")
    return folder


def _start(what: str | Path) -> tuple[float, float]:
    """Start an app, or the program at home in a folder: seconds and bytes until it is on the screen."""
    trivial = isinstance(what, str)
    command = _app(what) if isinstance(what, str) else PROGRAM
    with _open(command, {} if trivial else {"DEBATE_TUI_HOME": str(what)}) as terminal:
        seconds = terminal.wait_for(READY if trivial else LISTED)
        terminal.settle(quiet=0.3)
        return seconds, float(peak_memory(terminal.pid) or 0)


def _locked_in(own: Path) -> float:
    with _open([*PROGRAM, "play", "0-first"], {"DEBATE_TUI_HOME": str(own)}) as terminal:
        for pressed, leads_to in UP_TO_THE_UPDATE:
            terminal.send(pressed)
            terminal.wait_for(leads_to)
            terminal.settle()
        began = perf_counter()
        terminal.send(ENTER)
        terminal.wait_for(words.THE_OTHERS)
        return perf_counter() - began


def _app(name: str, *how: str) -> list[str]:
    return ["-m", "benchmarks.apps", name, *how]


def _open(arguments: Sequence[str], environment: Mapping[str, str] = {}, *, rows: int = 24) -> Terminal:
    """Start Python so that bytecode can become warm, and that nothing is animated."""
    settled = {"PYTHONDONTWRITEBYTECODE": "", "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": ""}
    env = {**settled, **environment}
    return Terminal([sys.executable, *arguments], rows=rows, env=env, cwd=CHECKOUT)
