"""`check`: everything that is wrong with some files, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from debate_tui.content import library
from debate_tui.content.catalog import SUFFIXES
from debate_tui.content.checks.names import Names, names_of
from debate_tui.content.checks.part import Part
from debate_tui.content.problems import Problem, SourceError, render
from debate_tui.content.source import MAX_BYTES, Document, read_document
from debate_tui.content.validate import PERSONA, SCENARIO, parse
from debate_tui.errors import StorageError, UsageError


@dataclass(frozen=True)
class Report:
    """The files that were checked and what is wrong, file by file, each in the order of its lines."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]

    def render(self) -> str:
        """Tell people; empty where nothing is wrong."""
        return render(self.problems)

    def to_json(self) -> list[dict[str, str | int]]:
        """Tell programs: an object for each problem."""
        return [problem.to_json() for problem in self.problems]


def check_files(paths: Iterable[Path]) -> Report:
    """Check files and, in folders, all that end in .yaml or .yml, however deep, but for hidden ones.

    Personas of casts and scenarios of scripts are looked for among these files and on the search path.
    UsageError where there is nothing to check, StorageError where a file cannot be read.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path)))
    if not files:
        raise UsageError("there is nothing to check", mend="name files, or folders with .yaml files in them")
    read = {file: _read(file) for file in files}
    documents = {file: document for file, document in read.items() if isinstance(document, Document)}
    scenarios = _Scenarios(documents.values())
    given = frozenset(_ids(documents.values(), PERSONA))
    personas = {folder: given | library.persona_ids(folder) for folder in {file.parent for file in files}}
    problems: list[Problem] = []
    for file, document in read.items():
        if isinstance(document, Problem):
            problems.append(document)
        else:
            problems += parse(document, personas=personas[file.parent], scenarios=scenarios.find).problems
    return Report(files, tuple(problems))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in SUFFIXES and not hidden and file.is_file():
            yield file


def _read(file: Path) -> Document | Problem:
    try:
        with file.open("rb") as stream:
            return read_document(stream.read(MAX_BYTES + 1), str(file))
    except SourceError as error:
        return error.problem
    except OSError as error:
        raise StorageError(f"cannot be read: {error.strerror}", str(file)) from error


def _ids(documents: Iterable[Document], format_: str) -> Iterator[str]:
    for document in documents:
        whole = Part(document.data)
        if whole["format"].text == format_ and (name := whole["id"].text):
            yield name


class _Scenarios:
    """What scenarios define, looked up among the documents being checked, then on the search path."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {name: document for document in documents for name in _ids([document], SCENARIO)}
        self._found: dict[str, Names | None] = {}

    def find(self, name: str) -> Names | None:
        if name not in self._found:
            document = self._documents.get(name) or self._on_the_search_path(name)
            self._found[name] = names_of(Part(document.data)) if document else None
        return self._found[name]

    def _on_the_search_path(self, name: str) -> Document | None:
        for entry in library.scenarios():
            if entry.id == name and isinstance(found := _read(Path(entry.path)), Document):
                return found
        return None
