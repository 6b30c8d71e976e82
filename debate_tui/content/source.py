"""A file that a stranger wrote, as plain data with the place of every key and every value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from debate_tui.content.characters import FORBIDDEN, describe, without_forbidden
from debate_tui.content.problems import MOST_PROBLEMS, TOO_MANY, Problem, SourceError, SourceText
from debate_tui.content.reader import Offsets, Plain, Reader
from debate_tui.content.syntax import explain

MAX_BYTES = 8 * 1024 * 1024

Path = tuple[str | int, ...]
"""The keys and indices that lead to a value; () is the whole file."""

_PARSER_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
"""The last two come from the Python parser, for escapes of characters that do not exist."""

_WORD = re.compile(r" *([^\s,\]}]+)")


@dataclass(frozen=True)
class Document:
    """A file as plain data. Where there are `problems`, `data` is what could be made of it."""

    source: SourceText
    data: Plain
    problems: tuple[Problem, ...]
    _start: int = field(repr=False)
    _offsets: Mapping[int, Offsets] = field(repr=False)

    @property
    def name(self) -> str:
        """What the file is called in messages."""
        return self.source.name

    @property
    def text(self) -> str:
        """The text, with forbidden characters replaced."""
        return self.source.text

    def position(self, path: Path) -> tuple[int, int]:
        """Give line and column of a value, or of the innermost one around it that there is."""
        return self.source.position(self.offset(path))

    def key_position(self, path: Path) -> tuple[int, int]:
        """Give line and column of a value's key; of an entry in a list, its own."""
        return self.source.position(self.offset(path, of_key=True))

    def offset(self, path: Path, *, of_key: bool = False) -> int:
        """Give the offset of a value (or its key), or of the innermost one around it that there is."""
        here, found = self.data, (self._start, self._start)
        for step in path:
            entries = self._offsets.get(id(here), {})
            if step not in entries:
                return found[1]
            found, here = entries[step], _entry(here, step)
        return found[0] if of_key else found[1]

    def token(self, path: Path) -> str:
        """Give the word that a value is written as; for an empty one the word after it on its line."""
        word = _WORD.match(self.text, self.offset(path))
        return word[1] if word else ""


def _entry(collection: Plain, step: str | int) -> Plain:
    if isinstance(collection, list) and isinstance(step, int):
        return collection[step]
    return collection.get(str(step)) if isinstance(collection, dict) else None


def read_document(data: bytes, name: str) -> Document:
    """Read a file's bytes; `name` is for messages.

    What can be left out (a duplicate key, an alias, ...) stands in the document's `problems`.
    SourceError where nothing is left to go on with: too large, not UTF-8, a syntax error, too deep.
    """
    raw = _decode(data, name)
    source = SourceText(name, without_forbidden(raw))
    forbidden = list(_forbidden_characters(raw, source)) if source.text != raw else []
    reader = Reader(source)
    try:
        reader.read()
    except _PARSER_ERRORS as error:
        fault = explain(error, source.text)
        raise SourceError(next(iter(forbidden), source.problem(*fault))) from None
    return Document(source, reader.data, (*forbidden, *reader.problems), reader.start, reader.offsets)


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes"
        raise SourceError(SourceText(name, "").problem(0, "too-large", message, "shorten or split it"))
    try:
        return _lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = _lines(data[: error.start].decode("utf-8-sig"))
        message = f"byte {data[error.start]:#04x} is not UTF-8"
        shown = SourceText(name, without_forbidden(before + "\ufffd"))
        problem = shown.problem(len(before), "not-utf-8", message, "save the file as UTF-8")
        raise SourceError(problem) from None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _forbidden_characters(raw: str, source: SourceText) -> Iterator[Problem]:
    """Report the first forbidden character of each line."""
    reported = lines = 0
    for found in FORBIDDEN.finditer(raw):
        line, _ = source.position(found.start())
        if line > reported:
            reported, lines = line, lines + 1
            if lines > MOST_PROBLEMS:
                raise SourceError(source.problem(found.start(), *TOO_MANY))
            code, what = describe(found)
            yield source.problem(found.start(), code, f"this is {what}", "take it away")
