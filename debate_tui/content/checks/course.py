"""Rounds and endings: what they name is there."""

from __future__ import annotations

from debate_tui.content.checks.conditions import check_condition
from debate_tui.content.checks.names import (
    Names,
    check_definitions,
    check_keys,
    check_list,
    check_reference,
)
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults
from debate_tui.content.rounds import END


def check_rounds(scenario: Part, names: Names, faults: Faults) -> None:
    """Check the rounds one by one."""
    check_definitions(scenario["rounds"].items(), "round", faults)
    targets = None if names.rounds is None else {END, *names.rounds}
    for round_ in scenario["rounds"].items():
        check_keys(round_["says"], names.cast, "persona", faults)
        check_list(round_["evidence"], names.cards, "card", faults)
        check_list(round_["arguments"], names.arguments, "argument", faults)
        check_condition(round_["when"], names, faults)
        for way in round_["next"].items():
            check_reference(way["to"], targets, "round", faults)
            check_condition(way["when"], names, faults)


def check_endings(scenario: Part, names: Names, faults: Faults) -> None:
    """Check the endings."""
    check_definitions(scenario["endings"].items(), "ending", faults)
    for ending in scenario["endings"].items():
        check_condition(ending["when"], names, faults)
