"""From a document to a scenario, a persona or a script, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from debate_tui.content.characters import quote
from debate_tui.content.checks.cards import check_cards
from debate_tui.content.checks.cast import check_cast, check_hypotheses
from debate_tui.content.checks.course import check_endings, check_rounds
from debate_tui.content.checks.debate import check_arguments
from debate_tui.content.checks.names import UNKNOWN, Names, names_of
from debate_tui.content.checks.part import Part
from debate_tui.content.checks.persona import check_persona
from debate_tui.content.checks.script import check_script
from debate_tui.content.checks.ways import check_ways
from debate_tui.content.faults import Faults
from debate_tui.content.persona import Persona
from debate_tui.content.problems import Problem, SourceError
from debate_tui.content.scenario import Scenario
from debate_tui.content.script import Script
from debate_tui.content.shape import check_shape
from debate_tui.content.source import Document

Model = Scenario | Persona | Script

SCENARIO, PERSONA, SCRIPT = "debate-tui/scenario@1", "debate-tui/persona@1", "debate-tui/script@1"

FORMATS: dict[str, type[Model]] = {SCENARIO: Scenario, PERSONA: Persona, SCRIPT: Script}
"""What a file's `format` says that it is."""


@dataclass(frozen=True)
class Parsed:
    """A model if the file is without faults, and its problems in the order of the file."""

    model: Model | None
    problems: tuple[Problem, ...]


def parse(
    document: Document,
    *,
    personas: Collection[str] | None = None,
    scenarios: Callable[[str], Names | None] | None = None,
) -> Parsed:
    """Check a document from its keys to its paths, and report everything at once.

    `personas` are the ids that a cast may name (None: any); `scenarios` gives what a scenario defines, by id,
    for scripts (None where it cannot be found: then a script's names are not checked).
    """
    faults = Faults(document)
    try:
        model = _check(document, personas, scenarios, faults)
    except SourceError as error:
        return Parsed(None, (error.problem,))
    problems = faults.problems()
    return Parsed(None if problems else model, problems)


def _check(
    document: Document,
    personas: Collection[str] | None,
    scenarios: Callable[[str], Names | None] | None,
    faults: Faults,
) -> Model | None:
    kind = _format(document, faults)
    if kind is None:
        return None
    model = check_shape(document, kind, faults)
    faults.next_stage()
    whole = Part(document.data)
    if kind is Scenario:
        _check_scenario(whole, model if isinstance(model, Scenario) else None, personas, faults)
    elif kind is Persona:
        check_persona(whole, faults)
    else:
        found = scenarios(whole["scenario"].text or "") if scenarios else None
        check_script(whole, found or UNKNOWN, faults)
    return model


def _format(document: Document, faults: Faults) -> type[Model] | None:
    """Find out what a document is, or report that it says nothing that is known."""
    if document.data is None:
        faults.add((), "empty-file", "nothing stands in this file", _choices())
    elif not isinstance(document.data, dict):
        faults.add((), "wrong-type", "a file is a mapping of keys to values", _choices())
    elif "format" not in document.data:
        faults.add((), "unknown-format", "the key `format` is missing", _choices())
    else:
        written = document.data["format"]
        kind = FORMATS.get(written) if isinstance(written, str) else None
        if kind is None:
            message = f"there is no format {quote(str(written))}"
            faults.add(("format",), "unknown-format", message, _choices())
        return kind
    return None


def _choices() -> str:
    return f"begin with `format:` and one of {', '.join(FORMATS)}"


def _check_scenario(
    scenario: Part, model: Scenario | None, personas: Collection[str] | None, faults: Faults
) -> None:
    names = names_of(scenario)
    check_hypotheses(scenario, names, faults)
    check_cast(scenario, names, personas, faults)
    check_cards(scenario, names, faults)
    check_arguments(scenario, names, faults)
    check_rounds(scenario, names, faults)
    check_endings(scenario, names, faults)
    faults.next_stage()
    check_ways(scenario, model, names, faults)
