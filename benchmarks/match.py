"""A match to time: a debate of a chosen size, with a cast of four, and all that its players do in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle, islice
from typing import Any

from debate_tui.content.persona import Persona
from debate_tui.content.scenario import Scenario
from debate_tui.engine import commands as co
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Seat
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.scorecard import Scorecard, scorecards
from debate_tui.game import Game

HYPOTHESES = {"holds": 30, "cliff": 45, "weird": 25}
CAST = {
    "asker": ((20, 55, 25), {"responsiveness": 40, "openness": 55}),
    "optimist": ((55, 30, 15), {"responsiveness": 90, "openness": 60}),
    "skeptic": ((15, 25, 60), {"responsiveness": 60, "prior_weight": 90, "openness": 30}),
    "theorist": ((25, 25, 50), {"responsiveness": 130, "openness": 70, "double_counts": True}),
}
HELD = ((85, 60, 35), (70, 75, 40), (40, 55, 80))
"""How likely each hypothesis finds it that a card holds; the cards take them in turns."""
BELIEFS = ((40, 35, 25), (50, 30, 20), (35, 45, 20), (30, 40, 30))
ROWS = (((70, 30), (50, 50), (20, 80)), ((80, 20), (65, 35), (45, 55)))


def written(cards: int = 6, said: int = 1) -> dict[str, Any]:
    """Write the scenario: rounds of two cards, each with so many arguments that a player says.

    Every second card half repeats the one before it, and the cast has an answer to every argument.
    """
    rounds = [(f"card-{first}", f"card-{first + 1}") for first in range(0, cards, 2)]
    return {
        "format": "debate-tui/scenario@1",
        "id": "match",
        "title": "A match",
        "question": "Does it hold?",
        "level": 3,
        "truth": "sample",
        "hypotheses": [{"id": name, "name": name, "prior": prior} for name, prior in HYPOTHESES.items()],
        "cast": [{"persona": name, "prior": _by_name(prior)} for name, (prior, _) in CAST.items()],
        "evidence": [_card(number) for number in range(cards)],
        "arguments": [
            argument
            for place, (_, last) in enumerate(rounds)
            for number in range(said)
            for argument in _claim_and_answer(f"{place}-{number}", last)
        ],
        "rounds": [
            {"id": f"round-{place}", "evidence": list(both), "exchanges": said}
            for place, both in enumerate(rounds)
        ],
        "endings": [
            {"id": "sure", "title": "Sure", "text": "It is.", "when": {"belief": {"cliff": {"above": 60}}}},
            {"id": "open", "title": "Open", "text": "It stays open."},
        ],
    }


def _card(number: int) -> dict[str, Any]:
    held = HELD[number % len(HELD)]
    repeats = {"depends": {"copies": f"card-{number - 1}", "share": 50}} if number % 2 else {}
    return {
        "id": f"card-{number}",
        "asks": "Did it hold?",
        "outcomes": {"held": "It held", "broke": "It broke"},
        "observed": "sample",
        "likelihoods": {name: {"held": percent} for name, percent in _by_name(held).items()},
        "text": "It held.",
        **repeats,
    }


def _claim_and_answer(name: str, card: str) -> Iterator[dict[str, Any]]:
    claim = {"id": f"claim-{name}", "cites": [card]}
    yield {**claim, "move": "count-bits", "by": ["you"], "text": "It counts."}
    answer = {"id": f"answer-{name}", "cites": [card], "attacks": [f"claim-{name}"]}
    yield {**answer, "move": "counterexample", "by": list(CAST), "text": "It does not."}


def _by_name(percents: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(HYPOTHESES, percents, strict=True))


def _people() -> dict[str, Persona]:
    return {
        name: Persona.model_validate(
            {"format": "debate-tui/persona@1", "id": name, "name": name, "temperament": temperament}
        )
        for name, (_, temperament) in CAST.items()
    }


@dataclass(frozen=True)
class Match:
    """Games of one debate, all with the same choices: worlds differ in what comes out of the cards."""

    debate: Debate
    seats: tuple[Seat, ...]

    @classmethod
    def of(cls, cards: int = 6, said: int = 1, players: int = 1) -> Match:
        """Lay out an even number of cards, and arguments in every round, for some players."""
        debate = Debate.of(Scenario.model_validate(written(cards, said)), _people())
        return cls(debate, tuple(Seat(f"seat-{place}", f"Player {place}") for place in range(players)))

    @cached_property
    def choices(self) -> tuple[co.SeatCommand, ...]:
        """Everything that the players do, in order: with six cards and one argument a round, 20 each."""
        each = [tuple(self._choices_of(seat.id)) for seat in self.seats]
        return tuple(choice for together in zip(*each, strict=True) for choice in together)

    def _choices_of(self, seat: str) -> Iterator[co.SeatCommand]:
        beliefs, rows = cycle(BELIEFS), cycle(ROWS)
        yield co.Open(seat, next(beliefs))
        claims = (argument.id for argument in self.debate.scenario.arguments if "you" in argument.by)
        for round_ in self.debate.course:
            for card in round_.evidence:
                if card == "card-0":
                    yield co.NameRival(seat, "skeptic")
                yield co.Predict(seat, next(rows))
                if card == round_.evidence[-1]:
                    yield from (co.Argue(seat, claim) for claim in islice(claims, round_.exchanges))
                    yield co.Pass(seat)
                yield co.Believe(seat, next(beliefs))

    def play(self, world: int, *, look: bool = False) -> Game:
        """Play a whole game; `look`: each player sees the table, as every face does, before each choice."""
        game = Game.new(self.debate, self.debate.start(seed=world, world=world, seats=self.seats))
        for choice in self.choices:
            if look:
                game.view(choice.seat)
            answer = game.send(choice)
            assert type(answer) is not Refusal, (choice, answer)
        return game

    def score(self, worlds: Iterable[int], *, look: bool = False) -> list[Scorecard]:
        """Play whole games one by one, and work out every figure of every player, all games at once."""
        states = [self.play(world, look=look).state for world in worlds]
        return [card for seat in self.seats for card in scorecards(states, seat.id)]
