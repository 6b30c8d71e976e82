"""Together the scenarios have every move, every slip, every answer and everybody in play."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
import yaml

from debate_tui.content.library import bundled
from debate_tui.content.moves import Move, Slip
from debate_tui.content.scenario import Argument, Scenario
from tests.library.shelf import CAPSTONE, DEBATES, NAMES, scenario
from tests.library.table import PAGE, VIEWS, page

PLANNED = 12

when_whole = pytest.mark.skipif(
    len(DEBATES) < PLANNED, reason=f"{len(DEBATES)} of {PLANNED} scenarios are there"
)


def whole() -> Iterator[Scenario]:
    return map(scenario, NAMES)


def in_play(scenario: Scenario) -> Iterator[Argument]:
    """Give the arguments that some hand holds, and those that the cast may answer with."""
    held = {name for round_ in scenario.course for name in round_.arguments or ()}
    open_hand = any(round_.arguments is None for round_ in scenario.course)
    for argument in scenario.arguments:
        yours = not argument.by or "you" in argument.by
        if argument.attacks or (yours and (open_hand or argument.id in held)):
            yield argument


@when_whole
def test_every_move_is_in_play():
    played = {argument.move for each in whole() for argument in in_play(each)}
    assert set(get_args(Move)) - played == set()


@when_whole
def test_every_slip_is_in_play():
    made = {argument.slip for each in whole() for argument in in_play(each)}
    assert set(get_args(Slip)) - made == set()


@when_whole
def test_everybody_sits_at_some_table():
    seated = {member.persona for each in whole() for member in each.cast}
    assert {file.stem for file in bundled("personas").glob("*.yaml")} - seated == set()


@when_whole
def test_every_answer_is_in_play():
    assert [view for view, about in views().items() if not about["in"]] == []


@when_whole
def test_there_is_a_capstone_and_something_for_a_first_evening():
    assert CAPSTONE in DEBATES
    assert sum(each.level == 1 for each in whole()) >= 2


def test_every_answer_names_a_hypothesis_that_is_there():
    for about in views().values():
        for name, hypothesis in about["in"].items():
            assert hypothesis in {each.id for each in scenario(name).hypotheses}, name


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == page(), "python -m tests.library.table writes it anew"


def views() -> dict:
    return yaml.safe_load(VIEWS.read_text("utf-8"))
