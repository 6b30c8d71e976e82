"""All the ways that a scenario can come out for one forecaster, as arrays: N paths, K hypotheses.

Paths that have met the same cards lie in one bundle. It parts where an outcome or a belief decides what
comes later, so all that the course and the tables hang on is the same within a bundle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from math import prod
from typing import NamedTuple, Protocol, Self

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
from debate_tui.content.paths import point_cards
from debate_tui.content.rounds import END
from debate_tui.content.worlds import World
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import SELF
from debate_tui.opponents.bots import Sight
from debate_tui.scoring.beliefs import Floats, bayes, expected, kl_bits
from debate_tui.scoring.match import follow_through, missed_bits
from debate_tui.scoring.points import log_points


class Meeting(NamedTuple):
    """A card on the table, and what of the earlier outcomes it may hang on."""

    card: str
    known: Mapping[str, str]
    sight: Sight


class Forecaster(Protocol):
    """Somebody who bets on cards and reports beliefs."""

    leads: bool
    """Whether the course follows their reports; else those of an honest player."""

    @property
    def opening(self) -> Floats:
        """What they believe before any evidence."""

    def rows(self, meeting: Meeting) -> Floats | None:
        """The rows that they bet; None: they skip the card."""

    def report(self, meeting: Meeting, rows: Floats | None, outcome: int) -> Floats:
        """What they report once the outcome is out."""


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


class Tree:
    """Every path through a scenario; or, given worlds, the one that each of them takes."""

    def __init__(self, debate: Debate, worlds: Sequence[World] = ()) -> None:
        self._debate = debate
        self._worlds = worlds
        self._course = debate.course
        self._hypotheses = debate.deck.hypotheses
        whens = [condition for place in range(len(self._course)) for condition in self._after(place)]
        asked = {atom for condition in [*whens, self._course[0].when] for atom in atoms(condition)}
        self._asks_follow_through = any(_is_about_follow_through(atom) for atom in asked)
        self._told_by = {atom.card for atom in asked if isinstance(atom, CameOut)}
        self._told_by |= {card.on for card in debate.deck.cards if card.on}
        self._counting: dict[frozenset[tuple[str, str]], frozenset[str]] = {}
        self._drawn = {
            card.id: np.array([card.outcomes.index(world.outcomes[card.id]) for world in worlds])
            for card in debate.deck.cards
        }

    @property
    def is_exact(self) -> bool:
        """Whether it has every path there is."""
        return not self._worlds

    @property
    def size(self) -> int:
        """How many paths there can be at most."""
        return prod(len(card.outcomes) for card in self._debate.deck.cards)

    def walk(self, forecaster: Forecaster) -> End:
        """Take a forecaster down every path."""
        ends: list[End] = []
        bundles = [Bundle(-1, (), {}, self._start(forecaster))]
        while bundles:
            for bundle, place in self._on(bundles.pop(), forecaster):
                if place is None:
                    cards = len(self._point_cards(bundle.known))
                    paths = bundle.paths
                    ends.append(End(paths.points(cards), paths.chance, paths.game))
                else:
                    bundles += self._round(bundle._replace(place=place), forecaster)
        return End(*map(np.concatenate, zip(*ends, strict=True)))

    def _start(self, forecaster: Forecaster) -> Paths:
        prior = np.array(self._debate.deck.prior)
        count = max(len(self._worlds), 1)
        chance = np.broadcast_to(prior, (count, len(prior)))
        if self._worlds:
            truths = [self._hypotheses.index(world.truth or "") for world in self._worlds]
            chance = np.eye(len(prior))[truths] / count
        opening = np.broadcast_to(forecaster.opening, chance.shape)
        nothing = np.zeros(count)
        return Paths(
            chance=chance,
            belief=opening,
            shadow=np.broadcast_to(prior, chance.shape),
            foresight=nothing,
            likelihood=np.zeros(chance.shape),
            verdict=log_points(opening, len(prior)),
            missed=nothing,
            promised=nothing,
            game=np.arange(count),
        )

    def _round(self, bundle: Bundle, forecaster: Forecaster) -> list[Bundle]:
        forks = any(
            isinstance(atom, Above | Below) and atom.hypothesis is not None
            for condition in self._after(bundle.place)
            for atom in atoms(condition)
        )
        cards = self._course[bundle.place].evidence
        bundles = [bundle]
        for card in cards:
            may_fork = forks and card == cards[-1]
            bundles = [part for each in bundles for part in self._card(each, card, forecaster, may_fork)]
        return bundles

    def _card(self, bundle: Bundle, card: str, forecaster: Forecaster, forks: bool) -> Iterator[Bundle]:
        """Let one card come out in every way it can."""
        tables = self._debate.deck.card(card)
        posted = np.array(self._debate.deck.table(card, bundle.known))
        paths = bundle.paths
        sight = Sight(
            len(bundle.cards), posted, np.array(tables.naive), posted, paths.shadow, paths.belief, forks
        )
        meeting = Meeting(card, bundle.known, sight)
        rows = forecaster.rows(meeting)
        counts = card in self._point_cards(bundle.known)
        after = []
        for place in range(len(tables.outcomes)):
            report = forecaster.report(meeting, rows, place)
            moved = self._scored(paths, rows, report, place) if counts and rows is not None else paths
            moved = self._led(moved._replace(belief=report), paths, posted[:, place], rows, forecaster, place)
            if self._worlds:
                moved = moved.take(self._drawn[card][paths.game] == place)
            else:
                moved = moved._replace(chance=paths.chance * posted[:, place])
            after.append(moved)
        seen = bundle._replace(cards=(*bundle.cards, card))
        if card not in self._told_by:
            yield seen._replace(paths=joined(after))
            return
        for outcome, moved in zip(tables.outcomes, after, strict=True):
            yield seen._replace(known={**bundle.known, card: outcome}, paths=moved)

    def _scored(self, paths: Paths, rows: Floats, report: Floats, place: int) -> Paths:
        """Add what a card that counts earns; one that was skipped earns nothing."""
        choices = rows.shape[-1]
        foreseen = log_points(expected(paths.belief, rows)[..., place], choices)
        return paths._replace(
            foresight=paths.foresight + foreseen,
            likelihood=paths.likelihood + log_points(rows[..., place], choices),
            verdict=paths.verdict + log_points(report, len(self._hypotheses)),
        )

    def _led(
        self,
        moved: Paths,
        before: Paths,
        posted: Floats,
        rows: Floats | None,
        forecaster: Forecaster,
        place: int,
    ) -> Paths:
        """Move the honest shadow, and note what whoever leads had promised where the course asks for it."""
        moved = moved._replace(shadow=bayes(before.shadow, posted))
        if not self._asks_follow_through:
            return moved
        held, said = (before.belief, moved.belief) if forecaster.leads else (before.shadow, moved.shadow)
        column = posted if not forecaster.leads or rows is None else rows[..., place]
        promise = held if forecaster.leads and rows is None else bayes(held, column)
        return moved._replace(
            missed=before.missed + missed_bits(promise, said),
            promised=before.promised + kl_bits(promise, held),
        )

    # The course

    def _after(self, place: int) -> list[Condition | None]:
        """Give the conditions that may be asked after a round."""
        ways = self._course[place].next
        below = self._course[place + 1 :]
        there = [self._debate.rounds[way.to].when for way in ways if way.to != END]
        return [
            *(way.when for way in ways),
            *there,
            *(round_.when for round_ in takewhile(lambda round_: round_.when, below)),
        ]

    def _on(self, bundle: Bundle, forecaster: Forecaster) -> Iterator[tuple[Bundle, int | None]]:
        """Send paths on to their next round; None: the end."""
        staying: Bundle | None = bundle
        if bundle.place >= 0:
            for way in self._course[bundle.place].next:
                if staying is None:
                    return
                taking, staying = self._parted(staying, way.when, forecaster)
                if taking is not None and way.to == END:
                    yield taking, None
                elif taking is not None:
                    yield from self._down(taking, self._debate.places[way.to], forecaster)
        if staying is not None:
            yield from self._down(staying, bundle.place + 1, forecaster)

    def _down(
        self, bundle: Bundle, first: int, forecaster: Forecaster
    ) -> Iterator[tuple[Bundle, int | None]]:
        """Send paths to the first round, from one on, whose condition holds."""
        skipping: Bundle | None = bundle
        for place in range(first, len(self._course)):
            if skipping is None:
                return
            entering, skipping = self._parted(skipping, self._course[place].when, forecaster)
            if entering is not None:
                yield entering, place
        if skipping is not None:
            yield skipping, None

    def _parted(
        self, bundle: Bundle, condition: Condition | None, forecaster: Forecaster
    ) -> tuple[Bundle | None, Bundle | None]:
        """Part paths into those for which a condition holds and those for which it does not."""
        asked = [atom for atom in dict.fromkeys(atoms(condition)) if isinstance(atom, Above | Below)]
        reached = np.array([self._reached(atom, bundle.paths, forecaster) for atom in asked], bool)
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

    def _reached(self, atom: Above | Below, paths: Paths, forecaster: Forecaster) -> Floats:
        if atom.hypothesis is None:
            figure = 100.0 * follow_through(paths.missed, paths.promised)
        else:
            led_by = paths.belief if forecaster.leads else paths.shadow
            figure = 100.0 * led_by[:, self._hypotheses.index(atom.hypothesis)]
        return figure > atom.percent if isinstance(atom, Above) else figure < atom.percent

    def _point_cards(self, known: Mapping[str, str]) -> frozenset[str]:
        """Give the cards that are reached whatever is believed, as far as can be told by now."""
        key = frozenset(known.items())
        if key not in self._counting:
            self._counting[key] = frozenset(point_cards(self._debate.scenario, known, {SELF}))
        return self._counting[key]


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


def _is_about_follow_through(atom: Atom) -> bool:
    return isinstance(atom, Above | Below) and atom.hypothesis is None
