"""Write the settings: only what was changed, so that comments, order and what others wrote stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debate_tui.errors import StorageError
from debate_tui.settings.places import places
from debate_tui.settings.reading import leaves, read_text, real
from debate_tui.settings.values import KEYS, SINGLE, Settings
from debate_tui.store import disk

if TYPE_CHECKING:
    from tomlkit.container import Container
    from tomlkit.items import AbstractTable

HEAD = "# Settings of debate-tui. What is left out is as the program has it.\n"
ABOUT = {
    "theme": "one of the themes in the settings (F2)",
    "pace": "instant, brisk or calm: how fast the cast speaks",
    "reduced_motion": "true: nothing moves that need not",
    "expert": "true: decibans and the like from the start",
    "tutorial_offered": "it is offered once",
}
"""What a setting that was not there before says of itself."""

UNTIL_THEN = "Your settings hold until you leave."


def save(path: Path, before: Settings, after: Settings) -> None:
    """Write what differs between the settings as they were loaded and as they are now.

    The file is replaced as a whole or not at all. StorageError: it could not be written, or it is one that
    cannot be read (which is then left as it is: what stands in it is somebody's work).
    """
    changes = dict(_changes(before, after))
    if not changes:
        return
    try:
        new = _changed(path, _old_text(path), changes)
        file = real(path)
        disk.ensure_folder(file.parent)
        disk.write_whole(file, new.encode())
    except OSError as error:
        what = f"the settings could not be kept: {error.strerror or error}"
        raise StorageError(what, str(path), UNTIL_THEN) from error


def _changes(before: Settings, after: Settings) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give each setting that changed, with its new value; None: it is to be as the program has it."""
    for name in SINGLE:
        if getattr(before, name) != getattr(after, name):
            yield (name,), getattr(after, name)
    for name, keys in sorted(after.keys.items()):
        if before.keys.get(name) != keys:
            yield (KEYS, name), keys
    for name in sorted(
        before.keys.keys() - after.keys.keys()
    ):  # last: tomlkit adds nothing to what it emptied
        yield (KEYS, name), None


def _old_text(path: Path) -> str:
    try:
        return read_text(path)
    except FileNotFoundError:
        return HEAD
    except UnicodeDecodeError as error:
        raise _left_alone(path, "it is not UTF-8") from error


def _changed(path: Path, text: str, changes: Mapping[tuple[str, ...], Any]) -> str:
    """Give the text with the changes in it, and see that nothing else has changed."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        wanted = _by_id(tomllib.loads(text))
        for (name, *rest), value in changes.items():
            if not rest and (name,) not in wanted:
                text = _with_line(text, f"{name} = {tomlkit.item(value).as_string()}  # {ABOUT[name]}")
        document = tomlkit.parse(text)
        for (name, *rest), value in changes.items():
            if rest:
                _set_key(document, rest[0], value)
            else:
                document[name] = value
        new = document.as_string()
        given = _by_id(tomllib.loads(new))
    except (ValueError, TypeError, RecursionError, TOMLKitError) as error:
        raise _left_alone(path, "it is not TOML that can be changed") from error
    for way, value in changes.items():
        wanted[way] = value
    if given != {way: value for way, value in wanted.items() if value is not None}:
        raise _left_alone(path, "what stands in it is in the way")
    return new.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else new


def _with_line(text: str, line: str) -> str:
    """Add a line below the settings that are there, or below what the file says of itself; tables follow."""
    values = [place.value for way, place in places(text).items() if way in {(name,) for name in SINGLE}]
    if values:
        end = text.find("\n", max(values)) + 1 or len(text)
    else:
        says = re.match(r"(#.*(\n|\Z))+(?=\r?\n|\Z)", text)
        end = says.end() if says else 0
    above = "" if text[:end].endswith("\n") or not end else "\n"
    return f"{text[:end]}{above}{line}\n{text[end:]}"


def _set_key(document: Container, name: str, value: str | None) -> None:
    import tomlkit

    if KEYS not in document:
        document[KEYS] = tomlkit.table()
    elif isinstance(document[KEYS], tomlkit.items.InlineTable):
        # It holds no comments, and what tomlkit takes out of one may leave its comma.
        whole = tomlkit.inline_table()
        whole.update({".".join(way): keys for way, keys in leaves(document[KEYS].unwrap())})
        document[KEYS] = whole
    found = _find(document[KEYS], name)
    table, key = found or (document[KEYS], name)
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


def _find(table: Any, name: str) -> tuple[AbstractTable, str] | None:
    """Find a key by its id, which may be written with quotes, dots, or tables within the table."""
    if name in table:
        return table, name
    for key in table:
        inner = table[key]
        if name.startswith(f"{key}.") and isinstance(inner, Mapping):
            found = _find(inner, name[len(key) + 1 :])
            if found is not None:
                return found
    return None


def _by_id(data: Mapping[str, Any]) -> dict[tuple[str, ...], Any]:
    """Give all values of a file; those below `keys` by their ids, however these are written."""
    return {(path[0], ".".join(path[1:])) if path[0] == KEYS else path: value for path, value in leaves(data)}


def _left_alone(path: Path, why: str) -> StorageError:
    return StorageError(
        f"the settings were not kept: {why}", str(path), f"Mend the file or put it aside. {UNTIL_THEN}"
    )
