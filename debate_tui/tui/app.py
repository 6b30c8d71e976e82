"""The app: home, settings, and what works on every screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App
from textual.content import Content
from textual.notifications import SeverityLevel
from textual.worker import Worker, WorkerState

from debate_tui import collector
from debate_tui import settings as st
from debate_tui.content import library
from debate_tui.content.characters import harmless
from debate_tui.errors import DebateError, StorageError
from debate_tui.tui import words
from debate_tui.tui.aside import answer, saying
from debate_tui.tui.keys import APP, KNOWN
from debate_tui.tui.screens.home import HomeScreen
from debate_tui.tui.shelf import TUTORIAL, reading
from debate_tui.tui.themes import ANSI_LACKS, THEMES, chosen, hypothesis_colors
from debate_tui.tui.worlds import world_of

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.command import Provider
    from textual.dom import DOMNode

    from debate_tui.tui.sitting import Sitting

PAUSES = {"instant": 0.0, "brisk": 0.35, "calm": 0.9}
"""Seconds from one speaker to the next."""

AT_ONCE = 0.1
"""Seconds that the first frame waits for the library: what takes longer is shown when it is there."""

EVENING = "evening"
"""The workers that lead from game to game, of which there is one at a time."""


def _commands() -> type[Provider]:
    """Give the palette once it is opened: it is not needed for the first frame."""
    from debate_tui.tui.palette import Commands

    return Commands


class DebateApp(App[str]):
    """debate-tui on a screen. It ends with the name of the kept game that was left open, if there is one."""

    TITLE = words.TITLE
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # Textual reads no file of the screen that is there first
    BINDINGS = [*APP]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (110, "-wide")]
    COMMANDS = {_commands}

    def __init__(
        self,
        saves: Path | None = None,
        *,
        begin: Callable[[DebateApp], object] | None = None,
        settings_file: Path | None = None,
    ) -> None:
        """Make the app; `begin` is what it does first, besides showing home."""
        super().__init__()
        self.saves_folder = library.saves_dir(saves)
        self._shelf = reading(self.saves_folder, AT_ONCE)
        self.settings_file = settings_file or st.settings_file()
        for theme in THEMES:
            self.register_theme(theme)
        loaded = st.load(self.settings_file, self.available_themes.keys(), KNOWN.keys())
        self.settings = loaded.settings
        self.sitting: Sitting | None = None
        """The game under way."""
        self.broken_off: Sitting | None = None
        """The game that an error in the program has ended: where it was kept last is where it goes on."""
        self._coming: set[str] = set()
        """What is about to stand at the edge."""
        self._problems = loaded.problems
        self._begin = begin
        self.set_keymap(dict(self.settings.keys))
        self._apply_settings()

    def get_default_screen(self) -> HomeScreen:
        return HomeScreen(self._shelf)

    @on(HomeScreen.Resumed)
    def _look_again(self) -> None:
        home = self.screen
        if isinstance(home, HomeScreen):
            home.await_shelf(reading(self.saves_folder))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ANSI_LACKS | hypothesis_colors(self.current_theme)

    def on_mount(self) -> None:
        for problem in self._problems:
            self.tell(problem)
        if self._begin is not None:
            self._begin(self)

    def tell(self, problem: DebateError) -> None:
        """Say what somebody can mend: what, where and how."""
        self.notify(str(problem), severity="error", markup=False, timeout=15)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something at the edge, unless it stands there already: a key held down says it once.

        It may name a file or folder, which may be called anything: nothing in it moves the terminal.
        """
        message = harmless(message)
        if message in self._coming or any(told.message == message for told in self._notifications):
            return
        self._coming.add(message)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        # Textual looks at a callback's signature, and in Python 3.11 `discard` itself has none.
        self.call_later(lambda: self._coming.discard(message))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in the background; the program goes on."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            self.notify(saying(error), severity="error", markup=False, timeout=15)

    # Games

    @property
    def _playing(self) -> bool:
        """Whether an evening is under way, though home may be in front between two of its screens."""
        return any(worker.group == EVENING and not worker.is_finished for worker in self.workers)

    @on(HomeScreen.Play)
    def _wants_to_play(self, event: HomeScreen.Play) -> None:
        if not self._playing:
            self.play(event.scenario, world=world_of(event.world))

    @on(HomeScreen.Continue)
    def _wants_to_go_on(self, event: HomeScreen.Continue) -> None:
        if not self._playing:
            self.go_on(event.save)

    @work(group=EVENING, exit_on_error=False)
    async def play(
        self,
        scenario: str | Path,
        *,
        role: str = "self",
        world: int | None = None,
        seed: int | None = None,
        practice: bool = False,
    ) -> None:
        """Play a scenario, and whatever is wanted after it."""
        from debate_tui.tui.evening import Evening, Wish

        await Evening(self).play(Wish(scenario, role, world, seed, practice))

    @work(group=EVENING, exit_on_error=False)
    async def go_on(self, save: str) -> None:
        """Go on with a kept game, and whatever is wanted after it."""
        from debate_tui.tui.evening import Evening

        await Evening(self).go_on(save)

    @on(HomeScreen.Ready)
    def _is_home(self) -> None:
        collector.look_seldom()
        self._offer_tutorial()

    @work(exit_on_error=False)
    async def _offer_tutorial(self) -> None:
        """Offer the tutorial at the very first start, once."""
        if self.settings.tutorial_offered or self._begin is not None:
            return
        from debate_tui.tui.screens.choose import Choose  # and all of the engine with it

        self.change_settings(self.settings._replace(tutorial_offered=True))
        answers = [("yes", Content(words.FIRST_TIME_YES)), ("no", Content(words.FIRST_TIME_NO))]
        if await answer(self.screen, Choose(words.FIRST_TIME, answers)) == "yes":
            self.post_message(HomeScreen.Play(TUTORIAL))

    # Settings

    def _apply_settings(self) -> None:
        """Look and move as the settings say."""
        self.theme = chosen(self.settings.theme, no_color=self.no_color)
        self.animation_level = "none" if self.settings.reduced_motion else "full"

    @property
    def pause(self) -> float:
        """Seconds from one speaker to the next."""
        return 0.0 if self.settings.reduced_motion else PAUSES[self.settings.pace]

    def change_settings(self, settings: st.Settings) -> None:
        """Take other settings and keep them."""
        before, self.settings = self.settings, settings
        self._apply_settings()
        try:
            st.save(self.settings_file, before, settings)
        except StorageError as problem:
            self.tell(problem)

    # Everywhere

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action; a key that is faster than the screen that it comes to does nothing."""
        return self.screen.is_mounted and await super().run_action(action, default_namespace, namespaces)

    @property
    def files_folder(self) -> Path:
        """Where transcripts and pictures go."""
        try:
            return Path.cwd()
        except OSError:  # it is gone, or out of reach: then a file that is asked for cannot be written
            return Path()

    async def action_quit(self) -> None:
        """Leave the program."""
        self._leave()

    @work(exit_on_error=False)
    async def _leave(self) -> None:
        """Every step is kept already; where it is not, ask whether leaving is meant."""
        from debate_tui.tui.screens.choose import confirmed

        unkept = self.sitting is not None and self.sitting.game.storage_problem is not None
        if not unkept or await confirmed(self.screen, words.LEAVE_UNKEPT, words.LEAVE_YES):
            self.exit(self.sitting.save if self.sitting is not None and not unkept else None)

    def action_command_palette(self) -> None:
        """Find a command by its words."""
        from debate_tui.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())  # without an id: the last one may still be on its way out

    def action_help(self) -> None:
        """Show every key that works here."""
        from debate_tui.tui.screens.help import HelpScreen, about_here, keys_here

        self.push_screen(HelpScreen(keys_here(self.screen), about_here(self)))

    def action_settings(self) -> None:
        """Show the settings."""
        from debate_tui.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Keep the screen as an SVG picture."""
        from debate_tui.tui.files import write_new

        try:
            kept = write_new(self.files_folder, words.TITLE, ".svg", self.export_screenshot())
        except StorageError as problem:
            self.tell(problem)
            return
        self.notify(words.PICTURE_KEPT.format(path=kept), markup=False, timeout=10)
