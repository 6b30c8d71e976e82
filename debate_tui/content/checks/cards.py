"""Cards: what was observed and how likely it was."""

from __future__ import annotations

from debate_tui.content.checks.depends import check_circles, check_depends
from debate_tui.content.checks.names import (
    Names,
    check_definitions,
    check_keys,
    check_reference,
    check_reserved,
    keys,
)
from debate_tui.content.checks.part import Part
from debate_tui.content.checks.tables import check_table
from debate_tui.content.faults import Faults
from debate_tui.content.worlds import SAMPLE


def check_cards(scenario: Part, names: Names, faults: Faults) -> None:
    """Check the evidence, and the truth that it is drawn from."""
    truth = scenario["truth"]
    if truth.text != SAMPLE:
        check_reference(truth, names.hypotheses, "hypothesis", faults)
    check_definitions(scenario["evidence"].items(), "card", faults)
    for card in scenario["evidence"].items():
        _check_observed(card, truth, faults)
        _check_outcomes(card, faults)
        rows = check_table(card["likelihoods"], names.hypotheses, keys(card["outcomes"]), faults)
        check_depends(card, rows, names, faults)
    check_circles(scenario, names, faults)


def _check_observed(card: Part, truth: Part, faults: Faults) -> None:
    observed = card["observed"]
    if observed.text != SAMPLE:
        check_reference(observed, keys(card["outcomes"]), "outcome", faults)
        if truth.text == SAMPLE and observed.text is not None:
            message = "`truth: sample` needs every card to be drawn, and this one is not"
            faults.add(observed.path, "truth-sample", message, "write `observed: sample`")
    elif truth.value is None:
        message = "a drawn card needs a truth to be drawn from"
        faults.add(observed.path, "sample-without-truth", message, "give the scenario a `truth`")


def _check_outcomes(card: Part, faults: Faults) -> None:
    for _, outcome in card["outcomes"].entries():
        check_reserved(outcome, "outcome", faults, at_key=True)
    check_keys(card["otherwise"], keys(card["outcomes"]), "outcome", faults)
