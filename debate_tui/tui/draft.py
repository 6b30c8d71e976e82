"""A split of 100 percent under somebody's fingers: whole percents that always sum to 100, with undo.

Beliefs and rows are edited in the same way. What one share gains or loses, the others give or take in the
proportions that they had before; what is held stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from debate_tui.report.spread import LEAST, spread

Percents = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Whole percents of at least 1 that sum to 100, which of them are held, and those before (last first)."""

    percents: Percents
    held: frozenset[int] = frozenset()
    past: tuple[Percents, ...] = ()

    @classmethod
    def of(cls, shares: Sequence[float]) -> Draft:
        """Begin with shares of any sum above 0, rounded to whole percents."""
        return cls(spread(shares, 100))

    def most(self, place: int) -> int:
        """Give the most that a share can be while the others keep what they must."""
        return 100 - sum(self._least(other) for other in range(len(self.percents)) if other != place)

    def put(self, place: int, percent: int) -> Draft:
        """Set one share, as near to `percent` as the others allow; the free others make room."""
        free = [other for other in range(len(self.percents)) if other != place and other not in self.held]
        if place in self.held or not free:
            return self
        percent = max(LEAST, min(percent, self.most(place)))
        kept = sum(self.percents[other] for other in self.held)
        room = spread([self.percents[other] for other in free], 100 - kept - percent)
        shares = dict(zip(free, room, strict=True)) | {place: percent}
        return self._change(tuple([shares.get(each, now) for each, now in enumerate(self.percents)]))

    def nudge(self, place: int, by: int) -> Draft:
        """Add to one share, or take from it."""
        return self.put(place, self.percents[place] + by)

    def even(self) -> Draft:
        """Give all shares that are not held the same."""
        free = [place for place in range(len(self.percents)) if place not in self.held]
        if not free:
            return self
        kept = sum(self.percents[place] for place in self.held)
        shares = dict(zip(free, spread([1.0] * len(free), 100 - kept), strict=True))
        return self._change(tuple([shares.get(each, now) for each, now in enumerate(self.percents)]))

    def hold(self, place: int) -> Draft:
        """Hold a share where it is, or let it go."""
        return replace(self, held=self.held ^ {place})

    def undo(self) -> Draft:
        """Go back to what was before the last change."""
        return replace(self, percents=self.past[0], past=self.past[1:]) if self.past else self

    def dragged(self, from_: Draft, place: int, percent: int) -> Draft:
        """Set a share as `put` does, but reckon from where a drag began: a drag is one step to undo."""
        moved = from_.put(place, percent)
        return replace(moved, past=(from_.percents, *from_.past)) if moved != from_ else from_

    def _least(self, place: int) -> int:
        return self.percents[place] if place in self.held else LEAST

    def _change(self, percents: Percents) -> Draft:
        return (
            self
            if percents == self.percents
            else replace(self, percents=percents, past=(self.percents, *self.past))
        )
