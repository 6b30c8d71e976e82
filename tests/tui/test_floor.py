"""The floor: what can be said, what comes of it, and what cannot be said and why."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import OptionList

from debate_tui.engine import commands as co
from debate_tui.engine.events import Argued, Called, Conceded, Passed
from debate_tui.report.slips import SOMETHING_ELSE
from debate_tui.report.words import SLIPS
from debate_tui.tui import words
from debate_tui.tui.widgets.hand import Hand
from tests.tabletop import Player
from tests.tui.driver import DESIGN, PRICED_IN, READS_ON, SMALL, WIDE, Driver, Size, at, play, playing, seated


@pytest.fixture
def player() -> Player:
    return at("floor", card=2)


def highlight(driver: Driver) -> int:
    return driver.app.screen.query_one(Hand).highlighted


def happened(driver: Driver, kind: type) -> list:
    """Give what the player did of a kind."""
    events = driver.app.sitting.game.events
    return [
        event
        for event in events
        if isinstance(event, kind) and "you" in (getattr(event, "speaker", ""), getattr(event, "seat", ""))
    ]


async def test_the_hand_shows_verbs_and_words_and_all_of_what_is_highlighted(player: Player):
    async with seated(player) as driver:
        await driver.sees("2 arguments left to you", "Deflate ▇▇▁▁ “We expected it.”")
        await driver.sees("On “It worked”. Could move everybody back to where the card tells nothing.")
        await driver.sees("You promised a nudge towards Holds.")
        await driver.press("up")
        await driver.sees("Ask whoever reads the card most differently for their figures")


async def test_what_is_said_is_heard_and_moves_people_and_leaves_one_less(player: Player):
    async with seated(player) as driver:
        await driver.press("enter")
        await driver.sees("1 argument left to you")
        assert [event.argument for event in happened(driver, Argued)] == ["expected"]
        assert "● You: We expected it." in driver.app.screen.room.text
        assert "“We expected it.”" not in driver.text
        assert isinstance(driver.app.focused, Hand)


async def test_a_bare_verb_acts_on_the_card(player: Player):
    async with seated(player) as driver:
        await driver.press("end")
        assert highlight(driver) == 8
        await driver.press("enter")
        await driver.sees("1 argument left to you")
        (argued,) = happened(driver, Argued)
        assert (argued.verb, argued.argument, argued.card) == ("clarify", None, "again")


async def test_an_authored_call_asks_whom(player: Player):
    async with seated(player) as driver:
        await driver.press("down", "down", "down", "enter")
        await driver.at("Choose")
        await driver.sees(words.TO_WHOM)
        await driver.press("escape")
        await driver.at("floor")
        assert not happened(driver, Called)
        await driver.press("enter", "down", "enter")
        await driver.until(lambda: happened(driver, Called), "called")
        (called,) = happened(driver, Called)
        assert called.to == "optimist"


async def test_a_slip_is_called_once_a_round_and_then_greyed_out_with_the_reason(player: Player):
    async with seated(player) as driver:
        await driver.press("l")
        await driver.sees(words.CALL_WHOM)
        await driver.press("enter")
        await driver.sees(words.FOR_WHAT, "counting the same thing twice")
        await driver.press("down", "down", "enter")
        await driver.until(lambda: happened(driver, Called), "called")
        await driver.at("floor")
        (called,) = happened(driver, Called)
        assert (called.to, called.slip) == ("asker", "double-counting")
        assert "⚑" in driver.app.screen.room.text
        assert not driver.said, "the room is in sight"
        await driver.press("l")
        assert driver.scene == "floor"
        await driver.press("home", "down", "down", "down")
        await driver.sees("You have called somebody this round.")


async def test_where_the_room_is_out_of_sight_a_moment_is_told_over_the_step(player: Player):
    async with seated(player, SMALL) as driver:
        await driver.press("l", "enter", "down", "down", "enter")
        await driver.told("You called Asker for counting the same thing twice.")


async def test_the_slips_that_somebody_is_prone_to_are_the_first_to_choose(player: Player):
    async with seated(player) as driver:
        own = driver.app.sitting.debate.personas["asker"].slips
        await driver.press("l", "enter")
        await driver.sees(words.FOR_WHAT)
        offered = [slip for slip, _ in driver.app.screen.choices]
        assert offered[:3] == ["over-reacting", "under-reacting", "double-counting"]
        assert set(offered[3:-1]) == set(own)


@pytest.mark.parametrize("size", [DESIGN, SMALL])
async def test_any_other_slip_is_a_choice_further(size: Size):
    async with seated(play(Player.at(PRICED_IN), "floor", 2), size) as driver:
        await driver.press("l", "enter")
        await driver.sees(words.FOR_WHAT)
        likely = [slip for slip, _ in driver.app.screen.choices][:-1]
        assert size == SMALL or not driver.app.screen.query_one(OptionList).max_scroll_y, "all in sight"
        await driver.press("end", "enter")
        await driver.until(lambda: "hindsight" not in dict(driver.app.screen.choices), "the others")
        others = [slip for slip, _ in driver.app.screen.choices]
        assert {*likely, *others} == set(SLIPS)
        await driver.press("escape")
        await driver.until(lambda: "hindsight" in dict(driver.app.screen.choices), "back")
        await driver.press("end", "enter")
        await driver.until(lambda: "hindsight" not in dict(driver.app.screen.choices), "the others again")
        await driver.press("end", "enter")
        await driver.until(lambda: happened(driver, Called), "called")
        assert happened(driver, Called)[0].slip == others[-1]


async def test_any_other_slip_is_chosen_with_the_mouse_alone():
    async with seated(play(Player.at(PRICED_IN), "floor", 2), SMALL) as driver:
        await driver.press("l", "enter")
        await driver.sees(words.FOR_WHAT)
        listed = driver.app.screen.query_one(OptionList)
        for _ in range(20):
            listed.post_message(events.MouseScrollDown(listed, 1, 1, 0, 1, 0, False, False, False))
        await driver.sees(SOMETHING_ELSE)
        await driver.settle()
        await driver.pilot.click(OptionList, offset=(5, listed.size.height - 1))
        await driver.until(lambda: "hindsight" not in dict(driver.app.screen.choices), "the others")
        chosen = driver.app.screen.choices[0][0]
        await driver.settle()
        await driver.pilot.click(OptionList, offset=(5, 0))
        await driver.until(lambda: happened(driver, Called), "called")
        assert happened(driver, Called)[0].slip == chosen


async def test_a_concession_amends_the_promise_and_says_so(player: Player):
    async with seated(player) as driver:
        await driver.press("c")
        await driver.sees(words.CONCEDE_TO)
        await driver.press("end", "enter")
        await driver.until(lambda: happened(driver, Conceded), "conceded")
        await driver.at("floor")
        await driver.sees("You promised a nudge towards", "Since you granted a point it goes less far.")
        await driver.to("update")
        await driver.to("card")
        await driver.sees("Once a point was granted, the promise was:")


async def test_what_cannot_be_said_any_more_is_greyed_out_and_tells_why(player: Player):
    async with seated(player) as driver:
        await driver.press("enter", "enter")
        await driver.sees("No argument is left to you, but you can still call a slip or concede.")
        hand = driver.app.screen.query_one(Hand)
        assert [choice.verb for choice in hand.choices if not choice.why_not] == ["call", "concede"]
        await driver.press("end")
        await driver.sees("No argument is left to you in this round.")
        await driver.press("enter")
        await driver.press("enter", "enter")
        await driver.told("No argument is left to you in this round.")
        assert len(driver.said) == 1, "told once"
        assert len(happened(driver, Argued)) == 2


async def test_what_is_left_is_what_can_still_be_done(player: Player):
    async with seated(player) as driver:
        await driver.press("enter", "enter")
        await driver.sees("No argument is left to you, but you can still call a slip or concede.")
        await driver.press("l", "enter", "enter")
        await driver.sees("No argument is left to you, but you can still concede.")


async def test_where_nothing_more_can_be_said_that_is_told():
    player = at("predict")
    player.send(co.Skip("you"))
    player.believe()
    player.send(co.Skip("you"))
    player.argue("expected").argue("works-well").argue("show-the-forecast", "asker")
    async with seated(player) as driver:
        await driver.sees("Nothing more is left to you to say.")


async def test_the_map_shows_what_was_said_and_what_answers_it(player: Player):
    async with seated(player) as driver:
        await driver.press("v")
        await driver.sees(words.NOTHING_SAID)
        await driver.press("q", "enter", "v")
        await driver.at("Reading")
        await driver.sees("● You: We expected it.")
        await driver.press("escape")
        await driver.at("floor")


async def test_all_words_of_what_is_highlighted_on_the_map_can_be_read(player: Player):
    async with seated(player, (44, 24)) as driver:
        await driver.press("enter", "v")
        await driver.at("Reading")
        whole = driver.app.screen.query_one("#whole")
        assert driver.focused().cursor_node.data == "expected"
        await driver.until(lambda: "We expected it." in str(whole.content), "what was said")
        await driver.press("down")
        await driver.until(lambda: "We expected it." not in str(whole.content), "what answers it")


async def test_on_a_wide_screen_the_map_stands_below_the_hand(player: Player):
    async with seated(player, WIDE) as driver:
        await driver.press("enter")
        await driver.sees("● You: We expected it.", "✗", "1 argument left to you")
        assert isinstance(driver.app.focused, Hand)


async def test_everything_about_the_table_can_be_read(player: Player):
    async with seated(player) as driver:
        for key, heading, text in [
            ("m", words.THE_CARD, "And again?"),
            ("p", words.THE_PEOPLE, "Would change its mind if"),
            ("h", words.THE_HYPOTHESES, "3 Goes weird"),
            ("w", words.THE_WORDS, "salon: A room."),
        ]:
            await driver.press(key)
            await driver.at("Reading")
            await driver.sees(heading, text)
            await driver.press("escape")
            await driver.at("floor")
        assert isinstance(driver.app.focused, Hand)
        await driver.press("w", "end")
        await driver.sees("On the room: Your points less the mean of the others'.")


async def test_done_leads_to_the_update(player: Player):
    async with seated(player) as driver:
        await driver.press("s")
        await driver.at("update")
        assert len(happened(driver, Passed)) == 1


async def test_an_argument_is_said_by_a_double_click_of_the_mouse_too(player: Player):
    async with seated(player) as driver:
        await driver.pilot.click(Hand, offset=(5, 1))
        await driver.until(lambda: happened(driver, Argued), "said")
        assert happened(driver, Argued)[0].argument == "works-well"


async def test_where_nobody_has_written_arguments_there_are_the_bare_verbs():
    async with playing("coin", to="floor") as driver:
        verbs = [choice.verb for choice in driver.app.screen.query_one(Hand).choices]
        assert verbs == ["press", "deflate", "link", "clarify"]


async def test_what_is_chosen_can_be_read_to_its_end_and_then_the_list_goes_on():
    async with seated(play(Player.at(PRICED_IN), "floor", 2), (60, 18)) as driver:
        chosen, hand = driver.app.screen.query_one("#chosen"), driver.app.screen.query_one(Hand)
        await driver.until(lambda: chosen.max_scroll_y > 0 and chosen.border_title == READS_ON, "more")
        while chosen.scroll_y < chosen.max_scroll_y:
            before = chosen.scroll_y
            await driver.press("pagedown")
            await driver.until(lambda before=before: chosen.scroll_y > before, "read on")
            assert hand.highlighted == 0
        await driver.until(lambda: not chosen.border_title, "read")
        await driver.press("pagedown")
        await driver.until(lambda: hand.highlighted, "on in the list")


async def test_the_keys_stay_with_the_step_when_the_room_that_had_them_has_no_place_any_more(player: Player):
    async with seated(player) as driver:
        driver.app.screen.room.focus()
        await driver.resize((40, 12))
        await driver.until(lambda: isinstance(driver.app.focused, Hand), "the hand has the keys")
