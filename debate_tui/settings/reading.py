"""Read the settings: what is right counts, what is wrong is told with its place, its mend and the default."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from debate_tui.content.characters import quote
from debate_tui.errors import ContentError, DebateError, StorageError
from debate_tui.settings.keynames import is_key, nearest_key
from debate_tui.settings.places import KeyPath, Place, places
from debate_tui.settings.values import KEYS, PACES, SINGLE, SWITCHES, Settings
from debate_tui.store import disk

LIMIT = 2**20
"""Bytes: far more than anybody sets."""

_NAMED_AT_MOST = 8
_WHERE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


class Loaded(NamedTuple):
    """Settings, and everything that is wrong with their file, in its order."""

    settings: Settings
    problems: tuple[DebateError, ...] = ()


def load(path: Path, known_themes: Collection[str], known_keys: Collection[str]) -> Loaded:
    """Read a file of settings; one that does not exist says that all is as the program has it.

    `known_keys` are the ids of what can have another key.
    """
    try:
        text = read_text(path)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        what = f"the settings cannot be read: {error.strerror or error}"
        return Loaded(
            Settings(), (StorageError(what, str(path), "Until then all is as the program has it."),)
        )
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        file = _File(str(path), before)
        return Loaded(Settings(), (_error(file, len(before), "this is not UTF-8", "Save it as UTF-8."),))
    file = _File(str(path), text)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Loaded(Settings(), (_not_toml(file, error),))
    reading = _Reading(file, data)
    settings = reading.settings(known_themes, known_keys)
    return Loaded(settings, reading.problems)


def real(path: Path) -> Path:
    """Give the file itself: people keep their settings elsewhere and link to them."""
    return Path(os.path.realpath(path))


def read_text(path: Path) -> str:
    """Read the text of a file of settings; OSError, UnicodeDecodeError where that fails."""
    return disk.read(real(path), LIMIT)[0].decode("utf-8-sig")


def leaves(table: Mapping[str, Any], above: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Give every value in a table and in those within it, with the way to it."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, (*above, name))
        else:
            yield (*above, name), value


class _File(NamedTuple):
    name: str
    text: str


class _Reading:
    """One file's data, and what was found wrong with it."""

    def __init__(self, file: _File, data: Mapping[str, Any]) -> None:
        self._file = file
        self._data = data
        self._found: list[tuple[int, DebateError]] = []

    @property
    def problems(self) -> tuple[DebateError, ...]:
        return tuple(error for _, error in sorted(self._found, key=lambda found: found[0]))

    def settings(self, known_themes: Collection[str], known_keys: Collection[str]) -> Settings:
        for name in self._data.keys() - {*SINGLE, KEYS}:
            mend = _nearest(name, (*SINGLE, KEYS))
            self._add((name,), f"there is no setting {quote(name)}", mend, at_key=True)
        told: dict[str, Any] = {
            **self._choice("theme", known_themes),
            **self._choice("pace", PACES),
            **{name: value for switch in SWITCHES for name, value in self._switch(switch).items()},
        }
        return Settings(**told, keys=self._keys(known_keys))

    def _choice(self, name: str, known: Collection[str]) -> dict[str, str]:
        value = self._data.get(name)
        if value is None:
            return {}
        if isinstance(value, str) and value in known:
            return {name: value}
        if isinstance(value, str):
            self._add((name,), f"there is no {name} {quote(value)}", _nearest(value, known))
        else:
            self._add((name,), f"a {name} is a name in quotes", _nearest("", known))
        return {}

    def _switch(self, name: str) -> dict[str, bool]:
        value = self._data.get(name)
        if isinstance(value, bool):
            return {name: value}
        if value is not None:
            self._add((name,), f"{quote(name)} is either true or false", "Write it without quotes.")
        return {}

    def _keys(self, known: Collection[str]) -> Mapping[str, str]:
        table = self._data.get(KEYS, {})
        if not isinstance(table, dict):
            mend = f'Write [{KEYS}], and below it a line for each: what-it-does = "key".'
            self._add((KEYS,), f"{quote(KEYS)} is a table", mend)
            return {}
        taken: dict[str, str] = {}
        for path, value in leaves(table):
            name = ".".join(path)  # so that an id with a dot needs no quotes
            if name not in known:
                mend = _nearest(name, known)
                self._add((KEYS, *path), f"nothing that has a key is called {quote(name)}", mend, at_key=True)
            elif name in taken:
                self._add((KEYS, *path), f"{quote(name)} has keys already", "Keep one of them.", at_key=True)
            elif not isinstance(value, str):
                self._add((KEYS, *path), "a key is a name in quotes", 'Several stand in one text: "x,f2".')
            elif self._all_keys((KEYS, *path), value):
                taken[name] = ",".join(key.strip() for key in value.split(","))
        return taken

    def _all_keys(self, path: KeyPath, value: str) -> bool:
        wrong = [key for part in value.split(",") if not is_key(key := part.strip())]
        for key in wrong:
            near = nearest_key(key)
            mend = f"Did you mean {quote(near)}?" if near else "Keys are written as x, ?, f2, ctrl+s, pageup."
            self._add(path, f"{quote(key)} is no key" if key else "a key is missing here", mend)
        return not wrong

    def _add(self, path: KeyPath, what: str, mend: str, *, at_key: bool = False) -> None:
        place = self._places[path]
        offset = place.key if at_key else place.value
        self._found.append((offset, _error(self._file, offset, what, mend)))

    @cached_property
    def _places(self) -> Mapping[KeyPath, Place]:
        return places(self._file.text)


def _nearest(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word.lower(), known, n=1)
    if close:
        return f"Did you mean {quote(close[0])}?"
    if 0 < len(known) <= _NAMED_AT_MOST:
        return f"There is {', '.join(map(quote, known))}."
    return "Leave it out to have it as the program has it."


def _error(file: _File, offset: int, what: str, mend: str = "") -> ContentError:
    from debate_tui.content.problems import SourceText  # which settings without a fault do without

    return ContentError(what, SourceText(*file).problem(offset, "", "").where, mend)


def _not_toml(file: _File, error: ValueError | RecursionError) -> ContentError:
    if isinstance(error, RecursionError):
        return ContentError("brackets are nested too deep", file.name)
    found = _WHERE.search(str(error))
    what = f"this is not TOML: {str(error)[: found.start() if found else None]}"
    if found is None:
        return ContentError(what, file.name)
    if found["line"] is None:
        return _error(file, len(file.text), what)
    return ContentError(what, f"{file.name}:{found['line']}:{found['column']}")
