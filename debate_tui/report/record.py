"""A game as a record: one object for each stop of the walk, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from debate_tui.content.deck import Belief
from debate_tui.content.scenario import Argument, Card, Ending, Round
from debate_tui.engine import events as ev
from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.debate import Debate
from debate_tui.engine.lines import Line
from debate_tui.engine.slips import Excuse
from debate_tui.engine.state import Play
from debate_tui.engine.transcript import walk
from debate_tui.engine.visitor import Movement, Showing, Surprise, Visitor


def record(debate: Debate, events: Iterable[ev.Event]) -> list[dict[str, Any]]:
    """Give a whole game as objects, each with `what` and what belongs to it; probabilities 0 to 1."""
    writer = _Record(debate)
    walk(debate, events, writer)
    return writer.stops


class _Record(Visitor):
    def __init__(self, debate: Debate) -> None:
        self._hypotheses = debate.deck.hypotheses
        self.stops: list[dict[str, Any]] = []

    def _stop(self, what: str, **about: Any) -> None:
        self.stops.append({"what": what, **about})

    def _by_id(self, belief: Belief) -> dict[str, float]:
        return dict(zip(self._hypotheses, belief, strict=True))

    def began(self, started: ev.Started) -> None:
        seats = {seat.id: seat.role for seat in started.seats}
        self._stop(
            "began",
            scenario=started.scenario,
            sha256=started.sha256,
            seed=started.seed,
            world=started.world,
            seats=seats,
        )

    def opened(self, seat: str, belief: Belief) -> None:
        self._stop("opened", seat=seat, belief=self._by_id(belief))

    def round_began(self, round_: Round) -> None:
        self._stop("round", round=round_.id)

    def said(self, line: Line) -> None:
        self._stop("said", persona=line.persona, occasion=line.occasion, text=line.text)

    def dealt(self, card: Card, number: int) -> None:
        self._stop("card", card=card.id, number=number, asks=card.asks)

    def known(self, seat: str, card: Card) -> None:
        self._stop("known", seat=seat, card=card.id)

    def seen(self, cards: Sequence[Card]) -> None:
        self._stop("seen", cards=[card.id for card in cards])

    def rival_named(self, seat: str, rival: str | None) -> None:
        self._stop("rival", seat=seat, rival=rival)

    def predicted(self, seat: str, card: Card, event: ev.Predicted) -> None:
        rows = {
            hypothesis: dict(zip(card.outcomes, row, strict=True))
            for hypothesis, row in zip(self._hypotheses, event.rows, strict=True)
        }
        self._stop("predicted", seat=seat, card=card.id, source=event.source, rows=rows)

    def skipped(self, seat: str, card: Card) -> None:
        self._stop("skipped", seat=seat, card=card.id)

    def revealed(self, card: Card, outcome: str, surprises: Sequence[Surprise]) -> None:
        bits = {surprise.who: surprise.bits for surprise in surprises}
        self._stop("revealed", card=card.id, outcome=outcome, text=card.told(outcome), surprise_bits=bits)

    def dueled(self, event: ev.Dueled) -> None:
        self._stop("duel", seat=event.seat, card=event.card, rival=event.rival, bits=event.bits)

    def moved(self, card: Card, movements: Sequence[Movement]) -> None:
        moved = {
            each.persona: {"why": each.why, "from": self._by_id(each.before), "to": self._by_id(each.after)}
            for each in movements
        }
        self._stop("moved", card=card.id, cast=moved)

    def argued(self, event: ev.Argued, argument: Argument | None, strength: float) -> None:
        self._stop(
            "argued",
            speaker=event.speaker,
            verb=event.verb,
            argument=event.argument,
            card=event.card,
            to=event.to,
            answers=event.answers,
            strength=strength,
            text=argument.text if argument else None,
        )

    def clarified(self, showing: Showing) -> None:
        rows = {
            hypothesis: dict(zip(showing.card.outcomes, row, strict=True))
            for hypothesis, row in zip(self._hypotheses, showing.rows, strict=True)
        }
        reading = dict(zip(self._hypotheses, showing.reading, strict=True))
        self._stop("clarified", persona=showing.persona, card=showing.card.id, rows=rows, reading=reading)

    def conceded(self, event: ev.Conceded, again: bool) -> None:
        self._stop("conceded", seat=event.seat, to=event.to, card=event.card, again=again)

    def called(self, event: ev.Called, excuse: Excuse | None) -> None:
        about = {"to": event.to, "card": event.card, "slip": event.slip, "right": event.right}
        self._stop("called", seat=event.seat, **about, excuse=None if excuse is None else excuse._asdict())

    def passed(self, seat: str) -> None:
        self._stop("passed", seat=seat)

    def believed(self, seat: str, card: Card, play: Play, score: CardScore) -> None:
        self._stop(
            "believed",
            seat=seat,
            card=card.id,
            promised=dict(score.q),
            belief=dict(score.after),
            flags=list(score.flags),
            fresh=play.fresh,
        )

    def went_back(self, event: ev.Rewound) -> None:
        self._stop("went-back", seat=event.seat, practice=event.practice)

    def ended(self, ending: Ending | None) -> None:
        self._stop("ended", ending=ending.id if ending else None)
