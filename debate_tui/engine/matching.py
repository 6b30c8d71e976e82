"""Whether a belief moved as promised, as the character would, by whose evidence; and where two minds part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TypeVar

import numpy as np

from debate_tui.engine.events import POSTED, SELF, Mind
from debate_tui.engine.reasons import NO_CARDS, TOO_SMALL, Reasons
from debate_tui.engine.tally import Tally, array
from debate_tui.scoring.beliefs import Floats, across, bayes, clr, kl_bits, temper
from debate_tui.scoring.cruxes import Crux, cruxes
from debate_tui.scoring.duels import persuasion_bits
from debate_tui.scoring.match import follow_through, missed_bits
from debate_tui.value import Value

YOURSELF = "you played as yourself"
ONE_LEFT = "you both hold the same hypothesis nearly certain"

SAME_SHARE = 1e-9
"""Follow-throughs that are closer than this are the same; the posted rows are then named before anybody's."""


class WhoseEvidence(Value, frozen=True):
    """The follow-through of the same beliefs under the `posted` rows and each persona's, and the largest.

    None: those rows promised too little to read.
    """

    largest: str
    follow_through: Mapping[str, float | None]


Figure = TypeVar("Figure", float, WhoseEvidence, Crux)


class Matching(Value, frozen=True):
    """What is said of a whole game but for its points.

    The amended follow-through is that to the promises as they stood once points had been granted; the
    opening's distance is KL(the character's‖yours), in bits.
    """

    follow_through: float | None = None
    follow_through_amended: float | None = None
    in_character: float | None = None
    in_character_opening_bits: float | None = None
    whose_evidence: WhoseEvidence | None = None
    cruxes: Mapping[str, Crux | None] = {}
    persuasion_bits: float | None = None


def matchings(tally: Tally, reasons: list[Reasons]) -> Iterator[Matching]:
    """Work out how well beliefs matched promises, game by game."""
    figures = tally.figures
    missed, promised = across(np.add, figures.missed_bits), across(np.add, figures.promised_bits)
    shares = follow_through(missed, promised).tolist()
    columns = zip(
        shares,
        shares if tally.amended is None else _delivered(tally, tally.amended).tolist(),
        _in_character(tally),
        _opening_bits(tally),
        _evidence(tally),
        _cruxes(tally),
        _persuasion(tally),
        strict=True,
    )
    for why, column in zip(reasons, columns, strict=True):
        share, amended, character, opening, evidence, cruxes_found, persuasion = column
        yield Matching(
            follow_through=why.give("follow_through", share, TOO_SMALL),
            follow_through_amended=why.give("follow_through_amended", amended, TOO_SMALL),
            in_character=_told(why, "in_character", character),
            in_character_opening_bits=_told(why, "in_character_opening_bits", opening),
            whose_evidence=_whose_told(why, evidence),
            cruxes={name: _told(why, f"cruxes.{name}", crux) for name, crux in cruxes_found.items()},
            persuasion_bits=_told(why, "persuasion_bits", persuasion),
        )


def without_cards(reasons: Reasons) -> Matching:
    """Give what there is to say of a game in which no card was finished: why there is nothing."""
    for name in Matching.__struct_fields__:
        reasons.none(name, NO_CARDS)
    return Matching()


def _told(reasons: Reasons, name: str, figure: Figure | str) -> Figure | None:
    """Give a figure; where there is a reason instead, None, noting it."""
    if isinstance(figure, str):
        reasons.none(name, figure)
        return None
    return figure


def _delivered(tally: Tally, promise: Floats) -> Floats:
    """Give the follow-through over all cards, (G, ...), of the beliefs to promises (G, ..., T, K)."""
    between = tuple(range(1, promise.ndim - 2))
    after, before = (np.expand_dims(belief, between) for belief in (tally.after, tally.before))
    missed = missed_bits(promise, np.broadcast_to(after, promise.shape))
    return follow_through(across(np.add, missed), across(np.add, kl_bits(promise, before)))


def _in_character(tally: Tally) -> list[float | str]:
    """Give the share of the update that the role's own temper and rows would have made."""
    mind = _character(tally)
    if mind is None:
        return [YOURSELF] * len(tally.states)
    shares = _delivered(tally, _as_the_character(tally, mind)).tolist()
    return [TOO_SMALL if math.isnan(share) else share for share in shares]


