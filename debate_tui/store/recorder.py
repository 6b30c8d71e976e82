"""Keeps the events of a game in a save, each with the time it happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from debate_tui.engine.events import Event
from debate_tui.store.codec import encode
from debate_tui.store.log import EventLog


class Recorder:
    """A game's log. `clock` gives the time in seconds since the epoch."""

    def __init__(self, log: EventLog, clock: Callable[[], float]) -> None:
        self._log = log
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where the save lies."""
        return self._log.folder

    def append(self, events: Sequence[Event]) -> None:
        """Save events: when this returns they are on the disk; StorageError: they are not."""
        self._log.append(encode(events), self._clock())

    def close(self) -> None:
        """Let go of the save."""
        self._log.close()
