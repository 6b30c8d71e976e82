"""One line that says how a game went, to be copied and sent."""

from __future__ import annotations

from debate_tui.engine.scorecard import Scorecard
from debate_tui.report.figures import sparkline
from debate_tui.report.follow_through import share
from debate_tui.report.scorecard import course
from debate_tui.report.words import signed

SEPARATOR = " · "


def share_line(card: Scorecard) -> str:
    """Give the line: which scenario (and its fingerprint), against the room, what was kept, and a course.

    The course is that of the hypothesis which ended highest; it gives no outcome away.
    """
    parts = ["debate-tui", f"{card.scenario}@{card.sha256[:4]}"]
    if card.world is not None:
        parts.append(f"world {card.world}")
    if card.par is not None:
        parts.append(f"{signed(card.par)} on the room")
    if card.follow_through is not None:
        parts.append(f"kept {share(card.follow_through)}")
    if card.cards:
        last = card.cards[-1].after
        highest = max(last, key=last.__getitem__)
        parts.append(sparkline([belief[highest] for belief in course(card)]))
    return SEPARATOR.join(parts)
