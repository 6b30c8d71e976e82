"""What the screens say, in one place. Keys say what they do in `keys`; the game itself speaks in `report`.

What is named in brackets, as in [floor.call], is the key that does it (see `hints`).
"""

TITLE = "debate-tui"
SUBTITLE = "a game about changing one's mind well"

# Steps
STEPS = {"predict": "Predict", "reveal": "Reveal", "floor": "Floor", "update": "Update", "card": "Result"}
CARD_OF, CARD_OF_AT_MOST = "card {number} of {cards}", "card {number} of ≤{cards}"
WORLD, TODAYS_WORLD = "invented world {world}", "today's world"
PRACTICE = "practice"

# Predict
ROW_SENTENCE = "{who}: “If ‘{hypothesis}’ is right, {percent} in 100 that it comes out: {outcome}.”"
PROMISE_BY = "With {whose} you promise to move, if it comes out"
PROMISE_NOTHING = "You promise to learn nothing from this card."
READ_AS = "Read the card as whom?"
READ_ALIKE = "All of them read this card by the table's figures."
FIXED = "The figures of this card are fixed."
DUEL_WHOM = "Duel whom on who foresees this card better?"
DUEL_WITH = "⚔ A duel with {who} on this card."
NOBODY = "Nobody."
PRACTICE_CARD = "Practice: this card does not count for points."
KNEW_IT = "You knew this one? It becomes practice, and that cannot be taken back."
KNEW_IT_YES = "Yes, I knew it."
NO_PREDICTION = "Make no prediction? The card then counts 0, and there is no promise to keep."
NO_PREDICTION_YES = "Yes, no prediction."
EDITING = (
    "Yours: [rows.less] [rows.more] by 5 · [rows.bit-less] [rows.bit-more] by 1 · digits · "
    "[rows.previous] [rows.next] column · [table.undo] undo · [predict.edit] done"
)

# Reveal
SURPRISE = "How likely each had thought it, in 100"
SURPRISE_NARROW = "How likely, in 100"
MOMENT = "⚑ "
FIGURES_FROM = "Where the table's figures come from:"
DUEL_WON = "⚔ You won the duel with {who}, who had thought it less likely."
DUEL_EVEN = "⚔ Your duel with {who} was as good as even."
DUEL_LOST = "⚔ You lost the duel with {who}, who had thought it likelier."

# Floor
NUDGED = "{who} moved a nudge each."
CALLS_FOR = "calls somebody for {slip}"
TO_WHOM = "To whom?"
CONCEDE_TO = "Whose reading of this card do you grant?"
CALL_WHOM = "Whom do you call?"
FOR_WHAT = "For what?"
ACTS_ON = "On “{card}”."

# Promise and update
NO_PROMISE = "You made no prediction, and so no promise."
PROMISED_NOTHING = "Your figures promised that this would teach you nothing."
PROMISED = "You promised {size} {direction} "
PROMISE_NOW = " Since you granted a point it is {size} {direction} "
PROMISE_NOW_FURTHER = " Since you granted a point it goes further."
PROMISE_NOW_SHORTER = " Since you granted a point it goes less far."
PROMISE_NOW_NOTHING = " Since you granted a point it is not to move."
BELIEVE_NOW = "What do you believe now?"
EDITOR_KEYS = (
    "[belief.less] [belief.more] by 5 · [belief.bit-less] [belief.bit-more] by 1 · digits · "
    "[belief.hold] hold · [belief.even] even · [belief.undo] undo"
)

# Round card
VERDICT_MARK = "▸"
FORESAW_BEST = "{who} foresaw it best ({expected})."
FORESAW_ALIKE = "All foresaw it alike ({expected})."
THE_OTHERS = "The others: was → is (promised by their bets)"
CAST_UPDATE = "{hypothesis} {was} → {now}% ({promised}%)"

# Dialogs
BACK = "Back"
LIST_GOES_ON = "▼ PgDn"
NO = "No."

