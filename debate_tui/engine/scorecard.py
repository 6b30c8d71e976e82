"""The scorecard of one seat: every figure of a game, worked out from its events alone.

What does not apply is None, and `reasons` says why, by the figure's name (`cards.0.reaction` for a card's).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from debate_tui.engine.argument_map import map_strengths
from debate_tui.engine.card_scores import CardScore, card_scores
from debate_tui.engine.claims import Claim, claims
from debate_tui.engine.matching import (
    WhoseEvidence,
    disagreements,
    in_character,
    persuasion,
    total_follow_through,
    whose_evidence,
)
from debate_tui.engine.point_scores import point_scores
from debate_tui.engine.reasons import Reasons
from debate_tui.engine.standing import Ghosts, standing
from debate_tui.engine.state import State
from debate_tui.engine.tally import tally
from debate_tui.scoring.cruxes import Crux


@dataclass(frozen=True, slots=True)
class Scorecard:
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
    in_character: float | None
    whose_evidence: WhoseEvidence | None
    cruxes: Mapping[str, Crux | None]
    persuasion_bits: float | None
    priced_in: tuple[Claim, ...]
    arguments: Mapping[str, float]
    ending: str | None
    reasons: Mapping[str, str]

    def as_data(self) -> dict[str, Any]:
        """Give it as plain data, for JSON."""
        data: dict[str, Any] = _plain(self)
        return data


def scorecard(state: State, seat: str) -> Scorecard:
    """Work out a seat's scorecard from the fold of a game's events; fine at any point of the game."""
    counted = tally(state, seat)
    reasons = Reasons()
    scores = point_scores(counted) if counted.plays else None
    stands = standing(counted, scores, reasons)
    return Scorecard(
        scenario=state.started.scenario,
        sha256=state.started.sha256,
        seed=state.started.seed,
        world=state.started.world,
        truth=state.started.truth,
        cards=card_scores(counted, scores, reasons),
        foresight=stands.foresight,
        likelihood=stands.likelihood,
        verdict=stands.verdict,
        points=stands.points,
        par=stands.par,
        cast_points=stands.cast_points,
        ghosts=stands.ghosts,
        follow_through=total_follow_through(counted, reasons),
        in_character=in_character(counted, reasons),
        whose_evidence=whose_evidence(counted, reasons),
        cruxes=disagreements(counted, reasons),
        persuasion_bits=persuasion(counted, reasons),
        priced_in=claims(state),
        arguments={name: strength for name, strength in map_strengths(state).items() if ":" not in name},
        ending=state.ending,
        reasons=reasons.why,
    )


def _plain(value: Any) -> Any:
    """Turn frozen values into what JSON knows."""
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
