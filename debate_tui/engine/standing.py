"""Where a seat stands: its points, the room's, and those of its own ghosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from debate_tui.engine.point_scores import CAST, FROZEN, KEPT, PLAYER, PointScores
from debate_tui.engine.reasons import OPEN_QUESTION, Reasons
from debate_tui.engine.tally import Tally
from debate_tui.scoring.beliefs import across
from debate_tui.value import Value

NO_POINT_CARD = "no fresh point card was played"
UNFINISHED = "the game is not over"
NO_CAST = "nobody else sat at the table"


class Ghosts(Value, frozen=True):
    """The points of you frozen at your opening, and of you keeping every promise."""

    frozen: float | None
    kept: float | None


class Standing(Value, frozen=True):
    """Means over the fresh point cards; the verdict's also over the opening. Par: above or below the room."""

    foresight: float | None = None
    likelihood: float | None = None
    verdict: float | None = None
    points: float | None = None
    par: float | None = None
    cast_points: Mapping[str, float] | None = None
    ghosts: Ghosts = Ghosts(None, None)


def standings(tally: Tally, scores: PointScores, reasons: list[Reasons]) -> Iterator[Standing]:
    """Work out the points of a seat, and of everybody it is compared with, game by game."""
    cards = tally.counted.sum(-1) + tally.missing
    divisor = np.maximum(cards, 1)[:, None]
    counted = tally.counted[:, None]
    foresight = across(np.add, scores.foresight * counted) / divisor
    likelihood = across(np.add, scores.likelihood * counted) / divisor
    verdict = (scores.verdict[..., 0] + across(np.add, scores.verdict[..., 1:] * counted)) / (divisor + 1)
    points = foresight if tally.truths is None else (foresight + likelihood + verdict) / 3.0
    parts = np.stack([foresight[:, PLAYER], likelihood[:, PLAYER], verdict[:, PLAYER]], axis=1)
    for game, why in enumerate(reasons):
        if cards[game] == 0:
            yield without_points(why, NO_POINT_CARD)
        else:
            yield _standing(tally, game, parts[game].tolist(), points[game].tolist(), why)


def without_points(reasons: Reasons, why_not: str) -> Standing:
    """Give the standing of a game in which nothing counted."""
    for name in ("foresight", "likelihood", "verdict", "points", "par", "cast_points", "ghosts"):
        reasons.none(name, why_not)
    return Standing()


def _standing(tally: Tally, game: int, parts: list[float], points: list[float], reasons: Reasons) -> Standing:
    foresight, likelihood, verdict = parts
    par, cast_points = _against_the_room(tally, game, points, reasons)
    return Standing(
        foresight=foresight,
        likelihood=reasons.give("likelihood", likelihood, OPEN_QUESTION),
        verdict=reasons.give("verdict", verdict, OPEN_QUESTION),
        points=points[PLAYER],
        par=par,
        cast_points=cast_points,
        ghosts=Ghosts(points[FROZEN], points[KEPT]),
    )


def _against_the_room(
    tally: Tally, game: int, points: list[float], reasons: Reasons
) -> tuple[float | None, Mapping[str, float] | None]:
    """Give the par and the cast's points; leaving early must not pay, so there is neither before the end."""
    why_not = NO_CAST if not tally.minds else UNFINISHED if tally.missing[game] else None
    if why_not is not None:
        reasons.none("par", why_not)
        reasons.none("cast_points", why_not)
        return None, None
    cast = dict(zip((mind.persona for mind in tally.minds), points[CAST:], strict=True))
    return points[PLAYER] - sum(cast.values()) / len(cast), cast
