"""What the library lists of a scenario or a persona, whole or broken.

What reads files is imported only when one has to be read, and entries are bare tuples: a thousand of them
are listed before the first screen is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from debate_tui.content.characters import without_forbidden

if TYPE_CHECKING:
    from debate_tui.content.validate import Model

_ID = re.compile(r"[a-z0-9-]{1,64}")


class PersonaEntry(NamedTuple):
    """A persona in the library, whole or broken."""

    path: str
    """Where its file is, absolute."""
    id: str
    """Its own; of a file that has none the file's name."""
    name: str
    sha256: str
    """Of the file's bytes, in hexadecimal; empty where they cannot be read."""
    fault: str | None
    """The first thing that is wrong with it, in one line; None where it is valid."""
    tagline: str = ""


class ScenarioEntry(NamedTuple):
    """A scenario in the library, whole or broken; of a broken one only the first five fields are known."""

    path: str
    """Where its file is, absolute."""
    id: str
    """Its own; of a file that has none the file's name."""
    title: str
    sha256: str
    """Of the file's bytes, in hexadecimal; empty where they cannot be read."""
    fault: str | None
    """The first thing that is wrong with it, in one line; None where it can be played."""
    question: str = ""
    summary: str = ""
    level: int = 2
    minutes: float | None = None
    language: str = "en"
    cards: int = 0
    """How many there are."""
    tags: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()
    """Their names."""
    cast: tuple[str, ...] = ()
    """The ids of its personas."""


About = tuple[str, str, str, str, str | None]
"""The fields that every entry begins with."""


def persona_entry(path: str, data: bytes) -> PersonaEntry | None:
    """Describe a file as a persona; None where it says that it is something else."""
    from debate_tui.content.persona import Persona

    about, written, model = _read(path, data)
    if isinstance(model, Persona):
        return PersonaEntry(*about, tagline=model.tagline)
    return None if _is_other(written, "persona") else PersonaEntry(*about)


def scenario_entry(path: str, data: bytes) -> ScenarioEntry | None:
    """Describe a file as a scenario; None where it says that it is something else."""
    from debate_tui.content.scenario import Scenario

    about, written, model = _read(path, data)
    if not isinstance(model, Scenario):
        return None if _is_other(written, "scenario") else ScenarioEntry(*about)
    return ScenarioEntry(
        *about,
        question=model.question,
        summary=model.summary,
        level=model.level,
        minutes=model.minutes,
        language=model.language,
        cards=len(model.evidence),
        tags=model.tags,
        hypotheses=tuple(hypothesis.name for hypothesis in model.hypotheses),
        cast=tuple(member.persona for member in model.cast),
    )


def unreadable(path: str, fault: str) -> About:
    """Give what there is to say of a file that cannot be opened."""
    return (path, *_names(path, {}), "", fault)


def _read(path: str, data: bytes) -> tuple[About, Mapping[str, object], Model | None]:
    import hashlib

    from debate_tui.content.problems import SourceError
    from debate_tui.content.source import read_document
    from debate_tui.content.validate import parse

    digest = hashlib.sha256(data).hexdigest()
    try:
        document = read_document(data, _on_one_line(Path(path).name))
    except SourceError as error:
        return (path, *_names(path, {}), digest, str(error.problem)), {}, None
    written = document.data if isinstance(document.data, dict) else {}
    parsed = parse(document)
    fault = str(parsed.problems[0]) if parsed.problems else None
    return (path, *_names(path, written), digest, fault), written, parsed.model


def _names(path: str, written: Mapping[str, object]) -> tuple[str, str]:
    """Give id and title as far as the file has them, else what the file is called."""
    called = _on_one_line(Path(path).stem)
    own, title = written.get("id"), written.get("title", written.get("name"))
    return (
        own if isinstance(own, str) and _ID.fullmatch(own) else called,
        without_forbidden(title) if isinstance(title, str) and title else called,
    )


def _on_one_line(name: str) -> str:
    return " ".join(without_forbidden(name).split())


def _is_other(written: Mapping[str, object], kind: str) -> bool:
    """Whether a file says that it is of this program's formats, but not of this one."""
    said = str(written.get("format", ""))
    return said.startswith("debate-tui/") and not said.startswith(f"debate-tui/{kind}@")
