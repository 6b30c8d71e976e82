"""Listing a whole library: for the first time, beside PyYAML's C loader, and unchanged, beside `stat`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.generate import library
from benchmarks.load import plain_data
from benchmarks.row import Row
from benchmarks.timing import best_of
from debate_tui.content.catalog import list_scenarios
from debate_tui.content.entries import ScenarioEntry


def index_cold(folder: Path, *, scenarios: int = 1_000, rounds: int = 3) -> Row:
    """List a library that was never listed before."""
    shelf = _shelf(folder, scenarios)
    fresh = (folder / f"cold-{number}.json" for number in count())
    return Row(
        "index-cold",
        f"index {scenarios:,} scenarios of 12 kB, cold, beside PyYAML's C loader on all",
        *best_of(rounds, lambda: parse_all(shelf), lambda: list_all(shelf, next(fresh))),
        budget=1.5,
    )


def index_unchanged(folder: Path, *, scenarios: int = 1_000, rounds: int = 20) -> Row:
    """List a library in which nothing has changed since it was listed."""
    shelf = _shelf(folder, scenarios)
    paths = [str(file) for file in _files(shelf)]
    index = folder / "index.json"
    list_all(shelf, index)
    return Row(
        "index-unchanged",
        f"index {scenarios:,} scenarios, unchanged, beside os.stat on all",
        *best_of(rounds, lambda: stat_all(paths), lambda: list_all(shelf, index)),
        budget=6.0,
    )


def parse_all(shelf: Path) -> list[Any]:
    """Parse every file to plain data."""
    return [plain_data(file) for file in _files(shelf)]


def stat_all(paths: list[str]) -> list[os.stat_result]:
    """Ask for the status of every file."""
    return [os.stat(path) for path in paths]  # noqa: PTH116  the floor is the bare call


def list_all(shelf: Path, index: Path) -> tuple[ScenarioEntry, ...]:
    """List the library as the program does."""
    return list_scenarios([shelf], index)


def _files(shelf: Path) -> Iterator[Path]:
    return shelf.glob("*.yaml")


def _shelf(folder: Path, scenarios: int) -> Path:
    shelf = folder / "library"
    library(shelf, scenarios)
    return shelf
