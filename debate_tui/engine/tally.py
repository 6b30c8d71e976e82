"""Games as arrays: what the scoring engine takes in, one seat's game or thousands of the same debate at once.

G games, T cards played, K hypotheses, O outcomes (of the card with most), M of the cast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from debate_tui.content.deck import CardTables, Table
from debate_tui.engine.debate import moving_rows_of, rows_of
from debate_tui.engine.events import OWN, Mind, Started
from debate_tui.engine.state import MindState, Play, State
from debate_tui.scoring.beliefs import Floats, from_logs, mind_path
from debate_tui.scoring.dependence import copies
from debate_tui.scoring.figures import CardFigures, card_figures, observed_columns

Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Tally:
    """The cards that a seat has finished in games of one debate: the same cards, dealt to the same table."""

    states: tuple[State, ...]
    seat: str
    plays: tuple[tuple[Play, ...], ...]

    @property
    def started(self) -> Started:
        """How the games began; they share deck, minds and cast."""
        return self.states[0].started

    @cached_property
    def cards(self) -> list[CardTables]:
        """The numbers of each card played."""
        return [self.started.deck.card(play.card) for play in self.plays[0]]

    @cached_property
    def outcomes(self) -> list[Mapping[str, str]]:
        """What comes out of every card in each game."""
        return [state.started.outcomes for state in self.states]

    @cached_property
    def observed(self) -> Ints:
        """Which outcome came out of each card: (G, T)."""
        return np.array(
            [[card.outcomes.index(each[card.id]) for card in self.cards] for each in self.outcomes], np.intp
        )

    @property
    def hypotheses(self) -> int:
        """How many hypotheses there are: K."""
        return len(self.started.deck.hypotheses)

    @cached_property
    def choices(self) -> Ints:
        """How many outcomes each card has: (T)."""
        return np.array([len(card.outcomes) for card in self.cards], np.intp)

    @cached_property
    def opening(self) -> Floats:
        """What the seat believed before any evidence: (G, K)."""
        return self.before[:, 0]

    @cached_property
    def before(self) -> Floats:
        """What it believed before each card: (G, T, K)."""
        return array(
            [play.before for plays in self.plays for play in plays], *self.observed.shape, self.hypotheses
        )

    @cached_property
    def after(self) -> Floats:
        """What it reported after each card: (G, T, K)."""
        reports = [play.after or () for plays in self.plays for play in plays]
        return array(reports, *self.observed.shape, self.hypotheses)

    @cached_property
    def path(self) -> Floats:
        """Its opening and its reports: (G, T + 1, K)."""
        return np.concatenate([self.opening[:, None], self.after], axis=1)

    @cached_property
    def kept(self) -> Floats:
        """What it would have believed had it kept every promise: (G, T + 1, K)."""
        steps = np.concatenate([np.log(self.opening)[:, None], np.log(self.likelihood)], axis=1)
        return from_logs(steps.cumsum(axis=1))

    @cached_property
    def tables(self) -> Floats:
        """The rows it locked: (G, T, K, O), padded with outcomes of probability 0; flat where none."""
        most = int(self.choices.max())
        flat = [((1.0 / len(card.outcomes),) * len(card.outcomes),) * self.hypotheses for card in self.cards]
        rows = [
            row
            for plays in self.plays
            for play, none in zip(plays, flat, strict=True)
            for row in self._padded(play.rows or none, most)
        ]
        return array(rows, *self.observed.shape, self.hypotheses, most)

    @staticmethod
    def _padded(rows: Table, most: int) -> Table:
        short = most - len(rows[0])
        return tuple([row + (0.0,) * short for row in rows]) if short else rows

    @cached_property
    def likelihood(self) -> Floats:
        """What its rows said of the outcomes that came out: (G, T, K)."""
        return observed_columns(self.tables, self.observed)

    @cached_property
    def figures(self) -> CardFigures:
        """What is measured on each card."""
        return card_figures(self.before, self.after, self.tables, self.observed)

    @cached_property
    def amended(self) -> Floats | None:
        """What its rows promised once it had granted points: (G, T, K); None where nobody granted any."""
        if all(play.amended == play.promise for plays in self.plays for play in plays):
            return None
        return np.array([[play.amended for play in plays] for plays in self.plays])

    @cached_property
    def predicted(self) -> Bools:
        """Whether it locked a prediction: (G, T)."""
        return np.array([[play.rows is not None for play in plays] for plays in self.plays])

    @cached_property
    def counted(self) -> Bools:
        """Whether a card counts for points: a point card, and fresh to this seat: (G, T)."""
        return np.array(
            [
                [play.fresh and play.card in state.started.point_cards for play in plays]
                for state, plays in zip(self.states, self.plays, strict=True)
            ]
        )

    @cached_property
    def missing(self) -> list[int]:
        """How many point cards of each game are still to be played to the end, and so count 0.

        Every way to the end of a game reaches all of them, but those that have left its file since it began.
        """
        done = {card.id for card in self.cards}
        return [
            0 if state.practice or state.step == "over" else _missing(state, done) for state in self.states
        ]

    @cached_property
    def dependent(self) -> Bools:
        """Whether each card partly repeats an earlier one: (T)."""
        return np.array([card.on is not None for card in self.cards])

    @cached_property
    def sources(self) -> NDArray[np.str_]:
        """Whose rows it locked: (G, T)."""
        return np.array([[play.source for play in plays] for plays in self.plays])

    @cached_property
    def own_rows(self) -> Bools:
        """Whether the rows were the player's own: (G, T)."""
        return np.asarray(self.sources == OWN)

    @cached_property
    def truths(self) -> Ints | None:
        """The place of the true hypothesis in each game: (G); None where nobody knows it."""
        hypotheses = self.started.deck.hypotheses
        truths = [state.started.truth for state in self.states]
        known = [hypotheses.index(truth) for truth in truths if truth is not None]
        return np.array(known, np.intp) if len(known) == len(truths) else None

    @cached_property
    def minds(self) -> list[Mind]:
        """The cast, in order."""
        return [mind for mind in self.started.minds if mind.persona in self.states[0].cast]

    @cached_property
    def cast(self) -> list[list[MindState]]:
        """Where each of the cast stands in each game."""
        return [[state.cast[mind.persona] for mind in self.minds] for state in self.states]

    @cached_property
    def undisturbed(self) -> Floats:
        """What the cast would have believed without this table's floors and duels: (G, M, T + 1, K)."""
        games, played = self.observed.shape
        minds, of_minds = len(self.minds), [mind for cast in self.cast for mind in cast]
        met = [each for mind in of_minds for each in mind.met[:played]]
        return mind_path(
            array([mind.path[0] for mind in of_minds], games, minds, self.hypotheses),
            np.array([each.prior_weight for each in met]).reshape(games, minds, played),
            array([each.reading for each in met], games, minds, played, self.hypotheses),
        )

    @cached_property
    def posted(self) -> Floats:
        """What the posted rows said of the outcomes that came out: (G, T, K)."""
        return self._columns(self.started.deck.table)

    @cached_property
    def every_bet(self) -> Floats:
        """What every mind's rows said of them, also those of roles that are played: (G, all M, T, K)."""
        bets = [self._columns(partial(rows_of, self.started.deck, mind)) for mind in self.started.minds]
        return np.stack(bets, axis=1)

    @cached_property
    def bets(self) -> Floats:
        """What the cast's rows said of them: (G, M, T, K)."""
        return self.every_bet[:, [mind.persona in self.states[0].cast for mind in self.started.minds]]

    def moved_by(self, mind: Mind) -> Floats:
        """What a mind moves by: its bets, or the naive likelihoods where it counts double: (G, T, K)."""
        return self._columns(partial(moving_rows_of, self.started.deck, mind))

    def _columns(self, table: Callable[[str, Mapping[str, str]], Table]) -> Floats:
        """Pick what a table says of what came out of each card, worked out once for all games: (G, T, K)."""
        picked = []
        for card, (cases, which) in zip(self.cards, self._cases, strict=True):
            columns = np.array([_column(table, card, *case) for case in cases])
            picked.append(columns[which])
        return np.stack(picked, axis=1)

    @cached_property
    def _cases(self) -> list[tuple[list[tuple[str, str]], Ints]]:
        """What came out of each card, and of the card that it depends on, if any; and in which game which."""
        found = []
        for card in self.cards:
            came = [(each[card.id], "" if card.on is None else each[card.on]) for each in self.outcomes]
            places = {case: place for place, case in enumerate(dict.fromkeys(came))}
            found.append((list(places), np.array([places[case] for case in came])))
        return found

    @property
    def naive(self) -> Floats:
        """What was said of the outcomes if each card stood alone, by whosever rows were taken: (G, T, K)."""
        return self._taken[0]

    @property
    def conditional(self) -> Floats:
        """The same, given the card that each depends on: (G, T, K)."""
        return self._taken[1]

    @cached_property
    def _taken(self) -> tuple[Floats, Floats]:
        naive = self._columns(lambda card, _: self.started.deck.card(card).naive)
        conditional = self.posted.copy()
        for number, mind in enumerate(self.started.minds):  # its own table is conditional already
            theirs = (self.sources == mind.persona) & [card.id in mind.reads for card in self.cards]
            naive[theirs] = conditional[theirs] = self.every_bet[:, number][theirs]
        places = {card.id: place for place, card in enumerate(self.cards)}
        for place, card in enumerate(self.cards):
            if card.form == "copies" and card.on in places:
                self._copy(place, places[card.on], naive, conditional)
        return naive, conditional

    def _copy(self, place: int, first: int, naive: Floats, conditional: Floats) -> None:
        """Have a card say what the player's own rows on the first one make of it, where they have some."""
        own = self.own_rows[:, place] & self.predicted[:, first]
        rows = self.tables[:, first]  # outcomes in the order of the first card
        again = copies(rows, self.observed[:, first], self.cards[place].share)
        order = [self.cards[first].outcomes.index(outcome) for outcome in self.cards[place].outcomes]
        came = np.array(order)[self.observed[:, place]]
        naive[own, place] = observed_columns(rows, came)[own]
        conditional[own, place] = observed_columns(again, came)[own]


