"""The cast's minds: how they move at a reveal, what they answer, and when they give way.

Each turn is a command whose numbers say why: the α and β that applied, the step, the gap, the reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from debate_tui.content.scenario import Argument
from debate_tui.engine.argument_map import map_strengths, said_id
from debate_tui.engine.commands import Answer, React
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Argued, Mind, Shift
from debate_tui.engine.floor import Aim, aims, shift
from debate_tui.engine.speak import not_yet, say
from debate_tui.engine.state import State
from debate_tui.scoring.single import tempered

GIVES_WAY_AT = 0.25
"""A mind gives way to an argument that closes at least this share of the gap ..."""
WORTH_GIVING_WAY = 0.23
"""... where the gap was at least this wide, in nats: one deciban, what players are shown as a nudge."""


class Reply(NamedTuple):
    """An authored argument that attacks what was said, and who says it."""

    argument: Argument
    speaker: str


def cast_turn(debate: Debate, state: State) -> React | Answer | None:
    """Give what the cast does now; None where it is not the cast's turn."""
    if state.step == "reveal" and len(state.revealed) == len(state.cards):
        minds = [mind for mind in debate.minds if mind.persona in state.cast]
        return React(tuple([_at_reveal(debate, state, mind) for mind in minds]))
    if state.pending is not None:
        return _answer(debate, state, state.pending)
    return None


def _at_reveal(debate: Debate, state: State, mind: Mind) -> Shift:
    """Move a mind by α times what its row says, from β times what it believed; a tripwire: in full."""
    card, outcomes = state.cards[-1], state.started.outcomes
    crossed = (card, outcomes[card]) in mind.tripwires
    alpha = max(mind.responsiveness, 1.0) if crossed else mind.responsiveness
    beta = 1.0 if crossed else mind.prior_weight
    reading = tuple([alpha * part for part in debate.reading(mind.persona, card, outcomes)])
    belief = tempered(state.cast[mind.persona].belief, beta, reading)
    return Shift(mind.persona, reading, (belief,), "tripwire" if crossed else "reveal", alpha, beta)


def _answer(debate: Debate, state: State, argued: Argued) -> Answer:
    """Hear an argument: find the best reply, move everybody whom it still moves, and see who gives way."""
    aimed = {
        persona: aim
        for persona, aim in aims(state, argued).items()
        if state.cast[persona].ears[argued.speaker] > 0.0
    }
    strength = _strength(state, argued) if aimed else 0.0
    if strength == 0.0:
        return Answer()
    reply = _reply(debate, state, argued, aimed)
    if reply is not None:
        strength = _strength(state, argued, say(reply.argument, reply.speaker, answers=argued.argument))
    shifts = tuple(
        shift(state, persona, argued.speaker, argued.card or "", aim, strength)
        for persona, aim in aimed.items()
        if strength > 0.0
    )
    conceded = tuple(
        each.persona for each in shifts if _gives_way(each) and not (reply and reply.speaker == each.persona)
    )
    if reply is None:
        return Answer(shifts, conceded=conceded)
    return Answer(shifts, reply.argument.id, reply.speaker, conceded)


def _gives_way(moved: Shift) -> bool:
    return moved.heed >= GIVES_WAY_AT and moved.gap >= WORTH_GIVING_WAY


def _strength(state: State, argued: Argued, *replies: Argued) -> float:
    """Give the strength of what was said, with a reply to it already on the map."""
    return map_strengths(state, *replies)[said_id(argued, len(state.seats))]


def _reply(debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]) -> Reply | None:
    """Find the reply: the unplayed attack with the greatest move weight × strength × gap of its speaker."""
    found = [
        (-_liking(debate, reply) * reply.argument.strength * aimed[reply.speaker].gap, reply)
        for reply in _replies(debate, state, argued, aimed)
    ]
    if not found:
        return None
    return min(found, key=lambda each: (each[0], each[1].argument.id, each[1].speaker))[1]


def _replies(debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]) -> Iterator[Reply]:
    """Give every attack on what was said that can be said now by somebody whom it moves."""
    for name in debate.attackers.get(argued.argument or "", ()):
        argument = debate.arguments[name]
        if name in state.said or not_yet(state, argument) is not None:
            continue
        for persona in aimed:
            reply = Reply(argument, persona)
            if (not argument.by or persona in argument.by) and _liking(debate, reply) > 0.0:
                yield reply


def _liking(debate: Debate, reply: Reply) -> float:
    return debate.personas[reply.speaker].moves.get(reply.argument.move, 1.0)
