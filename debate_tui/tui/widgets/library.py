"""The library: what there is to play, with a game that waits to be continued on top."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from debate_tui.content.entries import ScenarioEntry
from debate_tui.tui import words
from debate_tui.tui.keys import LIBRARY
from debate_tui.tui.shelf import Shelf, where
from debate_tui.tui.widgets.options import Options

AT_FIRST, MORE = 25, 200
"""How many scenarios are listed at first, and how many more whenever one comes near the end."""

CONTINUE, PLAY = "continue", "play"
"""What an option does, before the colon of its id; after it the name of a save, or a scenario's id."""


class Library(Options):
    """Enter plays what is highlighted. A long list grows as one comes near its end."""

    BINDINGS = [*LIBRARY]

    DEFAULT_CSS = """
    Library { height: 1fr; min-width: 12; padding: 0 1; background: transparent; }
    Library { text-wrap: nowrap; text-overflow: ellipsis; }
    Library, Library:focus { border: none; }
    """

    class NearEnd(Message):
        """What is listed is nearly all seen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._unlisted: Iterator[Option] = iter(())

    @property
    def chosen(self) -> tuple[str, str]:
        """What is highlighted: what it does, and with which save or scenario; both empty where nothing is."""
        option = self.highlighted_option
        kind, _, name = ((option.id if option else "") or "").partition(":")
        return kind, name

    def show(self, shelf: Shelf, search: str, others: Callable[[int], str]) -> None:
        """List what matches, and keep the highlight where it was if that is still there.

        `others` says of so many more games that wait how to come to them.
        """
        before = self.highlighted_option
        self._unlisted = _options(shelf, search, others)
        options = list(islice(self._unlisted, max(AT_FIRST, self.option_count)))
        self.set_options(options or [Option(words.NOTHING_FOUND, disabled=True)])
        ids = [option.id for option in options]
        if options:
            self.highlighted = ids.index(before.id) if before is not None and before.id in ids else 0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value + 2 * self.size.height >= self.max_scroll_y:
            self.post_message(self.NearEnd())

    def on_library_near_end(self, event: NearEnd) -> None:
        """List more."""
        event.stop()
        more = list(islice(self._unlisted, MORE))
        if more:
            self.add_options(more)


_LEVEL = re.compile(r"\blevel[ :]*(\d)")
"""A level as somebody types it."""


def _options(shelf: Shelf, search: str, others: Callable[[int], str]) -> Iterator[Option]:
    wanted = _LEVEL.sub(r"level:\1", search.lower()).split()
    save = shelf.waiting
    if save is not None and not wanted:
        title = words.CONTINUE.format(title=save.title or save.scenario)
        count = sum(not each.ended and not each.problem for each in shelf.saves) - 1
        more = others(count) if count else ""
        text = Content.assemble(("▶ ", "bold $accent"), (title, "bold"), (f"\n  {more}{where(save)}", "dim"))
        yield Option(text, id=f"{CONTINUE}:{save.name}")
    for entry in shelf.entries:
        if all(word in _haystack(entry) for word in wanted):
            yield Option(_listed(entry), id=f"{PLAY}:{entry.id}")


def _listed(entry: ScenarioEntry) -> Content:
    if entry.fault is not None:
        return Content.assemble((entry.title, "strike"), (f"\n  {words.BROKEN}", "$error"))
    return Content.assemble(entry.title, (f"\n  {size(entry, tags=1)}", "dim"))


def _haystack(entry: ScenarioEntry) -> str:
    parts = (entry.title, entry.question, entry.summary, entry.id, *entry.tags, *entry.hypotheses)
    return " ".join((*parts, f"level:{entry.level}")).lower()


def size(entry: ScenarioEntry, tags: int = 5) -> str:
    """Say how hard and how long a scenario is, and what it is about."""
    parts = [words.LEVEL.format(level=entry.level)]
    if entry.minutes is not None:
        parts.append(words.MINUTES.format(minutes=f"{entry.minutes:g}"))
    parts.append(f"{entry.cards} card{'s' * (entry.cards != 1)}")
    return " · ".join([*parts, *entry.tags[:tags]])
