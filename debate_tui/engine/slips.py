"""Slips: what somebody can be called for, in what was said or in how a belief moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from debate_tui.content.deck import Belief
from debate_tui.engine.debate import Debate, moving_rows_of, rows_of
from debate_tui.engine.events import Mind
from debate_tui.engine.state import State
from debate_tui.scoring.figures import card_figures
from debate_tui.scoring.flags import Bools, flags, traces_of
from debate_tui.scoring.single import centred, tempered

Why = Literal["mended", "tripwire", "small"]


class Excuse(NamedTuple):
    """Why a mind has not a slip on a card that it would have had.

    What was said since the reveal has mended it, a tripwire kept it from being made, or it is too small to
    judge by.
    """

    card: str
    why: Why


class _Judged(NamedTuple):
    """The slips in a movement, and what would be slips if it had been large enough to judge by."""

    slips: frozenset[str]
    traces: frozenset[str]


def in_question(debate: Debate, state: State) -> tuple[str, ...]:
    """Give the cards that a call is about which names none: those of this round, the last first."""
    dealt = (*debate.rounds[state.rounds[-1]].evidence, state.cards[-1])
    return tuple([each for each in reversed(state.revealed) if each in dealt])


def slip_made(state: State, persona: str, card: str, slip: str) -> tuple[bool, str | None]:
    """Whether a mind made a slip, and in which argument it said so this round (None: by how it moved)."""
    for name, said in state.said.items():
        argued = said.argued
        if argued.speaker == persona and said.round == state.rounds[-1] and argued.slip == slip:
            return True, name
    return slip in behaviour_slips(state, persona, card), None


def behaviour_slips(state: State, persona: str, card: str) -> frozenset[str]:
    """Name the slips in how a mind moved on a card, judged by its own row at α = 1."""
    return _now(state, _mind(state, persona), card).slips


def excuse(state: State, persona: str, cards: Sequence[str], slip: str) -> Excuse | None:
    """Say on which of these cards a mind would have a slip of behaviour, and why it has not."""
    mind, small = _mind(state, persona), None
    for card in cards:
        now, met = _now(state, mind, card), state.cast[persona].met[state.revealed.index(card)]
        if slip in now.slips:
            continue
        at_first = tempered(met.bet, met.prior_weight, met.reading)
        if slip in _judged(state, mind, card, met.bet, at_first).slips:
            return Excuse(card, "mended")
        untripped = _untripped(state, mind, card, met.bet)
        if met.tripped and slip in _judged(state, mind, card, met.bet, untripped).slips:
            return Excuse(card, "tripwire")
        if small is None and slip in now.traces:
            small = Excuse(card, "small")
    return small


def _mind(state: State, persona: str) -> Mind:
    return next(mind for mind in state.started.minds if mind.persona == persona)


def _now(state: State, mind: Mind, card: str) -> _Judged:
    """Judge how a mind has moved on a card, as its beliefs stand now."""
    place, path = state.revealed.index(card), state.cast[mind.persona].path
    return _judged(state, mind, card, path[place], path[place + 1])


def _untripped(state: State, mind: Mind, card: str, bet: Belief) -> Belief:
    """Give what a mind would have believed after a card if no tripwire had gone off."""
    deck, outcomes = state.started.deck, state.started.outcomes
    place = deck.card(card).outcomes.index(outcomes[card])
    column = [row[place] for row in moving_rows_of(deck, mind, card, outcomes)]
    return tempered(bet, mind.prior_weight, [mind.responsiveness * part for part in centred(column)])


def _judged(state: State, mind: Mind, card: str, bet: Belief, belief: Belief) -> _Judged:
    """Judge a movement from what a mind believed as it bet to what it believed then."""
    deck, outcomes = state.started.deck, state.started.outcomes
    before, after = np.array([bet]), np.array([belief])
    rows = rows_of(deck, mind, card, outcomes)
    naive = rows if card in mind.reads else deck.card(card).naive
    outcome = deck.card(card).outcomes.index(outcomes[card])
    figures = card_figures(before, after, np.array([rows]), np.array([outcome]))
    naive_column = np.array([[row[outcome] for row in naive]])
    made = flags(
        before,
        after,
        figures,
        naive_column,
        np.array([[row[outcome] for row in rows]]),
        np.array([deck.card(card).on is not None]),
        np.array([False]),
    )
    traces = traces_of(before, after, figures, naive_column)
    return _Judged(_named(made.over, made.under, made.double_counted), _named(*traces))


def _named(over: Bools, under: Bools, double_counted: Bools) -> frozenset[str]:
    slips = {"over-reacting": over, "under-reacting": under, "double-counting": double_counted}
    return frozenset(slip for slip, made in slips.items() if made[0])
