"""The scorecard of whole games: the worked example, and what is None and why."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from debate_tui.engine import commands as co
from debate_tui.engine.replay import fold
from debate_tui.engine.scorecard import scorecard
from debate_tui.game import Game
from tests.tabletop import COIN, SALON, WORKED, Player, debate


def shadow(*likelihoods: tuple[float, ...]) -> list[list[float]]:
    """Give, in percent, where the worked example's prior goes with these likelihoods, one after the other."""
    belief, path = np.array([0.4, 0.4, 0.2]), []
    for likelihood in likelihoods:
        belief = belief * likelihood
        belief = belief / belief.sum()
        path.append((100 * belief).tolist())
    return path


E1, E2, E2_NAIVE, E3 = (0.8, 0.4, 0.2), (0.95, 0.85, 0.80), (0.8, 0.4, 0.2), (0.7, 0.3, 0.1)


def half_speed() -> list[list[float]]:
    belief, path = np.array([0.4, 0.4, 0.2]), []
    for likelihood in (E1, E2, E3):
        belief = belief * np.sqrt(likelihood)
        belief = belief / belief.sum()
        path.append((100 * belief).tolist())
    return path


HALVES = [[50, 50]] * 3


@pytest.mark.parametrize(
    ("rows", "beliefs", "final", "kept", "parts", "points"),
    [
        (None, shadow(E1, E2, E3), (0.829, 0.159, 0.012), 1.0, (34.6, 69.6, 53.8), 52.7),
        (None, half_speed(), (0.656, 0.287, 0.057), 0.526, (28.6, 69.6, 39.7), 46.0),
        (None, shadow(E1, E2_NAIVE, E3), (0.900, 0.096, 0.004), 0.408, (39.9, 69.6, 60.1), 56.5),
        (HALVES, [[40, 40, 20]] * 3, (0.4, 0.4, 0.2), None, (0.0, 0.0, 16.6), 5.5),
    ],
    ids=["coherent", "half speed", "counts the copy in full", "flat rows"],
)
def test_the_worked_example_is_scored_to_its_printed_digits(rows, beliefs, final, kept, parts, points):
    player = Player.at(debate(WORKED)).open()
    for belief in beliefs:
        player.predict(rows).believe(belief)
    card = player.scorecard
    assert list(card.cards[-1].after.values()) == pytest.approx(final, abs=5e-4)
    assert card.follow_through == (None if kept is None else pytest.approx(kept, abs=5e-4))
    assert (card.foresight, card.likelihood, card.verdict) == pytest.approx(parts, abs=0.05)
    assert card.points == pytest.approx(points, abs=0.05)


def test_the_same_row_everywhere_scores_what_it_expects_and_no_more():
    player = Player.at(debate(WORKED)).open()
    honest = np.array([[40, 40, 20], *shadow(E1, E2, E3)]) / 100
    for before, likelihood, after in zip(honest, (E1, E2, E3), 100 * honest[1:], strict=False):
        yes = 100 * float(before @ np.array(likelihood))
        player.predict([[yes, 100 - yes]] * 3).believe(after.tolist())
    card = player.scorecard
    assert (card.foresight, card.likelihood, card.verdict) == pytest.approx((34.6, 34.6, 53.8), abs=0.05)
    assert card.points == pytest.approx(41.0, abs=0.05)
    assert card.follow_through is None


def test_the_copy_weighs_half_a_deciban_and_not_three():
    card = Player.at(debate(WORKED)).play_on().scorecard
    works_against_none = [10 * math.log10(a / b) for a, b in ((0.8, 0.4), (0.95, 0.85), (0.7, 0.3))]
    assert works_against_none == pytest.approx([3.01, 0.48, 3.68], abs=0.005)
    assert card.cards[1].weight_db == pytest.approx(10 * math.log10(0.95 / 0.8))


def test_the_reactions_of_the_worked_example():
    for beliefs, speeds in (
        (shadow(E1, E2, E3), (1.0, 1.0, 1.0)),
        (half_speed(), (0.5, 0.5, 0.5)),
        (shadow(E1, E2_NAIVE, E3), (1.0, 6.98, 1.0)),
    ):
        player = Player.at(debate(WORKED)).open()
        for belief in beliefs:
            player.predict().believe(belief)
        assert [each.reaction for each in player.scorecard.cards] == pytest.approx(speeds, abs=5e-3)


