"""Mending a damaged or hand-edited save; what is taken out of it is kept beside it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from debate_tui.store import disk
from debate_tui.store.history import EVENTS, MAX_SAVE, Fault, SaveDamagedError, interpret, scan
from debate_tui.store.line import Record, checked, encode, parse, text_of
from debate_tui.store.lock import Lock
from debate_tui.store.log import TORN

DAMAGED = "events.damaged"
BEFORE_RESEAL = "events.before-reseal"


class Mended(NamedTuple):
    """A save after mending: its number of events, the file with what it was or lost (None), what was done."""

    events: int
    aside: Path | None
    done: str


def repair(folder: Path) -> Mended:
    """Keep the events before the first damage, and put everything from there on aside.

    SaveDamagedError: there is no event before it. SaveInUseError, SaveTooNewError, StorageError: as they say.
    """
    file = folder / EVENTS
    with Lock(folder), disk.reporting("the save could not be repaired", file):
        data, _ = disk.read(file, MAX_SAVE)
        scanned = scan(data)
        if scanned.fault and not scanned.records:
            raise SaveDamagedError(scanned.fault, file)
        count = len(interpret(scanned, file).records)
        if not scanned.rest:
            return Mended(count, None, f"There is nothing to repair: all {count} events are well.")
        aside = disk.set_aside(file.with_name(DAMAGED if scanned.fault else TORN), scanned.rest)
        disk.write_whole(file, scanned.good)
    why = f"line {scanned.fault.line} {scanned.fault.why}" if scanned.fault else "the end is no whole event"
    return Mended(
        count,
        aside,
        f"{why[0].upper()}{why[1:]}. The {count} events before it are kept; "
        f"the {len(scanned.rest)} bytes from there on are in {aside.name}.",
    )


def reseal(folder: Path) -> Mended:
    """Give the lines of an edited save new numbers and checksums; the file as it was is put aside.

    SaveDamagedError: a line is not an event. SaveInUseError, SaveTooNewError, StorageError: as they say.
    """
    file = folder / EVENTS
    with Lock(folder), disk.reporting("the save could not be resealed", file):
        data, _ = disk.read(file, MAX_SAVE)
        resealed = _resealed(data, file)
        count = len(interpret(scan(resealed), file).records)
        if resealed == data:
            return Mended(count, None, f"There is nothing to reseal: all {count} events are well.")
        aside = disk.set_aside(file.with_name(BEFORE_RESEAL), data)
        disk.write_whole(file, resealed)
    return Mended(count, aside, f"{count} events are sealed anew; the file as it was is in {aside.name}.")


def _resealed(data: bytes, file: Path) -> bytes:
    """Read lines as an editor may leave them (byte order mark, CR LF, empty lines); write them as ours."""
    lines: list[bytes] = []
    start = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            if text.strip():
                seq, at, event = _edited(text, len(lines))
                lines.append(encode(seq, at, text_of(event)))
        except ValueError as error:
            why = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            mend = "Correct that line, and reseal again."
            raise SaveDamagedError(Fault(number, start, why), file, mend) from None
        start += len(line) + 1
    return b"".join(lines)


def _edited(text: str, seq: int) -> Record:
    fields = parse(text)
    return checked({**fields, "seq": seq} if isinstance(fields, dict) else fields, seq)
