"""Whole games, beside what engines of interactive fiction play of theirs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.match import Match
from benchmarks.row import Row
from benchmarks.timing import best

AT_ONCE = 50
"""So many games are scored together, as whoever simulates many would."""

PEERS = {"ChoiceScript's randomtest": 1_500.0, "Bardic": 1_250.0, "inkjs 2.4": 760.0}
"""Games of 20 choices a second on one core, measured once elsewhere; none of these scores anything."""


def games(_folder: Path, *, number: int = 1_000, rounds: int = 5) -> Row:
    """Play games of 20 choices and score them."""
    rate = games_a_second(number, rounds)
    return _row("games", "whole games of 20 choices with full scoring", rate, budget=1.0)


def games_looking(_folder: Path, *, number: int = 1_000, rounds: int = 5) -> Row:
    """Play and score the same games as every face does: a player sees the table before each choice."""
    rate = games_a_second(number, rounds, look=True)
    return _row("games-looking", "whole games of 20 views and choices with full scoring", rate)


def games_a_second(number: int, rounds: int, *, look: bool = False) -> float:
    """Play so many games a round, each in a world of its own, and give the best rate."""
    match = Match.of()

    def play() -> None:
        for first in range(0, number, AT_ONCE):
            match.score(range(first, first + AT_ONCE), look=look)

    return number / best(rounds, play)


def _row(name: str, what: str, rate: float, budget: float | None = None) -> Row:
    peer, *others = PEERS
    also = ", ".join(f"{rate / PEERS[other]:.2f} × {other}" for other in others)
    return Row(name, f"{what}, beside {peer} (a fixed figure)", PEERS[peer], rate, "/s", budget, also)
