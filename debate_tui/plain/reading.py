"""What people type, read: a belief, a row, a choice. Each gives the value or says what was wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_SEPARATORS = re.compile(r"[\s,;/%]+")


class Misread(ValueError):
    """What was typed cannot be read; the message says what would be."""


def read_numbers(text: str) -> list[float]:
    """Read numbers separated by spaces, commas or percent signs."""
    parts = [part for part in _SEPARATORS.split(text.strip()) if part]
    try:
        return [float(part) for part in parts]
    except ValueError:
        raise Misread(f"“{text}” is not a list of numbers.") from None


def read_percents(text: str, count: int) -> list[float]:
    """Read `count` percents; the last may be left out and gets the rest."""
    numbers = read_numbers(text)
    if len(numbers) == count - 1:
        numbers.append(100.0 - sum(numbers))
    if len(numbers) != count:
        raise Misread(f"Give {count} percents, separated by spaces; {len(numbers)} were given.")
    return numbers


def read_belief(text: str, hypotheses: Sequence[str], now: Mapping[str, float]) -> list[float]:
    """Read a belief in percent: all of it ("50 30 20"), or one hypothesis by number or id ("2=40").

    Where one is named, the others share what is left in the proportions of `now` (probabilities by id).
    """
    named = re.fullmatch(r"\s*([a-z0-9-]+)\s*=\s*([0-9.]+)\s*%?\s*", text)
    if named is None:
        return read_percents(text, len(hypotheses))
    which, value = named[1], read_numbers(named[2])[0]
    if which.isdigit() and 1 <= int(which) <= len(hypotheses):
        which = hypotheses[int(which) - 1]
    if which not in hypotheses:
        raise Misread(f"There is no hypothesis “{which}”; by number, 1 to {len(hypotheses)}.")
    others = sum(now[hypothesis] for hypothesis in hypotheses if hypothesis != which)
    return [
        value if hypothesis == which else (100.0 - value) * now[hypothesis] / others
        for hypothesis in hypotheses
    ]


def read_choice(text: str, count: int, default: int | None) -> int:
    """Read a choice from 1 to `count`; nothing typed is the default."""
    if not text.strip() and default is not None:
        return default
    if not text.strip().isdecimal() or not 1 <= int(text) <= count:
        raise Misread(f"Type a number from 1 to {count}, or help.")
    return int(text)
