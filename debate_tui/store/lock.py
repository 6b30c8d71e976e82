"""One program a save: a lock that the system lets go of when its holder ends, however it ends."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from debate_tui.errors import StorageError
from debate_tui.store import disk
from debate_tui.store.names import plain

LOCK = "lock"
_TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_MAX_NOTE = 4096

if sys.platform == "win32":
    import msvcrt

    _BEHIND_THE_NOTE = 1 << 30  # a locked byte cannot be read by others: the note must stay readable

    def _take(fd: int) -> None:
        os.lseek(fd, _BEHIND_THE_NOTE, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SaveInUseError(StorageError):
    """Another program, or another part of this one, has the save open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{_holder(folder / LOCK)} has this save open",
            str(folder),
            "Leave the game there first, or start another game here.",
        )


class Lock:
    """The right to write in a save's folder, held until it is released or the process ends.

    The file stays when the lock is gone: by itself it means nothing, so a dead process is no hindrance.
    `notices` has a sentence where the file system knows no locks.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock. SaveInUseError: somebody holds it; StorageError: the folder cannot be written to."""
        self.notices: tuple[str, ...] = ()
        with disk.reporting("the save could not be locked", folder):
            self._fd: int | None = disk.open_to_lock(folder / LOCK)
        try:
            _take(self._fd)
        except OSError as error:
            if error.errno in _TAKEN:
                self.release()
                raise SaveInUseError(folder) from error
            self.notices = ("This file system has no locks: do not play this save twice at the same time.",)
        with suppress(OSError):  # a full disk: the lock is held all the same
            _write_note(self._fd)

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _write_note(fd: int) -> None:
    note = json.dumps({"pid": os.getpid(), "host": socket.gethostname()})
    os.ftruncate(fd, 0)
    os.write(fd, note.encode())


def _holder(file: Path) -> str:
    """Name who holds a lock, as far as its note can be read."""
    try:
        data, _ = disk.read(file, _MAX_NOTE)
        note = json.loads(data)
        return f"process {int(note['pid'])} on {plain(str(note['host']))}"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "another program"
