"""Small debates and a player for them, shared by the tests of the engine, the saves and the faces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from debate_tui.content.persona import Persona
from debate_tui.content.scenario import Scenario
from debate_tui.content.source import read_document
from debate_tui.engine import commands as co
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Event, Seat
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.scorecard import Scorecard
from debate_tui.game import Game

PEOPLE = """
- {format: debate-tui/persona@1, id: asker, name: Asker, glyph: "?",
   temperament: {responsiveness: 70, openness: 40}, moves: {priced-in: 3},
   lines: {greeting: ["Good evening, {name}."], moved: ["I moved {words}."], unmoved: ["I did not move."],
           shocked: ["{bits} bits!"], wins: ["I saw {card} coming."], concedes: ["Granted, {name}."],
           called: ["You caught me, {name}."], farewell: ["Good night, {name}."], posts: ["{words},
           says {hypothesis}."]}}
- {format: debate-tui/persona@1, id: optimist, name: Optimist, glyph: "o",
   temperament: {responsiveness: 100, openness: 60, double_counts: true}}
- {format: debate-tui/persona@1, id: skeptic, name: Skeptic, glyph: "s",
   temperament: {responsiveness: 20, prior_weight: 90, openness: 20}}
- {format: debate-tui/persona@1, id: persona-theorist, name: Theorist, glyph: "t",
   temperament: {responsiveness: 160}}
"""

COIN = """
format: debate-tui/scenario@1
id: coin
title: Is this coin fair?
question: Is the club's coin fair?
hypotheses:
  - {id: fair, name: Fair coin, prior: 50}
  - {id: heavy, name: Favours heads, prior: 50}
evidence:
  - id: first-toss
    asks: What does the first toss show?
    outcomes: {heads: Heads, tails: Tails}
    observed: heads
    likelihoods: {fair: {heads: 50}, heavy: {heads: 80}}
    text: The coin lands heads.
"""

WORKED = """
format: debate-tui/scenario@1
id: worked
title: The worked example
question: Does it work?
level: 3
truth: works
hypotheses:
  - {id: works, name: Works, prior: 40}
  - {id: none, name: Does nothing, prior: 40}
  - {id: harms, name: Harms, prior: 20}
cast:
  - {persona: asker, prior: {works: 20, none: 60, harms: 20}}
  - {persona: optimist, prior: {works: 70, none: 20, harms: 10}}
evidence:
  - {id: e1, asks: "First?", outcomes: {"yes": Yes, "no": No}, observed: "yes", text: Yes.,
     likelihoods: {works: {"yes": 80}, none: {"yes": 40}, harms: {"yes": 20}}}
  - {id: e2, asks: "Second?", outcomes: {"yes": Yes, "no": No}, observed: "yes", text: Yes.,
     likelihoods: {works: {"yes": 80}, none: {"yes": 40}, harms: {"yes": 20}},
     depends: {copies: e1, share: 75}}
  - {id: e3, asks: "Third?", outcomes: {"yes": Yes, "no": No}, observed: "yes", text: Yes.,
     likelihoods: {works: {"yes": 70}, none: {"yes": 30}, harms: {"yes": 10}}}
"""

SALON = """
format: debate-tui/scenario@1
id: salon
title: The salon
question: Does it hold?
level: 3
hypotheses:
  - {id: holds, name: Holds, prior: 30}
  - {id: cliff, name: Holds until it breaks, prior: 45}
  - {id: weird, name: Goes weird, prior: 25}
cast:
  - persona: asker
    prior: {holds: 15, cliff: 60, weird: 25}
    reads: {works: {holds: {fine: 97}, cliff: {fine: 95}, weird: {fine: 90}}}
    moves_if: [{card: strange, outcome: broke, line: "That I said would move me."}]
  - {persona: optimist, prior: {holds: 55, cliff: 30, weird: 15}}
  - {persona: skeptic, prior: {holds: 15, cliff: 25, weird: 60}}
evidence:
  - {id: works, title: It worked, asks: "Did it work?", outcomes: {fine: It worked, broke: It broke},
     observed: fine,
     likelihoods: {holds: {fine: 95}, cliff: {fine: 85}, weird: {fine: 50}}, text: It worked.}
  - {id: again, title: It worked again, asks: "And again?", outcomes: {fine: Again, broke: It broke},
     observed: fine,
     likelihoods: {holds: {fine: 90}, cliff: {fine: 50}, weird: {fine: 20}}, text: It worked again.,
     depends: {copies: works, share: 60}}
  - {id: strange, title: Something strange, asks: "Strange?", observed: broke, text: It broke.,
     outcomes: {fine: Nothing, odd: A little, broke: Very},
     likelihoods: {holds: {fine: 80, odd: 15, broke: 5}, cliff: {fine: 60, odd: 20}, weird: {fine: 20,
     odd: 40}}}
  - {id: coda, title: The coda, asks: "Coda?", outcomes: {fine: Fine, broke: Not}, observed: fine,
     text: Fine.,
     likelihoods: {holds: {fine: 60}, cliff: {fine: 50}, weird: {fine: 40}}}
arguments:
  - {id: expected, move: priced-in, by: [you, asker], cites: [works], text: We expected it., strength: 60,
     attacks: [works-well]}
  - {id: works-well, move: count-bits, cites: [works], text: It works well.}
  - {id: not-by-all, move: counterexample, by: [optimist, skeptic], cites: [works], text: Not all of us did.,
     attacks: [expected], slip: hindsight}
  - {id: said-twice, move: double-counting, cites: [again, works], text: You heard that already.}
  - {id: show-the-forecast, move: ask-preregistration, text: Where is your forecast.}
  - {id: fair-point, move: concede-bounded, cites: [works], text: A fair point.}
  - {id: only-later, move: distinguish, cites: [strange], text: That is another thing.}
  - {id: not-mine, move: streetlight, by: [skeptic], cites: [works], text: Under the lamp.}
rounds:
  - {id: first, evidence: [works, again], exchanges: 2, says: {asker: Let us begin.}}
  - {id: second, evidence: [strange], exchanges: 1,
     next: [{to: end, when: {belief: {weird: {above: 80}}}}]}
  - {id: third, evidence: [coda], when: {not: {role: skeptic}}}
endings:
  - {id: shifted, title: Shifted, text: You moved., when: {belief: {holds: {above: 60}}}}
  - {id: open, title: Open, text: It stays open.}
glossary: {salon: A room.}
"""


def _read(text: str) -> Any:
    return read_document(text.encode(), "test.yaml").data


def people() -> dict[str, Persona]:
    """Give the personas, by id."""
    return {each["id"]: Persona.model_validate(each) for each in _read(PEOPLE)}


def debate(text: str, **changes: object) -> Debate:
    """Give a debate from YAML, with some of its top-level keys changed."""
    return Debate.of(Scenario.model_validate({**_read(text), **changes}), people(), "0" * 64)


class Player:
    """Somebody who plays one seat of a game; a refusal is a failure unless it is asked for."""

    def __init__(self, game: Game, seat: str = "you") -> None:
        self.game = game
        self.seat = seat

    @classmethod
    def at(cls, table: Debate, *, role: str = "self", **start: object) -> Player:
        """Sit down at a new game."""
        seats = (Seat("you", "You", role),)
        return cls(Game.new(table, table.start(**{"seed": 7, "seats": seats, **start})))  # type: ignore[arg-type]

    def send(self, command: co.SeatCommand) -> tuple[Event, ...]:
        answer = self.game.send(command)
        assert not isinstance(answer, Refusal), answer
        return answer

    def refused(self, command: co.SeatCommand) -> Refusal:
        answer = self.game.send(command)
        assert isinstance(answer, Refusal), answer
        return answer

    def open(self, belief: Sequence[float] | None = None) -> Player:
        self.send(co.Open(self.seat, belief))
        return self

    def predict(self, rows: Sequence[Sequence[float]] | None = None, read_as: str | None = None) -> Player:
        self.send(co.Predict(self.seat, rows, read_as))
        return self

    def argue(self, argument: str, to: str | None = None) -> Player:
        self.send(co.Argue(self.seat, argument, to))
        return self

    def bare(self, verb: str, card: str | None = None) -> Player:
        self.send(co.ArgueBare(self.seat, verb, card))  # type: ignore[arg-type]
        return self

    def leave_floor(self) -> Player:
        if self.game.state.step == "floor":
            self.send(co.Pass(self.seat))
        return self

    def believe(self, belief: Sequence[float] | None = None) -> Player:
        """Report a belief (None: exactly the promise), passing the floor first where there is one."""
        self.leave_floor()
        self.send(co.Believe(self.seat, belief))
        return self

    def play_on(self) -> Player:
        """Play to the end, taking the posted rows and keeping every promise."""
        while not self.game.over:
            if self.game.state.step == "briefing":
                self.open()
            elif self.game.state.step == "predict":
                self.predict()
            else:
                self.believe()
        return self

    @property
    def scorecard(self) -> Scorecard:
        return self.game.scorecard(self.seat)

    def believes(self, persona: str) -> tuple[float, ...]:
        return self.game.state.cast[persona].belief
