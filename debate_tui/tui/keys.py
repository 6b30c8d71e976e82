"""Every key of the program, declared once: footer, palette, help and the settings file all read it here.

A binding's id is what a settings file remaps it by. No more than five of those that can meet on one screen
are shown in the footer.
"""

from __future__ import annotations

from textual.binding import Binding


def _key(  # one intent: what it is called, what presses it, what it does, and why one would
    id: str, keys: str, action: str, words: str, tip: str, *, show: bool = False, display: str | None = None
) -> Binding:
    return Binding(keys, action, words, id=id, tooltip=tip, show=show, key_display=display)


APP = [
    _key(
        "help",
        "question_mark,f1",
        "help",
        "Help",
        "Every key that works here, and what it does.",
        show=True,
        display="?",
    ),
    _key("quit", "ctrl+q,ctrl+c", "quit", "Quit", "Leave the program. Every step is kept already."),
    _key("settings", "f2", "settings", "Settings", "Theme, pace, motion, expert figures."),
    _key("screenshot", "f12", "screenshot", "Picture", "Keep the screen as an SVG picture."),
]

BACK = [_key("back", "escape,q", "back", "Back", "Go back to where you came from.", show=True, display="esc")]

LIBRARY = [_key("home.play", "enter", "select", "Play", "Play the chosen scenario.", show=True)]

ESCAPE = [_key("dialog.back", "escape", "back", "Back", "Leave it unanswered.", show=True, display="esc")]

SCROLL = [
    _key("dialog.down", "pagedown,down", "scroll(1)", "Down", "Scroll down."),
    _key("dialog.up", "pageup,up", "scroll(-1)", "Up", "Scroll up."),
]

HOME = [
    _key(
        "home.continue",
        "c",
        "continue",
        "Continue",
        "Go on with the newest game that is not over.",
        show=True,
    ),
    _key(
        "home.world",
        "w",
        "world",
        "Another world",
        "Play the chosen scenario with its outcomes drawn anew: nothing can be looked up.",
        show=True,
    ),
    _key(
        "home.today",
        "d",
        "today",
        "Today's world",
        "A drawn world that is the same for everybody today.",
        show=True,
    ),
    _key(
        "home.search",
        "slash",
        "search",
        "Search",
        "Type to find a scenario by its words, tag or level.",
        show=True,
        display="/",
    ),
    _key("home.tutorial", "t", "tutorial", "Tutorial", "Three minutes: what belief, promise and kept mean."),
    _key("home.games", "g", "games", "Kept games", "Every game that was kept, to go on with or to look at."),
    _key(
        "home.list",
        "escape,down",
        "list",
        "To the list",
        "From the search, go back to the list.",
        show=True,
        display="↓",
    ),
    _key("home.quit", "q", "app.quit", "Quit", "Leave the program."),
]

BRIEFING = [
    _key("briefing.begin", "enter", "begin", "Begin", "Begin with this belief.", show=True),
    _key("briefing.role", "r", "role", "Role", "Play as yourself, or as one of the cast.", show=True),
    _key(
        "briefing.world",
        "w",
        "world",
        "World",
        "The real game, or a drawn world where nothing can be looked up.",
        show=True,
    ),
    _key("briefing.page-down", "pagedown", "scroll(1)", "Page down", "Read on.", display="PgDn"),
    _key("briefing.page-up", "pageup", "scroll(-1)", "Page up", "Read what stands above.", display="PgUp"),
]

TABLE = [
    _key("table.more", "m", "card", "Card", "Everything about the card on the table."),
    _key(
        "table.people",
        "p",
        "people",
        "People",
        "Who sits here, what they believe, and what would change their minds.",
    ),
    _key("table.hypotheses", "h", "hypotheses", "Hypotheses", "Each hypothesis and what would settle it."),
    _key("table.map", "v", "map", "Map", "What has been said, what attacks what, and how strong it is now."),
    _key("table.words", "w", "words", "Words", "What the words of this scenario mean, and the game's own."),
    _key("table.undo", "u", "undo", "Undo", "Take back what nothing has come of yet."),
    _key("table.room", "t", "room", "Room", "Look at the room, or back at the step."),
    _key("table.page-down", "pagedown", "scroll(1)", "Page down", "Scroll the step down.", display="PgDn"),
    _key("table.page-up", "pageup", "scroll(-1)", "Page up", "Scroll the step up.", display="PgUp"),
    _key("table.skip", "space", "skip", "Skip", "Let everybody finish speaking at once."),
    _key("table.keep", "f5", "keep", "Keep elsewhere", "Keep this game in another folder."),
    _key(
        "table.leave",
        "escape,q",
        "leave",
        "Home",
        "Go home. The game is kept; continue comes back to this step.",
    ),
]

ROOM = [
    _key(
        "room.back",
        "enter",
        "screen.room",
        "Back to the step",
        "Give the keys back to the step.",
        show=True,
    )
]

