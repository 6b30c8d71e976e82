"""What each card says of the one who played it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from debate_tui.engine.point_scores import PointScores
from debate_tui.engine.reasons import OPEN_QUESTION, TOO_SMALL, Reasons
from debate_tui.engine.tally import Floats, Tally
from debate_tui.scoring.beliefs import kl_bits
from debate_tui.scoring.figures import CardFigures
from debate_tui.scoring.flags import flags
from debate_tui.scoring.match import follow_through, missed_bits

FLAG_IDS = (
    "kept",
    "under",
    "over",
    "away",
    "sideways",
    "unbacked",
    "double-counted",
    "read-as-if-independent",
)
"""What the flags are called outside, in the order of `scoring.flags.Flags`."""

WHY_NOT = {
    "likelihood": OPEN_QUESTION,
    "verdict": OPEN_QUESTION,
    "reaction": "the rows read every hypothesis alike: there is no speed to measure",
    "follow_through": TOO_SMALL,
    "follow_through_amended": TOO_SMALL,
    "unbacked_bits": "the card promised an update",
}


@dataclass(frozen=True, slots=True)
class CardScore:
    """One card as this seat played it; probabilities by id, points, bits and decibans as the names say."""

    card: str
    outcome: str
    m: Mapping[str, float] | None
    q: Mapping[str, float]
    before: Mapping[str, float]
    after: Mapping[str, float]
    foresight: float
    likelihood: float | None
    verdict: float | None
    reaction: float | None
    follow_through: float | None
    follow_through_amended: float | None
    stake_bits: float
    unbacked_bits: float | None
    weight_db: float
    flags: tuple[str, ...]
    fresh: bool
    point_card: bool
    duel_bits: float | None


def card_scores(counted: Tally, scores: PointScores | None, reasons: Reasons) -> tuple[CardScore, ...]:
    """Score every card that a seat has finished; `scores` is None where there is none."""
    if scores is None:
        return ()
    figures = counted.figures
    columns = _columns(counted, scores, figures)
    names = tuple(columns)
    earned = _flag_ids(counted, figures)
    return tuple(
        _card_score(counted, t, dict(zip(names, row, strict=True)), expected, flag_ids, reasons)
        for t, (row, expected, flag_ids) in enumerate(
            zip(zip(*columns.values(), strict=True), figures.expected.tolist(), earned, strict=True)
        )
    )


def _columns(counted: Tally, scores: PointScores, figures: CardFigures) -> dict[str, list[float]]:
    """Give the figures that are one number a card, each a list over the cards; NaN does not apply."""
    columns = {
        "foresight": scores.foresight[0],
        "likelihood": scores.likelihood[0],
        "verdict": scores.verdict[0, 1:],
        "reaction": figures.reaction,
        "follow_through": figures.follow_through,
        "follow_through_amended": _amended(counted, figures),
        "stake_bits": figures.stake_bits,
        "unbacked_bits": figures.unbacked_bits,
        "weight_db": figures.weight_db,
    }
    return {name: column.tolist() for name, column in columns.items()}


def _amended(counted: Tally, figures: CardFigures) -> Floats:
    """Give the follow-through to the promises as amended by concessions; mostly there were none."""
    if all(play.amended == play.promise for play in counted.plays):
        return figures.follow_through
    amended = np.array([play.amended for play in counted.plays])
    return follow_through(missed_bits(amended, counted.after), kl_bits(amended, counted.before))


def _flag_ids(counted: Tally, figures: CardFigures) -> list[tuple[str, ...]]:
    earned = flags(
        counted.before,
        counted.after,
        figures,
        counted.naive,
        counted.conditional,
        counted.dependent,
        counted.own_rows,
    )
    rows = np.array(earned).T.tolist()
    return [tuple(name for name, on in zip(FLAG_IDS, row, strict=True) if on) for row in rows]


def _card_score(
    counted: Tally,
    t: int,
    own: Mapping[str, float],
    expected: list[float],
    flag_ids: tuple[str, ...],
    reasons: Reasons,
) -> CardScore:
    started, play, outcomes = counted.state.started, counted.plays[t], counted.cards[t].outcomes
    ids = started.deck.hypotheses
    if play.rows is None:
        reasons.none(f"cards.{t}.m", "no prediction was locked")
    if play.duel_bits is None:
        reasons.none(f"cards.{t}.duel_bits", "nobody was named for a duel")
    return CardScore(
        card=play.card,
        outcome=started.outcomes[play.card],
        m=dict(zip(outcomes, expected, strict=False)) if play.rows is not None else None,
        q=dict(zip(ids, play.promise, strict=True)),
        before=dict(zip(ids, play.before, strict=True)),
        after=dict(zip(ids, play.after or (), strict=True)),
        foresight=own["foresight"],
        stake_bits=own["stake_bits"],
        weight_db=own["weight_db"],
        flags=flag_ids,
        fresh=play.fresh,
        point_card=play.card in started.point_cards,
        duel_bits=play.duel_bits,
        **{name: reasons.give(f"cards.{t}.{name}", own[name], why) for name, why in WHY_NOT.items()},
    )
