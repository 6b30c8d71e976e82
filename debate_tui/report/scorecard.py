"""A scorecard in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.claims import Claim
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Started
from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.words import Names
from debate_tui.scoring.beliefs import kl_bits
from debate_tui.scoring.cruxes import Crux

POINTS_OF_ONE_CARD = 57.0
"""The standard error of one card's points: eight cards give about 20."""

TERMS_TOLD = 3
WORTH_TELLING_DB = 0.1
"""Of a crux the largest terms are told, and the rest as one where it is at least this much."""


class Section(NamedTuple):
    """A part of the scorecard: a title and its sentences."""

    title: str
    sentences: tuple[str, ...]


def sections(debate: Debate, started: Started, seat: str, card: Scorecard) -> list[Section]:
    """Tell a seat's scorecard: what counts first."""
    teller = _Teller(debate, started, seat, card)
    told = [
        ("Points", teller.points()),
        ("Follow-through", teller.match()),
        ("Card by card", teller.cards()),
        ("Said and done", teller.floor()),
        ("Where you part", teller.cruxes()),
    ]
    return [Section(title, tuple(sentences)) for title, sentences in told if sentences]


class _Teller:
    def __init__(self, debate: Debate, started: Started, seat: str, card: Scorecard) -> None:
        self.names = Names(debate, started)
        self.started = started
        self.seat = seat
        self.card = card

    def points(self) -> list[str]:
        card = self.card
        told = []
        if card.truth is not None:
            told.append(f"The truth here: {self.names.hypothesis(card.truth)}.")
        if card.points is None:
            return [*told, f"No points: {card.reasons['points']}."]
        counted = sum(score.fresh and score.point_card for score in card.cards)
        name = "Foresight" if card.truth is None else "Points"
        told.append(
            f"{name}: {card.points:.0f}, with {counted} card{'s' * (counted != 1)}: "
            f"give or take {margin(counted)}. 0 is knowing nothing, 100 certainty in what happened."
        )
        if card.truth is not None:
            parts = {"Foresight": card.foresight, "likelihood": card.likelihood, "verdict": card.verdict}
            told.append(", ".join(f"{name} {part:.0f}" for name, part in parts.items()) + ".")
        if card.cast_points and card.par is not None:
            each = "; ".join(f"{self.names.who(who)} {p:.0f}" for who, p in card.cast_points.items())
            told.append(f"Against the room: {card.par:+.0f}. {each}.")
        ghosts = card.ghosts
        if ghosts.frozen is not None and ghosts.kept is not None:
            told.append(
                f"The you that never moved: {ghosts.frozen:.0f}. "
                f"The you that kept every promise: {ghosts.kept:.0f}."
            )
        return told

    def match(self) -> list[str]:
        card = self.card
        if card.follow_through is None:
            told = [f"Not read: {card.reasons['follow_through']}."]
        else:
            bits = sum(_promised_bits(score) for score in card.cards)
            told = [f"You kept {share(card.follow_through)} of the {bits:.2f} bits that your rows promised."]
        if lucky(card):
            told.append("Lucky: you counted one source twice and it came out your way.")
        if card.in_character is not None:
            told.append(f"In character: {share(card.in_character)}.")
        if card.whose_evidence is not None and len(card.whose_evidence.follow_through) > 1:
            source = self.names.rows(card.whose_evidence.largest)
            told.append(f"The evidence that you followed most closely: {source}.")
        return told

    def cards(self) -> list[str]:
        return [
            f"{self.names.card(score.card)}: "
            + (f"{score.foresight:.0f} points" if score.m is not None else "no prediction")
            + ("" if score.fresh else ", practice")
            + (f"; {', '.join(score.flags)}" if score.flags else "")
            + "."
            for score in self.card.cards
        ]

    def floor(self) -> list[str]:
        card = self.card
        told = [self._claim(claim) for claim in card.priced_in]
        duels = [score.duel_bits for score in card.cards if score.duel_bits is not None]
        if duels:
            won = sum(bits > 0 for bits in duels)
            told.append(f"Duels: {won} of {len(duels)} won, {sum(duels):+.1f} bits.")
        if card.persuasion_bits is not None:
            told.append(f"Persuasion: the room foresaw later cards {card.persuasion_bits:+.2f} bits better.")
        return told

    def _claim(self, claim: Claim) -> str:
        who, card = self.names.who(claim.speaker), self.names.card(claim.card)
        judged = {
            "foreseen": "foreseen: it was likely, and it moved nothing much",
            "irrelevant": "irrelevant: the rows read every outcome alike",
            "unbacked": "not backed by the rows that were locked",
        }[claim.kind]
        cost = f"; it cost {self.names.hypothesis(claim.costliest)} most" if claim.costliest else ""
        return f"“Priced in”, said {who} of {card}: {judged}{cost}."

    def cruxes(self) -> list[str]:
        return [self._crux(persona, crux) for persona, crux in self.card.cruxes.items() if crux is not None]

    def _crux(self, persona: str, crux: Crux) -> str:
        a, b = self.names.hypothesis(crux.a), self.names.hypothesis(crux.b)
        reasons = list(self._terms(crux))
        because = f": {'; '.join(reasons)}" if reasons else ""
        who = self.names.who(self.seat)
        return f"{who} and {self.names.who(persona)} are {crux.db:.1f} dB apart on {a} against {b}{because}."

    def _terms(self, crux: Crux) -> Iterator[str]:
        largest = sorted(crux.terms, key=lambda term: -abs(term.db))[:TERMS_TOLD]
        for term in largest:
            where = f" {self.names.card(term.card)}" if term.card else ""
            how = {
                "prior": "where you began",
                "reading": "how each reads",
                "movement": "how else each moved on",
            }
            yield f"{term.db:+.1f} from {how[term.kind]}{where}"
        rest = crux.db - sum(term.db for term in largest)
        if abs(rest) >= WORTH_TELLING_DB:
            yield f"{rest:+.1f} from the rest"


def margin(cards: int) -> int:
    """Give the standard error of the points of so many cards, to the nearest 5."""
    return int(5 * round(POINTS_OF_ONE_CARD / cards**0.5 / 5))


def share(fraction: float) -> str:
    """Give a follow-through in percent, no lower than "below −100%"."""
    return "below −100%" if fraction < -1.0 else percent_signed(fraction)


def percent_signed(fraction: float) -> str:
    """Give a share that may be below 0 in whole percent."""
    return f"{round(100 * fraction)}%".replace("-", "−")


def _promised_bits(score: CardScore) -> float:
    promise, before = (np.array(list(belief.values())) for belief in (score.q, score.before))
    return float(kl_bits(promise, before))


def lucky(card: Scorecard) -> bool:
    """Whether double counting paid: the points are above those of keeping every promise."""
    doubled = any("double-counted" in score.flags for score in card.cards)
    kept = card.ghosts.kept
    return doubled and card.points is not None and kept is not None and card.points > kept
