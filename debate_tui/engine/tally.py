"""A seat's game as arrays: what the scoring engine takes in.

T cards played, K hypotheses, O outcomes (of the card with most), M of the cast.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from debate_tui.content.deck import CardTables, Table, copied
from debate_tui.engine.debate import moving_rows_of, rows_of
from debate_tui.engine.events import OWN, Mind
from debate_tui.engine.state import MindState, Play, State
from debate_tui.scoring.beliefs import mind_path
from debate_tui.scoring.figures import CardFigures, card_figures, observed_columns

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Tally:
    """The cards that a seat has finished, and the numbers of everybody on them."""

    state: State
    seat: str
    plays: tuple[Play, ...]

    @cached_property
    def cards(self) -> list[CardTables]:
        """The numbers of each card played."""
        return [self.state.started.deck.card(play.card) for play in self.plays]

    @cached_property
    def observed(self) -> NDArray[np.intp]:
        """Which outcome came out of each card: (T)."""
        outcomes = self.state.started.outcomes
        return np.array([card.outcomes.index(outcomes[card.id]) for card in self.cards], dtype=np.intp)

    @cached_property
    def choices(self) -> NDArray[np.intp]:
        """How many outcomes each card has: (T)."""
        return np.array([len(card.outcomes) for card in self.cards], dtype=np.intp)

    @cached_property
    def opening(self) -> Floats:
        """What the seat believed before any evidence: (K)."""
        opening = self.state.seats[self.seat].opening
        return np.array(opening if opening is not None else self.state.started.deck.prior)

    @cached_property
    def before(self) -> Floats:
        """What it believed before each card: (T, K)."""
        return np.array([play.before for play in self.plays])

    @cached_property
    def after(self) -> Floats:
        """What it reported after each card: (T, K)."""
        return np.array([play.after for play in self.plays])

    @cached_property
    def path(self) -> Floats:
        """Its opening and its reports: (T + 1, K)."""
        return np.concatenate([self.opening[None], self.after])

    @cached_property
    def tables(self) -> Floats:
        """The rows it locked: (T, K, O), padded with outcomes of probability 0; flat where none."""
        filled = np.zeros((len(self.plays), len(self.opening), int(self.choices.max())))
        for place, (play, card) in enumerate(zip(self.plays, self.cards, strict=True)):
            count = len(card.outcomes)
            filled[place, :, :count] = play.rows if play.rows is not None else 1.0 / count
        return filled

    @cached_property
    def likelihood(self) -> Floats:
        """What its rows said of the outcomes that came out: (T, K)."""
        return observed_columns(self.tables, self.observed)

    @cached_property
    def figures(self) -> CardFigures:
        """What is measured on each card."""
        return card_figures(self.before, self.after, self.tables, self.observed)

    @cached_property
    def predicted(self) -> NDArray[np.bool_]:
        """Whether it locked a prediction: (T)."""
        return np.array([play.rows is not None for play in self.plays])

    @cached_property
    def counted(self) -> NDArray[np.bool_]:
        """Whether a card counts for points: a point card, and fresh to this seat: (T)."""
        points = self.state.started.point_cards
        return np.array([play.fresh and play.card in points for play in self.plays])

    @cached_property
    def missing(self) -> int:
        """How many point cards were never played to the end, and so count 0."""
        if self.state.practice:
            return 0
        done = {play.card for play in self.plays}.union(self.state.started.seen)
        return sum(card not in done for card in self.state.started.point_cards)

    @cached_property
    def naive(self) -> Floats:
        """The likelihoods of what came out if each card stood alone, by whosever rows were taken: (T, K)."""
        return self._columns([self._sources[place][0] for place in range(len(self.plays))])

    @cached_property
    def conditional(self) -> Floats:
        """The same, given the card that each depends on: (T, K)."""
        return self._columns([self._sources[place][1] for place in range(len(self.plays))])

    @cached_property
    def _sources(self) -> list[tuple[Table, Table]]:
        """For each card the naive and the conditional table of whosever rows were taken."""
        return [self._source(play, card) for play, card in zip(self.plays, self.cards, strict=True)]

    def _source(self, play: Play, card: CardTables) -> tuple[Table, Table]:
        deck, outcomes = self.state.started.deck, self.state.started.outcomes
        minds = {mind.persona: mind for mind in self.state.started.minds}
        if play.source in minds and play.card in minds[play.source].reads:
            return (minds[play.source].reads[play.card],) * 2  # a persona's own table is conditional already
        if play.source == OWN and card.form == "copies":
            earlier = next((each for each in self.plays if each.card == card.on), None)
            if earlier is not None and earlier.rows is not None:
                copy = copied(earlier.rows, card.outcomes.index(outcomes[earlier.card]), card.share)
                return earlier.rows, copy
        return card.naive, deck.table(card.id, outcomes)

    def _columns(self, tables: list[Table]) -> Floats:
        return np.array(
            [
                [row[place] for row in table]
                for table, place in zip(tables, self.observed.tolist(), strict=True)
            ]
        )

    @cached_property
    def dependent(self) -> NDArray[np.bool_]:
        """Whether each card partly repeats an earlier one: (T)."""
        return np.array([card.on is not None for card in self.cards])

    @cached_property
    def own_rows(self) -> NDArray[np.bool_]:
        """Whether the rows were the player's own: (T)."""
        return np.array([play.source == OWN for play in self.plays])

    @cached_property
    def minds(self) -> list[Mind]:
        """The cast, in order."""
        return [mind for mind in self.state.started.minds if mind.persona in self.state.cast]

    @cached_property
    def cast(self) -> list[MindState]:
        """Where each of the cast stands."""
        return [self.state.cast[mind.persona] for mind in self.minds]

    def moved_by(self, mind: Mind) -> Floats:
        """Give what a mind moves by: the same, or the naive likelihoods where it counts double: (T, K)."""
        started = self.state.started
        return self._columns([moving_rows_of(started.deck, mind, c.id, started.outcomes) for c in self.cards])

    @cached_property
    def posted(self) -> Floats:
        """What the posted rows said of the outcomes that came out: (T, K)."""
        deck, outcomes = self.state.started.deck, self.state.started.outcomes
        return self._columns([deck.table(card.id, outcomes) for card in self.cards])

    @cached_property
    def expected_of_observed(self) -> Floats:
        """What the seat expected of what came out: (T)."""
        expected: Floats = (self.before * self.likelihood).sum(-1)
        return expected

    @cached_property
    def bets(self) -> Floats:
        """What the cast's rows said of the outcomes that came out: (M, T, K)."""
        return self.every_bet[[mind.persona in self.state.cast for mind in self.state.started.minds]]

    @cached_property
    def every_bet(self) -> Floats:
        """The same of every mind of the game, also of roles that are played."""
        started = self.state.started
        return np.array(
            [
                self._columns([rows_of(started.deck, mind, card.id, started.outcomes) for card in self.cards])
                for mind in started.minds
            ]
        )

    @cached_property
    def undisturbed(self) -> Floats:
        """What the cast would have believed without this table's floors and duels: (M, T + 1, K)."""
        played = len(self.plays)
        return mind_path(
            np.array([mind.path[0] for mind in self.cast]),
            np.array([mind.prior_weights[:played] for mind in self.cast]),
            np.array([mind.first_readings[:played] for mind in self.cast]),
        )

    @cached_property
    def kept(self) -> Floats:
        """What the seat would have believed had it kept every promise: (T + 1, K)."""
        return mind_path(self.opening, 1.0, np.log(self.likelihood))

    @cached_property
    def truth(self) -> int | None:
        """The place of the true hypothesis; None where nobody knows it."""
        started = self.state.started
        return None if started.truth is None else started.deck.hypotheses.index(started.truth)


def tally(state: State, seat: str) -> Tally:
    """Gather the cards that a seat has finished: revealed, and its belief reported."""
    return Tally(state, seat, tuple(play for play in state.seats[seat].plays if play.after is not None))
