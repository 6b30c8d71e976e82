"""Tells the game to the room: a line for each thing said and each thing that happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from debate_tui.content.scenario import Argument, Card, Ending
from debate_tui.engine import events as ev
from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.debate import Debate
from debate_tui.engine.lines import NUDGE, Line
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.slips import Excuse
from debate_tui.engine.state import Play
from debate_tui.engine.visitor import Movement, Surprise
from debate_tui.report.movements import how_far
from debate_tui.report.narrator import Narrator
from debate_tui.tui import words

Tone = Literal["speech", "moment", "heading", "note"]

MOMENTS = ("tripwire", "concedes", "called")
"""Occasions that the room should notice."""


class Told(NamedTuple):
    """Something for the room: `who` spoke it, a persona or a seat (empty: nobody), and how it sounds."""

    tone: Tone
    text: str
    who: str = ""


class Reveal(NamedTuple):
    """What a reveal showed: surprise, the least first; how a duel on it ended; whose tripwires went off."""

    card: Card
    outcome: str
    surprises: list[Surprise]
    duel: ev.Dueled | None = None
    tripped: Sequence[Line] = ()


class Update(NamedTuple):
    """What a seat did with a card, scored."""

    card: Card
    play: Play
    score: CardScore


class RoomVoice(Narrator):
    """Tells what the room hears; what a step shows at length elsewhere is told in short."""

    def __init__(self, debate: Debate) -> None:
        super().__init__(debate)
        self._told: list[Told] = []
        self._up_to_belief = 0
        self.reveal: Reveal | None = None
        """The last reveal."""
        self.update: Update | None = None
        """The last update."""

    def take(self) -> list[Told]:
        """Give what has been told since the last time."""
        told, self._told, self._up_to_belief = self._told, [], 0
        return told

    def take_apart(self) -> tuple[list[Told], list[Told]]:
        """Give the same in two parts: up to a belief that was locked in, if one was, and what came then."""
        cut = self._up_to_belief or len(self._told)
        told = self.take()
        return told[:cut], told[cut:]

    def heading(self, text: str, level: int = 2) -> None:
        if level > 1:  # the title stands above the table
            self._told.append(Told("heading", text))

    def paragraph(self, text: str) -> None:
        self._told.append(Told("note", " ".join(text.split())))

    def speech(self, speaker: str, text: str) -> None:
        self._told.append(Told("speech", f"{speaker}: {text}"))

    def items(self, texts: Sequence[str]) -> None:
        self._told += [Told("note", text) for text in texts]

    def said(self, line: Line) -> None:
        tone: Tone = "moment" if line.occasion in MOMENTS else "speech"
        self._told.append(Told(tone, line.text, line.persona))
        if line.occasion == "tripwire" and self.reveal is not None:
            self.reveal = self.reveal._replace(tripped=(*self.reveal.tripped, line))

    def dealt(self, card: Card, number: int) -> None:
        self.heading(f"Card {number}: {card.name}")

    def revealed(self, card: Card, outcome: str, surprises: Sequence[Surprise]) -> None:
        self.reveal = Reveal(card, outcome, list(surprises))
        self.heading(f"What came out: {card.outcomes[outcome]}", 3)

    def dueled(self, event: ev.Dueled) -> None:
        super().dueled(event)
        if self.reveal is not None:
            self.reveal = self.reveal._replace(duel=event)

    def moved(self, card: Card, movements: Sequence[Movement]) -> None:
        """Tell who moved by a point or more; of several nudges only whose they were: the strips show all."""
        far = [each for each in movements if whole_percents(each.before) != whole_percents(each.after)]
        nudged = [each for each in far if how_far(each) == NUDGE]
        if len(nudged) < 2:
            super().moved(card, far)
            return
        super().moved(card, [each for each in far if each not in nudged])
        self.items([words.NUDGED.format(who=self.names.all_of([each.persona for each in nudged]))])

    def argued(self, event: ev.Argued, argument: Argument | None, strength: float) -> None:
        if argument is None:
            super().argued(event, argument, strength)
        else:
            self._told.append(Told("speech", argument.text, event.speaker))

    def called(self, event: ev.Called, excuse: Excuse | None) -> None:
        super().called(event, excuse)
        self._told[-1] = self._told[-1]._replace(tone="moment")

    def believed(self, seat: str, card: Card, play: Play, score: CardScore) -> None:
        self.update = Update(card, play, score)
        self.paragraph(
            f"{self.names.whose(seat)} belief now: {self.names.belief(list(score.after.values()))}."
        )
        self._up_to_belief = len(self._told)

    def ended(self, ending: Ending | None) -> None:
        if ending is not None:
            self.heading(ending.title)
