"""Claims that something was priced in, judged by the locked rows of whoever made them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from debate_tui.content.deck import Belief, Table
from debate_tui.engine.debate import rows_of
from debate_tui.engine.events import Argued
from debate_tui.engine.state import State
from debate_tui.scoring.priced_in import judge
from debate_tui.value import Value


class Claim(Value, frozen=True):
    """One such claim: who made it, about which card, and how it fared.

    `costliest` is the hypothesis that the card cost most, where the claim is unbacked. `would_have` says
    where the same rows would have led, from `before`, after each outcome: probabilities by hypothesis.
    """

    speaker: str
    card: str
    outcome: str
    kind: str
    costliest: str | None
    before: Mapping[str, float]
    would_have: Mapping[str, Mapping[str, float]]


def claims(state: State) -> tuple[Claim, ...]:
    """Judge every claim, in the order they were made; without a locked row there is nothing to judge."""
    made = [said.argued for said in state.said.values() if said.argued.move == "priced-in"]
    judged = [_judged(state, argued, argued.card) for argued in made if argued.card]
    return tuple([claim for claim in judged if claim is not None])


def _judged(state: State, argued: Argued, card: str) -> Claim | None:
    deck = state.started.deck
    locked = _locked(state, argued.speaker, card)
    if locked is None:
        return None
    before, rows = locked
    outcomes = deck.card(card).outcomes
    judgement = judge(np.array(before), np.array(rows), outcomes.index(state.started.outcomes[card]))
    costliest = judgement.costliest
    return Claim(
        speaker=argued.speaker,
        card=card,
        outcome=state.started.outcomes[card],
        kind=judgement.kind,
        costliest=None if costliest is None else deck.hypotheses[costliest],
        before=dict(zip(deck.hypotheses, before, strict=True)),
        would_have={
            outcome: dict(zip(deck.hypotheses, posterior, strict=True))
            for outcome, posterior in zip(outcomes, judgement.counterfactual.tolist(), strict=True)
        },
    )


def _locked(state: State, speaker: str, card: str) -> tuple[Belief, Table] | None:
    """Give what a speaker believed before a card and the rows that it locked."""
    if speaker in state.seats:
        play = next(play for play in state.seats[speaker].plays if play.card == card)
        return None if play.rows is None else (play.before, play.rows)
    mind = next(mind for mind in state.started.minds if mind.persona == speaker)
    place = state.revealed.index(card)
    rows = rows_of(state.started.deck, mind, card, state.outcomes)
    return state.cast[speaker].met[place].bet, rows
