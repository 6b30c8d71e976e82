"""What an argument of the hand would do: whom it could move, and towards what."""

from __future__ import annotations

from debate_tui.content.moves import Verb
from debate_tui.engine.hand import Option
from debate_tui.engine.view import View
from debate_tui.report.words import Names, joined

MOVES_BY: dict[Verb, str] = {
    "press": "towards your figures on the card",
    "deflate": "back to where the card tells nothing",
    "link": "to what the repeated card is worth",
}


def reach(option: Option, view: View, names: Names) -> str:
    """Say in a sentence whom an option could move and where to; nothing of verbs that move no reading."""
    if option.verb not in MOVES_BY:
        return ""
    if not option.moves:
        return "" if option.why_not else "It would move nobody now."
    everybody = len(option.moves) == len(view.cast) > 1
    who = "everybody" if everybody else joined([names.who(persona, inside=True) for persona in option.moves])
    favoured = f", which speak for “{names.hypothesis(option.favours)}”" if option.favours else ""
    return f"Could move {who} {MOVES_BY[option.verb]}{favoured}."
