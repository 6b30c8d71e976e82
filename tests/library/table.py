"""`python -m tests.library.table`: write docs/library.md, which says what to play and whom to meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import yaml

from debate_tui.content.entries import PersonaEntry, ScenarioEntry, persona_entry, scenario_entry
from debate_tui.content.library import Kind, bundled
from tests.library.shelf import scenario

PAGE = Path(__file__).parents[2] / "docs" / "library.md"
VIEWS = Path(__file__).parent / "views.yaml"

Entry = TypeVar("Entry", PersonaEntry, ScenarioEntry)

PAGE_TEXT = """\
# The library

<!-- Written by `python -m tests.library.table`: change the scenarios and personas, not this page. -->

## Scenarios

Levels go from 1, for a first evening, to 5. Minutes are for somebody who reads at a normal pace.

{scenarios}

## Positions

Whoever is at a table can be met there and can be played: `debate-tui play SCENARIO --as ID`.

{positions}

## Answers

The answers that recur in debates about AI, and the hypothesis that stands for each.

{answers}
"""


def page() -> str:
    """Give the page as it should be now."""
    scenarios = sorted(
        _entries("scenarios", scenario_entry), key=lambda entry: (entry.level, entry.minutes or 0.0, entry.id)
    )
    personas = sorted(_entries("personas", persona_entry), key=lambda entry: entry.name.removeprefix("The "))
    return PAGE_TEXT.format(
        scenarios=_scenarios(scenarios, {persona.id: persona.name for persona in personas}),
        positions=_positions(personas, scenarios),
        answers=_answers(scenarios),
    )


def _entries(kind: Kind, describe: Callable[[str, bytes], Entry | None]) -> list[Entry]:
    files = sorted(bundled(kind).glob("*.yaml"))
    return [entry for file in files if (entry := describe(str(file), file.read_bytes()))]


def _scenarios(scenarios: Iterable[ScenarioEntry], names: dict[str, str]) -> str:
    return _table(
        ("scenario", "question", "positions", "cards", "level", "minutes"),
        (
            (
                _link(entry),
                entry.question,
                ", ".join(names[persona].removeprefix("The ") for persona in entry.cast),
                str(entry.cards),
                str(entry.level),
                f"{entry.minutes or 0.0:g}",
            )
            for entry in scenarios
        ),
    )


def _positions(personas: Iterable[PersonaEntry], scenarios: Sequence[ScenarioEntry]) -> str:
    return _table(
        ("position", "id", "in short", "met and played in"),
        (
            (
                persona.name,
                f"`{persona.id}`",
                persona.tagline,
                ", ".join(_link(entry) for entry in scenarios if persona.id in entry.cast),
            )
            for persona in personas
        ),
    )


def _answers(scenarios: Sequence[ScenarioEntry]) -> str:
    views = yaml.safe_load(VIEWS.read_text("utf-8"))
    return _table(
        ("answer", "in play in"),
        (
            (
                view["says"],
                ", ".join(
                    f"{_link(entry)} as “{_named(entry.id, view['in'][entry.id])}”"
                    for entry in scenarios
                    if entry.id in view["in"]
                ),
            )
            for view in views.values()
        ),
    )


def _named(name: str, hypothesis: str) -> str:
    return next(each.name for each in scenario(name).hypotheses if each.id == hypothesis)


def _link(entry: ScenarioEntry) -> str:
    return f"[{entry.id}](../scenarios/{Path(entry.path).name})"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