# Table
MORE_BELOW = "▼ [table.page-down]"
TABLE_READS_ON = "[table.page-down] reads on"
NOT_KEPT = (
    "This game is not being kept: {problem}. It goes on in memory; [table.keep] keeps it in another folder."
)
KEEP_WHERE = "In which folder should the game be kept?"
LEAVE_UNKEPT = "This game is not being kept. Leave all the same?"
LEAVE_YES = "Yes, leave it."
NOT_THERE_EITHER = "That folder does not take it either: {problem}."
KEPT_AS = "Kept as {name} in {folder}."
BACK_ANYWAY = "Go back all the same?"
BACK_YES = "Yes; what follows is practice."
THE_CARD = "The card"
THE_PEOPLE = "At the table"
THE_HYPOTHESES = "The hypotheses"
THE_WORDS = "Words"
THE_MAP = "What has been said (✗ attacks, + supports; the blocks are strength)"
NOTHING_SAID = "Nothing has been argued yet."
NO_CARD = "No card lies on the table yet."
NO_WORDS = "This scenario has no glossary."
GAME_WORDS = "The game's own words"
SETTLED_BY = "Settled by:"
BELIEVES = "Believes:"
STRIP_BELIEF, STRIP_MOVED = "belief", "moved"
"""What stands below the bars of the strip, and below the movements."""
STRIP_LEGEND = (
    "In the strip beside the room each number begins the share of a hypothesis; +3▲2 says that the last card "
    "or argument added 3 points to the second, = that nothing moved, and ! that a tripwire went off."
)
TRIPWIRE = "Would change its mind if, on “{card}”: {outcome}."

# Home
SEARCH_HINT = "Search: words, tag, or level 2"
NOTHING_FOUND = "Nothing in the library matches."
LOADING = "Looking through the library …"
CONTINUE = "Continue: {title}"
CONTINUE_OTHERS = "[home.games]: {count} more · "
CONTINUE_WHERE = "{cards} in, {when}"
TUTORIAL = "New here? Three minutes"
GAMES = "Kept games"
SETTINGS = "Settings"
BROKEN = "cannot be played"
LEVEL = "level {level}"
MINUTES = "{minutes} min"
CAST = "At the table: {cast}"
HYPOTHESES = "Hypotheses"
BEST = "Best so far: {points} points ({par} on the room)"
BEST_KEPT = "kept {share}"
NEVER_PLAYED = "Not played yet."
FIRST_TIME = "First time here? The tutorial takes three minutes."
FIRST_TIME_YES = "Show me."
FIRST_TIME_NO = "No, thanks. (It stays in the library.)"
NO_GAMES = "No game has been kept yet."
GAME_OVER = "over"
GAME_DAMAGED = "cannot be opened: {problem}"
GAME_LINE = "{title}{world}: {stands}"
NO_TUTORIAL = "The tutorial is not in the library."

# Briefing
HOW_IT_GOES = (
    "For each card you say what you expect, see what came out, argue, and say what you believe then. "
    "What counts is whether your belief moves as your own expectations promised."
)
AT_THE_TABLE = "At the table"
YOU_PLAY = "You play {who}."
YOURSELF = "Yourself"
YOU_PLAY_YOURSELF = "You play yourself"
REAL_GAME = "The real game"
REAL_GAME_LONG = "The real game: what was observed"
TODAYS = "Today's world: the same for everybody today"
ANOTHER = "A world of its own: everything is drawn anew"
WHICH_ROLE = "Who are you tonight?"
WHICH_WORLD = "Which world?"
READ_ON = "[briefing.page-down] reads on"
OPENING = "What do you believe before any evidence?"

# Scorecard
OVER = "How it went"
AGAINST_ROOM = "on the room"
KEPT_OF = "of your promise kept"
FORESIGHT = "Foresight"
POINTS = "Points"
GIVE_OR_TAKE = "{cards}: ± {margin}"
COURSE = "Your belief, card by card"
ACHIEVED = "Earned"
SHARE = "To share"
COPIED = "Copied: {line}"
TRANSCRIPT_KEPT = "The transcript is in {path}."
PICTURE_KEPT = "The picture is in {path}."
NO_NEXT = "That was the last scenario of the library."

# Help and settings
HELP_TITLE = "Keys"
HELP_SEARCH = "Search keys and what they do"
NOTHING_FOUND_HERE = "No key here does that."
SETTING = {
    "theme": "Theme",
    "pace": "Pace",
    "reduced_motion": "Reduced motion",
    "expert": "Expert figures",
    "keys": "Keys",
}
VALUES: dict[object, str] = {True: "on", False: "off"}
KEYS_CHANGED = "{count} changed; Enter lists them"
WHICH_THEME = "Which theme?"
SETTINGS_FILE = "Kept in {path}"
HOW_TO_REMAP = (
    'To change a key, write its id in {path}, below a line [keys], as in: "floor.call" = "x". '
    "Several keys are separated by commas. It counts from the next start."
)
