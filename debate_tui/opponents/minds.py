"""The cast's minds: how they move at a reveal, what they answer, and when they give way.

Each turn is a command whose numbers say why: the α and β that applied, the step, the gap, the reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from debate_tui.engine.argument_map import strength_of
from debate_tui.engine.commands import Answer, React
from debate_tui.engine.debate import Debate, Reaction
from debate_tui.engine.events import Argued, Shift
from debate_tui.engine.floor import Aim, aims, shift
from debate_tui.engine.speak import not_yet, say
from debate_tui.engine.state import MindState, State
from debate_tui.scoring.single import tempered

GIVES_WAY_AT = 0.25
"""A mind gives way to an argument that closes at least this share of the gap ..."""
WORTH_GIVING_WAY = 0.23
"""... where the gap was at least this wide, in nats: one deciban, what players are shown as a nudge."""


class Reply(NamedTuple):
    """An authored argument that attacks what was said, and who would say it: the least reluctant first."""

    reluctance: float
    argument: str
    speaker: str


def cast_turn(debate: Debate, state: State) -> React | Answer:
    """Give what the cast does when it is its turn: answer what was said, or react to the card revealed."""
    if state.pending is not None:
        return _answer(debate, state, state.pending)
    reactions = debate.reactions(state.cards[-1], state.started.outcomes)
    return React(
        tuple(
            [_at_reveal(state.cast[each.persona], each) for each in reactions if each.persona in state.cast]
        )
    )


def _at_reveal(mind: MindState, reaction: Reaction) -> Shift:
    """Move a mind by its reading of the card, from β times what it believed."""
    belief = tempered(mind.belief, reaction.prior_weight, reaction.reading)
    return Shift(
        reaction.persona,
        reaction.reading,
        (belief,),
        "tripwire" if reaction.tripped else "reveal",
        reaction.responsiveness,
        reaction.prior_weight,
    )


def _answer(debate: Debate, state: State, argued: Argued) -> Answer:
    """Hear an argument: find the best reply, move everybody whom it still moves, and see who gives way."""
    aimed = {
        persona: aim
        for persona, aim in aims(state, argued).items()
        if state.cast[persona].ears[argued.speaker] > 0.0
    }
    reply = _reply(debate, state, argued, aimed) if aimed else None
    replied = (
        ()
        if reply is None
        else (say(debate.arguments[reply.argument], reply.speaker, answers=argued.argument),)
    )
    strength = strength_of(state, argued, *replied) if aimed else 0.0
    if strength == 0.0 and not (reply and strength_of(state, argued) > 0.0):
        return Answer()  # too weak to move anybody: nobody replies to that
    shifts = [
        shift(state, persona, argued.speaker, argued.card or "", aim, strength)
        for persona, aim in aimed.items()
        if strength > 0.0
    ]
    conceded = [
        each.persona for each in shifts if _gives_way(each) and not (reply and reply.speaker == each.persona)
    ]
    if reply is None:
        return Answer(tuple(shifts), conceded=tuple(conceded))
    return Answer(tuple(shifts), reply.argument, reply.speaker, tuple(conceded))


def _gives_way(moved: Shift) -> bool:
    return moved.heed >= GIVES_WAY_AT and moved.gap >= WORTH_GIVING_WAY


def _reply(debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]) -> Reply | None:
    """Find the reply: the unplayed attack that appeals most to its speaker."""
    return min(_replies(debate, state, argued, aimed), default=None)


def _replies(debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]) -> Iterator[Reply]:
    """Give every attack on what was said that can be said now by somebody whom it moves.

    What appeals is move weight × strength × gap; a move of weight 0 is never made.
    """
    for name in debate.attackers.get(argued.argument or "", ()):
        argument = debate.arguments[name]
        if name in state.said or not_yet(state, argument) is not None:
            continue
        for persona, aim in aimed.items():
            weight = debate.personas[persona].moves.get(argument.move, 1.0)
            if weight > 0.0 and (not argument.by or persona in argument.by):
                yield Reply(-weight * argument.strength * aim.gap, name, persona)
