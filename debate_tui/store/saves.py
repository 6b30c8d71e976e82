"""The folder of saves: begin a game, find one, list them all."""

from __future__ import annotations

import shutil
from difflib import get_close_matches
from pathlib import Path

from debate_tui.content.characters import quote
from debate_tui.errors import UsageError
from debate_tui.store import disk, mend
from debate_tui.store.history import EVENTS, History, read
from debate_tui.store.lock import Lock
from debate_tui.store.log import EventLog, SaveExistsError
from debate_tui.store.names import is_name, numbered
from debate_tui.store.summary import META, Summary, forget, summarise, unreadable


class Saves:
    """The saves of one folder, which need not be there yet.

    A method that takes a name raises UsageError where no save has it, and StorageError as what it calls does.
    """

    def __init__(self, root: Path) -> None:
        """Look at a folder. StorageError: its path leads nowhere."""
        self.root = disk.resolved(root)

    def new(self, name_hint: str) -> EventLog:
        """Begin a save, named after the hint and a number. StorageError: its folder cannot be made."""
        for name in numbered(name_hint):
            try:
                return EventLog.create(self.root / name)
            except SaveExistsError:
                continue
        raise AssertionError("names never end")

    def list(self) -> tuple[Summary, ...]:
        """Give every save, the newest first, also those that cannot be opened: they have a `problem`."""
        summaries = [_summary(folder) for folder in self._folders()]
        return tuple(sorted(summaries, key=lambda save: (-save.at, save.name)))

    def newest(self) -> Summary | None:
        """Give the newest game that is not over, even a damaged one: opening it says what is wrong."""
        return next((save for save in self.list() if not save.ended and self._has(save.name)), None)

    def revealed(self, scenario: str, world: int | None) -> frozenset[str]:
        """Give the cards of a scenario and world (None: the real game) that any game here has ever shown."""
        return frozenset(
            card
            for save in self.list()
            if (save.scenario, save.world) == (scenario, world)
            for card in save.cards
        )

    def find(self, name: str) -> Path:
        """Give the folder of a save."""
        if self._has(name):
            return self.root / name
        near = get_close_matches(name, [folder.name for folder in self._folders() if is_name(folder.name)])
        suggestion = f"Did you mean {' or '.join(near)}? " if near else ""
        raise UsageError(
            f"there is no save called {quote(name)}",
            str(self.root),
            f"{suggestion}`debate-tui saves list` shows them all.",
        )

    def open(self, name: str) -> EventLog:
        """Open a save to play on."""
        return EventLog.open(self.find(name))

    def read(self, name: str) -> History:
        """Read a save, which somebody may be playing."""
        return read(self.find(name))

    def repair(self, name: str) -> mend.Mended:
        """Keep the events of a save before its first damage; the rest is put aside."""
        return mend.repair(self.find(name))

    def reseal(self, name: str) -> mend.Mended:
        """Give the lines of a save that somebody edited new numbers and checksums.

        Whether they follow from each other is worked out at once: the next list finds the verdict.
        """
        folder = self.find(name)
        forget(folder)
        mended = mend.reseal(folder)
        summarise(folder)
        return mended

    def delete(self, name: str) -> None:
        """Delete a save that nobody has open, with all that lies in its folder."""
        folder = self.find(name)
        with disk.reporting("the save could not be deleted", folder):
            Lock(folder).release()
            shutil.rmtree(folder)
            disk.sync_folder(self.root)

    def _folders(self) -> tuple[Path, ...]:
        with disk.reporting("the saves could not be listed", self.root):
            if not self.root.exists():
                return ()
            return tuple(folder for folder in self.root.iterdir() if _holds_save(folder))

    def _has(self, name: str) -> bool:
        folder = self.root / name
        return (
            is_name(name)
            and _holds_save(folder)
            and not folder.is_symlink()
            and folder.resolve().is_relative_to(self.root)
        )


def _holds_save(folder: Path) -> bool:
    """Whether a folder has, or hides, the events of a game, or what is left of a save."""
    for name in (EVENTS, META):
        try:
            (folder / name).lstat()
        except PermissionError:
            return True
        except OSError:
            continue
        return True
    return False


def _summary(folder: Path) -> Summary:
    if folder.is_symlink():
        return unreadable(folder, "it is a symbolic link, which is not followed")
    if not is_name(folder.name):
        return unreadable(folder, "its folder has a name that no save has (a-z, 0-9 and -): rename it")
    return summarise(folder)
