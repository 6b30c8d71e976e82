"""The scorecard for experts: a line a card of weights, stakes and surprise; then bits, and cruxes as sums."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from rich.cells import set_cell_size
from textual.content import Content

from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.cruxes import in_figures
from debate_tui.report.exact import in_bits
from debate_tui.report.words import Names, signed

HEAD = f"{'card':<24}{'weight':>8}{'stake':>8}{'surprise':>9}{'reaction':>9}{'kept':>7}{'F':>6}"


def expert_lines(card: Scorecard, names: Names) -> Iterator[Content]:
    """Give decibans, bits, ρ, follow-through, foresight; an en dash where one does not apply."""
    yield Content.styled(HEAD, "$foreground-muted")
    for score in card.cards:
        yield Content(f"{set_cell_size(names.card(score.card), 23)} {_figures(score)}")
    for figure in ("foresight", "likelihood", "verdict"):
        points = getattr(card, figure)
        if points is not None:
            yield Content(f"{figure}: {points:.1f}".replace("-", "−"))
    yield from map(Content, in_bits(card))
    for who, crux in card.cruxes.items():
        if crux is not None:
            yield Content(in_figures(crux, who, names))


def _figures(score: CardScore) -> str:
    surprise = None if score.m is None else -log2(score.m[score.outcome])
    return (
        f"{score.weight_db:>5.1f} dB"
        f"{score.stake_bits:>6.2f} b"
        f"{_or_dash(surprise, '.2f'):>7} b"
        f"{_or_dash(score.reaction, '.2f'):>9}"
        f"{'–' if score.follow_through is None else f'{score.follow_through:.0%}':>7}"
        f"{signed(score.foresight):>6}"
    ).replace("-", "−")


def _or_dash(figure: float | None, form: str) -> str:
    return "–" if figure is None else format(figure, form)
