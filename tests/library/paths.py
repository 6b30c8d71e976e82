"""Arrays of paths through a scenario, in bundles: N paths, K hypotheses.

Paths that have met the same cards lie in one bundle. It parts where an outcome or a belief decides what
comes later, so all that the course and the tables hang on is the same within a bundle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

import numpy as np

from debate_tui.scoring.beliefs import Floats


class Paths(NamedTuple):
    """Some paths, each with its game's number where worlds are drawn."""

    chance: Floats
    """That a hypothesis is true and the path comes about: (N, K)."""
    belief: Floats
    shadow: Floats
    """What an honest player believes: (N, K)."""
    foresight: Floats
    """Summed over point cards: (N)."""
    likelihood: Floats
    """The same for each hypothesis, were it true: (N, K)."""
    verdict: Floats
    missed: Floats
    """Of what whoever leads had promised, in bits, and ..."""
    promised: Floats
    game: Floats

    def take(self, which: Floats) -> Self:
        return self._replace(**{name: each[which] for name, each in self._asdict().items()})

    def points(self, cards: int) -> Floats:
        """Give the points on each path under each hypothesis: (N, K)."""
        on_cards = (self.foresight[:, None] + self.likelihood) / max(cards, 1)
        points: Floats = (on_cards + self.verdict / (cards + 1)) / 3.0
        return points


def joined(several: Sequence[Paths]) -> Paths:
    return Paths(*map(np.concatenate, zip(*several, strict=True)))


class Bundle(NamedTuple):
    """Paths that have met the same cards; `known` are the outcomes that anything later hangs on."""

    place: int
    cards: tuple[str, ...]
    known: Mapping[str, str]
    paths: Paths


class End(NamedTuple):
    """Where paths end: what they earn under each hypothesis, and how likely that is (both (N, K))."""

    points: Floats
    chance: Floats
    game: Floats

    @property
    def mean(self) -> float:
        """The points to be expected."""
        return float((self.chance * self.points).sum())

    @property
    def by_game(self) -> Floats:
        """The points of each drawn game, in order."""
        points: Floats = (self.points * (self.chance > 0.0)).sum(-1)[np.argsort(self.game)]
        return points
