"""What stands in a save: its events, what was cut off, and what is damaged; reading changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from debate_tui.errors import StorageError
from debate_tui.store import disk
from debate_tui.store.line import Event, Record, decode, encode, is_sealed, text_of, version_of
from debate_tui.store.upcast import SaveTooNewError, newest, upcast

EVENTS = "events.jsonl"
MAX_SAVE = 512 * 1024 * 1024
"""Bytes that the events of one save may have."""


class Fault(NamedTuple):
    """A damaged line: its number (from 1), the byte where it begins (from 0), and what is wrong."""

    line: int
    byte: int
    why: str


@dataclass(frozen=True, slots=True)
class Scan:
    """The bytes of a save taken apart.

    `good` are the lines that hold, each with its newline, and `records` what they say. `rest` is what
    follows: an end that is no whole line or, where there is a `fault`, everything from that line on.
    """

    records: tuple[Record, ...]
    good: bytes
    rest: bytes
    fault: Fault | None = None


class SaveDamagedError(StorageError):
    """A line that had been written to its end is not what was written."""

    def __init__(self, fault: Fault, file: Path, mend: str = "") -> None:
        what = f"line {fault.line} (from byte {fault.byte} on) {fault.why}; nothing was changed"
        super().__init__(what, str(file), mend or _ways_out(fault, file.parent.name))
        self.fault = fault


def _ways_out(fault: Fault, name: str) -> str:
    reseal = f"If you edited the file yourself: `debate-tui saves reseal {name}`."
    if fault.line == 1:
        return reseal
    return f"`debate-tui saves repair {name}` keeps the {fault.line - 1} events before it. {reseal}"


@dataclass(frozen=True, slots=True)
class History:
    """A whole save: its records in the newest format, the version that it was written in, and its bytes."""

    records: tuple[Record, ...]
    version: int
    scan: Scan

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, in order."""
        return tuple(record.event for record in self.records)

    @property
    def content(self) -> bytes:
        """The lines that hold these records in the newest format."""
        if self.version == newest():
            return self.scan.good
        return b"".join(encode(seq, at, text_of(event)) for seq, at, event in self.records)


def scan(data: bytes) -> Scan:
    """Take the bytes of a save apart, up to the first line that does not hold."""
    *lines, tail = data.split(b"\n")
    ends = len(data) - len(tail)
    rest = tail
    for whole in (tail, tail[:-1]):  # all but the newline was written, or the newline itself was damaged
        if is_sealed(whole):
            lines.append(whole)
            rest = tail[len(whole) :]
            break
    records: list[Record] = []
    start = 0
    for number, line in enumerate(lines, 1):
        try:
            records.append(decode(line, len(records)))
        except ValueError as why:
            return Scan(tuple(records), data[:start], data[start:], Fault(number, start, str(why)))
        start += len(line) + 1
    good = data[:ends] if start == ends else data[: start - 1] + b"\n"
    return Scan(tuple(records), good, rest)


def interpret(scanned: Scan, file: Path) -> History:
    """Give what holds in the newest format. StorageError: it holds no event; SaveTooNewError."""
    if not scanned.records:
        mend = f"`debate-tui saves delete {file.parent.name}` removes it."
        raise StorageError("it holds no complete event", str(file), mend)
    version = version_of(scanned.records[0].event)
    if version > newest():
        raise SaveTooNewError(version, str(file))
    records = tuple(record._replace(event=upcast(record.event, version)) for record in scanned.records)
    return History(records, version, scanned)


def read(folder: Path) -> History:
    """Read a save, which somebody may be playing.

    SaveDamagedError, SaveTooNewError, StorageError: it cannot be read as it is.
    """
    file = folder / EVENTS
    with disk.reporting("the save could not be read", file):
        data, _ = disk.read(file, MAX_SAVE)
    return whole(data, file)


def whole(data: bytes, file: Path) -> History:
    """Read the bytes of a file of events. SaveDamagedError, StorageError: as in `read`."""
    scanned = scan(data)
    if scanned.fault:
        raise SaveDamagedError(scanned.fault, file)
    return interpret(scanned, file)
