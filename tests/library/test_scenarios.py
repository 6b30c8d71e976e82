"""Every scenario has what a debate needs: in number, in its numbers, and in its words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from debate_tui.content.check import check_files
from debate_tui.content.library import bundled
from debate_tui.content.scenario import Card, Scenario
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import SELF
from debate_tui.engine.state import Play, State
from debate_tui.scoring.priced_in import MOVES_NOBODY, judge
from tests.library.reading import minutes, minutes_a_card, words
from tests.library.recorded import good_game
from tests.library.shelf import CAPSTONE, DEBATES, FOLDER, NAMES, debate, honest_game

TALK = {"call", "concede"}
"""Verbs that are for the player to use."""


@pytest.fixture(params=DEBATES)
def table(request: pytest.FixtureRequest) -> Debate:
    return debate(request.param)


@pytest.fixture
def told(table: Debate) -> Scenario:
    return table.scenario


@pytest.fixture
def played(table: Debate) -> State:
    return honest_game(table.scenario.id)


# In all of them, the tutorial too


def test_no_file_has_a_fault():
    assert check_files([FOLDER, bundled("personas")]).render() == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_called_what_it_is(name):
    scenario = debate(name).scenario
    assert scenario.id == name
    assert (scenario.license, scenario.language) == ("MIT", "en")
    assert scenario.summary
    assert scenario.tags


@pytest.mark.parametrize("name", NAMES)
def test_what_must_fit_fits(name):
    scenario = debate(name).scenario
    assert too_long(32, [scenario.title]) == []
    assert too_long(24, [hypothesis.name for hypothesis in scenario.hypotheses]) == []
    assert too_long(30, [card.name for card in scenario.evidence]) == []
    assert too_long(30, [label for card in scenario.evidence for label in card.outcomes.values()]) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_card_takes_more_than_120_words(name):
    for card in debate(name).scenario.evidence:
        for text in (card.text, *card.otherwise.values()):
            assert words(text) <= 120, card.id


@pytest.mark.parametrize("name", NAMES)
def test_a_game_takes_as_long_as_the_file_says(name):
    declared, measured = debate(name).scenario.minutes, minutes(good_game(name))
    assert declared == pytest.approx(measured, rel=0.1, abs=1.0)


@pytest.mark.parametrize("name", NAMES)
def test_no_game_takes_longer_than_its_place_in_the_library_allows(name):
    measured = minutes(good_game(name))
    if name not in DEBATES:
        assert measured < 3.5  # three minutes, to the nearest
    elif debate(name).scenario.level == 1:
        assert measured < 10
    elif name == CAPSTONE:
        assert measured < 45


@pytest.mark.parametrize("name", DEBATES)
def test_a_card_takes_two_to_three_minutes(name):
    assert 1.9 < minutes_a_card(good_game(name)) < 3.0


def too_long(most: int, names: list[str]) -> list[str]:
    return [name for name in names if len(name) > most]


# Its parts


def test_as_many_cards_as_the_level_asks_for(told):
    if told.id == CAPSTONE:
        assert 10 <= len(told.evidence) <= 12
    else:
        assert 4 <= len(told.evidence) <= (6 if told.level <= 2 else 8)


def test_three_or_four_hypotheses_and_how_each_would_be_settled(told):
    assert 3 <= len(told.hypotheses) <= (6 if told.id == CAPSTONE else 4)
    for hypothesis in told.hypotheses:
        assert hypothesis.says, hypothesis.id
        assert hypothesis.settled_by, hypothesis.id


def test_a_cast_with_views_of_its_own_and_wires_to_trip(told):
    assert 3 <= len(told.cast) <= (8 if told.id == CAPSTONE else 5)
    assert any(member.reads for member in told.cast)
    for member in told.cast:
        assert member.prior is not None, member.persona
        assert member.moves_if, member.persona
        assert member.brief, member.persona
        assert all(wire.line for wire in member.moves_if), member.persona


def test_every_card_says_where_it_comes_from_and_what_else_could_have_been(told):
    for card in told.evidence:
        assert card.why, card.id
        assert card.source is not None, card.id
        assert card.source.year is not None, card.id
        assert set(card.otherwise) == set(card.outcomes) - {card.observed}, card.id


def test_a_dozen_arguments_of_many_kinds_and_each_can_be_answered_or_answers(told):
    assert len(told.arguments) >= 12
    assert len({argument.move for argument in told.arguments}) >= 7
    in_the_graph = {name for argument in told.arguments for name in (*argument.attacks, *argument.supports)}
    in_the_graph |= {argument.id for argument in told.arguments if argument.attacks or argument.supports}
    alone = [a.id for a in told.arguments if a.id not in in_the_graph and a.verb not in {*TALK, "clarify"}]
    assert alone == []


def test_a_player_can_call_and_concede(told):
    for verb in TALK:
        assert any(a.verb == verb and (not a.by or "you" in a.by) for a in told.arguments), verb


def test_there_are_slips_to_catch_which_only_the_cast_makes_and_makes_in_reply(told):
    slips = [argument for argument in told.arguments if argument.slip]
    for_you = {argument.id for argument in told.arguments if not argument.by or "you" in argument.by}
    assert slips
    for argument in slips:
        assert set(argument.by) & {member.persona for member in told.cast}, argument.id
        assert "you" not in argument.by, argument.id
        assert set(argument.attacks) & for_you, f"nothing that a player says brings {argument.id} on"


def test_every_round_opens_with_a_word(told):
    assert [round_.id for round_ in told.rounds if not round_.says] == []
    assert told.rounds


def test_a_course_that_branches_from_level_2_on(told):
    if told.level >= 2:
        assert any(round_.when or round_.next for round_ in told.rounds)


def test_two_to_four_endings_and_the_last_is_the_default(told):
    assert 2 <= len(told.endings) <= 4
    assert [ending.when is None for ending in told.endings] == [False] * (len(told.endings) - 1) + [True]


def test_the_glossary_explains_words_that_are_used(told):
    said = told.model_dump_json(exclude={"glossary"}).lower()
    assert told.glossary
    unused = [
        term for term in told.glossary if not any(stem(part) in said for part in term.lower().split(", "))
    ]
    assert unused == []


def stem(term: str) -> str:
    """Leave out the ending, which may differ where the word is used: `generalise`, `generalising`."""
    return term if len(term) < 6 else term[:-1]


# Its numbers, on the way of an honest player through the real game


def test_some_card_repeats_an_earlier_one_and_counting_it_twice_is_tempting(table, played):
    def double(play: Play) -> float:
        card = table.deck.card(play.card)
        naive = np.log(columns(card.naive, card.outcomes.index(played.outcomes[play.card])))
        promised = np.log(columns(play.rows, card.outcomes.index(played.outcomes[play.card])))
        return float(np.ptp(naive - promised)) * 10.0 / np.log(10.0)

    doubles = [double(play) for play in plays(played) if table.deck.card(play.card).on is not None]
    assert doubles
    assert max(doubles) >= 0.5, "in decibans: what the naive reading would add"


def test_some_card_is_truly_priced_in(table, played):
    assert [card.id for card in cards(table, played) if is_priced_in(table, played, card)]


def is_priced_in(table: Debate, played: State, card: Card) -> bool:
    """Whether every hypothesis gave it 80% and a weight under 1 dB, and it moves nobody by over 5 points."""
    play = play_of(played, card.id)
    place = list(card.outcomes).index(played.outcomes[card.id])
    column = columns(play.rows, place)
    nearly_sure = column.min() >= 0.8 and 10.0 * np.log10(column.max() / column.min()) < 1.0
    return (
        bool(nearly_sure)
        and judge(np.array(play.before), np.array(play.rows), place).kind == "foreseen"
        and all(np.abs(step).max() <= MOVES_NOBODY for step in steps_of_cast(played, card.id))
    )


def steps_of_cast(played: State, card: str) -> Iterator[np.ndarray]:
    place = played.revealed.index(card)
    for mind in played.cast.values():
        yield np.array(mind.path[place + 1]) - np.array(mind.path[place])


def test_some_card_cuts_against_the_favourite(table, played):
    favourite = int(np.argmax(table.deck.prior))
    assert min(play.promise[favourite] - play.before[favourite] for play in plays(played)) <= -0.02


def test_some_card_is_a_shock(table, played):
    def expected(play: Play) -> float:
        place = table.deck.card(play.card).outcomes.index(played.outcomes[play.card])
        return float(np.array(play.before) @ columns(play.rows, place))

    assert min(map(expected, plays(played))) <= 0.25


def plays(played: State) -> tuple[Play, ...]:
    return played.seats["you"].plays


def play_of(played: State, card: str) -> Play:
    return next(play for play in plays(played) if play.card == card)


def cards(table: Debate, played: State) -> list[Card]:
    return [table.cards[name] for name in played.revealed]


def columns(rows, place: int) -> np.ndarray:
    return np.array([row[place] for row in rows])


def test_whoever_plays_oneself_reaches_an_ending(played):
    assert played.seats["you"].role == SELF
    assert played.ending is not None
