"""Whether a scenario is balanced in drawn worlds: `python -m tests.library.balance SCENARIO` prints it.

Nobody can game it; each of the cast is somewhere the best forecaster; no argument is always the best to play.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from debate_tui.content.conditions import Above, Below
from debate_tui.content.worlds import make_world
from debate_tui.engine.debate import Debate, moving_rows_of, rows_of
from debate_tui.engine.events import Mind
from debate_tui.opponents.bots import BOTS, HONEST, Bot, steerer
from debate_tui.scoring.beliefs import Floats, temper
from tests.library.shelf import debate
from tests.library.tree import Meeting, Tree
from tests.library.turns import Turns
from tests.library.worth import best_arguments

MOST_PATHS = 1_000_000
"""With more than this worlds are drawn."""

GAMES = 20_000

WORLDS_SHOWN = 40
"""How many worlds the command looks at for arguments; the test stops sooner."""

BEYOND = 0.001
"""How far past a bound a steerer reports."""


@dataclass(frozen=True)
class Gamer:
    """A bot at this table, who may take the rows of one of the cast."""

    debate: Debate
    bot: Bot
    neighbour: Mind | None = None
    leads: bool = True

    @property
    def name(self) -> str:
        return f"{self.bot.name} of {self.neighbour.persona}" if self.neighbour else self.bot.name

    @property
    def opening(self) -> Floats:
        return np.array(self.debate.deck.prior)

    def rows(self, meeting: Meeting) -> Floats | None:
        if self.neighbour is None:
            return self.bot.rows(meeting.sight)
        theirs = np.array(rows_of(self.debate.deck, self.neighbour, meeting.card, meeting.known))
        return self.bot.rows(meeting.sight._replace(neighbour=theirs))

    def report(self, meeting: Meeting, rows: Floats | None, outcome: int) -> Floats:
        return self.bot.report(meeting.sight, rows, outcome)


@dataclass(frozen=True)
class Member:
    """One of the cast, which bets its rows and moves by its temper."""

    debate: Debate
    mind: Mind
    leads: bool = False

    @property
    def opening(self) -> Floats:
        return np.array(self.mind.prior)

    def rows(self, meeting: Meeting) -> Floats:
        return np.array(rows_of(self.debate.deck, self.mind, meeting.card, meeting.known))

    def report(self, meeting: Meeting, _rows: Floats | None, outcome: int) -> Floats:
        deck, mind = self.debate.deck, self.mind
        column = np.array(moving_rows_of(deck, mind, meeting.card, meeting.known))[:, outcome]
        alpha, beta = mind.responsiveness, mind.prior_weight
        if (meeting.card, deck.card(meeting.card).outcomes[outcome]) in mind.tripwires:
            alpha, beta = max(alpha, 1.0), 1.0
        return temper(meeting.sight.belief, beta, alpha * np.log(column))


class Rivalry(NamedTuple):
    """A bot against the honest one, in points: the lowest and the highest that its lead may be."""

    name: str
    lowest: float
    highest: float

    @property
    def is_defect(self) -> bool:
        return self.lowest > 1e-9


@cache
def tree(name: str) -> Tree:
    """Give all paths of a scenario, or, if they are too many, those of many drawn worlds."""
    table = debate(name)
    whole = Tree(table)
    if whole.size <= MOST_PATHS:
        return whole
    return Tree(table, [make_world(table.scenario, seed=0, number=n, deck=table.deck) for n in range(GAMES)])


def gamers(table: Debate) -> list[Gamer]:
    """Give all who would game the score: the bots, one adopter for each of the cast, two steerers a fork."""
    bots = [bot for bot in BOTS if bot not in (HONEST, ADOPTER)]
    adopters = [Gamer(table, ADOPTER, mind) for mind in table.minds]
    return [*(Gamer(table, bot) for bot in [*bots, *_steerers(table)]), *adopters]


ADOPTER = next(bot for bot in BOTS if bot.name == "adopter")


def _steerers(table: Debate) -> Iterator[Bot]:
    """Give those who report just past the bounds on belief that the course asks for, on either side."""
    asked = Turns(table).asked
    bounds = {(a.hypothesis, a.percent) for a in asked if isinstance(a, Above | Below) and a.hypothesis}
    for hypothesis, percent in sorted(bounds):
        place = table.deck.hypotheses.index(hypothesis)
        over, under = (
            steerer(place, least=percent / 100.0 + BEYOND),
            steerer(place, most=percent / 100.0 - BEYOND),
        )
        yield over._replace(name=f"steerer ({hypothesis} over {percent:g})")
        yield under._replace(name=f"steerer ({hypothesis} under {percent:g})")


def rivalries(name: str) -> list[Rivalry]:
    """Play every bot against the honest one: exactly, or in 99% intervals for all of them together."""
    table, paths = debate(name), tree(name)
    honest = paths.walk(Gamer(table, HONEST))
    rivals = gamers(table)
    if paths.is_exact:
        return [_lead(rival.name, paths.walk(rival).mean - honest.mean) for rival in rivals]
    z = NormalDist().inv_cdf(1.0 - 0.005 / len(rivals))
    return [_estimated(rival.name, paths.walk(rival).by_game - honest.by_game, z) for rival in rivals]


def _lead(name: str, lead: float, give_or_take: float = 0.0) -> Rivalry:
    return Rivalry(name, lead - give_or_take, lead + give_or_take)


def _estimated(name: str, leads: Floats, z: float) -> Rivalry:
    return _lead(name, float(leads.mean()), z * float(leads.std(ddof=1)) / len(leads) ** 0.5)


def best_forecasters(name: str) -> dict[str, float]:
    """Give how often each of the cast is the best forecaster of a drawn world; equals share a world."""
    table, paths = debate(name), tree(name)
    ends = [paths.walk(Member(table, mind)) for mind in table.minds]
    points = np.stack([end.points for end in ends])
    best = points >= points.max(0) - 1e-9
    shares = (ends[0].chance * best / best.sum(0)).sum((1, 2))
    return {mind.persona: float(share) for mind, share in zip(table.minds, shares, strict=True)}


def main(names: list[str]) -> None:
    """Print the tables of scenarios."""
    for name in names:
        print(f"{name}: points of each bot against the honest one")
        for each in sorted(rivalries(name), key=lambda each: -each.lowest):
            print(f"  {each.name:40} {each.lowest:9.3f} {each.highest:9.3f}{'  DEFECT' * each.is_defect}")
        print(f"{name}: who is the best forecaster of how many worlds")
        for persona, share in best_forecasters(name).items():
            print(f"  {persona:40} {share:9.1%}")
        print(f"{name}: how often an argument is the best to play where another could be played")
        for argument, count in best_arguments(name, at_least=WORLDS_SHOWN).items():
            print(f"  {argument:40} {count.best:4} of {count.of}")


if __name__ == "__main__":
    main(sys.argv[1:])
