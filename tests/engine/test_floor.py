"""The floor: whom an argument moves, how far, who answers, and what a slip costs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from debate_tui.engine import commands as co
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Answered, Argued, Called, CastMoved, Conceded, Dueled
from debate_tui.report.left import left
from debate_tui.scoring.beliefs import clr
from tests.engine.strategies import GAMES
from tests.engine.test_session import played
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)

FLAT = "{holds: {fine: 50}, cliff: {fine: 50}, weird: {fine: 50}}"
FLAT_OF_THREE = FLAT.replace("50", "40, odd: 30")


def with_the_theorist(reads: str) -> Debate:
    """Seat somebody who moves too far on every card that it reads anything into."""
    theorist = f"{{persona: persona-theorist, prior: {{holds: 35, cliff: 30, weird: 35}}, reads: {reads}}}"
    return debate(SALON.replace("evidence:", f"  - {theorist}\nevidence:", 1))


TOO_FAR_AT_FIRST = with_the_theorist(f"{{again: {FLAT}, strange: {FLAT_OF_THREE}}}")


def on_first_floor(rows=None) -> Player:
    """Sit where the first round's floor is open, both its cards revealed."""
    return Player.at(TABLE).open().predict(rows).believe().predict()


def reading(player: Player, persona: str, card: str) -> np.ndarray:
    state = player.game.state
    return np.array(state.cast[persona].readings[state.revealed.index(card)])


def test_pressing_moves_every_mind_towards_the_speakers_reading_and_never_past_it():
    player = on_first_floor([[90, 10], [50, 50], [5, 95]])
    own = clr(np.array([0.90, 0.50, 0.05]))
    before = {persona: reading(player, persona, "works") for persona in player.game.state.cast}
    player.bare("press", "works")
    for persona, was in before.items():
        k = 0.4 * player.game.state.cast[persona].ears["you"]
        assert reading(player, persona, "works") == pytest.approx(was + k * (own - was))


def test_what_is_said_again_neither_joins_the_map_nor_moves_anybody():
    player = on_first_floor()
    player.bare("deflate", "works")
    stands = player.game.state
    player.bare("deflate", "works")
    assert player.game.state.cast == stands.cast
    assert player.game.state.said == stands.said


def test_a_flat_reading_presses_nobody():
    refusal = on_first_floor([[50, 50]] * 3).refused(co.ArgueBare("you", "press", "works"))
    assert refusal.reason == "illegal"


def test_the_fourth_exchange_is_one_too_many_but_calls_and_concessions_are_free():
    player = on_first_floor()
    player.bare("deflate", "works").bare("press", "again")
    assert "No argument is left" in player.refused(co.ArgueBare("you", "deflate", "again")).message
    player.send(co.Call("you", "skeptic", "under-reacting"))
    player.send(co.Concede("you", "optimist", "again"))


def test_what_is_said_to_be_left_is_what_is_left():
    player = on_first_floor().bare("deflate", "works").bare("press", "again")
    refused = player.refused(co.ArgueBare("you", "deflate", "again"))
    assert refused.mend == "Concede, call a slip, or be done."
    player.send(co.Call("you", "skeptic", "under-reacting"))
    assert player.refused(co.ArgueBare("you", "deflate", "again")).mend == "Concede, or be done."
    for persona in player.game.view("you").may_concede_to:
        player.send(co.Concede("you", persona, "again"))
    assert left(player.game.view("you")) == "No argument is left to you, but you can still concede."
    assert player.refused(co.ArgueBare("you", "clarify")).mend == "Concede, or be done."
    player.send(co.Argue("you", "fair-point", "optimist"))
    assert left(player.game.view("you")) == "Nothing more is left to you to say."
    assert player.refused(co.ArgueBare("you", "clarify")).mend == "Be done."


