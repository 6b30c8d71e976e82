"""Percents as people give them, read into probabilities or refused; and whole ones, as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.content.deck import SUM_TOLERANCE, Belief, Table
from debate_tui.engine.refusals import Refused, malformed
from debate_tui.scoring.beliefs import TINY

LEAST = 200 * TINY
"""A percent is more than this: what is less, out of about 100, is 0 to whoever computes with it."""


def read_belief(percents: Sequence[float], hypotheses: Sequence[str]) -> Belief:
    """Read a belief: a percent for each hypothesis, more than 0 and less than 100, together 100."""
    return _read(percents, len(hypotheses), "hypothesis")


def read_rows(rows: Sequence[Sequence[float]], hypotheses: Sequence[str], outcomes: Sequence[str]) -> Table:
    """Read rows: for each hypothesis a percent for each outcome."""
    if len(rows) != len(hypotheses):
        raise malformed(f"{len(rows)} rows for {len(hypotheses)} hypotheses.", "Give one row for each.")
    return tuple(
        [
            _read(percents, len(outcomes), "outcome", hypothesis)
            for hypothesis, percents in zip(hypotheses, rows)
        ]
    )


def _read(percents: Sequence[float], count: int, per: str, row: str = "") -> Belief:
    try:
        if len(percents) != count:
            raise _wrong(row, f"needs a percent for each {per}: {count}, not {len(percents)}.")
        total = sum(percents)
        if abs(total - 100) > SUM_TOLERANCE:  # NaN is not, and is found below
            raise _wrong(row, f"adds up to {total:g}%, not 100%.", f"Change it by {100 - total:+g}.")
        read = []
        for percent in percents:
            if not LEAST < percent < 100:
                raise _wrong(row, "needs percents above 0 and below 100.", "Nothing is certain here.")
            read.append(percent / total)
    except (TypeError, OverflowError):  # whoever sends commands over a wire may send anything
        raise _wrong(row, "needs a list of numbers.") from None
    return tuple(read)


def _wrong(row: str, words: str, mend: str = "") -> Refused:
    return malformed(f"The row of {row} {words}" if row else f"A belief {words}", mend)


def whole_percents(belief: Sequence[float]) -> list[int]:
    """Give whole percents that sum to 100, by the largest remainder (the first of equals)."""
    exact = [100.0 * part / sum(belief) for part in belief]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_remainder[: 100 - sum(whole)]:
        whole[place] += 1
    return whole
