"""Where a seat stands: its points, the room's, and those of its own ghosts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from debate_tui.engine.point_scores import CAST, FROZEN, KEPT, PLAYER, PointScores
from debate_tui.engine.reasons import OPEN_QUESTION, Reasons
from debate_tui.engine.tally import Tally

NO_POINT_CARD = "no fresh point card was played"
UNFINISHED = "the game is not over"
NO_CAST = "nobody else sat at the table"


@dataclass(frozen=True, slots=True)
class Ghosts:
    """The points of you frozen at your opening, and of you keeping every promise."""

    frozen: float | None
    kept: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Means over the fresh point cards; the verdict's also over the opening. Par: above or below the room."""

    foresight: float | None = None
    likelihood: float | None = None
    verdict: float | None = None
    points: float | None = None
    par: float | None = None
    cast_points: Mapping[str, float] | None = None
    ghosts: Ghosts = Ghosts(None, None)


def standing(counted: Tally, scores: PointScores | None, reasons: Reasons) -> Standing:
    """Work out the points of a seat and of everybody it is compared with."""
    cards = int(counted.counted.sum()) + counted.missing if counted.plays else 0
    if scores is None or cards == 0:
        for name in ("foresight", "likelihood", "verdict", "points", "par", "cast_points", "ghosts"):
            reasons.none(name, NO_POINT_CARD)
        return Standing()
    foresight = scores.foresight @ counted.counted / cards
    likelihood = scores.likelihood @ counted.counted / cards
    verdict = (scores.verdict[:, 0] + scores.verdict[:, 1:] @ counted.counted) / (cards + 1)
    points = foresight if counted.truth is None else (foresight + likelihood + verdict) / 3.0
    own = points.tolist()
    par, cast_points = _against_the_room(counted, own, reasons)
    return Standing(
        foresight=float(foresight[PLAYER]),
        likelihood=reasons.give("likelihood", float(likelihood[PLAYER]), OPEN_QUESTION),
        verdict=reasons.give("verdict", float(verdict[PLAYER]), OPEN_QUESTION),
        points=own[PLAYER],
        par=par,
        cast_points=cast_points,
        ghosts=Ghosts(own[FROZEN], own[KEPT]),
    )


def _against_the_room(
    counted: Tally, points: list[float], reasons: Reasons
) -> tuple[float | None, Mapping[str, float] | None]:
    """Give the par and the cast's points; leaving early must not pay, so there is neither before the end."""
    why_not = NO_CAST if not counted.minds else UNFINISHED if counted.missing else None
    if why_not is not None:
        reasons.none("par", why_not)
        reasons.none("cast_points", why_not)
        return None, None
    cast = dict(zip((mind.persona for mind in counted.minds), points[CAST:], strict=True))
    return points[PLAYER] - sum(cast.values()) / len(cast), cast
