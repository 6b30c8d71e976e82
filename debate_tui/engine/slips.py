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
from debate_tui.scoring.flags import flags
from debate_tui.scoring.single import centred, tempered

Why = Literal["mended", "tripwire"]


class Excuse(NamedTuple):
    """Why a mind has not a slip on a card that it would have had.

    Either what was said since the reveal has mended it, or a tripwire kept it from being made.
    """

    card: str
    why: Why


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
    place, path = state.revealed.index(card), state.cast[persona].path
    return _slips(state, _mind(state, persona), card, path[place], path[place + 1])


def excuse(state: State, persona: str, cards: Sequence[str], slip: str) -> Excuse | None:
    """Say on which of these cards a mind would have a slip of behaviour, and why it has not."""
    mind = _mind(state, persona)
    for card in cards:
        if slip in behaviour_slips(state, persona, card):
            continue
        met = state.cast[persona].met[state.revealed.index(card)]
        at_first = tempered(met.bet, met.prior_weight, met.reading)
        if slip in _slips(state, mind, card, met.bet, at_first):
            return Excuse(card, "mended")
        if met.tripped and slip in _slips(state, mind, card, met.bet, _untripped(state, mind, card, met.bet)):
            return Excuse(card, "tripwire")
    return None


def _mind(state: State, persona: str) -> Mind:
    return next(mind for mind in state.started.minds if mind.persona == persona)


def _untripped(state: State, mind: Mind, card: str, bet: Belief) -> Belief:
    """Give what a mind would have believed after a card if no tripwire had gone off."""
    deck, outcomes = state.started.deck, state.started.outcomes
    place = deck.card(card).outcomes.index(outcomes[card])
    column = [row[place] for row in moving_rows_of(deck, mind, card, outcomes)]
    return tempered(bet, mind.prior_weight, [mind.responsiveness * part for part in centred(column)])


def _slips(state: State, mind: Mind, card: str, bet: Belief, belief: Belief) -> frozenset[str]:
    """Name the slips in a movement from what a mind believed as it bet to what it believed then."""
    deck, outcomes = state.started.deck, state.started.outcomes
    before, after = np.array([bet]), np.array([belief])
    rows = rows_of(deck, mind, card, outcomes)
    naive = rows if card in mind.reads else deck.card(card).naive
    outcome = deck.card(card).outcomes.index(outcomes[card])
    judged = flags(
        before,
        after,
        card_figures(before, after, np.array([rows]), np.array([outcome])),
        np.array([[row[outcome] for row in naive]]),
        np.array([[row[outcome] for row in rows]]),
        np.array([deck.card(card).on is not None]),
        np.array([False]),
    )
    slips = {
        "over-reacting": judged.over,
        "under-reacting": judged.under,
        "double-counting": judged.double_counted,
    }
    return frozenset(slip for slip, made in slips.items() if made[0])
