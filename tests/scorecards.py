"""Scorecards as plain data, compared with what they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Give every single value in plain data, with the way to it."""
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, f"{path}.{key}")
    else:
        yield path, value


def assert_says_what_it_said(now: Mapping[str, Any], then: Mapping[str, Any]) -> None:
    """A scorecard may tell more than it did, never less, and nothing else."""
    told, telling = dict(leaves(then)), dict(leaves(now))
    assert told.keys() <= telling.keys()
    for path, value in told.items():
        assert telling[path] == (pytest.approx(value, abs=1e-9) if isinstance(value, float) else value), path
