"""One line of the table: what something costs, beside its floor or peer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


class SkippedError(Exception):
    """A benchmark cannot be run here; its message says what is missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """What ours costs beside a floor: both in seconds or bytes (less is better), or both a second (more is).

    `budget` limits the ratio of ours to the floor; None: the row is information.
    """

    name: str
    what: str
    """What was measured, and beside what."""
    floor: float
    ours: float
    unit: Literal["s", "/s", "B"] = "s"
    budget: float | None = None
    note: str = ""
    """What a reader of the figures has to know besides."""

    @property
    def ratio(self) -> float:
        """Give ours as a multiple of the floor."""
        return self.ours / self.floor

    @property
    def within(self) -> bool | None:
        """Whether the ratio keeps to the budget; None: there is none."""
        if self.budget is None:
            return None
        return self.ratio >= self.budget if self.unit == "/s" else self.ratio <= self.budget
