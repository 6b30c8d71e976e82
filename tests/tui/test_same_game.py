"""One game, two faces: the same choices on the screen and line by line give the same events and words."""

from __future__ import annotations

import io

from debate_tui.plain.game import PlainGame
from debate_tui.report.markdown import transcript
from tests.tabletop import Player
from tests.tui.driver import SALON_TABLE, playing
from tests.typist import Typist

ON_SCREEN = (
    "5 0 l down 3 0 enter"  # the opening belief
    " e 9 0 down 7 0 down 2 0 enter enter 4 0 l down 4 5 enter enter"  # one's own rows, and a belief
    " enter enter"  # the table's figures; then the floor
    " enter c enter l down enter down down enter s"  # say the first, concede, call, and done
    " 6 0 l down 2 5 enter enter"
    " d down enter n down enter enter s enter enter"  # a duel, no prediction, a belief left alone
    " k down enter enter enter s enter enter"  # a card that was known
)
LINE_BY_LINE = (
    ["50 30 20", ""],
    ["2", "90 10", "70 30", "20 80", "1", "40 45 15", ""],
    ["1"],
    ["1", "g", "1", "x", "2", "3", ""],
    ["60 25 15", ""],
    ["d", "2", "n", "", "same", ""],
    ["k", "1", "", "", "same", ""],
)


async def test_the_same_choices_give_the_same_events_and_transcript(home):
    async with playing(to="briefing") as driver:
        for key in ON_SCREEN.split():
            await driver.press(key)
        await driver.at("scorecard")
        game = driver.app.screen.sitting.game
        await driver.press("t")
        await driver.told("salon.md")
    plain = Player.at(SALON_TABLE).game
    PlainGame(plain, io.StringIO(), Typist(*(line for part in LINE_BY_LINE for line in part))).play()
    assert plain.over
    began, *rest = game.events
    assert rest == list(plain.events)[1:]
    assert began.seed == plain.state.started.seed
    assert (home / "salon.md").read_text() == transcript(plain.debate, [began, *list(plain.events)[1:]])
