"""Home: go on with a game, find a scenario, begin one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from debate_tui.content import library
from debate_tui.content.entries import PersonaEntry, ScenarioEntry
from debate_tui.report.prose import on_one_line
from debate_tui.tui import words
from debate_tui.tui.keys import HOME, LIBRARY

if TYPE_CHECKING:
    from debate_tui.store.summary import Summary

TUTORIAL = "tutorial"


AT_FIRST, MORE = 40, 200
"""How many scenarios are listed at first, and how many more whenever one comes near the end."""


class Library(OptionList):
    """What there is to play; Enter plays it. A long list grows as one comes near its end."""

    BINDINGS = [*LIBRARY]

    class NearEnd(Message):
        """What is listed is nearly all seen."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value + 2 * self.size.height >= self.max_scroll_y:
            self.post_message(self.NearEnd())


class HomeScreen(Screen[None]):
    """The first screen: it is drawn before the library has been read, and asks the app for what is wished."""

    BINDINGS = [*HOME]
    CSS_PATH = "home.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (110, "-wide")]

    class Play(Message):
        """Somebody wants to play a scenario; `world` "" is the real game, "drawn" any, "today" today's."""

        def __init__(self, scenario: str, world: str = "") -> None:
            super().__init__()
            self.scenario = scenario
            self.world = world

    class Continue(Message):
        """Somebody wants to go on with a kept game."""

        def __init__(self, save: str) -> None:
            super().__init__()
            self.save = save

    class Looked(Message):
        """The library and the saves have been read."""

        def __init__(
            self,
            entries: tuple[ScenarioEntry, ...],
            people: Mapping[str, PersonaEntry],
            saves: tuple[Summary, ...],
        ) -> None:
            super().__init__()
            self.entries = entries
            self.people = people
            self.saves = saves

    def __init__(self, saves_folder: Path) -> None:
        """Show the library, and the games that are kept in a folder."""
        super().__init__()
        self.saves_folder = saves_folder
        self.entries: tuple[ScenarioEntry, ...] = ()
        self.people: Mapping[str, PersonaEntry] = {}
        self.saves: tuple[Summary, ...] = ()
        self._unlisted: Iterator[Option] = iter(())

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble((words.TITLE, "bold"), f"  {words.SUBTITLE}"), id="title")
        with Horizontal(id="home"):
            with Vertical(id="left"):
                yield Input(placeholder=words.SEARCH_HINT, id="search", compact=True)
                yield Library(id="library", markup=False)
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(words.LOADING, id="about", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(Library).focus()
        self.look()

    def on_screen_resume(self) -> None:
        """Look again when somebody comes home: there may be a game more."""
        if self.entries:
            self.look()

    @work(thread=True, exclusive=True, group="look")
    def look(self) -> None:
        """Read the library and the saves without keeping anybody waiting."""
        entries = library.scenarios()
        people = {persona.id: persona for persona in library.personas()}
        if not get_current_worker().is_cancelled:
            self.post_message(self.Looked(entries, people, self._kept()))

    def _kept(self) -> tuple[Summary, ...]:
        if not self.saves_folder.is_dir() or not any(self.saves_folder.iterdir()):
            return ()  # the usual first start: nothing heavy is imported for nothing
        from debate_tui.store.saves import Saves

        return Saves(self.saves_folder).list()

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        first = not self.entries
        self.entries, self.people, self.saves = event.entries, event.people, event.saves
        self._list(self.query_one(Input).value)
        if self.saves:
            self.refresh_bindings()
        if first:
            self.app.call_after_refresh(self.post_message, self.Ready())

    class Ready(Message):
        """The library is on the screen."""

    def _list(self, search: str) -> None:
        """List what matches, and keep the highlight where it was if that is still there."""
        listed = self.query_one(Library)
        before = listed.highlighted_option
        self._unlisted = self._options(search)
        options = list(islice(self._unlisted, max(AT_FIRST, listed.option_count)))
        listed.set_options(options or [Option(words.NOTHING_FOUND, disabled=True)])
        ids = [option.id for option in options]
        here = before.id if before is not None and before.id in ids else None
        if options:
            listed.highlighted = ids.index(here) if here else 0

    @on(Library.NearEnd)
    def _list_more(self) -> None:
        more = list(islice(self._unlisted, MORE))
        if more:
            self.query_one(Library).add_options(more)

    def _options(self, search: str) -> Iterator[Option]:
        wanted = search.lower().split()
        waiting = self.waiting
        if waiting is not None and not wanted:
            yield Option(
                Content.assemble(
                    ("▶ ", "bold $accent"),
                    (words.CONTINUE.format(title=waiting.title or waiting.scenario), "bold"),
                    (f"\n  {_where(waiting)}", "dim"),
                ),
                id=f"continue:{waiting.name}",
            )
        for entry in sorted(
            self.entries, key=lambda each: (TUTORIAL not in each.tags, each.level, each.title)
        ):
            if all(word in _haystack(entry) for word in wanted):
                yield Option(_listed(entry), id=f"play:{entry.id}")

    @property
    def waiting(self) -> Summary | None:
        """The newest game that is not over."""
        return next((save for save in self.saves if not save.ended and not save.problem), None)

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.query_one(Library).focus()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#about", Static).update(self._about(event.option.id or ""))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option.id or "").partition(":")
        if kind == "continue":
            self.post_message(self.Continue(name))
        elif kind == "play":
            self._play(name, "")

    def _about(self, option: str) -> Content:
        """Tell what is known of what is highlighted."""
        kind, _, name = option.partition(":")
        if kind == "continue":
            save = next(save for save in self.saves if save.name == name)
            name = save.scenario
        entry = next((entry for entry in self.entries if entry.id == name), None)
        if entry is None:
            return Content("")
        if entry.fault is not None:
            return Content.assemble(
                (entry.title, "bold"), (f"\n{words.BROKEN}: {entry.fault}\n{entry.path}", "$error")
            )
        cast = ", ".join(self.people[each].name for each in entry.cast if each in self.people)
        hypotheses = "".join(f"\n  {number} {each}" for number, each in enumerate(entry.hypotheses, 1))
        return Content.assemble(
            (entry.title, "bold"),
            (f"\n{_size(entry)}", "$foreground-muted"),
            f"\n\n{entry.question}",
            f"\n\n{on_one_line(entry.summary)}" if entry.summary else "",
            (f"\n\n{words.HYPOTHESES}", "bold"),
            hypotheses,
            f"\n\n{words.CAST.format(cast=cast)}" if cast else "",
            (f"\n\n{self._best(entry)}", "$foreground-muted"),
        )

    def _best(self, entry: ScenarioEntry) -> str:
        results = [
            save.result for save in self.saves if save.scenario == entry.id and save.result is not None
        ]
        if not results:
            return words.NEVER_PLAYED
        best = max(results, key=lambda result: result.points)
        told = words.BEST.format(
            points=round(best.points), par=f"{best.par:+.0f}" if best.par is not None else "–"
        )
        kept = best.follow_through
        return told if kept is None else f"{told}, {words.BEST_KEPT.format(share=f'{kept:.0%}')}"

    @property
    def chosen(self) -> ScenarioEntry | None:
        """The scenario that is highlighted, if it can be played."""
        option = self.query_one(Library).highlighted_option
        kind, _, name = ((option.id if option else "") or "").partition(":")
        if kind == "continue":
            name = next((save.scenario for save in self.saves if save.name == name), "")
        return next((entry for entry in self.entries if entry.id == name and entry.fault is None), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "continue" or self.waiting is not None

    def _play(self, scenario: str, world: str) -> None:
        entry = next((entry for entry in self.entries if entry.id == scenario), None)
        if entry is not None and entry.fault is not None:
            self.notify(f"{entry.title}: {entry.fault}", severity="error", markup=False)
            return
        self.post_message(self.Play(scenario, world))

    def action_continue(self) -> None:
        """Go on with the newest game that is not over."""
        if self.waiting is not None:
            self.post_message(self.Continue(self.waiting.name))

    def action_world(self) -> None:
        """Play what is highlighted in a drawn world."""
        if self.chosen is not None:
            self._play(self.chosen.id, "drawn")

    def action_today(self) -> None:
        """Play what is highlighted in today's world."""
        if self.chosen is not None:
            self._play(self.chosen.id, "today")

    def action_tutorial(self) -> None:
        """Play the tutorial."""
        entry = next((entry for entry in self.entries if TUTORIAL in entry.tags), None)
        if entry is None:
            self.notify(words.NO_TUTORIAL, markup=False)
        else:
            self._play(entry.id, "")

    def action_search(self) -> None:
        """Type to search."""
        self.query_one(Input).focus()

    def key_escape(self) -> None:
        """From the search, go back to the list."""
        self.query_one(Library).focus()

    @work
    async def action_games(self) -> None:
        """Choose one of the kept games."""
        from debate_tui.tui.screens.choose import Choose

        choices = [(save.name, _told(save)) for save in self.saves]
        if not choices:
            self.notify(words.NO_GAMES, markup=False)
            return
        name = await self.app.push_screen_wait(Choose(words.GAMES, choices))
        if name is not None:
            self.post_message(self.Continue(name))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()


def _listed(entry: ScenarioEntry) -> Content:
    if entry.fault is not None:
        return Content.assemble((entry.title, "strike"), (f"\n  {words.BROKEN}", "$error"))
    return Content.assemble(entry.title, (f"\n  {_size(entry, tags=1)}", "dim"))


def _size(entry: ScenarioEntry, tags: int = 5) -> str:
    parts = [words.LEVEL.format(level=entry.level)]
    if entry.minutes is not None:
        parts.append(words.MINUTES.format(minutes=f"{entry.minutes:g}"))
    parts.append(f"{entry.cards} card{'s' * (entry.cards != 1)}")
    return " · ".join([*parts, *entry.tags[:tags]])


def _haystack(entry: ScenarioEntry) -> str:
    parts = (entry.title, entry.question, entry.summary, entry.id, *entry.tags, *entry.hypotheses)
    return " ".join((*parts, f"level {entry.level}", f"level:{entry.level}")).lower()


def _where(save: Summary) -> str:
    count = len(save.cards)
    cards = f"{count} card{'s' * (count != 1)}"
    when = datetime.fromtimestamp(save.at).astimezone().strftime("%Y-%m-%d %H:%M")
    return words.CONTINUE_WHERE.format(cards=cards, when=when)


def _told(save: Summary) -> Content:
    if save.problem:
        return Content(f"{save.name}: {words.GAME_DAMAGED.format(problem=save.problem)}")
    world = "" if save.world is None else f" ({words.WORLD.format(world=save.world)})"
    stands = words.GAME_OVER if save.ended else _where(save)
    return Content(words.GAME_LINE.format(title=save.title or save.scenario, world=world, stands=stands))