def array(rows: Iterable[Sequence[float]], *shape: int) -> Floats:
    """Lay rows of numbers out in an array; of many short ones, `np.array` would measure each."""
    return np.fromiter(chain.from_iterable(rows), np.float64).reshape(shape)


def _column(
    table: Callable[[str, Mapping[str, str]], Table], card: CardTables, outcome: str, earlier: str
) -> tuple[float, ...]:
    place = card.outcomes.index(outcome)
    return tuple([row[place] for row in table(card.id, {card.on or "": earlier})])


def _missing(state: State, done: set[str]) -> int:
    return sum(card not in done and card not in state.seen for card in state.started.point_cards)


def tallies(states: Sequence[State], seat: str) -> list[tuple[list[int], Tally]]:
    """Gather games that can be worked out together, each group with the places of its games among `states`.

    A card counts as finished once it is revealed and the seat has reported its belief.
    """
    groups: dict[object, list[int]] = {}
    finished = [
        tuple([play for play in state.seats[seat].plays if play.after is not None]) for state in states
    ]
    for place, (state, plays) in enumerate(zip(states, finished, strict=True)):
        started = state.started
        together = (id(started.deck), id(started.minds), started.truth is None, tuple(state.cast))
        groups.setdefault((together, tuple([play.card for play in plays])), []).append(place)
    return [
        (
            places,
            Tally(tuple(states[place] for place in places), seat, tuple(finished[place] for place in places)),
        )
        for places in groups.values()
    ]