def test_whoever_has_locked_nothing_is_not_told_to_concede():
    player = Player.at(TABLE).open()
    player.send(co.Skip("you"))
    player.believe()
    player.send(co.Skip("you"))
    player.bare("deflate", "works").bare("deflate", "again")
    assert player.refused(co.ArgueBare("you", "clarify")).mend == "Call a slip, or be done."
    player.send(co.Call("you", "skeptic", "under-reacting"))
    assert player.refused(co.ArgueBare("you", "clarify")).mend == "Be done."


def test_linking_moves_only_those_who_counted_the_copy_in_full():
    player = on_first_floor()
    before = player.game.state.cast
    player.bare("link", "again")
    moved = [persona for persona in before if player.game.state.cast[persona].path != before[persona].path]
    assert moved == ["optimist"]


def test_a_card_that_stands_alone_cannot_be_linked():
    assert "alone" in on_first_floor().refused(co.ArgueBare("you", "link", "works")).message


def test_the_best_reply_is_given_before_the_effect_and_weakens_it():
    player = on_first_floor()
    events = player.send(co.Argue("you", "expected"))
    reply = [event for event in events if isinstance(event, Argued)][1]
    assert (reply.argument, reply.answers) == ("not-by-all", "expected")
    moved = next(event for event in events if isinstance(event, CastMoved))
    assert events.index(reply) < events.index(moved)
    weakened = 0.6 * (1 - 0.7)
    skeptic = next(shift for shift in moved.shifts if shift.persona == "skeptic")
    assert skeptic.heed == pytest.approx(0.2 * weakened)


def test_an_unanswered_argument_that_closes_much_of_the_gap_is_given_way_to():
    player = on_first_floor()
    events = player.send(co.Argue("you", "said-twice"))
    answered = next(event for event in events if isinstance(event, Answered))
    assert answered.conceded == ("optimist",)
    assert "said-twice" in player.game.state.conceded


def test_whoever_listens_too_little_gives_way_to_nothing():
    player = on_first_floor([[90, 10], [50, 50], [5, 95]])
    events = player.send(co.ArgueBare("you", "press", "works"))
    assert next(event for event in events if isinstance(event, Answered)).conceded == ()


def test_an_argument_of_somebody_else_is_not_yours_to_say():
    assert "not yours" in on_first_floor().refused(co.Argue("you", "not-mine")).message
    skeptic = Player.at(TABLE, role="skeptic").open().predict().believe().predict()
    skeptic.argue("not-mine")


def test_an_argument_about_a_hidden_card_waits():
    assert "not been revealed" in on_first_floor().refused(co.Argue("you", "only-later")).message


def test_an_argument_is_said_to_somebody_who_sits_there():
    assert (
        "Nobody called 'nobody'" in on_first_floor().refused(co.Argue("you", "works-well", "nobody")).message
    )


def test_only_what_can_be_conceded_is_offered():
    player = Player.at(TABLE).open()
    player.send(co.Skip("you"))
    player.believe().predict()
    assert player.game.view("you").may_concede_to == ("asker", "optimist", "skeptic")
    skipped = Player.at(TABLE).open().predict().believe()
    skipped.send(co.Skip("you"))
    assert skipped.game.view("you").may_concede_to == ()


def test_a_right_call_mends_the_reading_and_opens_the_ear():
    player = on_first_floor()
    before = reading(player, "skeptic", "works")
    events = player.send(co.Call("you", "skeptic", "under-reacting", "works"))
    called = next(event for event in events if isinstance(event, Called))
    assert called.right
    mended = clr(np.array([0.95, 0.85, 0.50]))
    assert reading(player, "skeptic", "works") == pytest.approx(before + 0.2 * 0.4 * (mended - before))
    assert player.game.state.cast["skeptic"].ears["you"] == pytest.approx(0.3)


def test_a_wrong_call_moves_nothing_and_closes_the_ear():
    player = on_first_floor()
    before = player.game.state.cast["optimist"].path
    player.send(co.Call("you", "optimist", "over-reacting", "works"))
    assert player.game.state.cast["optimist"].path == before
    assert player.game.state.cast["optimist"].ears["you"] == pytest.approx(0.5)


