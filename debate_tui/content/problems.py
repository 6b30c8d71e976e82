"""A fault that somebody can mend: where it stands, what is wrong, what to do; as text and as data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from debate_tui.content.characters import cells, one_line
from debate_tui.errors import ContentError

Level = Literal["error"]

MOST_PROBLEMS = 20_000
"""More than anybody mends: beyond it a file is hardly one of ours, and only that is said."""

_WIDTH, _BEFORE = 76, 50
"""How much of a line is shown, and how much of that before the caret."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. Line and column count from 1, columns in characters.

    `excerpt` is the line (of a long one, the part around the fault); the fault is at `excerpt[caret]`.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    mend: str = ""
    level: Level = "error"
    excerpt: str = ""
    caret: int = 0

    def __str__(self) -> str:
        """Say it in one line: `file:line:column: level code: message`."""
        return f"{self.where}: {self.level} {self.code}: {self.message}"

    @property
    def where(self) -> str:
        """Name the place: `file:line:column`."""
        return f"{one_line(self.file)}:{self.line}:{self.column}"

    def render(self) -> str:
        """Say it with the line, a caret under the place, and the mend, as far as there are these."""
        lines = [str(self)]
        if self.excerpt:
            lines += [f"  {self.excerpt}", " " * (2 + cells(self.excerpt[: self.caret])) + "^"]
        if self.mend:
            lines.append(f"  {self.mend}")
        return "\n".join(lines)

    def to_json(self) -> dict[str, str | int]:
        """Give it as an object of JSON."""
        return {
            "file": one_line(self.file),
            "line": self.line,
            "column": self.column,
            "level": self.level,
            "code": self.code,
            "message": self.message,
            "mend": self.mend,
        }


TOO_MANY = "too-many-faults", f"more than {MOST_PROBLEMS:,} faults", "is this the right file?"
"""Code, message and mend where there are too many to tell."""


class SourceError(ContentError):
    """A file that cannot even be read as YAML; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.level} {problem.code}: {problem.message}", problem.where, problem.mend)
        self.problem = problem


def render(problems: Iterable[Problem]) -> str:
    """Render problems one below the other."""
    return "\n".join(problem.render() for problem in problems)


@dataclass(frozen=True)
class SourceText:
    """The text of a file, and the places in it. Offsets count characters from 0."""

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        while end := self.text.find("\n", starts[-1]) + 1:
            starts.append(end)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def problem(self, offset: int, code: str, message: str, mend: str = "") -> Problem:
        """Make a problem of what stands at an offset."""
        line, column = self.position(offset)
        excerpt, caret = self._excerpt(offset, column - 1)
        return Problem(self.name, line, column, code, message, mend, excerpt=excerpt, caret=caret)

    def _excerpt(self, offset: int, before: int) -> tuple[str, int]:
        """Give what can be shown of a line and where in it the offset is, after `before` characters."""
        start = offset - min(before, _BEFORE)
        shown = self.text[start : start + _WIDTH + 1].split("\n")[0].replace("\t", " ")
        if len(shown) > _WIDTH:
            shown = shown[:_WIDTH] + "…"
        if before > _BEFORE:
            shown = "…" + shown[1:]
        return shown, offset - start
