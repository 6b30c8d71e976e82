"""What came out, and what the locked figures promised: in words only, to size it is the player's skill."""

from __future__ import annotations

from textual.content import Content

from debate_tui.engine.promise import Promise, distance_db, movement, promises
from debate_tui.engine.view import View
from debate_tui.report.glossary import sizes
from debate_tui.tui import words
from debate_tui.tui.look import hues
from debate_tui.tui.sitting import Sitting


def promised(sitting: Sitting, view: View) -> Content:
    """Say what was promised now that the outcome is known."""
    play, card = view.play, view.card
    if play is None or card is None or card.outcome is None:
        return Content("")
    if play.rows is None:
        return Content.styled(words.NO_PROMISE, "$foreground-muted")
    promise = promise_made(view)
    if promise is None:
        first = Content.styled(words.PROMISED_NOTHING, "$foreground-muted")
    else:
        first = _towards(words.PROMISED, promise, sitting)
    if play.promise is None or play.amended is None or play.amended == play.promise:
        return first
    now = movement(play.before, play.amended)
    if now is None:
        return first + words.PROMISE_NOW_NOTHING
    if now == promise:
        further = distance_db(play.before, play.amended) > distance_db(play.before, play.promise)
        return first + (words.PROMISE_NOW_FURTHER if further else words.PROMISE_NOW_SHORTER)
    return first + _towards(words.PROMISE_NOW, now, sitting)


def promise_made(view: View) -> Promise | None:
    """Give what was promised for what came out; None where that is nothing, or nothing has come out."""
    play, card = view.play, view.card
    if play is None or play.rows is None or card is None or card.outcome is None:
        return None
    return promises(play.before, play.rows).get(card.outcome)


def sizes_here(view: View) -> str:
    """Say what the words for distances come to from where the player stands; nothing without a promise."""
    play, promise = view.play, promise_made(view)
    if play is None or promise is None:
        return ""
    return sizes(100.0 * play.before[promise.hypothesis], away=promise.away)


def _towards(said: str, promise: Promise, sitting: Sitting) -> Content:
    hue = hues(sitting.debate)[promise.hypothesis]
    return Content.assemble(
        said.format(size=promise.size, direction=promise.direction), (hue.name, f"bold {hue.style}"), "."
    )


def came_out(sitting: Sitting, view: View) -> Content:
    """Say what came out of the card on the table."""
    card = view.card
    if card is None or card.outcome is None:
        return Content("")
    written = sitting.debate.cards[card.id]
    return Content.assemble((f"{written.name}: ", "bold"), (written.outcomes[card.outcome], "bold $success"))
