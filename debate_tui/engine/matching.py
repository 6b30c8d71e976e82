"""Whether a belief moved as promised, as the character would, by whose evidence; and where two minds part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from debate_tui.engine.events import POSTED, SELF, Mind
from debate_tui.engine.reasons import NO_CARDS, TOO_SMALL, Reasons
from debate_tui.engine.tally import Floats, Tally
from debate_tui.scoring.beliefs import bayes, clr, kl_bits, temper
from debate_tui.scoring.cruxes import Crux, cruxes
from debate_tui.scoring.duels import persuasion_bits
from debate_tui.scoring.match import follow_through, missed_bits

SAME_SHARE = 1e-9
"""Follow-throughs that are closer than this are the same; the posted rows are then named before anybody's."""


@dataclass(frozen=True, slots=True)
class WhoseEvidence:
    """The follow-through of the same beliefs under the `posted` rows and each persona's, and the largest."""

    largest: str
    follow_through: Mapping[str, float]


def total_follow_through(counted: Tally, reasons: Reasons) -> float | None:
    """Give the share of the promised update that was delivered over all cards."""
    if not counted.plays:
        reasons.none("follow_through", NO_CARDS)
        return None
    figures = counted.figures
    share = float(follow_through(figures.missed_bits.sum(), figures.promised_bits.sum()))
    return reasons.give("follow_through", share, TOO_SMALL)


def _delivered(counted: Tally, promise: Floats) -> Floats:
    """Give the follow-through over all cards, (...), of the player's beliefs to promises (..., T, K)."""
    missed = missed_bits(promise, np.broadcast_to(counted.after, promise.shape)).sum(-1)
    return follow_through(missed, kl_bits(promise, counted.before).sum(-1))


def in_character(counted: Tally, reasons: Reasons) -> float | None:
    """Give the share of the update that the role's own temper and rows would have made."""
    role = counted.state.seats[counted.seat].role
    if role == SELF:
        reasons.none("in_character", "you played as yourself")
        return None
    if not counted.plays:
        reasons.none("in_character", NO_CARDS)
        return None
    mind = next(mind for mind in counted.state.started.minds if mind.persona == role)
    as_promised = _as_the_character(counted, mind)
    return reasons.give("in_character", float(_delivered(counted, as_promised)), TOO_SMALL)


def _as_the_character(counted: Tally, mind: Mind) -> Floats:
    """Give what a character would believe after each card, from the player's belief before it: (T, K)."""
    outcomes = counted.state.started.outcomes
    crossed = np.array([(play.card, outcomes[play.card]) in mind.tripwires for play in counted.plays])
    alpha = np.where(crossed, max(mind.responsiveness, 1.0), mind.responsiveness)
    beta = np.where(crossed, 1.0, mind.prior_weight)
    return temper(counted.before, beta, alpha[:, None] * clr(counted.moved_by(mind)))


def whose_evidence(counted: Tally, reasons: Reasons) -> WhoseEvidence | None:
    """Find whose rows explain the player's movements best."""
    if not counted.plays:
        reasons.none("whose_evidence", NO_CARDS)
        return None
    minds = counted.state.started.minds
    names = [POSTED, *(mind.persona for mind in minds)]
    columns = np.concatenate([counted.posted[None], counted.every_bet])
    shares = _delivered(counted, bayes(counted.before, columns)).tolist()
    read = {name: share for name, share in zip(names, shares, strict=True) if share == share}
    if not read:
        reasons.none("whose_evidence", TOO_SMALL)
        return None
    most = max(read.values())
    return WhoseEvidence(next(name for name in read if read[name] >= most - SAME_SHARE), read)


def disagreements(counted: Tally, reasons: Reasons) -> Mapping[str, Crux | None]:
    """Find where the player and each of the cast part."""
    if not counted.plays:
        reasons.none("cruxes", NO_CARDS)
        return {}
    if not counted.minds:
        return {}
    ids = counted.state.started.deck.hypotheses
    cards = [play.card for play in counted.plays]
    paths = np.array([mind.path[: len(cards) + 1] for mind in counted.cast])
    parted = cruxes(ids, counted.path, paths, counted.likelihood, counted.bets, cards)
    found = dict(zip((mind.persona for mind in counted.minds), parted, strict=True))
    for persona, crux in found.items():
        if crux is None:
            reasons.none(f"cruxes.{persona}", "you both hold the same hypothesis nearly certain")
    return found


def persuasion(counted: Tally, reasons: Reasons) -> float | None:
    """Give the bits of foresight that the cast gained by listening to the table."""
    first = counted.state.first_argument
    if first is None:
        reasons.none("persuasion_bits", "nobody argued")
        return None
    if not counted.minds:
        reasons.none("persuasion_bits", "nobody else sat at the table")
        return None
    if first >= len(counted.plays):
        reasons.none("persuasion_bits", "no card came after the first argument")
        return None
    bet = np.array([mind.bets[: len(counted.plays)] for mind in counted.cast])
    expected, unmoved = (
        (beliefs * counted.bets).sum(-1)[:, first:] for beliefs in (bet, counted.undisturbed[:, :-1])
    )
    return float(persuasion_bits(expected, unmoved))
