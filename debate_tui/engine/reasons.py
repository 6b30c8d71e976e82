"""Figures that do not apply: None, and the reason why."""

from __future__ import annotations

import math

from debate_tui.scoring.match import READABLE_BITS

OPEN_QUESTION = "nobody knows which hypothesis is true"
TOO_SMALL = f"the rows promised less than {READABLE_BITS} bits: too small to read"
NO_CARDS = "no card was played"


class Reasons:
    """Collects why figures are None, by their names."""

    def __init__(self) -> None:
        self.why: dict[str, str] = {}

    def give(self, name: str, value: float, why_not: str, of: str = "") -> float | None:
        """Give a figure (`of` a card), or None, noting why, where the scoring engine says NaN."""
        if math.isnan(value):
            self.why[of + name] = why_not
            return None
        return value

    def none(self, name: str, why_not: str) -> None:
        """Note why a figure is None."""
        self.why[name] = why_not
