"""A script: beliefs that sum, and what it names, where its scenario can be found, is there."""

from __future__ import annotations

from debate_tui.content.checks.names import Known, Names, check_reference
from debate_tui.content.checks.part import Part
from debate_tui.content.checks.tables import check_belief, check_table
from debate_tui.content.faults import Faults
from debate_tui.content.paths import SELF


def check_script(script: Part, names: Names, faults: Faults) -> None:
    """Check a script against what its scenario defines."""
    check_reference(script["role"], _and_self(names.cast), "persona", faults)
    check_belief(script["opening"], names.hypotheses, faults)
    for turn in script["turns"].items():
        _check_turn(turn, names, faults)
        for move in turn["floor"].items():
            _check_move(move, names, faults)


def _and_self(cast: Known) -> Known:
    return None if cast is None else (SELF, *cast)


def _check_turn(turn: Part, names: Names, faults: Faults) -> None:
    check_reference(turn["card"], names.cards, "card", faults)
    outcomes = names.outcomes.get(turn["card"].text or "")
    check_table(turn["rows"], names.hypotheses, outcomes, faults, authored=False)
    check_reference(turn["read_as"], names.cast, "persona", faults)
    if turn["rows"].value is not None and turn["read_as"].value is not None:
        message = "`rows` and `read_as` say two different things"
        faults.add(turn["read_as"].path, "two-readings", message, "keep one of the two", at_key=True)
    check_reference(turn["rival"], names.cast, "persona", faults)
    check_belief(turn["believe"], names.hypotheses, faults)


def _check_move(move: Part, names: Names, faults: Faults) -> None:
    for argument in (move, move["play"]):
        check_reference(argument, names.arguments, "argument", faults)
    for place in (move, move["concede"], move["call"]):
        check_reference(place["card"], names.cards, "card", faults)
        check_reference(place["to"], names.cast, "persona", faults)
