"""A visitor that tells a game in sentences; how a heading or a speech looks is left to its subclasses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debate_tui.content.deck import Belief
from debate_tui.content.scenario import Argument, Card, Ending, Round, Source
from debate_tui.engine import events as ev
from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.debate import Debate
from debate_tui.engine.lines import DECIBANS_PER_NAT, Line, size
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.slips import Excuse
from debate_tui.engine.state import Play
from debate_tui.engine.visitor import Movement, Showing, Surprise, Visitor
from debate_tui.report import movements as moving
from debate_tui.report.verdicts import granted, verdicts
from debate_tui.report.words import EXCUSES, SLIPS, Names, and_bits, even, in_100, shown_percent


class Narrator(Visitor):
    """Tells what happened, in order."""

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.names: Names
        self._world: int | None = None

    def heading(self, text: str, level: int = 2) -> None:
        """Set a heading."""
        raise NotImplementedError

    def paragraph(self, text: str) -> None:
        """Tell something, in plain text: names may hold what looks like Markdown."""
        raise NotImplementedError

    def prose(self, markdown: str) -> None:
        """Tell what an author wrote in Markdown."""
        raise NotImplementedError

    def speech(self, speaker: str, text: str) -> None:
        """Let somebody say something."""
        raise NotImplementedError

    def items(self, texts: Sequence[str]) -> None:
        """List some things."""
        raise NotImplementedError

    def began(self, started: ev.Started) -> None:
        self.names = Names(self.debate, started)
        self._world = started.world
        self.heading(started.title, 1)
        if started.world is not None:
            self.paragraph(f"An invented world, number {started.world}: what comes out in it was drawn.")
        self.paragraph(self.debate.scenario.question)
        if started.practice:
            self.paragraph("A practice game: nothing in it counts for points.")
        elif started.seen:
            seen = [self.names.card(card) for card in started.seen]
            self.paragraph(
                f"Seen before in a kept game, and so practice here: {'; '.join(seen)}. "
                "Another world would be new to everybody."
            )

    def opened(self, seat: str, belief: Belief) -> None:
        self.paragraph(f"{self.names.whose(seat)} opening belief: {self.names.belief(belief)}.")

    def round_began(self, round_: Round) -> None:
        """Rounds have no title of their own: their cards have."""

    def said(self, line: Line) -> None:
        self.speech(self.names.who(line.persona), line.text)

    def dealt(self, card: Card, number: int) -> None:
        self.heading(f"Card {number}: {card.name}")
        self.paragraph(card.asks)
        if repeated := self.names.repeats(card.id):
            self.paragraph(repeated)

    def known(self, seat: str, card: Card) -> None:
        self.paragraph(f"{self.names.who(seat)} knew this one already: the card is practice.")

    def seen(self, cards: Sequence[Card]) -> None:
        named = "; ".join(card.name for card in cards)
        self.paragraph(f"Meanwhile shown in another game, and so practice here: {named}.")

    def rival_named(self, seat: str, rival: str | None) -> None:
        if rival is not None:
            self.paragraph(f"A duel with {self.names.who(rival, inside=True)}.")

    def predicted(self, seat: str, card: Card, event: ev.Predicted) -> None:
        self.paragraph(f"{self.names.who(seat)} locked {self.names.figures(seat, event.source)}.")

    def skipped(self, seat: str, card: Card) -> None:
        self.paragraph(f"{self.names.who(seat)} made no prediction.")

    def revealed(self, card: Card, outcome: str, surprises: Sequence[Surprise]) -> None:
        self.heading(f"What came out: {card.outcomes[outcome]}", 3)
        self.facts(card, outcome)
        level = self.debate.scenario.level
        told = [
            f"{self.names.who(each.who)} {in_100(each.in_100)}{and_bits(each.bits, level)}"
            for each in surprises
        ]
        self.paragraph(f"How likely each had thought it, in 100: {'; '.join(told)}.")

    def facts(self, card: Card, outcome: str) -> None:
        """Tell what there is to know of an outcome."""
        tell = self.prose if card.has_text(outcome) else self.paragraph
        tell(card.told(outcome))
        source = sourced(card, outcome, self._world)
        if source:
            self.paragraph(source)
        if card.why:
            self.paragraph(f"Where the table's figures come from: {card.why}")

    def dueled(self, event: ev.Dueled) -> None:
        rival = self.names.who(event.rival, inside=True)
        if even(event.bits):
            self.paragraph(f"{self.names.whose(event.seat)} duel with {rival} was as good as even.")
            return
        won, than_it = ("won", "less likely") if event.bits > 0 else ("lost", "likelier")
        self.paragraph(
            f"{self.names.who(event.seat)} {won} the duel with {rival}, who had thought it {than_it}."
        )

    def moved(self, card: Card, movements: Sequence[Movement]) -> None:
        self.items([moving.in_words(each, card, self.names) for each in movements])

    def argued(self, event: ev.Argued, argument: Argument | None, strength: float) -> None:
        who = self.names.who(event.speaker)
        if argument is not None:
            self.speech(who, argument.text)
            return
        self.paragraph(f"{who} {self.names.did(event)}.")

    def clarified(self, showing: Showing) -> None:
        who = self.names.who(showing.persona)
        self.paragraph(f"{who} shows its figures for “{showing.card.name}”:")
        self.items(
            [
                f"if “{self.names.hypothesis(name)}” is right: {in_a_hundred(showing.card.outcomes, row)}."
                for name, row in zip(self.debate.deck.hypotheses, showing.rows, strict=True)
            ]
        )
        most = self.debate.deck.hypotheses[showing.reading.index(max(showing.reading))]
        distance = size(DECIBANS_PER_NAT * (max(showing.reading) - min(showing.reading)))
        self.paragraph(f"It reads the card as {distance} towards “{self.names.hypothesis(most)}”.")

    def conceded(self, event: ev.Conceded, again: bool) -> None:
        who, to = self.names.who(event.seat), self.names.who(event.to, inside=True)
        card = f"“{self.names.card(event.card)}”"
        if again:
            self.paragraph(f"{who} granted {to} the same point on {card} again, which changes nothing.")
        else:
            self.paragraph(f"{who} granted {to} a point on {card}.")

    def called(self, event: ev.Called, excuse: Excuse | None) -> None:
        if event.right:
            where = "" if event.about is not None else f", on “{self.names.card(event.card)}”"
            verdict = f"Right{where}: they mend it, and listen to you more."
        elif excuse is None:
            verdict = "That was not so, and they listen to you less."
        else:
            why = EXCUSES[excuse.why].format(card=self.names.card(excuse.card))
            verdict = f"{why} They listen to you less."
        self.paragraph(
            f"{self.names.who(event.seat)} called {self.names.who(event.to, inside=True)} for "
            f"{SLIPS.get(event.slip, event.slip)}. {verdict}"
        )

    def believed(self, seat: str, card: Card, play: Play, score: CardScore) -> None:
        self.heading(f"{self.names.whose(seat)} update", 3)
        columns = [whole_percents(list(belief.values())) for belief in (score.before, score.q, score.after)]
        self.items(
            [
                f"{self.names.hypothesis(hypothesis)}: was {shown_percent(was)}, "
                f"promised {shown_percent(promised)}, is {shown_percent(now)}."
                for hypothesis, was, promised, now in zip(score.before, *columns, strict=True)
            ]
        )
        for verdict in verdicts(score, self.names):
            self.paragraph(verdict)
        amended = granted(play, self.names)
        if amended:
            self.paragraph(amended)
        if not play.fresh:
            self.paragraph("Practice: this card does not count for points.")

    def went_back(self, event: ev.Rewound) -> None:
        after = "; what follows is practice" if event.practice else ""
        self.paragraph(f"{self.names.who(event.seat)} went back{after}.")

    def ended(self, ending: Ending | None) -> None:
        if ending is not None:
            self.heading(ending.title)
            self.prose(ending.text)


def in_a_hundred(outcomes: Mapping[str, str], chances: Sequence[float]) -> str:
    """Give the chances of a card's outcomes as frequencies; of two, the first one's says it all."""
    frequencies = zip(outcomes.values(), whole_percents(chances), strict=True)
    told = [f"“{words}” {whole}" for words, whole in frequencies]
    return f"{told[0] if len(told) == 2 else '; '.join(told)} in 100"


def sourced(card: Card, outcome: str, world: int | None) -> str:
    """Say where the facts of an outcome come from; nothing where no source tells of it."""
    if card.source is None or outcome != card.observed:
        return ""
    return f"{'Source' if world is None else 'As in our own world'}: {cited(card.source)}."


def cited(source: Source) -> str:
    """Cite a source in one line."""
    year = str(source.year) if source.year is not None else ""
    return ", ".join(part for part in (source.by, f"“{source.title}”", year, source.where) if part)
