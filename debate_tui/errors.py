"""One family of errors, each for the person who can mend it: what happened, where, and what to do."""

from __future__ import annotations


class DebateError(Exception):
    """Something a person can mend.

    `what` says what is wrong, `where` names the place (a file, or file:line:column), `mend` says what to do.
    `exit_code` is what the command line leaves with: 1 content invalid, 2 usage, 3 input/output.
    """

    exit_code = 2

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{' '.join(self.where.splitlines())}: " if self.where else ""
        advice = f"\n  {self.mend}" if self.mend else ""
        return f"{place}{self.what}{advice}"


class UsageError(DebateError):
    """The program was asked for something it cannot do: an unknown name, a role nobody plays."""


class ContentError(DebateError):
    """A scenario, persona or script is not valid; its faults are in the message."""

    exit_code = 1


class StorageError(DebateError):
    """A file could not be read or written as it must be."""

    exit_code = 3
