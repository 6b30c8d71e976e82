"""What each of the cast promised on a card by its own bet, and how it has moved since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from debate_tui.content.deck import Belief
from debate_tui.engine.debate import Debate, rows_of
from debate_tui.engine.state import State
from debate_tui.scoring.single import centred, tempered


class CastUpdate(NamedTuple):
    """One mind on one card: what it believed as it bet, what its bet promised, and where it stands now."""

    bet: Belief
    promise: Belief
    now: Belief


def cast_updates(debate: Debate, state: State, card: str) -> Mapping[str, CastUpdate]:
    """Give the update of each of the cast on a card; ValueError: it has not been revealed."""
    at = state.revealed.index(card)
    place = debate.deck.card(card).outcomes.index(state.started.outcomes[card])
    updates = {}
    for persona, mind in state.cast.items():
        rows = rows_of(debate.deck, debate.mind[persona], card, state.outcomes)
        bet = mind.met[at].bet
        promise = tempered(bet, 1.0, centred([row[place] for row in rows]))
        updates[persona] = CastUpdate(bet, promise, mind.path[at + 1])
    return updates
