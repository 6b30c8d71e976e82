"""What was found wrong with one document, as it is found."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from debate_tui.content.characters import quote
from debate_tui.content.problems import MOST_PROBLEMS, TOO_MANY, Problem, SourceError
from debate_tui.content.source import Document, Path

_LONGEST_LIST = 8
_LONGEST_WORD = 64
_COMPARISONS = 50_000
"""How many words are compared for suggestions in one file, so that a thousand typos do not take a minute."""


class Faults:
    """Collects a document's problems, at most one kind of finding for a place.

    Checks run in stages, each trusting what the one before looked at: where an earlier stage found a fault,
    a later one has nothing to add.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._problems = list(document.problems)
        self._paths: list[tuple[str, Path]] = []
        self._settled: set[tuple[int, int]] = set()
        self._comparisons = 0
        self.next_stage()

    def next_stage(self) -> None:
        """Let what was found up to here silence what comes for the same places."""
        self._settled = {(problem.line, problem.column) for problem in self._problems}

    def add(self, path: Path, code: str, message: str, mend: str = "", *, at_key: bool = False) -> None:
        """Report a fault of the value (or of the key) at a path; SourceError where there are too many."""
        self._paths.append((code, path))
        offset = self._document.offset(path, of_key=at_key)
        problem = self._document.source.problem(offset, code, message, mend)
        if (problem.line, problem.column) not in self._settled:
            self._problems.append(problem)
        if len(self._problems) > MOST_PROBLEMS:
            raise SourceError(self._document.source.problem(offset, *TOO_MANY))

    @property
    def found(self) -> list[tuple[str, Path]]:
        """Code and path of every fault that the checks found so far."""
        return self._paths

    def problems(self) -> tuple[Problem, ...]:
        """Give all problems in the order of the file."""
        return tuple(sorted(self._problems, key=lambda problem: (problem.line, problem.column)))

    def nearest(self, word: str, known: Collection[str]) -> str:
        """Say which of the words known was probably meant, or which there are where they are few."""
        self._comparisons += len(known)
        if len(word) <= _LONGEST_WORD and self._comparisons <= _COMPARISONS:
            for close in get_close_matches(word, sorted(known), n=1):
                return f"did you mean {quote(close)}?"
        if 0 < len(known) <= _LONGEST_LIST:
            return f"choose among {', '.join(map(quote, sorted(known)))}"
        return ""
