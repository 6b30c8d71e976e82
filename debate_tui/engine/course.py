"""What happens next by itself: rounds and endings follow their conditions, cards are dealt and revealed."""

from __future__ import annotations

import math

import numpy as np

from debate_tui.content.conditions import (
    Above,
    Atom,
    Below,
    CameOut,
    Conceded,
    Condition,
    InRole,
    Played,
    Revealed,
    holds,
)
from debate_tui.content.deck import Table
from debate_tui.content.scenario import Round
from debate_tui.engine import events as ev
from debate_tui.engine.debate import Debate, rows_of
from debate_tui.engine.state import Play, State
from debate_tui.scoring.beliefs import TOLERANCE, kl_bits, pool
from debate_tui.scoring.duels import duel_bits
from debate_tui.scoring.floor import ear_after_duel
from debate_tui.scoring.match import follow_through, missed_bits
from debate_tui.scoring.single import expects

END = "end"


def advance(debate: Debate, state: State) -> tuple[ev.Event, ...]:
    """Give what happens before anybody has to decide; nothing where a seat or the cast has its turn."""
    if state.step == "reveal" and len(state.revealed) < len(state.cards):
        return _reveal(state)
    if state.step != "between":
        return ()
    if state.waiting:
        return (ev.Dealt(state.waiting[0]),)
    following = next_round(debate, state)
    if following is not None:
        return (ev.RoundBegan(following.id, following.evidence), ev.Dealt(following.evidence[0]))
    return (ev.Ended(_ending(debate, state)),)


def _reveal(state: State) -> tuple[ev.Event, ...]:
    """Show the outcome and settle the duels on it."""
    card, outcomes = state.cards[-1], state.started.outcomes
    duels = []
    for seat, seated in state.seats.items():
        play = seated.plays[-1]
        if play.rival is not None and play.rows is not None:
            duels.append(_duel(state, seat, play, play.rival, play.rows))
    return (ev.Revealed(card, outcomes[card]), *duels)


def _duel(state: State, seat: str, play: Play, against: str, rows: Table) -> ev.Dueled:
    """Settle a seat's duel on the card just revealed."""
    started, rival = state.started, state.cast[against]
    place = started.deck.card(play.card).outcomes.index(started.outcomes[play.card])
    mind = next(mind for mind in started.minds if mind.persona == against)
    theirs = rows_of(started.deck, mind, play.card, started.outcomes)
    bits = duel_bits(
        expects(play.before, [row[place] for row in rows]),
        expects(rival.path[-1], [row[place] for row in theirs]),
    )
    return ev.Dueled(seat, play.card, against, bits, ear_after_duel(rival.ears[seat], bits))


def next_round(debate: Debate, state: State) -> Round | None:
    """Find the round that comes next; None ends the game."""
    place = 0
    if state.rounds:
        this = debate.rounds[state.rounds[-1]]
        place = debate.places[this.id] + 1
        way = next((way for way in this.next if is_so(way.when, state)), None)
        if way is not None and way.to == END:
            return None
        if way is not None:
            place = debate.places[way.to]
    return next((round_ for round_ in debate.course[place:] if is_so(round_.when, state)), None)


def _ending(debate: Debate, state: State) -> str | None:
    return next((end.id for end in debate.scenario.endings if is_so(end.when, state)), None)


def is_so(condition: Condition | None, state: State) -> bool:
    """Whether a condition holds now; what does not apply yet is false."""
    return condition is None or holds(condition, lambda atom: _is_true(atom, state))


def _is_true(atom: Atom, state: State) -> bool:
    match atom:
        case Revealed(card):
            return card in state.revealed
        case CameOut(card, outcome):
            return state.outcomes.get(card) == outcome
        case Played(argument):
            return argument in state.said
        case Conceded(argument):
            return argument in state.conceded
        case InRole(role):
            return any(seat.role == role for seat in state.seats.values())
        case Above(hypothesis, percent):
            return _figure(hypothesis, state) > percent + TOLERANCE
        case Below(hypothesis, percent):
            return _figure(hypothesis, state) < percent - TOLERANCE


def _figure(hypothesis: str | None, state: State) -> float:
    """Give the table's belief in a hypothesis, or (None) its follow-through, in percent; NaN is n/a."""
    if hypothesis is None:
        return 100.0 * table_follow_through(state)
    beliefs = [seat.belief for seat in state.seats.values() if seat.belief is not None]
    if len(beliefs) < len(state.seats):
        return math.nan
    place = state.started.deck.hypotheses.index(hypothesis)
    return 100.0 * float(beliefs[0][place] if len(beliefs) == 1 else pool(np.array(beliefs))[place])


def table_follow_through(state: State) -> float:
    """Give the follow-through of the table's pooled belief so far, as a fraction; NaN is n/a."""
    plays = list(zip(*(seat.plays for seat in state.seats.values()), strict=True))
    done = [play for play in plays if all(one.after is not None for one in play)]
    if not done:
        return math.nan
    before, promise, after = (
        pool(np.array([[getattr(one, name) for one in play] for play in done]))
        for name in ("before", "promise", "after")
    )
    return float(follow_through(missed_bits(promise, after).sum(), kl_bits(promise, before).sum()))
