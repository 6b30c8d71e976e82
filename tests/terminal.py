"""A real pseudo-terminal with a program in it: keys go in, and every byte that comes out is kept.

Nothing is drawn here. What a person would read is near enough to `text`, the output without its escape
sequences; what went over the wire is `output`.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Self

Until = bytes | str | Callable[["Terminal"], bool]
"""What is waited for: bytes of the output, words of its text, or anything else about the terminal."""

ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, the cursor, modes
    r"|\x1b[]P_^X].*?(?:\x07|\x1b\\)"  # titles, the clipboard and other strings
    r"|\x1b[ -/]*[0-~]",
    re.DOTALL,
)
LARGEST_READ = 2**16


class TooLateError(AssertionError):
    """What was waited for did not come; the message is the end of what came instead."""


class Terminal:
    """One program in a pseudo-terminal; leaving the `with` block ends it if it still runs."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        term: str = "xterm-256color",
    ) -> None:
        """Start a program; `env` is added to the environment, where an empty value takes a name out."""
        self.output = b""
        self.began = perf_counter()
        self._fd, inner = os.openpty()
        self._size(columns, rows)
        given = {**os.environ, "TERM": term, "COLORTERM": "truecolor", **(env or {})}
        self._process = subprocess.Popen(
            argv,
            cwd=cwd,
            env={name: value for name, value in given.items() if value},
            preexec_fn=lambda: os.login_tty(inner),  # noqa: PLW1509  nothing else runs in a child yet
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    @property
    def text(self) -> str:
        """All output so far without its escape sequences: what was written at one go stands together."""
        return ESCAPES.sub("", self.output.decode(errors="replace"))

    def send(self, keys: str | bytes) -> None:
        """Type something; keys without a character are the sequences that terminals send for them."""
        os.write(self._fd, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Become another size; the system tells the program."""
        self._size(columns, rows)

    def read(self, timeout: float) -> bytes:
        """Give what comes next as soon as it comes; nothing when the time is up or the program ended."""
        if not select.select([self._fd], [], [], max(timeout, 0.0))[0]:
            return b""
        try:
            data = os.read(self._fd, LARGEST_READ)
        except OSError:  # what Linux says once the other end is closed
            return b""
        self.output += data
        return data

    def wait_for(self, until: Until, timeout: float = 20.0) -> float:
        """Read until something is there; give the seconds since the program began. TooLateError."""
        deadline = perf_counter() + timeout
        while not self._holds(until):
            if not self.read(deadline - perf_counter()) and not self._alive_before(deadline):
                raise TooLateError(f"no {until!r} after {timeout} s; the end was: {self.text[-2000:]!r}")
        return perf_counter() - self.began

    def settle(self, quiet: float = 0.1, timeout: float = 20.0) -> None:
        """Read until nothing has come for a while. TooLateError."""
        deadline = perf_counter() + timeout
        while self.read(quiet):
            if perf_counter() > deadline:
                raise TooLateError(f"it never fell quiet; the end was: {self.text[-2000:]!r}")

    def press(self, keys: str | bytes, timeout: float = 5.0) -> float:
        """Type something, and give the seconds to the first byte that comes of it. TooLateError."""
        began = perf_counter()
        self.send(keys)
        if not self.read(timeout):
            raise TooLateError(f"nothing came of {keys!r}")
        return perf_counter() - began

    def wait(self, timeout: float = 20.0) -> int:
        """Read to the end of the program, and give its exit code. TooLateError."""
        deadline = perf_counter() + timeout
        while self._process.poll() is None:
            self.read(0.05)
            if perf_counter() > deadline:
                raise TooLateError(f"it did not end; the end so far was: {self.text[-2000:]!r}")
        while self.read(0.0):
            pass
        return self._process.returncode

    def close(self) -> None:
        """End the program, however busy, and give the terminal back."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._fd)

    def _holds(self, until: Until) -> bool:
        if isinstance(until, bytes):
            return until in self.output
        return until in self.text if isinstance(until, str) else until(self)

    def _alive_before(self, deadline: float) -> bool:
        return self._process.poll() is None and perf_counter() < deadline

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def peak_memory(pid: int) -> int | None:
    """Give the most memory in bytes that a process held so far; None where the system does not tell.

    From the kernel's own account of the process: what `wait4` gives counts its parent's memory as well.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(peak[1]) * 1024 if peak else None
