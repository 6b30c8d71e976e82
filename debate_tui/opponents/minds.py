"""The cast's minds: how they move at a reveal, what they answer, and when they give way.

Each function gives a command whose numbers say why: the α and β that applied, the step, the gap, the reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import numpy as np

from debate_tui.content.scenario import Argument
from debate_tui.engine.commands import Answer, React
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Argued, Shift
from debate_tui.engine.floor import Aim, aims, map_strengths, shift
from debate_tui.engine.fold import said_id
from debate_tui.engine.speak import not_yet, say
from debate_tui.engine.state import State
from debate_tui.scoring.beliefs import temper

GIVES_WAY_AT = 0.25
"""A mind gives way to an argument that closes at least this share of the gap ..."""
WORTH_GIVING_WAY = 0.23
"""... where the gap was at least this wide, in nats: one deciban, what players are shown as a nudge."""


def cast_turn(debate: Debate, state: State) -> React | Answer | None:
    """Give what the cast does now; None where it is not the cast's turn."""
    if state.step == "reveal" and len(state.revealed) == len(state.cards):
        return React(tuple(_at_reveal(debate, state)))
    if state.pending is not None:
        return _answer(debate, state, state.pending)
    return None


def _at_reveal(debate: Debate, state: State) -> Iterator[Shift]:
    """Move every mind by α times what its row says, from β times what it believed; a tripwire: in full."""
    card, outcomes = state.cards[-1], state.started.outcomes
    minds = [mind for mind in debate.minds if mind.persona in state.cast]
    if not minds:
        return
    tripped = [(card, outcomes[card]) in mind.tripwires for mind in minds]
    tempers = [
        (max(mind.responsiveness, 1.0), 1.0) if crossed else (mind.responsiveness, mind.prior_weight)
        for mind, crossed in zip(minds, tripped, strict=True)
    ]
    alpha, beta = np.array(tempers).T
    readings = alpha[:, None] * np.array([debate.reading(mind.persona, card, outcomes) for mind in minds])
    beliefs = temper(np.array([state.cast[mind.persona].belief for mind in minds]), beta, readings)
    for mind, crossed, temperament, reading, belief in zip(
        minds, tripped, tempers, readings.tolist(), beliefs.tolist(), strict=True
    ):
        why: Literal["tripwire", "reveal"] = "tripwire" if crossed else "reveal"
        yield Shift(mind.persona, tuple(reading), (tuple(belief),), why, *temperament)


def _answer(debate: Debate, state: State, argued: Argued) -> Answer:
    """Hear an argument: find the best reply, move everybody whom it moves, and see who gives way."""
    aimed = aims(state, argued)
    reply = _reply(debate, state, argued, aimed)
    joining = (say(reply[0], reply[1], answers=argued.argument),) if reply else ()
    strength = map_strengths(state, *joining)[said_id(argued, state)]
    moved = (
        shift(state, persona, argued.speaker, argued.card or "", aim, strength)
        for persona, aim in aimed.items()
    )
    shifts = tuple(each for each in moved if each.heed > 0.0)
    conceded = tuple(
        moved.persona
        for moved in shifts
        if moved.heed >= GIVES_WAY_AT
        and moved.gap >= WORTH_GIVING_WAY
        and not (reply and reply[1] == moved.persona)
    )
    if reply is None:
        return Answer(shifts, conceded=conceded)
    return Answer(shifts, reply=reply[0].id, by=reply[1], conceded=conceded)


def _reply(
    debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]
) -> tuple[Argument, str] | None:
    """Find the reply: the unplayed attack with the greatest move weight × strength × gap of its speaker."""

    def weight(argument: Argument, persona: str) -> float:
        liking = debate.personas[persona].moves.get(argument.move, 1.0)
        return liking * argument.strength * aimed[persona].gap

    found = sorted(
        _replies(debate, state, argued, aimed),
        key=lambda reply: (-weight(*reply), reply[0].id, reply[1]),
    )
    return found[0] if found else None


def _replies(
    debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]
) -> Iterator[tuple[Argument, str]]:
    strength = map_strengths(state)[said_id(argued, state)]
    moved = [persona for persona in aimed if state.cast[persona].ears[argued.speaker] * strength > 0.0]
    for name in debate.attackers.get(argued.argument or "", ()):
        argument = debate.arguments[name]
        if name in state.said or not_yet(state, argument) is not None:
            continue
        for persona in moved:
            liked = debate.personas[persona].moves.get(argument.move, 1.0) > 0.0
            if liked and (not argument.by or persona in argument.by):
                yield argument, persona
