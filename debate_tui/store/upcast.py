"""Old events made new: one numbered pure function a format, from each version to the next."""

from __future__ import annotations

from collections.abc import Callable

from debate_tui.errors import StorageError
from debate_tui.store.line import Event

STEPS: tuple[Callable[[Event], Event], ...] = ()
"""The step at index n - 1 turns an event of format n into one of format n + 1, in a new dictionary."""


def newest() -> int:
    """Give the format that this version writes: one more than there are steps."""
    return len(STEPS) + 1


class SaveTooNewError(StorageError):
    """A save is of a format that this program does not know yet."""

    def __init__(self, version: int, where: str = "") -> None:
        super().__init__(
            f"it was saved by a newer debate-tui (format {version}; this one reads up to {newest()})",
            where,
            "Update debate-tui to play on; nothing was changed.",
        )


def upcast(event: Event, from_version: int) -> Event:
    """Give an event of an older format as one of the newest; a game's start then names that as its `format`.

    SaveTooNewError: the format is newer than that.
    """
    if from_version > newest():
        raise SaveTooNewError(from_version)
    for step in STEPS[from_version - 1 :]:
        event = step(event)
    return {**event, "format": newest()} if event["kind"] == "started" else event
