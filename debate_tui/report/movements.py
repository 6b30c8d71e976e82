"""How a mind of the cast moved, in a sentence: why, how far, and what of its belief changed most."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.content.moves import Verb
from debate_tui.content.scenario import Card
from debate_tui.engine.lines import size_of
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.visitor import Movement
from debate_tui.report.words import Names, shown_percent

HEARD: dict[Verb, str] = {
    "press": "weighs {card} more as {whose} figures do",
    "deflate": "takes back some of what {card} had told it",
    "link": "allows more for what {card} repeats",
}
"""What somebody does whom an argument moves: which belief gains by it depends on what it read before."""

MENDED = "comes nearer to what its own figures say of {card}"
"""What somebody does who was rightly called."""


def in_words(movement: Movement, card: Card, names: Names) -> str:
    """Say how a mind moved on a card."""
    was, now = whole_percents(movement.before), whole_percents(movement.after)
    who = names.who(movement.persona)
    if was == now:
        favourite = now.index(max(now))
        return f"{who} hardly moved ({names.hypothesis_at(favourite)} {shown_percent(now[favourite])})."
    at = changed_most(was, now)
    hypothesis = names.hypothesis_at(at)
    distance = how_far(movement, at)
    course = f"{shown_percent(was[at])} to {shown_percent(now[at])}"
    talked = _talked_into(movement, card, names)
    if talked:
        return f"{who} {talked}, {distance}: {hypothesis} {course}."
    way = "towards" if now[at] > was[at] else "away from"
    return f"{who} moved {distance} {way} “{hypothesis}”: {course}."


def how_far(movement: Movement, at: int | None = None) -> str:
    """Say how far a mind moved: as far as the hypothesis did whose whole percent changed most."""
    if at is None:
        at = changed_most(whole_percents(movement.before), whole_percents(movement.after))
    return size_of(movement.before[at], movement.after[at])


def _talked_into(movement: Movement, card: Card, names: Names) -> str:
    """Say what somebody does who was moved by words; nothing of one who follows what came out."""
    named = f"“{card.name}”"
    if movement.why == "called":
        return MENDED.format(card=named)
    if movement.heard is None:
        return ""
    whose = names.whose(movement.heard.speaker, inside=True)
    return HEARD.get(movement.heard.verb, "").format(card=named, whose=whose)


def changed_most(was: Sequence[int], *since: Sequence[int]) -> int:
    """Give the place of the whole percent that changed most, in any of these; of equals, one that rose."""
    return max(
        range(len(was)),
        key=lambda at: max((abs(each[at] - was[at]), each[at] - was[at]) for each in since),
    )