def test_somebody_who_counts_double_can_be_called_for_it():
    player = on_first_floor()
    player.send(co.Call("you", "optimist", "double-counting", "again"))
    assert player.game.state.cast["optimist"].ears["you"] == pytest.approx(0.7)


def test_a_call_that_names_no_card_is_about_the_card_of_the_round_on_which_the_slip_was_made():
    again = "{again: {holds: {fine: 90}, cliff: {fine: 50}, weird: {fine: 20}}}"
    player = Player.at(with_the_theorist(again)).open().predict().believe().predict()
    events = player.send(co.Call("you", "persona-theorist", "over-reacting"))
    assert next(event for event in events if isinstance(event, Called)).card == "again"  # the last of two
    earlier = Player.at(TOO_FAR_AT_FIRST).open().predict().believe().predict()
    events = earlier.send(co.Call("you", "persona-theorist", "over-reacting"))
    called = next(event for event in events if isinstance(event, Called))
    assert (called.card, called.right) == ("works", True)
    assert {event.card for event in events if isinstance(event, CastMoved)} == {"works"}


def test_a_call_that_names_a_card_is_about_that_card_alone():
    player = Player.at(TOO_FAR_AT_FIRST).open().predict().believe().predict()
    events = player.send(co.Call("you", "persona-theorist", "over-reacting", "again"))
    assert next(event for event in events if isinstance(event, Called)).right is False


def test_a_card_of_an_earlier_round_is_called_by_its_name_alone():
    player = Player.at(TOO_FAR_AT_FIRST).open().predict().believe().predict().believe().predict()
    events = player.send(co.Call("you", "persona-theorist", "over-reacting"))
    called = next(event for event in events if isinstance(event, Called))
    assert (called.card, called.right) == ("strange", False)


def test_a_slip_in_what_was_said_takes_the_arguments_strength():
    player = on_first_floor().argue("expected")
    replied_by = player.game.state.said["not-by-all"].argued.speaker
    player.send(co.Call("you", replied_by, "hindsight"))
    assert player.game.view("you").strengths["not-by-all"] == 0.0
    assert player.game.view("you").strengths["expected"] == pytest.approx(0.6)


def test_the_scorecard_remembers_the_calls():
    player = on_first_floor()
    player.send(co.Call("you", "skeptic", "under-reacting", "works"))
    call = player.scorecard.calls[0]
    assert (call.to, call.slip, call.card, call.right) == ("skeptic", "under-reacting", "works", True)


def test_one_call_a_round():
    player = on_first_floor()
    player.send(co.Call("you", "optimist", "over-reacting", "works"))
    assert "One call a round" in player.refused(co.Call("you", "asker", "over-reacting", "works")).mend


def test_a_concession_amends_the_promise_and_the_first_one_still_counts():
    player = Player.at(TABLE).open().predict().believe().predict([[90, 10], [50, 50], [10, 90]])
    first = player.game.state.seats["you"].play.promise
    player.send(co.Concede("you", "skeptic", "again"))
    play = player.game.state.seats["you"].play
    assert play.promise == first
    assert play.amended != first
    player.believe([100 * part for part in play.amended])
    card = player.scorecard.cards[-1]
    assert card.follow_through < card.follow_through_amended == pytest.approx(1.0)


def test_what_is_granted_again_moves_nobody():
    player = Player.at(TABLE).open().predict().believe().predict([[90, 10], [50, 50], [10, 90]])
    player.send(co.Concede("you", "skeptic", "again"))
    once = player.game.state.seats["you"].play
    assert player.game.view("you").may_concede_to == ("asker", "optimist")
    player.send(co.Concede("you", "skeptic", "again"))
    assert player.game.state.seats["you"].play.amended == once.amended
    player.send(co.Concede("you", "optimist", "again"))
    assert player.game.state.seats["you"].play.amended != once.amended


