"""A split of 100 percent under somebody's fingers: whole percents that always sum to 100, with undo.

Beliefs and rows are edited in the same way. What one share gains or loses, the others give or take in the
proportions that they had before; what is held stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

LEAST = 1
"""The percent that every share keeps: nothing is certain at this table."""

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


def spread(shares: Sequence[float], total: int) -> Percents:
    """Spread `total` whole percents in proportion to some shares, at least 1 each, by largest remainder.

    `total` is at least the number of shares; shares that are all 0 get the same.
    """
    if sum(shares) <= 0.0:
        shares = [1.0] * len(shares)
    exact = _floored(shares, total)
    whole = [int(part + 1e-9) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def _floored(shares: Sequence[float], total: int) -> list[float]:
    """Give exact parts of `total` in proportion, where those that would be under 1 are 1."""
    low: set[int] = set()
    while True:
        rest = sum(share for place, share in enumerate(shares) if place not in low)
        left = total - LEAST * len(low)
        parts = [
            LEAST
            if place in low
            else (share * left / rest if rest > 0.0 else left / (len(shares) - len(low)))
            for place, share in enumerate(shares)
        ]
        lower = {place for place, part in enumerate(parts) if part < LEAST} - low
        if not lower:
            return [float(part) for part in parts]
        low |= lower
