"""Where in a TOML text everything stands, which the standard library's reader does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

KeyPath = tuple[str, ...]


class Place(NamedTuple):
    """Offsets in the text, in characters from 0."""

    key: int
    value: int


_TOKEN = re.compile(
    r"""
    (?P<blank> [ \t\r]+ | \#[^\n]* )
  | (?P<newline> \n )
  | (?P<text> \"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\])*" | '[^']*' )
  | (?P<mark> [][{}=,.] )
  | (?P<bare> [^][{}=,.\s\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def places(text: str) -> Mapping[KeyPath, Place]:
    """Find each key of a text that the standard library reads without complaint.

    What stands in an array has no name and so no place; of a key that comes several times (dotted, or as a
    table's heading) it is the first.
    """
    return _Scan(text).places()


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [token for token in _TOKEN.finditer(text) if token.lastgroup != "blank"]
        self._at = 0
        self._places: dict[KeyPath, Place] = {}

    def places(self) -> Mapping[KeyPath, Place]:
        table: KeyPath = ()
        while self._at < len(self._tokens):
            if self._sees("\n"):
                self._at += 1
            elif self._sees("["):
                table = self._heading()
            else:
                self._pair(table)
        return self._places

    def _heading(self) -> KeyPath:
        """Read `[a.b]` or `[[a.b]]`."""
        while self._sees("["):
            self._at += 1
        start = self._offset
        path = self._key("]")
        self._note((), path, Place(start, start))
        while self._sees("]"):
            self._at += 1
        return path

    def _pair(self, table: KeyPath) -> None:
        """Read `a.b = value`."""
        start = self._offset
        path = self._key("=")
        self._at += 1
        self._note(table, path, Place(start, self._offset))
        self._value(table + path)

    def _value(self, path: KeyPath) -> None:
        if self._sees("{"):
            self._inline_table(path)
        elif self._sees("["):
            self._array()
        else:
            while self._at < len(self._tokens) and not self._sees("\n", ",", "}"):
                self._at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        while not self._sees("}"):
            if self._sees(",", "\n"):
                self._at += 1
            else:
                self._pair(path)
        self._at += 1

    def _array(self) -> None:
        depth = 0
        while True:
            depth += self._sees("[", "{") - self._sees("]", "}")
            self._at += 1
            if not depth:
                return

    def _key(self, end: str) -> KeyPath:
        """Read a dotted key up to a mark; let the standard library make sense of its quotes."""
        start = self._offset
        while not self._sees(end):
            self._at += 1
        value: Any = tomllib.loads(f"{self._text[start : self._offset]} = 0")
        path: list[str] = []
        while isinstance(value, dict):
            ((name, value),) = value.items()
            path.append(name)
        return tuple(path)

    def _note(self, table: KeyPath, path: KeyPath, place: Place) -> None:
        for length in range(1, len(path) + 1):
            self._places.setdefault(table + path[:length], place)

    def _sees(self, *marks: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at][0] in marks

    @property
    def _offset(self) -> int:
        return self._tokens[self._at].start() if self._at < len(self._tokens) else len(self._text)
