"""What home shows: the library and the kept games, read in the background from the first moment on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from debate_tui.content import library
from debate_tui.content.entries import PersonaEntry, ScenarioEntry
from debate_tui.errors import StorageError
from debate_tui.tui import words

if TYPE_CHECKING:
    from debate_tui.store.summary import Summary

TUTORIAL = "tutorial"
"""The tutorial's id, and the tag by which it is found."""


class Shelf(NamedTuple):
    """Scenarios in order, personas by id, and saves, the newest first."""

    entries: tuple[ScenarioEntry, ...] = ()
    people: Mapping[str, PersonaEntry] = {}
    saves: tuple[Summary, ...] = ()
    problem: str = ""
    """Why the saves could not be listed."""

    @property
    def waiting(self) -> Summary | None:
        """The newest game that is not over."""
        return next((save for save in self.saves if not save.ended and not save.problem), None)

    def entry(self, scenario: str) -> ScenarioEntry | None:
        """Find a scenario by its id."""
        return next((entry for entry in self.entries if entry.id == scenario), None)

    def save(self, name: str) -> Summary | None:
        """Find a kept game by its name."""
        return next((save for save in self.saves if save.name == name), None)


def where(save: Summary) -> str:
    """Say where a kept game stands."""
    count = len(save.cards)
    return words.CONTINUE_WHERE.format(cards=f"{count} card{'s' * (count != 1)}", when=save.when)


def read_shelf(saves_folder: Path) -> Shelf:
    """Read the library and a folder of saves; of what has not changed, the indexes are enough."""
    people = {persona.id: persona for persona in library.personas()}
    entries = in_order(library.scenarios(people))
    try:
        return Shelf(entries, people, _kept(saves_folder))
    except (OSError, StorageError) as problem:
        return Shelf(entries, people, problem=str(problem))


def in_order(entries: Iterable[ScenarioEntry]) -> tuple[ScenarioEntry, ...]:
    """Put scenarios in the order in which they are played: the tutorial first, then from the easiest."""
    return tuple(sorted(entries, key=lambda entry: (TUTORIAL not in entry.tags, entry.level, entry.title)))


def reading(saves_folder: Path, patience: float = 0.0) -> Future[Shelf]:
    """Read in a thread of its own, and wait so many seconds for it.

    Indexes are read within a moment by a thread that has the interpreter to itself. Beside another that is
    busy it has to wait for its turn after every file that it asks the system about.
    """
    reader = ThreadPoolExecutor(1, "shelf")
    begun = reader.submit(read_shelf, saves_folder)
    reader.shutdown(wait=False)
    wait([begun], timeout=patience)
    return begun


def _kept(saves_folder: Path) -> tuple[Summary, ...]:
    if not saves_folder.is_dir() or not any(saves_folder.iterdir()):
        return ()  # the usual first start: nothing heavy is imported for nothing
    from debate_tui.store.saves import Saves

    return Saves(saves_folder).list()
