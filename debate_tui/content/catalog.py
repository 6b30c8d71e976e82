"""A fast index of folders: what each scenario or persona file says, read again only when the file changes.

Listing what has not changed imports neither YAML nor models: it runs before the first screen is drawn.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, TypeVar
from zlib import crc32

from debate_tui import __version__
from debate_tui.content.entries import (
    PersonaEntry,
    ScenarioEntry,
    persona_entry,
    scenario_entry,
    unreadable,
)

MAX_DEPTH = 2
"""How many folders deep a folder of the library is searched."""

SUFFIXES = (".yaml", ".yml")

Stamp = tuple[int, int, int]
"""Size, time of change (ns) and inode of a file: while they are the same it is taken for unchanged."""

Records = dict[str, tuple[Stamp, tuple[Any, ...] | None]]
"""What the index has of each file: its stamp, and its entry's fields where it has an entry."""

MARSHAL = 2
"""The form in which an index is written: the newest in which the same records always are the same bytes."""

Listed = TypeVar("Listed", PersonaEntry, ScenarioEntry)


def list_scenarios(folders: Iterable[Path], index: Path) -> tuple[ScenarioEntry, ...]:
    """List the scenarios in some folders; of several with one id the first found, broken or not.

    `index` is a file of this function's own: rewritten where something changed, done without if it cannot.
    """
    return _listed(folders, index, ScenarioEntry, scenario_entry)


def list_personas(folders: Iterable[Path], index: Path) -> tuple[PersonaEntry, ...]:
    """List the personas in some folders, in the same way."""
    return _listed(folders, index, PersonaEntry, persona_entry)


def read_file(path: Path) -> bytes:
    """Read a file; of one that is too large to be valid, enough to see that it is."""
    from debate_tui.content.source import MAX_BYTES

    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _listed(
    folders: Iterable[Path],
    index: Path,
    kind: type[Listed],
    describe: Callable[[str, bytes], Listed | None],
) -> tuple[Listed, ...]:
    remembered = _load(index, kind)
    records: Records = {}
    listed: dict[str, Listed] = {}
    for path, stamp in _files(folders):
        record = remembered.get(path)
        entry: Listed | None
        if record is not None and record[0] == stamp:
            records[path] = record
            entry = kind._make(record[1]) if record[1] else None
        else:
            try:
                entry = describe(path, read_file(Path(path)))
                records[path] = (stamp, entry and tuple(entry))
            except OSError as error:  # not for the index: what stops it need not show in the stamp
                entry = kind(*unreadable(path, f"cannot be read: {error.strerror}"))
        if entry is not None:
            listed.setdefault(entry.id, entry)
    if records != remembered:
        _save(index, kind, records)
    return tuple(listed.values())


def _files(folders: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    """Give the YAML files below folders, with their stamps; what cannot be searched is left out."""
    seen: set[tuple[int, int]] = set()
    for folder in folders:
        yield from _files_in(str(folder), MAX_DEPTH, seen)


def _files_in(folder: str, depth: int, seen: set[tuple[int, int]]) -> Iterator[tuple[str, Stamp]]:
    """Give a folder's own files, then those of the folders in it, by name; no folder twice."""
    inner: list[str] = []
    for name in _names_in(folder, seen):
        path = f"{folder}/{name}"
        if not _is_yaml(name):
            inner.append(path)
        elif stamp := _stamp(path):
            yield path, stamp
    for path in inner if depth else ():
        yield from _files_in(path, depth - 1, seen)


def _names_in(folder: str, seen: set[tuple[int, int]]) -> list[str]:
    """Give a folder's YAML files and what may be folders; nothing where it is none or was seen before."""
    try:
        status = Path(folder).stat()
        if not S_ISDIR(status.st_mode) or (status.st_dev, status.st_ino) in seen:
            return []
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as found:
            return sorted(entry.name for entry in found if _is_wanted(entry))
    except OSError:
        return []


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    return _is_yaml(entry.name) or not entry.is_file(follow_symlinks=False)


def _is_yaml(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _stamp(path: str) -> Stamp | None:
    """Give a file's stamp; None where it is gone or no plain file."""
    try:
        status = os.stat(path)  # noqa: PTH116  a thousand Paths take longer to make than the files to ask
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns, status.st_ino) if S_ISREG(status.st_mode) else None


def _load(index: Path, kind: type[Listed]) -> Records:
    """Read an index; nothing where it is missing, damaged or laid out in another way.

    It is a cache in the form of Python's own, of its bytecode: read in a fifth of the time that JSON takes.
    """
    try:
        with index.open("rb") as file:
            head, body = file.readline(), file.read()
    except OSError:
        return {}
    return marshal.loads(body) if head == _head(kind, body) else {}  # noqa: S302


def _save(index: Path, kind: type[Listed], records: Records) -> None:
    body = marshal.dumps(records, MARSHAL)
    new = index.with_name(f"{index.name}.{os.getpid()}")
    with suppress(OSError):
        index.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_bytes(_head(kind, body) + body)
            new.replace(index)
        finally:
            new.unlink(missing_ok=True)


def _head(kind: type[Listed], body: bytes) -> bytes:
    """Give the first line of an index: who wrote what, and the checksum of the rest."""
    return f"debate-tui {__version__}, form {MARSHAL}: {','.join(kind._fields)} {crc32(body):08x}\n".encode()