def test_a_concession_too_weak_to_move_anybody_is_one_all_the_same():
    weak = debate(SALON.replace("text: A fair point.", "text: A fair point., strength: 0"))
    player = Player.at(weak).open().predict([[60, 40]] * 3).believe().predict()
    promise = player.game.state.seats["you"].play.amended
    player.send(co.Argue("you", "fair-point", "optimist"))
    assert "fair-point" in player.game.state.conceded
    assert player.game.state.seats["you"].play.amended == promise


def test_a_concession_said_again_moves_nobody():
    player = on_first_floor([[60, 40]] * 3)
    player.send(co.Argue("you", "fair-point", "optimist"))
    once = player.game.state.seats["you"].play
    player.send(co.Argue("you", "fair-point", "optimist"))
    assert player.game.state.seats["you"].play == once


def test_an_authored_concession_and_call_say_their_words_and_cost_no_exchange():
    player = on_first_floor([[60, 40]] * 3)
    said, conceded = player.send(co.Argue("you", "fair-point", "optimist"))
    assert isinstance(said, Argued)
    assert isinstance(conceded, Conceded)
    player.send(co.Argue("you", "show-the-forecast", "asker"))
    assert player.game.view("you").exchanges_left == 2


def test_a_crossed_tripwire_updates_in_full_and_no_argument_moves_it():
    player = on_first_floor().believe().predict()
    shifts = {shift.persona: shift for shift in _moves(player)[-1].shifts}
    assert shifts["asker"].why == "tripwire"
    assert shifts["asker"].responsiveness == 1.0
    assert shifts["skeptic"].why == "reveal"
    before = player.game.state.cast["asker"].path
    player.bare("deflate", "strange")
    assert player.game.state.cast["asker"].path == before


def test_a_duel_is_won_by_bits_and_opens_the_rivals_ear():
    player = Player.at(TABLE).open()
    player.send(co.NameRival("you", "skeptic"))
    events = player.send(co.Predict("you"))
    duel = next(event for event in events if isinstance(event, Dueled))
    yours = 0.30 * 0.95 + 0.45 * 0.85 + 0.25 * 0.50
    theirs = 0.15 * 0.95 + 0.25 * 0.85 + 0.60 * 0.50
    assert duel.bits == pytest.approx(np.log2(yours / theirs))
    assert player.game.state.cast["skeptic"].ears["you"] == pytest.approx(0.2 + 0.1 * duel.bits)


def test_arguments_about_an_earlier_card_move_everything_believed_since():
    player = on_first_floor()
    before = player.game.state.cast["optimist"].path
    player.bare("deflate", "works")
    after = player.game.state.cast["optimist"].path
    assert after[0] == before[0]
    assert after[1] != before[1]
    assert after[2] != before[2]


@given(GAMES)
@settings(deadline=None, max_examples=60)
def test_whatever_is_said_ears_and_strengths_stay_between_0_and_1(commands):
    game = played(commands)
    assert all(0 <= ear <= 1 for mind in game.state.cast.values() for ear in mind.ears.values())
    assert all(0 <= strength <= 1 for strength in game.view("you").strengths.values())


@given(GAMES)
@settings(deadline=None, max_examples=60)
def test_whatever_is_said_a_mind_is_its_opening_moved_by_its_readings(commands):
    state = played(commands).state
    for mind in state.cast.values():
        logs = np.log(np.array(mind.path[0]))
        weights = [met.prior_weight for met in mind.met]
        for weight, read, belief in zip(weights, mind.readings, mind.path[1:], strict=True):
            logs = weight * logs + np.array(read)
            masses = np.exp(logs - logs.max())
            assert np.array(belief) == pytest.approx(masses / masses.sum(), abs=1e-12)


def _moves(player: Player) -> list[CastMoved]:
    return [event for event in player.game.events if isinstance(event, CastMoved)]