def _opening_bits(tally: Tally) -> list[float | str]:
    """Give how far the opening was from the role's own, which is no update and so shown apart."""
    mind = _character(tally)
    if mind is None:
        return [YOURSELF] * len(tally.states)
    bits: list[float | str] = kl_bits(np.array(mind.prior), tally.opening).tolist()
    return bits


def _character(tally: Tally) -> Mind | None:
    """Give the mind whose role the seat plays."""
    role = tally.states[0].seats[tally.seat].role
    return None if role == SELF else next(mind for mind in tally.started.minds if mind.persona == role)


def _as_the_character(tally: Tally, mind: Mind) -> Floats:
    """Give what a character would believe after each card, from the player's belief before it: (G, T, K)."""
    crossed = np.array(
        [[(card.id, each[card.id]) in mind.tripwires for card in tally.cards] for each in tally.outcomes]
    )
    alpha = np.where(crossed, max(mind.responsiveness, 1.0), mind.responsiveness)
    beta = np.where(crossed, 1.0, mind.prior_weight)
    return temper(tally.before, beta, alpha[..., None] * clr(tally.moved_by(mind)))


def _evidence(tally: Tally) -> list[WhoseEvidence | str]:
    """Find whose rows explain the player's movements best."""
    names = [POSTED, *(mind.persona for mind in tally.started.minds)]
    columns = np.concatenate([tally.posted[:, None], tally.every_bet], axis=1)
    shares = _delivered(tally, bayes(tally.before[:, None], columns)).tolist()
    return [_whose(dict(zip(names, game, strict=True))) for game in shares]


def _whose(shares: Mapping[str, float]) -> WhoseEvidence | str:
    read = {name: None if math.isnan(share) else share for name, share in shares.items()}
    told = [share for share in read.values() if share is not None]
    if not told:
        return TOO_SMALL
    most = max(told) - SAME_SHARE
    return WhoseEvidence(next(name for name in read if shares[name] >= most), read)


def _whose_told(reasons: Reasons, evidence: WhoseEvidence | str) -> WhoseEvidence | None:
    whose = _told(reasons, "whose_evidence", evidence)
    if whose is not None:
        for name, share in whose.follow_through.items():
            if share is None:
                reasons.none(f"whose_evidence.follow_through.{name}", TOO_SMALL)
    return whose


def _cruxes(tally: Tally) -> Iterator[Mapping[str, Crux | str]]:
    """Find where the player and each of the cast part."""
    ids = tally.started.deck.hypotheses
    cards = [card.id for card in tally.cards]
    names = [mind.persona for mind in tally.minds]
    if not names:
        yield from ({} for _ in tally.states)
        return
    beliefs = [belief for cast in tally.cast for mind in cast for belief in mind.path[: len(cards) + 1]]
    paths = array(beliefs, -1, len(cards) + 1, len(ids))
    you, likelihood = (np.repeat(each, len(names), axis=0) for each in (tally.path, tally.likelihood))
    parted = iter(cruxes(ids, you, paths, likelihood, np.concatenate(tally.bets), cards))
    for _ in tally.states:
        yield {name: next(parted) or ONE_LEFT for name in names}


def _persuasion(tally: Tally) -> list[float | str]:
    """Give the bits of foresight that the cast gained by listening to the table."""
    begun: dict[int | None, list[int]] = {}
    for game, state in enumerate(tally.states):
        begun.setdefault(state.first_argument, []).append(game)
    gained = {
        game: bits
        for first, games in begun.items()
        for game, bits in zip(games, _gained(tally, first, games), strict=True)
    }
    return [gained[game] for game in range(len(tally.states))]


def _gained(tally: Tally, first: int | None, games: list[int]) -> list[float | str]:
    """Give what it gained in games in which somebody first argued before the card at this place."""
    played = len(tally.cards)
    if first is None:
        return ["nobody argued"] * len(games)
    if not tally.minds:
        return ["nobody else sat at the table"] * len(games)
    if first >= played:
        return ["no card came after the first argument"] * len(games)
    bets = [met.bet for game in games for mind in tally.cast[game] for met in mind.met[first:played]]
    columns, unmoved = tally.bets[games, :, first:], tally.undisturbed[games, :, first:-1]
    moved = array(bets, *columns.shape)
    foresaw, alone = across(np.add, moved * columns), across(np.add, unmoved * columns)
    bits: list[float | str] = persuasion_bits(foresaw, alone).tolist()
    return bits
