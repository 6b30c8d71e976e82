"""What an argument is worth: the bits by which it brings the cast nearer to the truth of a drawn world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from debate_tui.engine.commands import Argue
from debate_tui.engine.debate import Debate
from debate_tui.engine.decide import decide
from debate_tui.engine.fold import apply
from debate_tui.engine.hand import Option, hand
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.state import MOVES_ON, State
from debate_tui.opponents.minds import cast_turn
from tests.library.shelf import debate
from tests.tabletop import Player

MOVING = {"press", "deflate", "link"}
AT_LEAST, AT_MOST = 10, 200
"""How many worlds are looked at: more only while some argument has been the best in all of them."""


class Count(NamedTuple):
    """On how many floors an argument was the best to play, of those where it and another could be."""

    best: int
    of: int


def best_arguments(name: str, at_least: int = AT_LEAST, at_most: int = AT_MOST) -> dict[str, Count]:
    """Count how often each argument is the best one to play."""
    counts: dict[str, Count] = {}
    for world in range(at_most):
        if world >= at_least and not always_best(counts):
            break
        for worths in floors(debate(name), world):
            best = _best(worths)
            for argument in worths if len(worths) > 1 else ():
                was = counts.get(argument, Count(0, 0))
                counts[argument] = Count(was.best + (argument == best), was.of + 1)
    return counts


def always_best(counts: Mapping[str, Count]) -> list[str]:
    return [argument for argument, count in counts.items() if count.best == count.of]


def floors(table: Debate, world: int) -> Iterator[dict[str, float]]:
    """Give what each argument would be worth on every floor of an honest and silent game."""
    player = Player.at(table, world=world).open()
    while not player.game.over:
        player.predict()
        state = player.game.state
        if state.step == "floor":
            options = hand(table, state, "you")
            yield {each.argument: _worth(table, state, each.argument) for each in options if _moves(each)}
        player.believe()


def _moves(option: Option) -> bool:
    return option.argument is not None and option.verb in MOVING and bool(option.moves) and not option.why_not


def _best(worths: Mapping[str, float]) -> str | None:
    """Give the argument that is better than all the others."""
    best = max(worths, key=worths.__getitem__, default=None)
    equals = [argument for argument in worths if best and worths[argument] >= worths[best] - 1e-12]
    return best if len(equals) == 1 else None


def _worth(table: Debate, state: State, argument: str) -> float:
    truth = table.deck.hypotheses.index(state.started.truth or "")
    return _bits(_heard(table, state, argument), truth) - _bits(state, truth)


def _heard(table: Debate, state: State, argument: str) -> State:
    """Give the table once an argument has been said and answered."""
    caused = decide(table, state, Argue("you", argument))
    assert not isinstance(caused, Refusal), caused
    while True:
        for event in caused:
            state = apply(state, event)
        if state.pending is None and state.step not in MOVES_ON:
            return state
        caused = cast_turn(table, state)


def _bits(state: State, truth: int) -> float:
    return float(np.mean([np.log2(mind.belief[truth]) for mind in state.cast.values()]))
