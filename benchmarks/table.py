"""The table that people read and the JSON that programs read."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from benchmarks.row import Row
from debate_tui import __version__

WITHIN = {True: "yes", False: "NO", None: "-"}
COLUMNS = "{:<17} {:>11} {:>11} {:>11} {:>11}  {}"
HEAD = COLUMNS.format("name", "floor", "ours", "ratio", "budget", "within budget")


def line(row: Row) -> str:
    """Write a row as a line of the table, and below it what was measured."""
    figures = COLUMNS.format(
        row.name,
        _amount(row.floor, row.unit),
        _amount(row.ours, row.unit),
        f"{_number(row.ratio)} ×",
        _budget(row),
        WITHIN[row.within],
    )
    return "\n".join([figures, f"    {row.what}", *([f"    {row.note}"] if row.note else [])])


def as_data(rows: Sequence[Row], skipped: Mapping[str, str], *, quick: bool) -> dict[str, Any]:
    """Give everything as plain data: seconds, or bytes or times a second where the unit says so."""
    return {
        "quick": quick,
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "debate-tui": __version__,
            **{name: version(name) for name in ("numpy", "pydantic", "PyYAML")},
        },
        "rows": [{**asdict(row), "ratio": row.ratio, "within": row.within} for row in rows],
        "skipped": dict(skipped),
    }


def _budget(row: Row) -> str:
    if row.budget is None:
        return "-"
    return f"{'≥' if row.unit == '/s' else '≤'} {row.budget:,g} ×"


def _amount(value: float, unit: str) -> str:
    if unit == "/s":
        return f"{_number(value)} /s"
    if unit == "B":
        return f"{value / 1e6:.3g} MB"
    for name, size in (("s", 1.0), ("ms", 1e-3)):
        if value >= size:
            return f"{value / size:.3g} {name}"
    return f"{value / 1e-6:.3g} µs"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
