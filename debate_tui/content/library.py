"""The library: the folders it lies in, what there is, and all that a game needs of it.

What reads files is imported only when one has to be read: a listing must be fast.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

import debate_tui
from debate_tui.content.catalog import SUFFIXES, list_personas, list_scenarios, read_file
from debate_tui.content.characters import quote
from debate_tui.content.entries import PersonaEntry, ScenarioEntry
from debate_tui.errors import ContentError, StorageError, UsageError

if TYPE_CHECKING:
    from debate_tui.content.persona import Persona
    from debate_tui.content.scenario import Scenario

Kind = Literal["scenarios", "personas"]

Model = TypeVar("Model", "Scenario", "Persona")

APP = "debate-tui"
HOME = "DEBATE_TUI_HOME"
PACKAGE = Path(debate_tui.__file__).parent

_NAMED_AT_MOST = 8


def user_data_dir() -> Path:
    """Find the folder of the user's own things: DEBATE_TUI_HOME, or where the system keeps an app's data."""
    if home := os.environ.get(HOME):
        return Path(home).absolute()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def user_config_dir() -> Path:
    """Find the folder of the user's settings."""
    if os.environ.get(HOME):
        return user_data_dir()
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def user_cache_dir() -> Path:
    """Find the folder for what can be rebuilt."""
    if os.environ.get(HOME):
        return user_data_dir() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def bundled(kind: Kind) -> Path:
    """Find what comes with the program: in the package, or at the top of the checkout that it runs from."""
    installed = PACKAGE / kind
    return installed if installed.is_dir() else PACKAGE.parent / kind


def saves_dir(explicit: Path | None = None) -> Path:
    """Find the folder of saves: the one asked for, DEBATE_TUI_HOME's, the checkout's, or the user's."""
    if explicit is not None:
        return explicit
    from_checkout = bundled("scenarios").parent != PACKAGE and (PACKAGE.parent / "pyproject.toml").is_file()
    if from_checkout and not os.environ.get(HOME):
        return PACKAGE.parent / "saves"
    return user_data_dir() / "saves"


def search_path(kind: Kind, beside: Path | None = None) -> tuple[Path, ...]:
    """Give the folders that are searched, the first one first; they need not exist.

    `beside` is the folder of a scenario that was given by its path: what lies near it goes before all else.
    """
    around: list[Path] = []
    with suppress(FileNotFoundError):  # the working folder itself may be gone
        if beside is not None:
            around += [beside.resolve(), beside.resolve().parent]
        around.append(Path.cwd())
    folders = [folder / kind for folder in (*around, user_data_dir())]
    return tuple(dict.fromkeys([*folders, bundled(kind)]))


def places(saves: Path | None = None) -> dict[str, tuple[Path, ...]]:
    """Give the folders that the program uses, by what they are for."""
    return {
        "scenarios": search_path("scenarios"),
        "personas": search_path("personas"),
        "saves": (saves_dir(saves),),
        "settings": (user_config_dir(),),
        "cache": (user_cache_dir(),),
    }


def scenarios(people: Mapping[str, PersonaEntry] | None = None) -> tuple[ScenarioEntry, ...]:
    """List every scenario on the search path, the broken ones too: also those whose cast is not all there.

    `people` are the personas by id, where they have been listed already.
    """
    if people is None:
        people = {persona.id: persona for persona in personas()}
    return tuple(_with_cast(entry, people) for entry in _scenario_files())


def personas(beside: Path | None = None) -> tuple[PersonaEntry, ...]:
    """List every persona on the search path, the broken ones too; `beside` as for `search_path`."""
    return list_personas(search_path("personas", beside), user_cache_dir() / "personas.index")


def persona_ids(beside: Path | None = None) -> frozenset[str]:
    """Give the ids of the personas on the search path; `beside` as for `search_path`."""
    return frozenset(persona.id for persona in personas(beside))


def _scenario_files() -> tuple[ScenarioEntry, ...]:
    return list_scenarios(search_path("scenarios"), user_cache_dir() / "scenarios.index")


def _with_cast(entry: ScenarioEntry, people: Mapping[str, PersonaEntry]) -> ScenarioEntry:
    if entry.fault is not None:
        return entry
    for persona in entry.cast:
        if persona not in people:
            return entry._replace(fault=f"its persona {quote(persona)} is in none of the folders")
        if people[persona].fault is not None:
            return entry._replace(fault=f"its persona {quote(persona)} is broken: {people[persona].fault}")
    return entry


def find_scenario(name: str | Path) -> Path:
    """Find a scenario's file by its path or its id.

    UsageError where there is none, with the names nearest to it.
    """
    if _is_path(name):
        return Path(name)
    files = {entry.id: entry.path for entry in _scenario_files()}
    if str(name) in files:
        return Path(files[str(name)])
    raise UsageError(f"there is no scenario {quote(str(name))}", mend=_nearest(Path(name).stem, files))


def _is_path(name: str | Path) -> bool:
    text = str(name)
    looks_like_one = os.sep in text or "/" in text or text.lower().endswith(SUFFIXES)
    try:
        return looks_like_one and Path(name).exists()
    except OSError:  # whoever reads it will say what is wrong with it
        return True


def _nearest(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, n=3)
    named = ", ".join(map(quote, close or sorted(known)[:_NAMED_AT_MOST]))
    if close:
        return f"did you mean {named}?"
    return f"there is {named}" + (", ..." if len(known) > _NAMED_AT_MOST else "") if known else ""


class Loaded(NamedTuple):
    """All that a game needs: a valid scenario, its whole cast by id, and which bytes they came from."""

    scenario: Scenario
    personas: Mapping[str, Persona]
    path: Path
    sha256: str
    """Of the scenario's file, in hexadecimal."""


def load_game(name: str | Path) -> Loaded:
    """Load a scenario and its cast by the scenario's path or id; personas are also looked for near a path.

    UsageError where there is none, StorageError where a file cannot be read, ContentError where one is not
    valid (the message is all that is wrong with it) or a persona is missing.
    """
    from debate_tui.content.persona import Persona
    from debate_tui.content.scenario import Scenario

    path = find_scenario(name)
    people = {entry.id: entry for entry in personas(path.parent if _is_path(name) else None)}
    scenario, digest = _load(path, Scenario, people.keys())
    cast = [member.persona for member in scenario.cast]
    for persona in cast:
        if persona not in people:  # the default cast, which no file names
            mend = "put the personas back, or give the scenario a `cast`"
            raise ContentError(f"there is no persona {quote(persona)}", str(path), mend)
    return Loaded(
        scenario, {persona: _load(Path(people[persona].path), Persona)[0] for persona in cast}, path, digest
    )


def _load(path: Path, kind: type[Model], personas: Collection[str] | None = None) -> tuple[Model, str]:
    import hashlib

    from debate_tui.content.problems import SourceError, render
    from debate_tui.content.source import read_document
    from debate_tui.content.validate import parse

    try:
        data = read_file(path)
        parsed = parse(read_document(data, str(path)), personas=personas)
    except OSError as error:
        raise StorageError(f"cannot be read: {error.strerror}", str(path)) from error
    except SourceError as error:
        raise ContentError(error.problem.render()) from error
    if parsed.problems:
        raise ContentError(render(parsed.problems))
    if not isinstance(parsed.model, kind):
        raise ContentError(f"this is not a {kind.__name__.lower()}", str(path))
    return parsed.model, hashlib.sha256(data).hexdigest()
