"""The hypotheses and the cast: beliefs, readings, tripwires, and who is there at all."""

from __future__ import annotations

from collections.abc import Collection

from debate_tui.content.checks.names import (
    RESERVED,
    Names,
    check_definitions,
    check_keys,
    check_reference,
)
from debate_tui.content.checks.part import Part
from debate_tui.content.checks.tables import check_belief, check_sum, check_table, percents_of
from debate_tui.content.faults import Faults


def check_hypotheses(scenario: Part, names: Names, faults: Faults) -> None:
    """Check the hypotheses, their priors and their champions."""
    hypotheses = scenario["hypotheses"]
    check_definitions(hypotheses.items(), "hypothesis", faults)
    check_sum(hypotheses, percents_of(hypothesis["prior"] for hypothesis in hypotheses.items()), faults)
    for hypothesis in hypotheses.items():
        check_reference(hypothesis["champion"], names.cast, "persona", faults)


SEAT_THEM = "put the persona's file into a folder `personas` beside this one"


def check_cast(scenario: Part, names: Names, personas: Collection[str] | None, faults: Faults) -> None:
    """Check the cast; `personas` are those that can be found, None where nobody looked for them."""
    cast = scenario["cast"]
    check_definitions(cast.items(), "persona", faults, key="persona")
    for member in cast.items():
        if member["persona"].text not in RESERVED["persona"]:
            check_reference(member["persona"], personas, "persona", faults, SEAT_THEM)
        check_belief(member["prior"], names.hypotheses, faults)
        check_keys(member["reads"], names.cards, "card", faults)
        for card, table in member["reads"].entries():
            check_table(table, names.hypotheses, names.outcomes.get(card), faults)
        for tripwire in member["moves_if"].items():
            check_reference(tripwire["card"], names.cards, "card", faults)
            outcomes = names.outcomes.get(tripwire["card"].text or "")
            check_reference(tripwire["outcome"], outcomes, "outcome", faults)
