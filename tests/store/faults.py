"""A disk that fails at the Nth call, and never makes us wait."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Literal, Self

import pytest

Way = Literal["before", "after", "half", "short"]
"""The call fails and does nothing; fails when all is done; fails half done; is half done and says so."""

CALLS = ("open", "write", "fsync", "lseek", "mkdir", "replace", "unlink", "rmdir", "ftruncate")


class Fault:
    """While it is entered, the `nth` call of `os` (from 1) goes wrong; `fired`: there were so many calls."""

    def __init__(self, nth: int, way: Way, error: int) -> None:
        self.nth, self.way, self.error = nth, way, error
        self.fired = False
        self._calls = 0
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> Self:
        self._patch.setattr(os, "fsync", lambda _: None)
        for name in CALLS:
            self._patch.setattr(os, name, self._around(name, getattr(os, name)))
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()

    def _around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self._calls += 1
            if self._calls != self.nth:
                return real(*args, **kwargs)
            self.fired = True
            return self._go_wrong(name, real, *args, **kwargs)

        return call

    def _go_wrong(self, name: str, real: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if name == "write" and self.way in ("half", "short"):
            fd, data = args
            written = real(fd, data[: len(data) // 2])
            if self.way == "short":
                return written
        elif self.way == "short":
            return real(*args, **kwargs)
        elif self.way == "after":
            done = real(*args, **kwargs)
            if name == "open":
                os.close(done)
        raise OSError(self.error, os.strerror(self.error))


def faults(way: Way, error: int) -> Iterator[Fault]:
    """Give a fault at the first call, at the second, and so on, until one comes after all calls."""
    for nth in count(1):
        fault = Fault(nth, way, error)
        yield fault
        if not fault.fired:
            assert nth > 5, "the faults are not where the work is done"
            return
