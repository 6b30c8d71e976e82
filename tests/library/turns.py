"""The turns that a course takes, for all paths of a bundle at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import takewhile

import numpy as np

from debate_tui.content.conditions import (
    Above,
    Atom,
    Below,
    CameOut,
    Condition,
    InRole,
    Revealed,
    atoms,
    holds,
)
from debate_tui.content.rounds import END
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import SELF
from debate_tui.scoring.beliefs import Floats
from debate_tui.scoring.match import follow_through
from tests.library.paths import Bundle, Paths


class Turns:
    """Where paths go from each round; `leads` says whether the course follows the reports or the shadow."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._course = debate.course
        self._hypotheses = debate.deck.hypotheses

    @property
    def asked(self) -> set[Atom]:
        """All that the course ever asks."""
        conditions = [round_.when for round_ in self._course]
        conditions += [way.when for round_ in self._course for way in round_.next]
        return {atom for condition in conditions for atom in atoms(condition)}

    def may_fork(self, place: int) -> bool:
        """Whether a belief may decide where a round leads."""
        return any(
            isinstance(atom, Above | Below) and atom.hypothesis is not None
            for condition in self._after(place)
            for atom in atoms(condition)
        )

    def _after(self, place: int) -> list[Condition | None]:
        """Give the conditions that may be asked after a round."""
        ways = self._course[place].next
        below = takewhile(lambda round_: round_.when, self._course[place + 1 :])
        there = [self._debate.rounds[way.to] for way in ways if way.to != END]
        return [*(way.when for way in ways), *(round_.when for round_ in (*there, *below))]

    def on(self, bundle: Bundle, *, leads: bool) -> Iterator[tuple[Bundle, int | None]]:
        """Send paths on to their next round; None: the end."""
        staying: Bundle | None = bundle
        if bundle.place >= 0:
            for way in self._course[bundle.place].next:
                if staying is None:
                    return
                taking, staying = self._parted(staying, way.when, leads)
                if taking is not None and way.to == END:
                    yield taking, None
                elif taking is not None:
                    yield from self._down(taking, self._debate.places[way.to], leads)
        if staying is not None:
            yield from self._down(staying, bundle.place + 1, leads)

    def _down(self, bundle: Bundle, first: int, leads: bool) -> Iterator[tuple[Bundle, int | None]]:
        """Send paths to the first round, from one on, whose condition holds."""
        skipping: Bundle | None = bundle
        for place in range(first, len(self._course)):
            if skipping is None:
                return
            entering, skipping = self._parted(skipping, self._course[place].when, leads)
            if entering is not None:
                yield entering, place
        if skipping is not None:
            yield skipping, None

    def _parted(
        self, bundle: Bundle, condition: Condition | None, leads: bool
    ) -> tuple[Bundle | None, Bundle | None]:
        """Part paths into those for which a condition holds and those for which it does not."""
        asked = [atom for atom in dict.fromkeys(atoms(condition)) if isinstance(atom, Above | Below)]
        reached = np.array([self._reached(atom, bundle.paths, leads) for atom in asked], bool)
        code = np.zeros(len(bundle.paths.game), int)
        for bit, each in enumerate(reached):
            code |= each << bit
        holding = np.zeros(len(code), bool)
        for pattern in np.unique(code).tolist():
            figures = {atom: bool(pattern >> bit & 1) for bit, atom in enumerate(asked)}
            holding[code == pattern] = holds(condition, partial(_is_true, bundle, figures))
        entering, staying = (
            bundle._replace(paths=bundle.paths.take(which)) if which.any() else None
            for which in (holding, ~holding)
        )
        return entering, staying

    def _reached(self, atom: Above | Below, paths: Paths, leads: bool) -> Floats:
        if atom.hypothesis is None:
            figure = 100.0 * follow_through(paths.missed, paths.promised)
        else:
            led_by = paths.belief if leads else paths.shadow
            figure = 100.0 * led_by[:, self._hypotheses.index(atom.hypothesis)]
        return figure > atom.percent if isinstance(atom, Above) else figure < atom.percent


def _is_true(bundle: Bundle, figures: Mapping[Atom, bool], atom: Atom) -> bool:
    """Whether an atom holds for somebody who plays as themselves and says nothing."""
    match atom:
        case Above() | Below():
            return figures[atom]
        case Revealed(card):
            return card in bundle.cards
        case CameOut(card, outcome):
            return bundle.known.get(card) == outcome
        case InRole(role):
            return role == SELF
        case _:
            return False
