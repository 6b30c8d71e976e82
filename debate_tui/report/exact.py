"""What the scorecard tells in words, in bits: for experts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.words import signed
from debate_tui.scoring.beliefs import kl_bits


def in_bits(card: Scorecard) -> list[str]:
    """Tell what has a measure in bits, a sentence each; nothing of what does not apply."""
    told = []
    if card.follow_through is not None:
        told.append(f"Kept: {kept_bits(card)}.")
    stake = sum(score.stake_bits for score in card.cards if score.m is not None)
    told.append(f"Stake: your figures let the evidence matter by {stake:.2f} bits, before it was seen.")
    if card.in_character_opening_bits is not None:
        told.append(f"Your opening lay {card.in_character_opening_bits:.2f} bits from your character's.")
    duels = [score.duel_bits for score in card.cards if score.duel_bits is not None]
    if duels:
        told.append(f"Duels: {signed(sum(duels), 1)} bits.")
    if card.persuasion_bits is not None:
        told.append(f"Persuasion: {signed(card.persuasion_bits, 2)} bits of foresight for the room.")
    return told


def kept_bits(card: Scorecard) -> str:
    """Say how many of the bits promised were delivered: the share that follow-through reads."""
    promised = _promised_bits(card)
    return f"{_unsigned(promised * (card.follow_through or 0.0))} of {promised:.2f} bits"


def _unsigned(bits: float) -> str:
    """Give bits with a minus where there is less than nothing, but without a plus."""
    return signed(bits, 2).lstrip("+")


def _promised_bits(card: Scorecard) -> float:
    """Give the bits that a seat promised to move, over all cards: Σ KL(q‖p)."""
    return sum(_apart(score.q, score.before) for score in card.cards)


def _apart(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return float(kl_bits(np.array(list(one.values())), np.array(list(other.values()))))
