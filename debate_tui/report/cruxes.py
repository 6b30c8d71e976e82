"""Where two minds part: told in words, and for experts in decibans that sum to the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from debate_tui.engine.lines import NUDGE_BELOW_DB, size
from debate_tui.report.words import Names, joined, signed
from debate_tui.scoring.cruxes import Crux, Term

TERMS_TOLD = 3
WORTH_TELLING_DB = 0.1
"""Of a crux the largest terms are told, and the rest as one where it is at least this much."""


def in_words(crux: Crux, seat: str, persona: str, names: Names) -> str:
    """Say how far a seat and a persona end apart, on what, and what of it came from where."""
    between = f"“{names.hypothesis(crux.a)}” or “{names.hypothesis(crux.b)}”"
    ends = f"{names.who(seat)} and {names.who(persona, inside=True)} end {size(crux.db)} apart on {between}"
    told = [term for term in _largest(crux) if abs(term.db) >= NUDGE_BELOW_DB]
    apart = joined([_because(term, names) for term in told if term.db > 0])
    nearer = joined([_because(term, names) for term in told if term.db < 0])
    reasons = [f"because of {apart}"] * bool(apart) + [f"brought nearer by {nearer}"] * bool(nearer)
    return ", ".join([ends, *reasons]) + "."


def in_figures(crux: Crux, persona: str, names: Names) -> str:
    """Give the sum: the terms that matter most, and the rest."""
    between = f"“{names.hypothesis(crux.a)}” against “{names.hypothesis(crux.b)}”"
    terms = "; ".join(_terms(crux, names))
    whole = f"{names.who(persona)}, {between}: {crux.db:.1f} dB"
    return f"{whole} = {terms}" if terms else whole


def _largest(crux: Crux) -> Sequence[Term]:
    return sorted(crux.terms, key=lambda term: -abs(term.db))[:TERMS_TOLD]


def _terms(crux: Crux, names: Names) -> Iterator[str]:
    told = [term for term in _largest(crux) if abs(term.db) >= WORTH_TELLING_DB]
    for term in told:
        yield f"{signed(term.db, 1)} {_because(term, names)}"
    rest = crux.db - sum(term.db for term in told)
    if abs(rest) >= WORTH_TELLING_DB:
        yield f"{signed(rest, 1)} the rest"


def _because(term: Term, names: Names) -> str:
    if term.card is None:
        return "where each began"
    card = f"“{names.card(term.card)}”"
    return f"how each read {card}" if term.kind == "reading" else f"how far each moved on {card}"