def test_counting_the_copy_in_full_is_flagged_on_the_copy_alone():
    player = Player.at(debate(WORKED)).open()
    for belief in shadow(E1, E2_NAIVE, E3):
        player.predict().believe(belief)
    flagged = ["double-counted" in each.flags for each in player.scorecard.cards]
    assert flagged == [False, True, False]


def test_a_copy_may_list_its_outcomes_in_another_order():
    turned = WORKED.replace(
        '"Second?", outcomes: {"yes": Yes, "no": No}', '"Second?", outcomes: {"no": No, "yes": Yes}'
    )
    own = {"yes": (90, 40, 10), "no": (10, 60, 90)}
    for text, order in ((WORKED, ("yes", "no")), (turned, ("no", "yes"))):
        player = Player.at(debate(text)).open().predict(list(zip(own["yes"], own["no"], strict=True)))
        player.believe([60, 30, 10]).predict(list(zip(*(own[outcome] for outcome in order), strict=True)))
        player.believe([70, 25, 5])
        assert player.scorecard.cards[1].flags == ("under", "read-as-if-independent")


def test_an_open_question_scores_foresight_only_and_says_why():
    card = Player.at(debate(COIN)).play_on().scorecard
    assert card.points == card.foresight
    assert card.likelihood is None
    assert card.verdict is None
    assert "nobody knows" in card.reasons["likelihood"]
    assert "nobody knows" in card.reasons["cards.0.verdict"]


def test_par_is_above_the_mean_of_the_cast_as_it_would_have_been_alone():
    table = debate(SALON)
    alone = Player.at(table).play_on().scorecard
    loud = Player.at(table).open()
    loud.predict([[99, 1]] * 3).believe().predict()
    loud.bare("deflate", "works").bare("deflate", "again").believe().play_on()
    assert loud.scorecard.cast_points == pytest.approx(alone.cast_points)
    assert alone.par == pytest.approx(alone.points - sum(alone.cast_points.values()) / 3)


def test_a_card_without_a_prediction_counts_nothing_and_is_no_gain():
    player = Player.at(debate(WORKED)).open()
    player.send(co.Skip("you"))
    player.believe([40, 40, 20]).play_on()
    card = player.scorecard
    first = card.cards[0]
    assert (first.foresight, first.likelihood, first.verdict) == (0.0, 0.0, 0.0)
    assert first.m is None
    assert first.flags == ()
    assert "cards.0.m" in card.reasons
    rest = [each.foresight for each in card.cards[1:]]
    assert card.foresight == pytest.approx(sum(rest) / 3)


def test_leaving_early_counts_the_cards_that_were_not_played_as_nothing():
    player = Player.at(debate(WORKED)).open().predict().believe()
    left = player.scorecard
    assert left.foresight == pytest.approx(left.cards[0].foresight / 3)
    assert left.par is None
    assert left.reasons["par"] == "the game is not over"


def test_a_card_that_has_left_the_file_since_counts_until_the_game_is_over_and_then_no_more():
    table = debate(WORKED)
    left = Player.at(table).open().predict().believe().game
    scenario = table.scenario.model_copy(update={"evidence": table.scenario.evidence[:-1]})
    player = Player(Game(replace(table, scenario=scenario).resumed(left.events[0]), left.events))
    unfinished = player.scorecard
    assert unfinished.foresight == pytest.approx(unfinished.cards[0].foresight / 3)
    card = player.play_on().scorecard
    assert [each.card for each in card.cards] == ["e1", "e2"]
    assert card.foresight == pytest.approx(sum(each.foresight for each in card.cards) / 2)
    assert card.par == pytest.approx(card.points - sum(card.cast_points.values()) / 2)


def test_a_known_card_is_practice_and_out_of_the_means():
    player = Player.at(debate(WORKED)).open()
    player.send(co.Know("you"))
    player.play_on()
    card = player.scorecard
    assert [each.fresh for each in card.cards] == [False, True, True]
    assert card.foresight == pytest.approx(sum(each.foresight for each in card.cards[1:]) / 2)
    assert card.follow_through == pytest.approx(1.0)


def test_cards_that_were_seen_before_are_practice():
    card = Player.at(debate(WORKED), seen=frozenset({"e1", "e2", "e3"})).play_on().scorecard
    assert card.points is None
    assert card.reasons["points"] == "no fresh point card was played"
    assert card.follow_through == pytest.approx(1.0)


