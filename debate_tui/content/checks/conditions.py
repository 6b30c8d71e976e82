"""Conditions: they say something, and what they name is there."""

from __future__ import annotations

from debate_tui.content.checks.names import Names, check_keys, check_list, check_reference
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults
from debate_tui.content.paths import SELF


def check_condition(condition: Part, names: Names, faults: Faults) -> None:
    """Check a condition and all those within it."""
    if not isinstance(condition.value, dict):
        return
    if not any(condition.value.values()) and "any" not in condition.value:
        faults.add(condition.path, "empty-condition", "this condition names nothing", "say when", at_key=True)
    roles = None if names.cast is None else {SELF, *names.cast}
    check_keys(condition["belief"], names.hypotheses, "hypothesis", faults)
    check_list(condition["revealed"], names.cards, "card", faults)
    check_keys(condition["outcome"], names.cards, "card", faults)
    for card, outcome in condition["outcome"].entries():
        check_reference(outcome, names.outcomes.get(card), "outcome", faults)
    check_list(condition["played"], names.arguments, "argument", faults)
    check_list(condition["conceded"], names.arguments, "argument", faults)
    check_reference(condition["role"], roles, "persona", faults)
    for inner in (*condition["all"].items(), *condition["any"].items(), condition["not"]):
        check_condition(inner, names, faults)
