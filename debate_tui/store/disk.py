"""The few ways in which saves touch the disk: `os` calls, in an order that survives a crash."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from debate_tui.errors import StorageError

# Not through a symbolic link, not waiting for the other end of a pipe; on Windows no translation of newlines.
_PLAIN: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_SPACE = "Free some space, or keep the game in another folder: --saves DIR."
_RIGHTS = "Choose a folder that you may write to: --saves DIR."
_PLACE = (
    "Something else stands in its place: move that away, or keep the game in another folder: --saves DIR."
)
_ADVICE = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.ENOENT: "`debate-tui saves list` shows what there is.",
    errno.EEXIST: _PLACE,
    errno.EINVAL: _PLACE,
    errno.EISDIR: _PLACE,
    errno.ENOTDIR: _PLACE,
    errno.ENAMETOOLONG: "Choose a folder with a shorter path: --saves DIR.",
    errno.ELOOP: "Links are not followed here: put the file itself in its place.",
}


def advice(error: OSError) -> str:
    """Say what helps against a failure of the disk."""
    return _ADVICE.get(
        error.errno or 0, "See whether the disk is well, or keep the game in another folder: --saves DIR."
    )


@contextmanager
def reporting(failure: str, path: Path) -> Iterator[None]:
    """Turn an OSError into a StorageError that says what could not be done, where, why, and what helps."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{failure}: {error.strerror or error}", str(path), advice(error)) from error


def resolved(folder: Path) -> Path:
    """Give the place where a folder is, whatever links lead there. StorageError: they lead nowhere."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # round in circles, or from a working folder that is gone
        raise StorageError("there is no such place", str(folder), "Choose another: --saves DIR.") from None


def read(path: Path, limit: int) -> tuple[bytes, os.stat_result]:
    """Give the bytes of a plain file of at most `limit` bytes, and its status from before they were read."""
    fd = os.open(path, os.O_RDONLY | _PLAIN)
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is not a plain file")
        if status.st_size > limit:
            raise OSError(errno.EFBIG, f"it is larger than {limit} bytes")
        with os.fdopen(fd, "rb", closefd=False) as file:
            return file.read(), status
    finally:
        os.close(fd)


def open_to_lock(path: Path) -> int:
    """Open a file for its lock and a note on who holds it; create it where it is missing."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _PLAIN, 0o666)


def open_to_append(path: Path) -> int:
    """Open a file for appending, and make sure that what stands in it, and its name, are on the disk."""
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | _PLAIN)
    try:
        os.fsync(fd)
        sync_folder(path.parent)
        sync_folder(path.parent.parent)
    except BaseException:
        os.close(fd)
        raise
    return fd


def append(fd: int, data: bytes, size: int, path: Path) -> None:
    """Add bytes to a file of `size` bytes; when this returns, the disk has them under this path.

    After an OSError the handle must not be used again: a second fsync would succeed without having written.
    """
    _write(fd, data)
    status = os.fstat(fd)
    if status.st_size != size + len(data):
        raise OSError(errno.EBUSY, "another program wrote in the file")
    os.fsync(fd)
    try:
        in_place = os.path.samestat(status, os.lstat(path))
    except FileNotFoundError:
        raise OSError(errno.ENOENT, "its folder was deleted meanwhile") from None
    if not in_place:
        raise OSError(errno.ENOENT, "another file has taken its place meanwhile")


def _write(fd: int, data: bytes) -> None:
    while (written := os.write(fd, data)) < len(data):
        if not written:
            raise OSError(errno.EIO, "the disk took no more bytes")
        data = data[written:]


def write_whole(path: Path, data: bytes) -> None:
    """Give a file new content, all of it or none: a crash leaves the old file or the new one."""
    new = path.with_name(path.name + ".new")
    fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _PLAIN, 0o666)
    try:
        _write(fd, data)
        os.fsync(fd)
    except OSError:
        with suppress(OSError):
            new.unlink()  # on a full disk every byte counts
        raise
    finally:
        os.close(fd)
    new.replace(path)
    sync_folder(path.parent)


def set_aside(path: Path, data: bytes) -> Path:
    """Keep bytes under this name, or under this name and a number if it is taken; give the name."""
    names = (path if n == 1 else path.with_name(f"{path.name}-{n}") for n in count(1))
    free = next(name for name in names if not os.path.lexists(name))
    write_whole(free, data)
    return free


def ensure_folder(path: Path) -> None:
    """Make a folder, and those above it, where they are missing."""
    if path.is_dir():
        return
    ensure_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk; Windows has no such call."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
