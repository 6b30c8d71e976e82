"""Whole games, beside what engines of interactive fiction play of theirs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.bardic import reader
from benchmarks.match import Match
from benchmarks.row import Row
from benchmarks.timing import best, best_of
from debate_tui.collector import look_seldom

AT_ONCE = 100
"""So many games are scored together, as whoever simulates many would."""

PEERS = {"ChoiceScript's randomtest": 1_500.0, "Bardic": 1_250.0, "inkjs 2.4": 760.0}
"""Games of 20 choices a second on one core, measured once elsewhere; none of these scores anything."""


def games(_folder: Path, *, number: int = 200, rounds: int = 25) -> Row:
    """Play games of 20 choices and score them."""
    return _row("games", "games of 20 choices", number, rounds, budget=1.0)


def games_looking(_folder: Path, *, number: int = 200, rounds: int = 25) -> Row:
    """Play and score the same games as every face does: a player sees the table before each choice."""
    return _row("games-looking", "games of 20 views and choices", number, rounds, look=True)


def _row(
    name: str, what: str, number: int, rounds: int, *, look: bool = False, budget: float | None = None
) -> Row:
    """Play so many games a round, each in a world of its own, in turns with as many of Bardic's stories."""
    match, read = Match.of(), reader()
    look_seldom()  # as the program does once home is there
    peer, *others = PEERS

    def play() -> None:
        for first in range(0, number, AT_ONCE):
            match.score(range(first, first + AT_ONCE), look=look)

    if read is None:
        rate, here = number / best(rounds, play), ""
    else:
        times = best_of(rounds, lambda: [read() for _ in range(number)], play)
        rate = number / times.ours
        here = f", {times.floor / times.ours:.2f} × Bardic in this run ({number / times.floor:,.0f} /s)"
    return Row(
        name,
        f"whole {what} with full scoring, beside {peer} (a fixed figure)",
        PEERS[peer],
        rate,
        "/s",
        budget,
        ", ".join([f"{rate / PEERS[other]:.2f} × {other}" for other in others]) + here,
    )
