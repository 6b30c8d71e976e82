"""What people type, read: a belief, a row of figures. Each gives the value or says what was wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from debate_tui.content.deck import SUM_TOLERANCE

LEAST, MOST = 1.0, 99.0
"""The percents that a person may give: nothing is certain at this table."""

_SEPARATORS = re.compile(r"[\s,;/%]+")
_ONE = re.compile(r"\s*([a-z0-9-]+)\s*=\s*([0-9.]+)\s*%?\s*")
_LONGEST = 200
"""Characters: no answer comes near it, and what is read wrongly is repeated to whoever typed it."""


class Misread(ValueError):
    """What was typed cannot be read; the message says what would be."""


def typed(text: str) -> str:
    """Take out of a line what no key prints: escapes, as arrow keys send them, and other controls."""
    visible = "".join(character for character in text if character.isprintable())
    return visible.strip()


def answer(text: str) -> str:
    """Take what was typed as an answer; what is longer than any answer is refused, not cut."""
    if len(text) > _LONGEST:
        raise Misread(f"That is too long: {len(text)} characters, of {_LONGEST} at most.")
    return text


def read_percents(text: str, count: int) -> list[float]:
    """Read `count` percents that sum to 100; the last may be left out and gets the rest."""
    numbers = _numbers(text)
    if len(numbers) == count - 1:
        numbers.append(100.0 - sum(numbers))
    if len(numbers) != count:
        were = "was" if len(numbers) == 1 else "were"
        raise Misread(f"Give {count} percents, separated by spaces; {len(numbers)} {were} given.")
    return _checked(numbers)


def read_belief(text: str, hypotheses: Sequence[str], now: Mapping[str, float]) -> list[float]:
    """Read a belief in percent: all of it ("50 30 20"), or one hypothesis by number or id ("2=40").

    Where one is named, the others share what is left in the proportions of `now`.
    """
    named = _ONE.fullmatch(text)
    if named is None:
        return read_percents(text, len(hypotheses))
    which, value = named[1], _numbers(named[2])[0]
    if which.isdecimal() and 1 <= int(which) <= len(hypotheses):
        which = hypotheses[int(which) - 1]
    if which not in hypotheses:
        raise Misread(f"There is no hypothesis “{which}”; by number, 1 to {len(hypotheses)}.")
    others = sum(now[hypothesis] for hypothesis in hypotheses if hypothesis != which)
    return _checked(
        [
            value if hypothesis == which else (100.0 - value) * now[hypothesis] / others
            for hypothesis in hypotheses
        ]
    )


def _numbers(text: str) -> list[float]:
    parts = [part for part in _SEPARATORS.split(text.strip()) if part]
    try:
        return [float(part) for part in parts]
    except ValueError:
        raise Misread(f"“{text}” is not a list of numbers.") from None


def _checked(percents: list[float]) -> list[float]:
    total = sum(percents)
    if abs(total - 100.0) > SUM_TOLERANCE:
        raise Misread(f"That adds up to {total:g}, not 100: change it by {100.0 - total:+g}.")
    if not all(LEAST <= percent <= MOST for percent in percents):
        raise Misread("Each percent lies between 1 and 99: nothing is certain here.")
    return percents
