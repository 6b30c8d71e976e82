"""What each card says of the one who played it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress, product

import numpy as np

from debate_tui.engine.point_scores import PLAYER, PointScores
from debate_tui.engine.reasons import OPEN_QUESTION, TOO_SMALL, Reasons
from debate_tui.engine.tally import Tally
from debate_tui.scoring.beliefs import Floats, kl_bits
from debate_tui.scoring.flags import flags
from debate_tui.scoring.match import follow_through, missed_bits
from debate_tui.value import Value

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
EARNED = tuple([tuple(compress(FLAG_IDS, bits)) for bits in product((0, 1), repeat=len(FLAG_IDS))])
"""Every set of flags, by the byte whose bits say which of them were earned."""

WHY_NOT = {
    "likelihood": OPEN_QUESTION,
    "verdict": OPEN_QUESTION,
    "reaction": "the rows read every hypothesis alike: there is no speed to measure",
    "follow_through": TOO_SMALL,
    "follow_through_amended": TOO_SMALL,
    "unbacked_bits": "the card promised an update",
}


class CardScore(Value, frozen=True):
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


Figures = tuple[
    float, float | None, float | None, float | None, float | None, float | None, float, float | None, float
]
"""What is one number a card, from `foresight` to `weight_db`; None does not apply."""


def card_scores(tally: Tally, scores: PointScores, reasons: list[Reasons]) -> Iterator[tuple[CardScore, ...]]:
    """Score every card that a seat has finished, game by game."""
    columns = _columns(tally, scores)
    names = tuple(columns)
    figures = np.stack(list(columns.values()), axis=-1)
    unknown = np.isnan(figures)
    told = figures.astype(object)
    told[unknown] = None
    for game, t, column in np.argwhere(unknown).tolist():
        reasons[game].none(f"cards.{t}.{names[column]}", WHY_NOT[names[column]])
    games = zip(told.tolist(), tally.figures.expected.tolist(), _flag_ids(tally), reasons, strict=True)
    for game, (rows, expected, flag_ids, why) in enumerate(games):
        cards = enumerate(zip(rows, expected, flag_ids))
        yield tuple([_card_score(tally, game, t, *card, why) for t, card in cards])


def _columns(tally: Tally, scores: PointScores) -> dict[str, Floats]:
    """Give what is one number a card, in the order of `CardScore`: (G, T); NaN does not apply."""
    figures = tally.figures
    return {
        "foresight": scores.foresight[:, PLAYER],
        "likelihood": scores.likelihood[:, PLAYER],
        "verdict": scores.verdict[:, PLAYER, 1:],
        "reaction": figures.reaction,
        "follow_through": figures.follow_through,
        "follow_through_amended": _amended(tally),
        "stake_bits": figures.stake_bits,
        "unbacked_bits": figures.unbacked_bits,
        "weight_db": figures.weight_db,
    }


def _amended(tally: Tally) -> Floats:
    """Give the follow-through to the promises as amended by concessions: (G, T)."""
    if tally.amended is None:
        return tally.figures.follow_through
    return follow_through(missed_bits(tally.amended, tally.after), kl_bits(tally.amended, tally.before))


def _flag_ids(tally: Tally) -> list[list[tuple[str, ...]]]:
    earned = flags(
        tally.before,
        tally.after,
        tally.figures,
        tally.naive,
        tally.conditional,
        tally.dependent,
        tally.own_rows,
    )
    games = np.packbits(np.stack(earned, axis=-1), axis=-1)[..., 0].tolist()
    return [[EARNED[bits] for bits in game] for game in games]


def _card_score(
    tally: Tally,
    game: int,
    t: int,
    figures: Figures,
    expected: list[float],
    flag_ids: tuple[str, ...],
    reasons: Reasons,
) -> CardScore:
    started, play, outcomes = tally.states[game].started, tally.plays[game][t], tally.cards[t].outcomes
    ids = started.deck.hypotheses
    if play.rows is None:
        reasons.none(f"cards.{t}.m", "no prediction was locked")
        flag_ids = tuple([flag for flag in flag_ids if flag == "unbacked"])
    if play.duel_bits is None:
        reasons.none(f"cards.{t}.duel_bits", "nobody was named for a duel")
    return CardScore(
        play.card,
        started.outcomes[play.card],
        None if play.rows is None else dict(zip(outcomes, expected)),
        dict(zip(ids, play.promise)),
        dict(zip(ids, play.before)),
        dict(zip(ids, play.after or ())),
        *figures,
        flag_ids,
        play.fresh,
        play.card in started.point_cards,
        play.duel_bits,
    )
