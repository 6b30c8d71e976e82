"""How the cast's movements are told: what changed most, and whose words it was that moved somebody."""

from __future__ import annotations

import pytest

from debate_tui.engine import commands as co
from debate_tui.engine.visitor import Movement
from debate_tui.report.markdown import transcript
from debate_tui.report.movements import changed_most, in_words
from debate_tui.report.words import Names
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)
WORKS = TABLE.cards["works"]


def told(before: tuple[float, ...], after: tuple[float, ...]) -> str:
    return in_words(Movement("skeptic", before, after, "reveal"), WORKS, Names(TABLE, TABLE.start(seed=7)))


def on_the_floor(*commands: co.SeatCommand) -> str:
    """Give what a transcript tells from the first floor on, with rows that read much into the cards."""
    player = Player.at(TABLE).open().predict([[90, 10], [50, 50], [5, 95]]).believe().predict()
    before = transcript(TABLE, player.game.events)
    for command in commands:
        player.send(command)
    return transcript(TABLE, player.game.events).removeprefix(before.rstrip())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((0.30, 0.45, 0.25), (0.36, 0.48, 0.16), "Skeptic moved a step away from “Goes weird”: 25% to 16%."),
        ((0.30, 0.45, 0.25), (0.40, 0.38, 0.22), "Skeptic moved a step towards “Holds”: 30% to 40%."),
        (
            (0.30, 0.45, 0.25),
            (0.301, 0.449, 0.25),
            "Skeptic hardly moved (Holds until it breaks 45%).",
        ),
    ],
)
def test_a_movement_names_the_hypothesis_whose_percent_changed_most(before, after, said):
    assert told(before, after).startswith(said)


def test_of_two_that_changed_alike_the_one_that_rose_is_named():
    assert changed_most([50, 50], [40, 60]) == 1
    assert changed_most([50, 50], [60, 40]) == 0
    assert changed_most([30, 40, 30], [30, 40, 30]) == 0


def test_what_changed_most_is_found_in_any_of_the_later_beliefs():
    assert changed_most([30, 40, 30], [31, 39, 30], [30, 30, 40]) == 2
    assert changed_most([30, 40, 30], [50, 25, 25], [30, 40, 30]) == 0


def test_whoever_is_pressed_is_told_to_weigh_the_card_as_the_speakers_figures_do():
    said = on_the_floor(co.ArgueBare("you", "press", "works"))
    assert "You argued that everybody should weigh “It worked” as your figures did." in said
    assert "Optimist weighs “It worked” more as your figures do, a nudge: " in said


def test_whoever_hears_that_a_card_tells_nothing_takes_back_some_of_what_it_told():
    said = on_the_floor(co.ArgueBare("you", "deflate", "again"))
    assert "Optimist takes back some of what “It worked again” had told it, a nudge: " in said


def test_whoever_counted_a_copy_in_full_allows_for_it_once_it_is_linked():
    said = on_the_floor(co.ArgueBare("you", "link", "again"))
    assert "Optimist allows more for what “It worked again” repeats, a " in said


def test_whoever_was_rightly_called_comes_nearer_to_its_own_figures():
    said = on_the_floor(co.Call("you", "skeptic", "under-reacting"))
    assert "Skeptic comes nearer to what its own figures say of “It worked”, a " in said
