"""Loading and fully checking one huge scenario, beside PyYAML's C loader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from benchmarks.generate import CAST, big_scenario
from benchmarks.row import Row
from benchmarks.timing import best_of
from debate_tui.content.scenario import Scenario
from debate_tui.content.source import read_document
from debate_tui.content.validate import parse


def load(folder: Path, *, arguments: int = 10_000, rounds: int = 5) -> Row:
    """Load a scenario of so many arguments; 10,000 are about 5 MB."""
    file = folder / "big.yaml"
    file.write_text(big_scenario(arguments), encoding="utf-8")
    megabytes = file.stat().st_size / 1e6
    return Row(
        "load",
        f"load and check {arguments:,} arguments ({megabytes:.1f} MB) beside PyYAML's C loader",
        *best_of(rounds, lambda: plain_data(file), lambda: load_and_check(file)),
        budget=1.2,
    )


def plain_data(file: Path) -> Any:
    """Parse a file to plain data: no positions, nothing checked."""
    return yaml.load(file.read_bytes(), yaml.CSafeLoader)


def load_and_check(file: Path) -> Scenario:
    """Read a file, check it in every way that there is, and give its model."""
    parsed = parse(read_document(file.read_bytes(), file.name), personas=CAST)
    assert isinstance(parsed.model, Scenario), parsed.problems[0]
    return parsed.model
