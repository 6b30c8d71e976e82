"""Scorecards as plain data, compared with what they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Give every single value in plain data, with the way to it."""
    if isinstance(value, dict | list | tuple):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, f"{path}.{key}")
    else:
        yield path, value


def differences(now: Mapping[str, Any], then: Mapping[str, Any]) -> list[str]:
    """Name what a scorecard does not say any more, or says otherwise; it may tell more than it did."""
    told, telling = dict(leaves(then)), dict(leaves(now))
    return [path for path, value in told.items() if path not in telling or not _same(value, telling[path])]


def _same(then: object, now: object) -> bool:
    if isinstance(then, float) and isinstance(now, float):
        return isclose(then, now, rel_tol=1e-9, abs_tol=1e-9)
    return now == then
