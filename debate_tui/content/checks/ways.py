"""Every way through the rounds: no circles, no card twice, none before the one it depends on."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from debate_tui.content.checks.names import Names, depends_on
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults
from debate_tui.content.paths import PathFault, path_faults
from debate_tui.content.scenario import Scenario
from debate_tui.content.source import Path

_NEEDED: Mapping[str | int, set[str | int]] = {
    "hypotheses": {"id"},
    "evidence": {"id", "outcomes", "depends"},
    "rounds": {"id", "evidence", "when", "next"},
}
"""The keys of a scenario's parts that decide which cards come when."""

_NUMBERS = {"bad-sum", "likelihood-range", "share-range", "missing-hypothesis", "missing-outcome"}
_HARMLESS = _NUMBERS | {"depends-forms", "copies-outcomes", "given-incomplete", "named-twice"}
"""Faults that leave clear which card comes when, wherever they are."""

_MENDS = {
    "dependence-path": "let the other card come first on every path, or take the `depends` away",
    "card-twice": "take it out of one of the rounds, or keep them apart by `when`",
    "round-cycle": "lead on to a later round, or to `end`",
}


def check_ways(scenario: Part, model: Scenario | None, names: Names, faults: Faults) -> None:
    """Check every way through the rounds, if the cards and the rounds are whole.

    `model` is the scenario, if it has become one.
    """
    if any(_matters(code, path) for code, path in faults.found):
        return
    try:
        whole = model if not faults.found else None
        known = whole or Scenario.model_validate(_outline(scenario, names))
    except ValidationError:
        return
    rounds, cards = list(scenario["rounds"].items()), list(scenario["evidence"].items())
    for fault in path_faults(known):
        place = _in_round(fault, rounds[fault.round]) if rounds else depends_on(cards[fault.round])
        faults.add(place.path, fault.code, fault.message, _MENDS[fault.code])


def _matters(code: str, path: Path) -> bool:
    if code in _HARMLESS or path[:1] == () or path[0] not in _NEEDED:
        return False
    return len(path) < 3 or path[2] in _NEEDED[path[0]]


def _outline(scenario: Part, names: Names) -> dict[str, object]:
    """Give the scenario with nothing but what decides which cards come when."""
    return {
        "format": "debate-tui/scenario@1",
        "id": "outline",
        "title": "-",
        "question": "-",
        "hypotheses": [
            {"id": hypothesis["id"].value, "name": "-", "prior": 1}
            for hypothesis in scenario["hypotheses"].items()
        ],
        "cast": [{"persona": persona} for persona in names.cast or ()],
        "evidence": [_outlined_card(card) for card in scenario["evidence"].items()],
        "rounds": [
            {key: value for key, value in round_.value.items() if key in _NEEDED["rounds"]}
            for round_ in scenario["rounds"].items()
            if isinstance(round_.value, dict)
        ],
    }


def _outlined_card(card: Part) -> dict[str, object]:
    on = depends_on(card).value
    return {
        "id": card["id"].value,
        "asks": "-",
        "outcomes": dict.fromkeys((outcome for outcome, _ in card["outcomes"].entries()), "-"),
        "observed": "-",
        "likelihoods": {},
        "text": "-",
        "depends": {"overlaps": on} if on is not None else None,
    }


def _in_round(fault: PathFault, round_: Part) -> Part:
    mentions = [card for card in round_["evidence"].items() if card.text == fault.card]
    return mentions[-1] if mentions else round_["next"]
