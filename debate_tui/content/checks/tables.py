"""Percents: beliefs and rows sum to 100, tables have every row, likelihoods stay within their range."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from debate_tui.content.characters import quote
from debate_tui.content.checks.names import Known, check_keys
from debate_tui.content.checks.part import Part
from debate_tui.content.deck import LEAST, MOST, SUM_TOLERANCE, normalised
from debate_tui.content.faults import Faults

_ROUNDING = 1e-9


def check_belief(part: Part, hypotheses: Known, faults: Faults) -> None:
    """Check percents by hypothesis."""
    check_keys(part, hypotheses, "hypothesis", faults)
    if isinstance(part.value, dict):
        _check_complete(part, part.value, hypotheses, faults)
        check_sum(part, percents_of(entry for _, entry in part.entries()), faults)


def percents_of(parts: Iterable[Part]) -> list[float] | None:
    """Give numbers that are percents; None where one is not."""
    numbers = [part.number for part in parts]
    percents = [number for number in numbers if number is not None and 0 < number < 100]
    return percents if len(percents) == len(numbers) else None


def check_sum(part: Part, percents: Collection[float] | None, faults: Faults) -> bool:
    """Check that percents, if they are, sum to 100 and say whether they do."""
    if not percents:
        return False
    total = sum(percents)
    if abs(total - 100) <= SUM_TOLERANCE:
        return True
    fractions = abs(total - 1) <= SUM_TOLERANCE / 100
    mend = "write percents, not fractions: 50, not 0.5" if fractions else "let them sum to 100, within 0.5"
    faults.add(part.path, "bad-sum", f"the percents sum to {total:.6g}, not to 100", mend, at_key=True)
    return False


def check_table(
    part: Part, hypotheses: Known, outcomes: Known, faults: Faults, *, authored: bool = True
) -> list[dict[str, float]]:
    """Check a table: for each hypothesis a row of percents by outcome; give the likelihoods of each row.

    Those that an author gives leave room for surprise; those of a player need only be percents.
    """
    check_keys(part, hypotheses, "hypothesis", faults)
    if isinstance(part.value, dict):
        _check_complete(part, part.value, hypotheses, faults)
    rows = []
    for _, row in part.entries():
        check_keys(row, outcomes, "outcome", faults)
        if isinstance(row.value, dict) and outcomes is not None and row.value.keys() <= set(outcomes):
            rows.append(_completed(row, row.value, outcomes, faults))
            if authored:
                _check_range(row, rows[-1], faults)
    return rows


def _check_complete(part: Part, given: Mapping[str, object], hypotheses: Known, faults: Faults) -> None:
    missing = sorted(set(hypotheses or ()) - set(given))
    if missing:
        message = f"nothing is said about {', '.join(map(quote, missing))}"
        faults.add(part.path, "missing-hypothesis", message, "every hypothesis needs an entry", at_key=True)


def _completed(
    row: Part, given: Mapping[str, object], outcomes: Collection[str], faults: Faults
) -> dict[str, float]:
    """Give a row's likelihoods; {} where it has faults that forbid it."""
    left_out = [outcome for outcome in outcomes if outcome not in given]
    percents = percents_of(entry for _, entry in row.entries())
    if len(left_out) > 1:
        message = f"{', '.join(map(quote, left_out))} are left out"
        faults.add(
            row.path, "missing-outcome", message, "leave out one at most: it gets the rest", at_key=True
        )
    elif percents and left_out:
        rest = 100 - sum(percents)
        if rest > 0:
            return dict(zip((*given, *left_out), normalised([*percents, rest]), strict=True))
        message = f"the percents sum to {100 - rest:.6g}: nothing is left for {quote(left_out[0])}"
        faults.add(row.path, "bad-sum", message, "let them sum to less than 100", at_key=True)
    elif check_sum(row, percents, faults) and percents:
        return dict(zip(given, normalised(percents), strict=True))
    return {}


def _check_range(row: Part, likelihoods: Mapping[str, float], faults: Faults) -> None:
    """Report one outcome a row: where one is too likely, another is too unlikely."""
    for outcome, likelihood in likelihoods.items():
        if not in_range(likelihood):
            written = row[outcome].value is not None
            path = row[outcome].path if written else row.path
            message = f"{quote(outcome)} has {100 * likelihood:.4g}%: 0.1 to 99.9 is allowed"
            faults.add(path, "likelihood-range", message, "leave some room for surprise", at_key=not written)
            return


def in_range(likelihood: float) -> bool:
    """Whether an author's likelihood lies in the range that is allowed."""
    return LEAST - _ROUNDING <= likelihood <= MOST + _ROUNDING
