"""What an argument would do, told before it is said."""

from __future__ import annotations

from debate_tui.report.reach import reach
from debate_tui.report.words import Names
from tests.tabletop import SALON, Player, debate

FLAT = [[50, 50], [50, 50], [50, 50]]


def reaches(player: Player) -> dict[str, str]:
    """Give what each option of the hand would do, by its argument or its verb."""
    game = player.game
    names, view = Names(game.debate, game.events[0]), game.view("you")
    return {option.argument or option.verb: reach(option, view, names) for option in view.hand}


def on_the_floor(*rows) -> Player:
    player = Player.at(debate(SALON)).open()
    return player.predict(*rows).believe().predict(*rows)


def test_a_press_moves_towards_ones_own_figures_and_says_what_they_speak_for():
    assert reaches(on_the_floor())["press"] == (
        "Could move everybody towards your figures on the card, which speak for “Holds”."
    )


def test_a_deflation_leads_back_and_a_question_moves_nobody():
    told = reaches(on_the_floor())
    assert told["expected"] == "Could move everybody back to where the card tells nothing."
    assert told["clarify"] == ""


def test_what_would_move_nobody_says_so():
    told = reaches(on_the_floor(FLAT))
    assert told["works-well"] == "It would move nobody now."
    assert told["press"] == "", "it cannot be said, and says why"
