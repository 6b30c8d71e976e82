"""Bots: policies that try to earn more than honesty does, each a few lines over arrays.

Tables have shape (..., K, O), beliefs (..., K). Nothing here knows a session: what a bot sees is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from debate_tui.scoring.beliefs import TINY, Floats, bayes, expected, normalise, temper

LEAST = 0.01
"""The least probability that the row editor allows."""


class Sight(NamedTuple):
    """What a bot sees of a card before it locks its rows."""

    number: int
    """How many cards came before this one."""
    posted: Floats
    """ℓ, the posted rows: the scenario's conditional table."""
    naive: Floats
    """L0, the same card read as if it were independent."""
    neighbour: Floats
    """The rows that one of the cast bets."""
    shadow: Floats
    """s, what an honest player would believe by now."""
    belief: Floats
    """p, what the bot itself reported last."""


Rows = Callable[[Sight], Floats | None]
"""The rows that a bot locks; None: it does not predict."""

Report = Callable[[Sight, Floats | None, int], Floats]
"""The belief that it reports once the outcome, a number, is out, given the rows it locked."""


class Bot(NamedTuple):
    """A player that is a policy."""

    name: str
    rows: Rows
    report: Report


def posted(sight: Sight) -> Floats:
    """Take the posted rows."""
    return sight.posted


def flat(sight: Sight) -> Floats:
    """Give every outcome the same chance under every hypothesis."""
    return np.full_like(sight.posted, 1.0 / sight.posted.shape[-1])


def masked(sight: Sight) -> Floats:
    """Expect what an honest player expects, under every hypothesis alike: rows that promise no movement."""
    return np.broadcast_to(expected(sight.shadow, sight.posted)[..., None, :], sight.posted.shape)


def mirrored(sight: Sight) -> Floats:
    """Reverse every row around the honest expectation, as far as the editor allows: the same forecast."""
    honest = expected(sight.shadow, sight.posted)[..., None, :]
    lean = sight.posted - honest
    room = ((honest - LEAST) / np.maximum(lean, TINY)).min((-2, -1), keepdims=True)
    rows: Floats = honest - np.clip(room, 0.0, 1.0) * lean
    return rows


def stretched(power: float) -> Rows:
    """Make rows bolder (power over 1) or meeker (under 1) than the posted ones."""

    def rows(sight: Sight) -> Floats:
        return normalise(sight.posted**power)

    return rows


def adopted(sight: Sight) -> Floats:
    """Take the rows of one of the cast."""
    return sight.neighbour


def quit_after_the_first(sight: Sight) -> Floats | None:
    """Predict the first card and no other."""
    return sight.posted if sight.number == 0 else None


def every_other(sight: Sight) -> Floats | None:
    """Predict every other card."""
    return sight.posted if sight.number % 2 == 0 else None


def drawn(sight: Sight) -> Floats:
    """Draw rows that have nothing to do with the card, the same ones every time."""
    return normalise(np.random.default_rng(sight.number).uniform(LEAST, 1.0, sight.posted.shape))


def as_promised(sight: Sight, rows: Floats | None, outcome: int) -> Floats:
    """Move by the locked rows exactly, or not at all without any."""
    return sight.belief if rows is None else bayes(sight.belief, rows[..., outcome])


def honestly(sight: Sight, _rows: Floats | None, outcome: int) -> Floats:
    """Report what an honest player believes, whatever was locked."""
    return bayes(sight.shadow, sight.posted[..., outcome])


def naively(sight: Sight, _rows: Floats | None, outcome: int) -> Floats:
    """Move as if the card repeated nothing."""
    return bayes(sight.belief, sight.naive[..., outcome])


def never(sight: Sight, _rows: Floats | None, _outcome: int) -> Floats:
    """Stay where one was."""
    return sight.belief


def anywhere(sight: Sight, _rows: Floats | None, outcome: int) -> Floats:
    """Go wherever a draw says, the same place every time."""
    return normalise(np.random.default_rng((sight.number, outcome)).uniform(LEAST, 1.0, sight.belief.shape))


def tempered(power: float = 1.0, prior_weight: float = 1.0) -> Report:
    """Move to p^β·ℓ^α: slow or bold (α), reversed (α < 0), or forgetful of the prior (β < 1)."""

    def report(sight: Sight, _rows: Floats | None, outcome: int) -> Floats:
        return temper(sight.belief, prior_weight, power * np.log(sight.posted[..., outcome]))

    return report


HONEST = Bot("ideal", posted, as_promised)

BOTS = (
    HONEST,
    Bot("half-speed", posted, tempered(0.5)),
    Bot("bold", posted, tempered(1.5)),
    Bot("double-speed", posted, tempered(2.0)),
    Bot("contrarian", posted, tempered(-1.0)),
    Bot("base-rate", posted, tempered(prior_weight=0.6)),
    Bot("double-counting", posted, naively),
    Bot("stubborn", posted, never),
    Bot("flat-rows", flat, as_promised),
    Bot("masked-still", masked, never),
    Bot("masked-moving", masked, honestly),
    Bot("mirror", mirrored, honestly),
    Bot("stretched", stretched(2.0), as_promised),
    Bot("shrunk", stretched(0.5), as_promised),
    Bot("adopter", adopted, as_promised),
    Bot("random", drawn, anywhere),
    Bot("quitter", quit_after_the_first, as_promised),
    Bot("skipper", every_other, honestly),
)
