"""Whether work grows linearly: twice as much of something beside once as much of it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generate import big_scenario
from benchmarks.load import load_and_check
from benchmarks.match import Match
from benchmarks.row import Row
from benchmarks.timing import Work, best_of


def growth_cards(_folder: Path, *, cards: int = 20, rounds: int = 10) -> Row:
    """Play and score games of twice the cards."""
    return _row(
        "growth-cards", f"a game of {2 * cards} cards beside {cards}", rounds, *_games("cards", cards)
    )


def growth_said(_folder: Path, *, said: int = 5, rounds: int = 10) -> Row:
    """Play and score games in which twice as much is said."""
    what = f"a game with {2 * said} arguments a round beside {said}"
    return _row("growth-said", what, rounds, *_games("said", said))


def growth_players(_folder: Path, *, players: int = 20, rounds: int = 5) -> Row:
    """Play and score games of twice the players."""
    what = f"a game of {2 * players} players beside {players}"
    return _row("growth-players", what, rounds, *_games("players", players))


def growth_arguments(folder: Path, *, arguments: int = 2_000, rounds: int = 5) -> Row:
    """Load and check scenarios of twice the arguments."""
    once, twice = (_scenario(folder, number) for number in (arguments, 2 * arguments))
    what = f"loading and checking {2 * arguments:,} arguments beside {arguments:,}"
    return _row("growth-arguments", what, rounds, lambda: load_and_check(once), lambda: load_and_check(twice))


def _games(what: str, number: int) -> tuple[Work, Work]:
    once, twice = Match.of(**{what: number}), Match.of(**{what: 2 * number})
    return lambda: once.score([1]), lambda: twice.score([1])


def _scenario(folder: Path, arguments: int) -> Path:
    file = folder / f"arguments-{arguments}.yaml"
    file.write_text(big_scenario(arguments), encoding="utf-8")
    return file


def _row(name: str, what: str, rounds: int, once: Work, twice: Work) -> Row:
    return Row(name, what, *best_of(rounds, once, twice), note="linear work: 2 at most")
