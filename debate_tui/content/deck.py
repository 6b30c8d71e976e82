"""A scenario's numbers as probabilities: its hypotheses, priors and, for every card, its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from debate_tui.content.fields import Distribution, Rows
from debate_tui.content.scenario import Card, Scenario

Belief = tuple[float, ...]
"""Probabilities of the hypotheses, in the deck's order, summing to 1."""

Table = tuple[tuple[float, ...], ...]
"""For each hypothesis (in the deck's order) the probabilities of a card's outcomes (in the card's order)."""

SUM_TOLERANCE = 0.5
"""By how many percentage points a row or a belief may miss 100 before it is an error."""

LEAST, MOST = 0.001, 0.999
"""The range that authors' likelihoods lie in, after completion and dependence."""


@dataclass(frozen=True, slots=True)
class CardTables:
    """The numbers of one card.

    `conditional` holds one table for each outcome of the card that this one depends on (`on`),
    or the naive table alone where it depends on none.
    """

    id: str
    outcomes: tuple[str, ...]
    naive: Table
    conditional: tuple[Table, ...]
    on: str | None = None
    form: Literal["copies", "overlaps", "given"] | None = None
    share: float = 0.0
    rows_open: bool = False


@dataclass(frozen=True)
class Deck:
    """Everything about a scenario that is a number."""

    hypotheses: tuple[str, ...]
    prior: Belief
    cards: tuple[CardTables, ...]

    def card(self, card: str) -> CardTables:
        """Find a card by id; KeyError where there is none."""
        return self._by_id[card]

    @cached_property
    def _by_id(self) -> Mapping[str, CardTables]:
        return {tables.id: tables for tables in self.cards}

    @cached_property
    def in_order(self) -> tuple[CardTables, ...]:
        """The cards, each after the one that it depends on."""
        placed: dict[str, CardTables] = {}

        def place(card: CardTables) -> None:
            if card.on is not None:
                place(self.card(card.on))
            placed.setdefault(card.id, card)

        for card in self.cards:
            place(card)
        return tuple(placed.values())

    def table(self, card: str, outcomes: Mapping[str, str]) -> Table:
        """Give a card's conditional table, given the outcomes of the cards before it."""
        tables = self.card(card)
        if tables.on is None:
            return tables.conditional[0]
        return tables.conditional[self.card(tables.on).outcomes.index(outcomes[tables.on])]


def deal(scenario: Scenario) -> Deck:
    """Work out the numbers of a scenario that has passed its check."""
    hypotheses = tuple(hypothesis.id for hypothesis in scenario.hypotheses)
    prior = belief({hypothesis.id: hypothesis.prior for hypothesis in scenario.hypotheses}, hypotheses)
    outcomes = {card.id: tuple(card.outcomes) for card in scenario.evidence}
    return Deck(
        hypotheses=hypotheses,
        prior=prior,
        cards=tuple(
            card_tables(card, hypotheses, prior, outcomes, rows_open=scenario.rows_open(card))
            for card in scenario.evidence
        ),
    )


def card_tables(
    card: Card,
    hypotheses: Sequence[str],
    prior: Belief,
    outcomes: Mapping[str, tuple[str, ...]],
    *,
    rows_open: bool,
) -> CardTables:
    """Work out one card's tables; `outcomes` are those of every card, by id."""
    own = outcomes[card.id]
    naive = table(card.likelihoods, hypotheses, own)
    if card.depends is None:
        return CardTables(card.id, own, naive, (naive,), rows_open=rows_open)
    share = (card.depends.share or 0.0) / 100.0
    earlier = outcomes[card.depends.on]
    form: Literal["copies", "overlaps", "given"]
    if card.depends.copies is not None:
        form = "copies"
        conditional = tuple(copied(naive, own.index(outcome), share) for outcome in earlier)
    elif card.depends.overlaps is not None:
        form = "overlaps"
        conditional = (_overlapping(naive, prior, share),) * len(earlier)
    else:
        form = "given"
        when = card.depends.when or {}
        conditional = tuple(table(when[outcome], hypotheses, own) for outcome in earlier)
    return CardTables(card.id, own, naive, conditional, card.depends.on, form, share, rows_open)


def copied(naive: Table, earlier: int, share: float) -> Table:
    """Give the conditional table of a `copies` card, whoever's naive rows they are."""
    from debate_tui.scoring.single import copies

    return copies(naive, earlier, share)


def _overlapping(naive: Table, prior: Belief, share: float) -> Table:
    import numpy as np

    from debate_tui.scoring.dependence import overlaps

    return as_table(overlaps(np.array(naive), np.array(prior), share).tolist())


def as_table(rows: Sequence[Sequence[float]]) -> Table:
    """Freeze rows."""
    return tuple(tuple(row) for row in rows)


def belief(percents: Distribution, hypotheses: Sequence[str]) -> Belief:
    """Turn percents by hypothesis into probabilities, in order, normalised."""
    return normalised([percents[hypothesis] for hypothesis in hypotheses])


def table(rows: Rows, hypotheses: Sequence[str], outcomes: Sequence[str]) -> Table:
    """Turn rows of percents into probabilities, in order; the outcome that a row leaves out gets the rest."""
    return tuple(
        normalised([rows[hypothesis].get(outcome, _rest(rows[hypothesis])) for outcome in outcomes])
        for hypothesis in hypotheses
    )


def _rest(row: Mapping[str, float]) -> float:
    return 100.0 - sum(row.values())


def normalised(percents: Sequence[float]) -> Belief:
    """Scale positive numbers to sum to 1."""
    total = sum(percents)
    return tuple([percent / total for percent in percents])
