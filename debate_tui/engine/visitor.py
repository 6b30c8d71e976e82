"""What a visitor of a game is shown at every stop of the walk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from debate_tui.content.deck import Belief, Table
from debate_tui.content.scenario import Argument, Card, Ending, Round
from debate_tui.engine import events as ev
from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.events import Reading
from debate_tui.engine.lines import Line
from debate_tui.engine.slips import Excuse
from debate_tui.engine.state import Play
from debate_tui.scoring.match import weight_db


class Surprise(NamedTuple):
    """How surprised somebody is at what came out, in bits, and how often in 100 they had expected it.

    The latter is the whole number that stood among those of the other outcomes before the reveal.
    """

    who: str
    bits: float
    in_100: int


class Movement(NamedTuple):
    """How one mind moved, and why; `heard` is what was argued, where that moved it."""

    persona: str
    before: Belief
    after: Belief
    why: str
    heard: ev.Argued | None = None


def moved_db(movement: Movement) -> float:
    """Give how far a mind moved, in decibans: the range over hypotheses of its log movement."""
    return float(weight_db(np.array(movement.after) / np.array(movement.before)))


class Showing(NamedTuple):
    """What somebody shows who is asked to clarify: the rows that it bet, and its reading now, in nats."""

    persona: str
    card: Card
    rows: Table
    reading: Reading


class Visitor:
    """Somebody who walks along a game; every method is a stop, and does nothing unless overridden."""

    def began(self, started: ev.Started) -> None:
        """A game began."""

    def opened(self, seat: str, belief: Belief) -> None:
        """A seat gave its opening belief."""

    def round_began(self, round_: Round) -> None:
        """A round opened."""

    def said(self, line: Line) -> None:
        """One of the cast spoke."""

    def dealt(self, card: Card, number: int) -> None:
        """A card's question lies on the table."""

    def known(self, seat: str, card: Card) -> None:
        """A seat knew this card."""

    def seen(self, cards: Sequence[Card]) -> None:
        """Another game has shown these cards meanwhile."""

    def rival_named(self, seat: str, rival: str | None) -> None:
        """A seat named its rival."""

    def predicted(self, seat: str, card: Card, event: ev.Predicted) -> None:
        """A seat locked its rows."""

    def skipped(self, seat: str, card: Card) -> None:
        """A seat let a card come without a prediction."""

    def revealed(self, card: Card, outcome: str, surprises: Sequence[Surprise]) -> None:
        """The outcome is known; the most surprised come last."""

    def dueled(self, event: ev.Dueled) -> None:
        """A duel was settled."""

    def moved(self, card: Card, movements: Sequence[Movement]) -> None:
        """The cast moved."""

    def argued(self, event: ev.Argued, argument: Argument | None, strength: float) -> None:
        """Somebody argued; `argument` is None for a bare verb."""

    def clarified(self, showing: Showing) -> None:
        """One of the cast showed its rows and its reading of a card."""

    def conceded(self, event: ev.Conceded, again: bool) -> None:
        """A seat granted a point; `again`: it had before, and its reading is the same."""

    def called(self, event: ev.Called, excuse: Excuse | None) -> None:
        """A seat called somebody for a slip; `excuse` says what kept a wrong call from being right."""

    def passed(self, seat: str) -> None:
        """A seat had no more to say."""

    def believed(self, seat: str, card: Card, play: Play, score: CardScore) -> None:
        """A seat reported its belief."""

    def went_back(self, event: ev.Rewound) -> None:
        """A seat went back."""

    def ended(self, ending: Ending | None) -> None:
        """The game is over."""
