"""A visitor that tells a game in sentences; how a heading or a speech looks is left to its subclasses."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.content.deck import Belief
from debate_tui.content.scenario import Argument, Card, Ending, Round, Source
from debate_tui.engine import events as ev
from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.debate import Debate
from debate_tui.engine.lines import Line, size
from debate_tui.engine.state import Play
from debate_tui.engine.visitor import Movement, Surprise, Visitor, moved_db
from debate_tui.report.words import BARE_VERBS, FLAGS, SLIPS, Names, percent


class Narrator(Visitor):
    """Tells what happened, in order."""

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.names: Names

    def heading(self, text: str, level: int = 2) -> None:
        """Set a heading."""
        raise NotImplementedError

    def paragraph(self, text: str) -> None:
        """Tell something."""
        raise NotImplementedError

    def speech(self, speaker: str, text: str) -> None:
        """Let somebody say something."""
        raise NotImplementedError

    def items(self, texts: Sequence[str]) -> None:
        """List some things."""
        raise NotImplementedError

    def began(self, started: ev.Started) -> None:
        self.names = Names(self.debate, started)
        self.heading(started.title, 1)
        if started.world is not None:
            self.paragraph(f"An invented world, number {started.world}: nothing in it can be looked up.")
        self.paragraph(self.debate.scenario.question)

    def opened(self, seat: str, belief: Belief) -> None:
        self.paragraph(f"{self.names.whose(seat)} opening belief: {self.names.belief(belief)}.")

    def round_began(self, round_: Round) -> None:
        """Rounds have no title of their own: their cards have."""

    def said(self, line: Line) -> None:
        self.speech(self.names.who(line.persona), line.text)

    def dealt(self, card: Card, number: int) -> None:
        self.heading(f"Card {number}: {card.name}")
        self.paragraph(card.asks)

    def known(self, seat: str, card: Card) -> None:
        self.paragraph(f"{self.names.who(seat)} knew this one already: the card is practice.")

    def rival_named(self, seat: str, rival: str | None) -> None:
        if rival is not None:
            self.paragraph(f"A duel with {self.names.who(rival)}.")

    def predicted(self, seat: str, card: Card, event: ev.Predicted) -> None:
        self.paragraph(f"{self.names.who(seat)} locked {self.names.rows(event.source)}.")

    def skipped(self, seat: str, card: Card) -> None:
        self.paragraph(f"{self.names.who(seat)} made no prediction.")

    def revealed(self, card: Card, outcome: str, surprises: Sequence[Surprise]) -> None:
        self.heading(f"What came out: {card.outcomes[outcome]}", 3)
        self.paragraph(card.told(outcome))
        if card.source is not None and outcome == card.observed:
            self.paragraph(f"Source: {cited(card.source)}.")
        if card.why:
            self.paragraph(f"Where the posted rows come from: {card.why}")
        self.paragraph(
            "Surprise, the least first: "
            + "; ".join(f"{self.names.who(each.who)} {each.bits:.1f} bits" for each in surprises)
            + "."
        )

    def dueled(self, event: ev.Dueled) -> None:
        won = "won" if event.bits > 0 else "lost"
        self.paragraph(
            f"{self.names.who(event.seat)} {won} the duel with {self.names.who(event.rival)} "
            f"by {abs(event.bits):.1f} bits."
        )

    def moved(self, card: Card, movements: Sequence[Movement]) -> None:
        self.items([self._movement(movement) for movement in movements])

    def _movement(self, movement: Movement) -> str:
        changes = [after - before for before, after in zip(movement.before, movement.after, strict=True)]
        gained = changes.index(max(changes))
        hypothesis = self.names.hypothesis(self.debate.deck.hypotheses[gained])
        who, was, now = (
            self.names.who(movement.persona),
            percent(movement.before[gained]),
            percent(movement.after[gained]),
        )
        if was == now:
            return f"{who} hardly moved ({hypothesis} {now})."
        return f"{who} moved {size(moved_db(movement))} to {hypothesis}: {was} to {now}."

    def argued(self, event: ev.Argued, argument: Argument | None, strength: float) -> None:
        who = self.names.who(event.speaker)
        if argument is not None:
            self.speech(who, argument.text)
            return
        card = self.names.card(event.card) if event.card else "the card"
        self.paragraph(f"{who} {BARE_VERBS[event.verb]} {card}.")

    def conceded(self, event: ev.Conceded) -> None:
        self.paragraph(
            f"{self.names.who(event.seat)} granted {self.names.who(event.to)} a point "
            f"on {self.names.card(event.card)}: the promise is amended."
        )

    def called(self, event: ev.Called) -> None:
        verdict = "Right." if event.right else "That was not so."
        self.paragraph(
            f"{self.names.who(event.seat)} called {self.names.who(event.to)} for "
            f"{SLIPS.get(event.slip, event.slip)}. {verdict}"
        )

    def believed(self, seat: str, card: Card, play: Play, score: CardScore) -> None:
        self.heading(f"{self.names.whose(seat)} update", 3)
        self.items(
            [
                f"{self.names.hypothesis(hypothesis)}: was {percent(score.before[hypothesis])}, "
                f"promised {percent(score.q[hypothesis])}, is {percent(score.after[hypothesis])}."
                for hypothesis in self.debate.deck.hypotheses
            ]
        )
        if score.flags:
            self.items([FLAGS[flag] for flag in score.flags])
        if not play.fresh:
            self.paragraph("Practice: this card does not count for points.")

    def went_back(self, event: ev.Rewound) -> None:
        across = ", across a reveal: what follows is practice" if event.practice else ""
        self.paragraph(f"{self.names.who(event.seat)} went back{across}.")

    def ended(self, ending: Ending | None) -> None:
        if ending is not None:
            self.heading(ending.title)
            self.paragraph(ending.text)


def cited(source: Source) -> str:
    """Cite a source in one line."""
    year = str(source.year) if source.year is not None else ""
    return ", ".join(part for part in (source.by, f"“{source.title}”", source.where, year) if part)
