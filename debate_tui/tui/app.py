"""The app: home, and the way from there into a game and back."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on, work
from textual.app import App
from textual.worker import Worker, WorkerState

from debate_tui import settings as st
from debate_tui.content import library
from debate_tui.errors import DebateError, StorageError
from debate_tui.tui import words
from debate_tui.tui.keys import APP, KNOWN
from debate_tui.tui.palette import Commands
from debate_tui.tui.screens.home import TUTORIAL, HomeScreen
from debate_tui.tui.themes import THEMES, chosen, hypothesis_colors

if TYPE_CHECKING:
    from debate_tui.lobby import Seated
    from debate_tui.tui.screens.briefing import Opening
    from debate_tui.tui.sitting import Sitting

PAUSES = {"instant": 0.0, "brisk": 0.35, "calm": 0.9}
"""Seconds from one speaker to the next."""

SEEDS = 2**31


class Wish(NamedTuple):
    """What is to be played: as whom, in which world, and from which seed (None: any)."""

    scenario: str | Path
    role: str = "self"
    world: int | None = None
    seed: int | None = None
    practice: bool = False


class DebateApp(App[str]):
    """debate-tui on a screen. It ends with the name of the kept game that was left open, if there is one."""

    TITLE = words.TITLE
    CSS_PATH = "app.tcss"
    BINDINGS = [*APP]
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        saves: Path | None = None,
        *,
        begin: Callable[[DebateApp], Any] | None = None,
        settings_file: Path | None = None,
    ) -> None:
        """Make the app; `begin` is what to do first, besides showing home."""
        super().__init__()
        self.saves_folder = library.saves_dir(saves)
        self.settings_file = settings_file or st.settings_file()
        for theme in THEMES:
            self.register_theme(theme)
        loaded = st.load(self.settings_file, self.available_themes.keys(), KNOWN.keys())
        self.settings = loaded.settings
        self._problems = loaded.problems
        self._begin = begin
        self.sitting: Sitting | None = None
        """The game under way."""
        self.set_keymap(dict(self.settings.keys))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return hypothesis_colors(self.current_theme)

    def on_mount(self) -> None:
        self.apply_settings()
        self.push_screen(HomeScreen(self.saves_folder))
        for problem in self._problems:
            self.notify(
                str(problem), severity="error", markup=False, timeout=15, title=words.FROM_THE_SETTINGS
            )
        if self._begin is not None:
            self._begin(self)

    # Settings

    def apply_settings(self) -> None:
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
        self.apply_settings()
        try:
            st.save(self.settings_file, before, settings)
        except StorageError as problem:
            self.notify(str(problem), severity="error", markup=False)

    # Into a game

    @on(HomeScreen.Play)
    def _wants_to_play(self, event: HomeScreen.Play) -> None:
        from debate_tui.tui.screens.briefing import world_of

        self.play(event.scenario, world=world_of(event.world))

    @on(HomeScreen.Continue)
    def _wants_to_continue(self, event: HomeScreen.Continue) -> None:
        self.resume(event.save)

    @work(exclusive=True, group="game", exit_on_error=False)
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
        wish: Wish | None = Wish(scenario, role, world, seed, practice)
        while wish is not None:
            wish = await self._play(wish)

    async def _play(self, wish: Wish) -> Wish | None:
        """Brief, begin, play; give what is to be played next."""
        from debate_tui.content.library import load_game
        from debate_tui.engine.commands import Open
        from debate_tui.lobby import begin, debate_of
        from debate_tui.store.saves import Saves
        from debate_tui.tui.screens.briefing import BriefingScreen

        try:
            debate = debate_of(load_game(wish.scenario))
            role = wish.role if wish.role in debate.members else "self"
            opening: Opening | None = await self.push_screen_wait(BriefingScreen(debate, role, wish.world))
            if opening is None:
                return None
            seated = begin(
                wish.scenario,
                Saves(self.saves_folder),
                seed=secrets.randbelow(SEEDS) if wish.seed is None else wish.seed,
                role=opening.role,
                world=opening.world,
                practice=wish.practice,
            )
        except DebateError as problem:
            self.notify(str(problem), severity="error", markup=False, timeout=15)
            return None
        sitting = self._sit_down(seated)
        sitting.send(Open(sitting.seat, opening.belief))
        return await self._at_table(sitting, wish._replace(role=opening.role, world=opening.world, seed=None))

    @work(exclusive=True, group="game", exit_on_error=False)
    async def resume(self, save: str) -> None:
        """Go on with a kept game, and whatever is wanted after it."""
        from debate_tui.lobby import resume
        from debate_tui.store.saves import Saves

        try:
            seated = resume(save, Saves(self.saves_folder))
        except DebateError as problem:
            self.notify(str(problem), severity="error", markup=False, timeout=15)
            return
        sitting = self._sit_down(seated)
        started = sitting.started
        played = Wish(started.scenario, started.seats[0].role, started.world)
        wish = await self._at_table(sitting, played)
        while wish is not None:
            wish = await self._play(wish)

    def _sit_down(self, seated: Seated) -> Sitting:
        from debate_tui.lobby import keep_elsewhere
        from debate_tui.tui.sitting import Sitting

        def keep(folder: str) -> str:
            return keep_elsewhere(seated.game, Path(folder).expanduser())

        return Sitting(seated.game, seated.save, seated.notices, keep)

    async def _at_table(self, sitting: Sitting, wish: Wish) -> Wish | None:
        """Play a game to its end or until it is left; give what is to be played next."""
        from debate_tui.engine.commands import Open
        from debate_tui.tui.screens.briefing import BriefingScreen
        from debate_tui.tui.screens.scorecard import ScorecardScreen
        from debate_tui.tui.screens.table import TableScreen

        self.sitting = sitting
        try:
            while True:
                if sitting.scene == "briefing":
                    seat = sitting.started.seats[0]
                    opening = await self.push_screen_wait(
                        BriefingScreen(sitting.debate, seat.role, sitting.started.world, fixed=True)
                    )
                    if opening is None:
                        return None
                    sitting.send(Open(sitting.seat, opening.belief))
                elif sitting.scene == "over":
                    break
                else:
                    left_at = await self.push_screen_wait(TableScreen(sitting, self.pause))
                    if left_at not in ("briefing", "over"):
                        return None
        finally:
            sitting.close()
            self.sitting = None
        screen = ScorecardScreen(sitting, self.files_folder, expert=self.settings.expert)
        return self._after(await self.push_screen_wait(screen), wish)

    def _after(self, wanted: str | None, wish: Wish) -> Wish | None:
        """Say what to play after a scorecard."""
        from debate_tui.tui.screens.briefing import world_of

        match wanted:
            case "again" | "role":
                return wish
            case "world":
                return wish._replace(world=world_of("drawn"))
            case "next":
                following = self._next_scenario(str(wish.scenario))
                if following is None:
                    self.notify(words.NO_NEXT, markup=False)
                    return None
                return Wish(following)
            case _:
                return None

    def _next_scenario(self, scenario: str) -> str | None:
        playable = [entry for entry in library.scenarios() if entry.fault is None]
        ids = [entry.id for entry in sorted(playable, key=lambda each: (each.level, each.title))]
        place = ids.index(scenario) + 1 if scenario in ids else 0
        return ids[place] if place < len(ids) else None

    @property
    def files_folder(self) -> Path:
        """Where transcripts and pictures go."""
        return Path.cwd()

    # Everywhere

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in the background; the program goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.notify(
                f"{type(event.worker.error).__name__}: {event.worker.error}",
                severity="error",
                markup=False,
                timeout=15,
            )

    async def action_quit(self) -> None:
        """Leave. Every step is kept already; where it is not, ask first."""
        self._quit()

    @work
    async def _quit(self) -> None:
        from debate_tui.tui.screens.choose import confirmed

        unkept = self.sitting is not None and self.sitting.game.storage_problem is not None
        if not unkept or await confirmed(self.screen, words.LEAVE_UNKEPT, words.LEAVE_YES):
            self.exit(self.sitting.save if self.sitting is not None and not unkept else None)

    def action_help(self) -> None:
        """Show every key that works here."""
        from debate_tui.tui.screens.help import HelpScreen, keys_here

        self.push_screen(HelpScreen(keys_here(self.screen)))

    def action_settings(self) -> None:
        """Show the settings."""
        from debate_tui.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    async def offer_tutorial(self) -> None:
        """Offer the tutorial at the very first start, once."""
        from debate_tui.tui.screens.choose import confirmed

        if self.settings.tutorial_offered or self._begin is not None:
            return
        self.change_settings(replace(self.settings, tutorial_offered=True))
        if await confirmed(self.screen, words.FIRST_TIME, words.FIRST_TIME_YES, words.FIRST_TIME_NO):
            self.play(TUTORIAL)

    @on(HomeScreen.Ready)
    @work
    async def _home_is_ready(self) -> None:
        await self.offer_tutorial()

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Keep the screen as an SVG picture."""
        from debate_tui.tui.files import free_name, write_file

        try:
            kept = write_file(free_name(self.files_folder, words.TITLE, ".svg"), self.export_screenshot())
        except StorageError as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        self.notify(words.PICTURE_KEPT.format(path=kept), markup=False, timeout=10)
