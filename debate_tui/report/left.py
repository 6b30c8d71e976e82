"""What is left to a seat on the floor: so many arguments, or what else can still be done."""

from __future__ import annotations

from debate_tui.engine.view import View
from debate_tui.report.words import plural


def left(view: View) -> str:
    """Say in a sentence what a seat can still do; what it cannot do any more is not offered."""
    if view.exchanges_left > 0:
        return f"The floor is open: {plural(view.exchanges_left, 'argument')} left to you."
    ways = ["call a slip"] * view.may_call + ["concede"] * view.may_concede
    if ways:
        return f"No argument is left to you, but you can still {' or '.join(ways)}."
    return "Nothing more is left to you to say."
