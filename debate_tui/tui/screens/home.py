"""Home: go on with a game, find a scenario, begin one."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from debate_tui.content.characters import one_line
from debate_tui.content.entries import ScenarioEntry
from debate_tui.report.follow_through import share
from debate_tui.report.prose import on_one_line
from debate_tui.tui import words
from debate_tui.tui.aside import answer, aside
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import HOME
from debate_tui.tui.shelf import TUTORIAL, Shelf, where
from debate_tui.tui.widgets.footer import Keys
from debate_tui.tui.widgets.library import CONTINUE, Library, size
from debate_tui.tui.worlds import called

if TYPE_CHECKING:
    from debate_tui.store.summary import Summary
    from debate_tui.tui.app import DebateApp


class HomeScreen(Screen[None]):
    """The first screen: it is drawn whether or not the library has been read, and asks the app for games."""

    AUTO_FOCUS = "#library"
    BINDINGS = [*HOME]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (110, "-wide")]

    app: DebateApp

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

    class Ready(Message):
        """The library is on the screen for the first time."""

    class Resumed(Message):
        """Somebody has come home: there may be a game more."""

    def __init__(self, shelf: Future[Shelf]) -> None:
        """Show a shelf, which may still be read."""
        super().__init__()
        self.shelf = Shelf()
        self._coming = shelf

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble((words.TITLE, "bold"), f"  {words.SUBTITLE}"), id="title")
        with Horizontal(id="home"):
            with Vertical(id="left"):
                yield Input(placeholder=words.SEARCH_HINT, id="search", compact=True)
                yield Library(id="library")
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(words.LOADING, id="about", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        if self._coming.done() and self._coming.exception() is None:
            self.show(self._coming.result())  # in the very first frame
        else:
            self.await_shelf(self._coming)

    def on_screen_resume(self) -> None:
        if self.shelf.entries:
            self.post_message(self.Resumed())

    @aside
    async def await_shelf(self, shelf: Future[Shelf]) -> None:
        """Show a shelf once it has been read, if there is no newer one by then."""
        self._coming = shelf
        read = await asyncio.wrap_future(shelf)
        if shelf is self._coming:
            self.show(read)

    def show(self, shelf: Shelf) -> None:
        """Show what there is."""
        first = not self.shelf.entries
        if shelf.problem and shelf.problem != self.shelf.problem:
            self.notify(shelf.problem, severity="error", markup=False)
        left_a_game = not first and shelf.waiting is not None and shelf.waiting != self.shelf.waiting
        self.shelf = shelf
        if left_a_game:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
        self._list()
        if left_a_game:
            self.query_one(Library).highlighted = 0  # the game that was just left: Enter goes on with it
        if shelf.saves:
            self.refresh_bindings()
        if first:
            self.call_after_refresh(self.post_message, self.Ready())

    @on(Input.Changed, "#search")
    def _list(self) -> None:
        """List what matches the search; where nothing does, nothing is told of either."""
        self.query_one(Library).show(
            self.shelf,
            self.query_one(Input).value,
            lambda count: hint(self.app, words.CONTINUE_OTHERS, count=count),
        )
        self._highlighted()

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.query_one(Library).focus()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        entry = self._entry
        self.query_one("#about", Static).update(Content("") if entry is None else self._about(entry))

    @property
    def _entry(self) -> ScenarioEntry | None:
        """The scenario that is highlighted, or that of the game that is."""
        kind, name = self.query_one(Library).chosen
        save = self.shelf.save(name) if kind == CONTINUE else None
        return self.shelf.entry(name if save is None else save.scenario)

    def _about(self, entry: ScenarioEntry) -> Content:
        """Tell what is known of a scenario."""
        if entry.fault is not None:
            fault = f"\n{words.BROKEN}: {entry.fault}\n{one_line(entry.path)}"
            return Content.assemble((entry.title, "bold"), (fault, "$error"))
        people = self.shelf.people
        cast = ", ".join(people[each].name for each in entry.cast if each in people)
        hypotheses = "".join(f"\n  {number} {each}" for number, each in enumerate(entry.hypotheses, 1))
        return Content.assemble(
            (entry.title, "bold"),
            (f"\n{size(entry)}", "$foreground-muted"),
            (f"\n{self._best(entry)}", "$foreground-muted"),
            f"\n\n{entry.question}",
            f"\n\n{on_one_line(entry.summary)}" if entry.summary else "",
            (f"\n\n{words.HYPOTHESES}", "bold"),
            hypotheses,
            f"\n\n{words.CAST.format(cast=cast)}" if cast else "",
        )

    def _best(self, entry: ScenarioEntry) -> str:
        kept = (save.result for save in self.shelf.saves if save.scenario == entry.id)
        results = [result for result in kept if result is not None]
        if not results:
            return words.NEVER_PLAYED
        best = max(results, key=lambda result: result.points)
        par = f"{best.par:+.0f}".replace("-", "−") if best.par is not None else "–"
        told = words.BEST.format(points=f"{best.points:.0f}".replace("-", "−"), par=par)
        kept_share = best.follow_through
        return told if kept_share is None else f"{told}, {words.BEST_KEPT.format(share=share(kept_share))}"

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        kind, name = self.query_one(Library).chosen
        if kind == CONTINUE:
            self.post_message(self.Continue(name))
        else:
            self._play("")

    def _play(self, world: str) -> None:
        """Ask for what is highlighted, if it can be played."""
        entry = self._entry
        if entry is not None and entry.fault is not None:
            self.notify(f"{entry.title}: {entry.fault}", severity="error", markup=False)
        elif entry is not None:
            self.post_message(self.Play(entry.id, world))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("search", "list"):
            return (action == "list") == isinstance(self.focused, Input)
        return action != "continue" or self.shelf.waiting is not None

    def action_continue(self) -> None:
        """Go on with the newest game that is not over."""
        if self.shelf.waiting is not None:
            self.post_message(self.Continue(self.shelf.waiting.name))

    def action_world(self) -> None:
        """Play what is highlighted in a drawn world."""
        self._play("drawn")

    def action_today(self) -> None:
        """Play what is highlighted in today's world."""
        self._play("today")

    def action_tutorial(self) -> None:
        """Play the tutorial."""
        if self.shelf.entry(TUTORIAL) is None:
            self.notify(words.NO_TUTORIAL, markup=False)
        else:
            self.post_message(self.Play(TUTORIAL))

    def action_search(self) -> None:
        """Type to search."""
        self.query_one(Input).focus()

    def action_list(self) -> None:
        """From the search, go back to the list."""
        self.query_one(Library).focus()

    @aside
    async def action_games(self) -> None:
        """Choose one of the kept games."""
        from debate_tui.tui.screens.choose import Choose

        choices = [(save.name, _told(save)) for save in self.shelf.saves]
        if not choices:
            self.notify(words.NO_GAMES, markup=False)
            return
        name = await answer(self, Choose(words.GAMES, choices))
        if name is not None:
            self.post_message(self.Continue(name))


def _told(save: Summary) -> Content:
    if save.problem:
        return Content(f"{save.name}: {words.GAME_DAMAGED.format(problem=save.problem)}")
    world = "" if save.world is None else f" ({called(save.world)})"
    stands = words.GAME_OVER if save.ended else where(save)
    return Content(words.GAME_LINE.format(title=save.title or save.scenario, world=world, stands=stands))
