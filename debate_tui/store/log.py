"""One save that is being played: what `append` has returned from is on the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from debate_tui.errors import StorageError
from debate_tui.store import disk
from debate_tui.store.history import EVENTS, MAX_SAVE, History, whole
from debate_tui.store.line import Event, encode
from debate_tui.store.lock import Lock
from debate_tui.store.upcast import newest

TORN = "events.torn"
_ELSEWHERE = "It is kept in memory: save it in another folder."


class SaveExistsError(StorageError):
    """There is something already where a new save should be."""


class SaveFailedError(StorageError):
    """An append is not on the disk, and nothing more will be saved here."""


class EventLog:
    """The events of one save, open for more.

    `events` are those that stood in it when it was opened, in the newest format; `notices` say what was
    set right. `broken` is empty until an append fails, and then says why. Nothing more is written here
    from there on: every append raises.
    """

    def __init__(self, folder: Path, lock: Lock) -> None:
        """Begin with nothing; `create` and `open` are the ways to get a log."""
        self.folder = folder
        self.events: tuple[Event, ...] = ()
        self.notices = lock.notices
        self.broken = ""
        self._lock = lock
        self._file = folder / EVENTS
        self._fd: int | None = None
        self._count = 0
        self._size = 0  # bytes that are acknowledged

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make a new folder, which is a save from its first append on.

        SaveExistsError: there is something of that name; StorageError: the folder cannot be made.
        """
        _make(folder)
        return cls(folder, Lock(folder))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Read a save and go on with it; a last line that was cut off is moved to `events.torn`.

        SaveInUseError, SaveDamagedError, SaveTooNewError, StorageError: it cannot be opened; nothing is lost.
        """
        with disk.reporting("there is no save here", folder):
            (folder / EVENTS).lstat()
        log = cls(folder, Lock(folder))
        try:
            with disk.reporting("the save could not be opened", folder):
                log._resume()
        except BaseException:
            log.close()
            raise
        return log

    def _resume(self) -> None:
        file = self._file
        data, _ = disk.read(file, MAX_SAVE)
        history = whole(data, file)
        self.notices += _settle(file, data, history)
        self.events = history.events
        self._count = len(history.events)
        self._size = len(history.content)
        self._fd = disk.open_to_append(file)

    def append(self, texts: Sequence[bytes], at: float) -> None:
        """Save events of a time (seconds since the epoch), each as JSON: then the disk has them.

        SaveFailedError: it has not, or not all. ValueError: they cannot be a save; nothing has changed.
        """
        lines = b"".join([encode(seq, at, text) for seq, text in enumerate(texts, self._count)])
        self._count += len(texts)
        self._save(lines)

    def _save(self, lines: bytes) -> None:
        if not lines:
            return
        if self.broken:
            raise SaveFailedError(
                f"the game is not being saved: {self.broken}",
                str(self.folder),
                _ELSEWHERE,
            )
        self.broken = "the last write did not come to its end"  # until it does
        try:
            if self._fd is not None:
                disk.append(self._fd, lines, self._size, self._file)
            else:
                self._fd = _appear(self._file, lines)
        except OSError as error:
            self.broken = error.strerror or str(error)
            gone = error.errno == errno.ENOENT  # nobody who plays looks for another save then
            raise SaveFailedError(
                f"the game could not be saved: {self.broken}",
                str(self.folder),
                _ELSEWHERE if gone else disk.advice(error),
            ) from error
        self._size += len(lines)
        self.broken = ""

    def close(self) -> None:
        """Let go of the save; a second time does nothing."""
        self.broken = self.broken or "it was closed"
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _make(folder: Path) -> None:
    with disk.reporting("the save could not be created", folder):
        disk.ensure_folder(folder.parent)
        try:
            folder.mkdir()
        except FileExistsError:
            raise SaveExistsError("there is something of that name already", str(folder)) from None


def _appear(file: Path, lines: bytes) -> int:
    """Let a save appear with its first events, or not at all."""
    disk.write_whole(file, lines)
    return disk.open_to_append(file)


def _settle(file: Path, data: bytes, history: History) -> tuple[str, ...]:
    """Make a file hold exactly the lines that were read from it, say what that took, lose no byte."""
    notices = []
    if torn := history.scan.rest:
        aside = disk.set_aside(file.with_name(TORN), torn)
        notices.append(
            f"The save ended in {len(torn)} bytes that are no whole event, cut off while they were written: "
            f"they are in {aside.name}, and the game goes on after its {len(history.records)} events."
        )
    if history.version < newest():
        aside = disk.set_aside(file.with_name(f"events.format-{history.version}.jsonl"), data)
        notices.append(
            f"The save was of the older format {history.version}: it is of format {newest()} now, "
            f"and what it was is in {aside.name}."
        )
    if history.content != data:
        disk.write_whole(file, history.content)
    return tuple(notices)