PREDICT = [
    _key("predict.lock", "enter", "lock", "Lock these", "Lock these figures as your prediction.", show=True),
    _key("predict.edit", "e", "edit", "Change", "Change the figures: they become your own.", show=True),
    _key("predict.borrow", "b", "borrow", "Read as", "Read the card as one of the cast does.", show=True),
    _key(
        "predict.duel",
        "d",
        "duel",
        "Duel",
        "Name a rival: foresee this card better, and they listen to you more; if not, less.",
        show=True,
    ),
    _key(
        "predict.know", "k", "know", "I knew it", "Say that you knew this one. It becomes practice, for good."
    ),
    _key(
        "predict.none", "n", "none", "No prediction", "Let the card come without a prediction; it counts 0."
    ),
    _key("predict.posted", "o", "posted", "Table's figures", "Take the posted figures again."),
]

ROWS = [
    _key("rows.up", "up", "row(-1)", "Row above", "Go to the hypothesis above."),
    _key("rows.down", "down", "row(1)", "Row below", "Go to the hypothesis below."),
    _key("rows.less", "left", "nudge(-5)", "5 less", "Five percent less."),
    _key("rows.more", "right", "nudge(5)", "5 more", "Five percent more."),
    _key("rows.bit-less", "minus,shift+left", "nudge(-1)", "1 less", "One percent less."),
    _key("rows.bit-more", "plus,shift+right", "nudge(1)", "1 more", "One percent more."),
    _key(
        "rows.next", "full_stop,right_square_bracket", "outcome(1)", "Next outcome", "Go to the next outcome."
    ),
    _key(
        "rows.previous",
        "comma,left_square_bracket",
        "outcome(-1)",
        "Outcome before",
        "Go to the outcome before.",
    ),
]

BELIEF = [
    _key("belief.up", "up", "row(-1)", "Row above", "Go to the hypothesis above."),
    _key("belief.down", "down", "row(1)", "Row below", "Go to the hypothesis below."),
    _key("belief.less", "left", "nudge(-5)", "5 less", "Five percent less."),
    _key("belief.more", "right", "nudge(5)", "5 more", "Five percent more."),
    _key("belief.bit-less", "minus,shift+left", "nudge(-1)", "1 less", "One percent less."),
    _key("belief.bit-more", "plus,shift+right", "nudge(1)", "1 more", "One percent more."),
    _key("belief.hold", "l", "hold", "Hold", "Hold this share where it is while the others move."),
    _key("belief.even", "e", "even", "Even", "Give every share that is not held the same."),
    _key("belief.undo", "u", "undo", "Undo", "Take back the last change."),
]

DIGITS = [
    Binding(str(digit), f"digit({digit})", f"Type {digit}", show=False, system=True) for digit in range(10)
] + [Binding("backspace", "rub", "Rub out", show=False, system=True)]

REVEAL = [_key("reveal.on", "enter", "on", "Go on", "Go on to the next step.", show=True)]

HAND = [_key("floor.play", "enter", "select", "Say it", "Say the chosen argument.", show=True)]

FLOOR = [
    _key(
        "floor.concede",
        "c",
        "concede",
        "Concede",
        "Grant somebody their reading of a card; it changes what you promised.",
        show=True,
    ),
    _key("floor.call", "l", "call", "Call", "Call somebody for a slip: once a round.", show=True),
    _key("floor.pass", "s", "pass", "Done", "Say nothing more in this round.", show=True),
]

UPDATE = [_key("update.lock", "enter", "lock", "Lock it", "Lock this belief in.", show=True)]

ROUND_CARD = [_key("card.on", "enter", "on", "Go on", "Go on to the next card.", show=True)]

SCORECARD = [
    _key("score.share", "s", "share", "Share line", "Copy one line that says how it went.", show=True),
    _key("score.world", "w", "world", "Another world", "Play it with its outcomes drawn anew.", show=True),
    _key("score.next", "n", "next", "Next scenario", "Play the next scenario of the library.", show=True),
    _key("score.again", "a", "again", "Again", "Play this scenario again: what you have seen is practice."),
    _key("score.role", "r", "role", "Other role", "Play it as somebody else."),
    _key("score.transcript", "t", "transcript", "Transcript", "Keep the whole game as Markdown."),
    _key("score.expert", "x", "expert", "Expert figures", "Decibans, reaction and the like, or not."),
]

GROUPS = {
    "Everywhere": APP + BACK + ESCAPE + SCROLL,
    "Home": LIBRARY + HOME,
    "Briefing": BRIEFING,
    "At the table": TABLE,
    "The room": ROOM,
    "Predict": PREDICT + ROWS,
    "Reveal": REVEAL,
    "Floor": HAND + FLOOR,
    "Update": UPDATE + BELIEF,
    "Round card": ROUND_CARD,
    "Scorecard": SCORECARD,
}
"""All bindings that have an id, by where they work."""

KNOWN = {binding.id: binding for group in GROUPS.values() for binding in group if binding.id}
"""Every binding by its id."""