def test_cards_that_another_game_shows_meanwhile_are_practice_from_then_on():
    player = Player.at(debate(WORKED)).open().predict().believe()
    assert player.game.note_seen({"e1", "e2", "elsewhere"}) == ("e2",)
    assert player.game.note_seen({"e1", "e2"}) == ()
    player.predict([[50, 50]] * 3)
    player.send(co.Undo("you", practice=True))
    assert player.game.state.seen == {"e2"}
    player = Player.at(debate(WORKED)).open().predict().believe()
    player.game.note_seen({"e2"})
    card = player.play_on().scorecard
    assert [each.fresh for each in card.cards] == [True, False, True]
    assert fold(player.game.events) == player.game.state


def test_going_back_forgets_nothing_that_was_seen_elsewhere():
    player = Player.at(debate(WORKED)).open()
    player.send(co.NameRival("you", "asker"))
    player.game.note_seen({"e1"})
    player.send(co.Undo("you"))
    assert player.game.state.seen == {"e1"}
    assert not player.game.state.seats["you"].play.fresh


def test_in_character_is_whole_for_somebody_who_moves_as_the_character_does():
    table = debate(SALON)
    player = Player.at(table, role="skeptic").open()
    while not player.game.over:
        player.predict()
        state = player.game.state
        before = np.array(state.seats["you"].play.before)
        column = np.array([row[table.deck.card(state.card).outcomes.index(state.outcomes[state.card])]
                           for row in state.seats["you"].play.rows])  # fmt: skip
        character = before**0.9 * column**0.2
        player.believe((100 * character / character.sum()).tolist())
    assert player.scorecard.in_character == pytest.approx(1.0)
    assert player.scorecard.follow_through < 0.9


def test_whose_evidence_names_the_persona_whose_rows_were_followed():
    player = Player.at(debate(SALON)).open().predict(read_as="asker").believe().play_on()
    evidence = player.scorecard.whose_evidence
    assert evidence.largest == "asker"
    assert evidence.follow_through["asker"] == pytest.approx(1.0)
    assert evidence.follow_through["posted"] < 0.9


def test_rows_that_promise_too_little_to_read_are_named_with_the_reason():
    card = Player.at(debate(SALON)).open().predict().believe().scorecard
    shares = card.whose_evidence.follow_through
    assert shares["posted"] == pytest.approx(1.0)
    assert shares["asker"] is None
    assert "too small" in card.reasons["whose_evidence.follow_through.asker"]


def test_the_posted_rows_are_named_before_a_persona_that_has_the_same():
    evidence = Player.at(debate(COIN)).play_on().scorecard.whose_evidence
    assert evidence.largest == "posted"
    assert set(evidence.follow_through.values()) == {1.0}


def test_crux_terms_add_up_to_the_disagreement():
    player = Player.at(debate(SALON)).open([70, 20, 10]).predict([[90, 10], [50, 50], [20, 80]]).believe()
    player.predict().bare("press", "works").believe([60, 20, 20]).play_on()
    for crux in player.scorecard.cruxes.values():
        assert sum(term.db for term in crux.terms) == pytest.approx(crux.db, abs=1e-9)
        assert crux.db >= 0


def test_persuasion_needs_an_argument_and_a_card_after_it():
    silent = Player.at(debate(SALON)).play_on().scorecard
    assert silent.persuasion_bits is None
    assert silent.reasons["persuasion_bits"] == "nobody argued"
    loud = Player.at(debate(SALON)).open().predict().believe().predict().bare("press", "works").believe()
    assert loud.scorecard.reasons["persuasion_bits"] == "no card came after the first argument"
    loud.play_on()
    assert loud.scorecard.persuasion_bits != 0.0


def test_every_figure_of_a_finished_game_can_be_written_as_json():
    player = Player.at(debate(SALON)).open().predict().believe().predict()
    player.argue("expected").believe().play_on()
    data = json.loads(json.dumps(player.scorecard.as_data(), allow_nan=False))
    assert data["arguments"].keys() == {"expected", "not-by-all"}
    assert data["ending"] == "open"
    assert data["priced_in"][0]["kind"] == "unbacked"


def test_the_scorecard_needs_the_events_alone():
    player = Player.at(debate(SALON)).open().predict().believe().predict().argue("expected").believe()
    player.play_on()
    assert scorecard(fold(player.game.events), "you") == player.scorecard
