"""Saving an event so that it is on the disk, beside the bare write and fsync of the same bytes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from benchmarks.match import Match
from benchmarks.mounts import file_system
from benchmarks.row import Row
from benchmarks.timing import median_of
from debate_tui.engine.events import Event
from debate_tui.store.history import EVENTS
from debate_tui.store.log import EventLog
from debate_tui.store.recorder import Recorder

IN_MEMORY = {"tmpfs", "ramfs"}
AT = 1_700_000_000.0
"""When every event is said to have happened: so that both files get the same bytes."""


def save(folder: Path, *, events: int = 1_000) -> Row:
    """Append a game's events to two files in this folder, one by one: to a save, and to a bare file."""
    first, *others = Match.of().play(0).events
    others = list(islice(cycle(others), events))
    begin(folder / "whole", [first, *others]).close()
    lines = (folder / "whole" / EVENTS).read_bytes().splitlines(keepends=True)
    bare_file = folder / "bare.jsonl"
    bare_file.write_bytes(lines[0])
    next_event, next_line = iter(others).__next__, iter(lines[1:]).__next__
    with closing(begin(folder / "save", [first])) as recorder, bare_file.open("ab", buffering=0) as bare:
        times = median_of(
            events,
            lambda: write_and_sync(bare.fileno(), next_line()),
            lambda: recorder.append([next_event()]),
        )
    kind = file_system(folder)
    return Row(
        "save",
        f"append an event to a save, durably, beside write and fsync of the same bytes (on {kind})",
        *times,
        budget=None if kind in IN_MEMORY else 1.2,
        note=f"NOT ON A DISK: {kind} is in memory, so this row says nothing" if kind in IN_MEMORY else "",
    )


def begin(folder: Path, events: Sequence[Event]) -> Recorder:
    """Begin a save with these events."""
    recorder = Recorder(EventLog.create(folder), lambda: AT)
    recorder.append(events)
    return recorder


def write_and_sync(fd: int, line: bytes) -> None:
    """Do the least that makes an appended line durable."""
    os.write(fd, line)
    os.fsync(fd)
