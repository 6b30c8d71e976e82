"""The scorecard of one seat: every figure of a game, worked out from its events alone.

What does not apply is None, and `reasons` says why, by the figure's name (`cards.0.reaction` for a card's).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import to_builtins

from debate_tui.engine.argument_map import map_strengths
from debate_tui.engine.card_scores import CardScore, card_scores
from debate_tui.engine.claims import Claim, claims
from debate_tui.engine.matching import Matching, WhoseEvidence, matchings, without_cards
from debate_tui.engine.point_scores import point_scores
from debate_tui.engine.reasons import NO_CARDS, Reasons
from debate_tui.engine.standing import Ghosts, Standing, standings, without_points
from debate_tui.engine.state import State
from debate_tui.engine.tally import Tally, tallies
from debate_tui.scoring.cruxes import Crux
from debate_tui.value import Value


class CallMade(Value, frozen=True):
    """Somebody whom this seat called for a slip, and whether it was one."""

    to: str
    card: str
    slip: str
    right: bool


class Scorecard(Value, frozen=True):
    """Every figure of one seat's game; probabilities and shares are 0 to 1."""

    scenario: str
    sha256: str
    seed: int
    world: int | None
    truth: str | None
    cards: tuple[CardScore, ...]
    foresight: float | None
    likelihood: float | None
    verdict: float | None
    points: float | None
    par: float | None
    cast_points: Mapping[str, float] | None
    ghosts: Ghosts
    follow_through: float | None
    follow_through_amended: float | None
    in_character: float | None
    in_character_opening_bits: float | None
    whose_evidence: WhoseEvidence | None
    cruxes: Mapping[str, Crux | None]
    persuasion_bits: float | None
    priced_in: tuple[Claim, ...]
    calls: tuple[CallMade, ...]
    arguments: Mapping[str, float]
    ending: str | None
    reasons: Mapping[str, str]

    def as_data(self) -> dict[str, Any]:
        """Give it as plain data, for JSON."""
        data: dict[str, Any] = to_builtins(self)
        return data


def scorecard(state: State, seat: str) -> Scorecard:
    """Work out a seat's scorecard from the fold of a game's events; fine at any point of the game."""
    return scorecards([state], seat)[0]


def scorecards(states: Sequence[State], seat: str) -> list[Scorecard]:
    """Work out many at once: games of one debate take a fraction of the time that they take one by one."""
    cards: dict[int, Scorecard] = {}
    for places, tally in tallies(states, seat):
        reasons = [Reasons() for _ in places]
        for place, state, parts, why in zip(
            places, tally.states, _parts(tally, reasons), reasons, strict=True
        ):
            cards[place] = _scorecard(state, seat, *parts, why)
    return [cards[place] for place in range(len(states))]


Parts = tuple[tuple[CardScore, ...], Standing, Matching]


def _parts(tally: Tally, reasons: list[Reasons]) -> Iterable[Parts]:
    if not tally.cards:
        return [((), without_points(why, NO_CARDS), without_cards(why)) for why in reasons]
    scores = point_scores(tally)
    return zip(
        card_scores(tally, scores, reasons),
        standings(tally, scores, reasons),
        matchings(tally, reasons),
        strict=True,
    )


def _scorecard(
    state: State, seat: str, cards: tuple[CardScore, ...], stands: Standing, match: Matching, reasons: Reasons
) -> Scorecard:
    started = state.started
    return Scorecard(
        scenario=started.scenario,
        sha256=started.sha256,
        seed=started.seed,
        world=started.world,
        truth=started.truth,
        cards=cards,
        foresight=stands.foresight,
        likelihood=stands.likelihood,
        verdict=stands.verdict,
        points=stands.points,
        par=stands.par,
        cast_points=stands.cast_points,
        ghosts=stands.ghosts,
        follow_through=match.follow_through,
        follow_through_amended=match.follow_through_amended,
        in_character=match.in_character,
        in_character_opening_bits=match.in_character_opening_bits,
        whose_evidence=match.whose_evidence,
        cruxes=match.cruxes,
        persuasion_bits=match.persuasion_bits,
        priced_in=claims(state),
        calls=tuple([CallMade(c.to, c.card, c.slip, c.right) for c in state.calls if c.seat == seat]),
        arguments={name: strength for name, strength in map_strengths(state).items() if ":" not in name},
        ending=state.ending,
        reasons=reasons.why,
    )
