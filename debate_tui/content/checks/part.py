"""A place in a file and what stands there, of whatever shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from debate_tui.content.source import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A value and the path to it; None where nothing stands there."""

    value: object
    path: Path = ()

    def __getitem__(self, key: str) -> Part:
        """Give what stands under a key."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Part(value, (*self.path, key))

    def items(self) -> Iterator[Part]:
        """Give the entries of a list."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Part(value, (*self.path, index))

    def entries(self) -> Iterator[tuple[str, Part]]:
        """Give the entries of a mapping by key."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Part(value, (*self.path, key))

    @property
    def text(self) -> str | None:
        """The value if it is a text."""
        return self.value if isinstance(self.value, str) else None

    @property
    def number(self) -> float | None:
        """The value if it is a number."""
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return self.value
        return None
