"""Slips: what somebody can be called for, in what was said or in how a belief moved."""

from __future__ import annotations

import numpy as np

from debate_tui.engine.debate import rows_of
from debate_tui.engine.state import State
from debate_tui.scoring.figures import card_figures
from debate_tui.scoring.flags import flags


def slip_made(state: State, persona: str, card: str, slip: str) -> tuple[bool, str | None]:
    """Whether a mind made a slip, and in which argument it said so this round (None: by how it moved)."""
    for name, said in state.said.items():
        argued = said.argued
        if argued.speaker == persona and said.round == state.rounds[-1] and argued.slip == slip:
            return True, name
    return slip in behaviour_slips(state, persona, card), None


def behaviour_slips(state: State, persona: str, card: str) -> frozenset[str]:
    """Name the slips in how a mind moved on a card, judged by its own row at α = 1."""
    deck, outcomes = state.started.deck, state.started.outcomes
    mind = next(mind for mind in state.started.minds if mind.persona == persona)
    place = state.revealed.index(card)
    path = state.cast[persona].path
    before, after = np.array([path[place]]), np.array([path[place + 1]])
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
