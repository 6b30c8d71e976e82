"""The cast's minds: how they move at a reveal, what they answer, and when they give way.

Each turn is events whose numbers say why: the α and β that applied, the step, the gap, the reply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from debate_tui.engine.argument_map import strength_of
from debate_tui.engine.debate import Debate, Reaction
from debate_tui.engine.events import Answered, Argued, CastMoved, Event, Shift
from debate_tui.engine.floor import Aim, aims, shift
from debate_tui.engine.left import not_yet
from debate_tui.engine.speak import say
from debate_tui.engine.state import MindState, State
from debate_tui.scoring.single import tempered

GIVES_WAY_AT = 0.25
"""A mind gives way to an argument that closes at least this share of the gap ..."""
WORTH_GIVING_WAY = 0.23
"""... where the gap was at least this wide, in nats: one deciban, what players are shown as a nudge."""


Reply = tuple[float, str, str]
"""How reluctant somebody would be to say it, an authored argument that attacks what was said, and who."""


def cast_turn(debate: Debate, state: State) -> tuple[Event, ...]:
    """Give what the cast does when it is its turn: answer what was said, or react to the card revealed."""
    if state.pending is not None:
        return _answer(debate, state, state.pending)
    card, cast = state.cards[-1], state.cast
    reactions = debate.reactions(card, state.started.outcomes)
    shifts = [_at_reveal(cast[each.persona], each) for each in reactions if each.persona in cast]
    return (CastMoved(card, tuple(shifts)),)


def _at_reveal(mind: MindState, reaction: Reaction) -> Shift:
    """Move a mind by its reading of the card, from β times what it believed."""
    belief = tempered(mind.path[-1], reaction.prior_weight, reaction.reading)
    return Shift(
        reaction.persona,
        reaction.reading,
        (belief,),
        "tripwire" if reaction.tripped else "reveal",
        reaction.responsiveness,
        reaction.prior_weight,
    )


def _answer(debate: Debate, state: State, argued: Argued) -> tuple[Event, ...]:
    """Hear an argument: find the best reply, move everybody whom it still moves, and see who gives way."""
    speaker, card = argued.speaker, argued.card
    aimed = {who: aim for who, aim in aims(state, argued).items() if state.cast[who].ears[speaker] > 0.0}
    if card is None or not aimed:
        return (Answered(),)
    reply = _reply(debate, state, argued, aimed)
    strength = strength_of(state, argued, *reply)
    if strength == 0.0:
        # What is too weak by itself to move anybody gets no reply either.
        return (*reply, Answered()) if reply and strength_of(state, argued) > 0.0 else (Answered(),)
    shifts = [shift(state, who, speaker, aim, strength) for who, aim in aimed.items()]
    answerer = reply[0].speaker if reply else None
    conceded = [each.persona for each in shifts if _gives_way(each) and each.persona != answerer]
    return (*reply, CastMoved(card, tuple(shifts)), Answered(tuple(conceded)))


def _gives_way(moved: Shift) -> bool:
    return moved.heed >= GIVES_WAY_AT and moved.gap >= WORTH_GIVING_WAY


def _reply(debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]) -> tuple[Argued, ...]:
    """Give the reply, if there is one: the unplayed attack that appeals most to its speaker."""
    replies = list(_replies(debate, state, argued, aimed))
    if not replies:
        return ()
    _, name, speaker = min(replies)
    return (say(debate, name, speaker, answers=argued.argument),)


def _replies(debate: Debate, state: State, argued: Argued, aimed: Mapping[str, Aim]) -> Iterator[Reply]:
    """Give every attack on what was said that can be said now by somebody whom it moves.

    What appeals is move weight × strength × gap; a move of weight 0 is never made.
    """
    for name in debate.attackers.get(argued.argument or "", ()):
        argument = debate.arguments[name]
        if name in state.said or not_yet(state, argument) is not None:
            continue
        move, strength, by = argument.move, argument.strength, argument.by or aimed
        for persona, aim in aimed.items():
            weight = debate.personas[persona].moves.get(move, 1.0)
            if weight > 0.0 and persona in by:
                yield (-weight * strength * aim.gap, name, persona)
