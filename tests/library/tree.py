"""All the ways that a scenario can come out for one forecaster: every path, or those of drawn worlds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple, Protocol

import numpy as np

from debate_tui.content.conditions import Above, Below, CameOut
from debate_tui.content.paths import point_cards
from debate_tui.content.worlds import World
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import SELF
from debate_tui.opponents.bots import Sight
from debate_tui.scoring.beliefs import Floats, bayes, expected, kl_bits
from debate_tui.scoring.match import missed_bits
from debate_tui.scoring.points import log_points
from tests.library.paths import Bundle, End, Paths, joined
from tests.library.turns import Turns


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


class Tree:
    """Every path through a scenario; or, given worlds, the one that each of them takes."""

    def __init__(self, debate: Debate, worlds: Sequence[World] = ()) -> None:
        self._debate = debate
        self._worlds = worlds
        self._turns = Turns(debate)
        self._hypotheses = debate.deck.hypotheses
        asked = self._turns.asked
        self._asks_follow_through = any(isinstance(a, Above | Below) and a.hypothesis is None for a in asked)
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
            for bundle, place in self._turns.on(bundles.pop(), leads=forecaster.leads):
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
        cards = self._debate.course[bundle.place].evidence
        may_fork = self._turns.may_fork(bundle.place)
        bundles = [bundle]
        for card in cards:
            forks = may_fork and card == cards[-1]
            bundles = [part for each in bundles for part in self._card(each, card, forecaster, forks)]
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

    def _point_cards(self, known: Mapping[str, str]) -> frozenset[str]:
        """Give the cards that are reached whatever is believed, as far as can be told by now."""
        key = frozenset(known.items())
        if key not in self._counting:
            self._counting[key] = frozenset(point_cards(self._debate.scenario, known, {SELF}))
        return self._counting[key]
