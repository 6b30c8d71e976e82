"""An evening: from a wish to a game, to its scorecard, and on to the next wish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from debate_tui.content import library
from debate_tui.engine.commands import Open
from debate_tui.engine.events import SELF
from debate_tui.errors import DebateError
from debate_tui.lobby import Seated, begin, debate_of, folder_of, going_on, keep_elsewhere, resume
from debate_tui.store.saves import Saves
from debate_tui.tui import words
from debate_tui.tui.screens.briefing import BriefingScreen
from debate_tui.tui.screens.scorecard import ScorecardScreen
from debate_tui.tui.screens.table import TableScreen
from debate_tui.tui.shelf import in_order
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.worlds import world_of

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be played: as whom, in which world (None: the real game), from which seed (None: any)."""

    scenario: str | Path
    role: str = SELF
    world: int | None = None
    seed: int | None = None
    practice: bool = False
    ask_role: bool = False
    """Whether to ask at once who one wants to be."""


class Evening:
    """Takes the players of one app from game to game. What goes wrong is said, and leads home."""

    def __init__(self, app: DebateApp) -> None:
        self.app = app
        self.saves = Saves(app.saves_folder)

    async def play(self, wish: Wish | None) -> None:
        """Play what is wished for, and whatever is wished for after it."""
        while wish is not None:
            try:
                wish = await self._play(wish)
            except DebateError as problem:
                self.app.tell(problem)
                return

    async def go_on(self, save: str) -> None:
        """Go on with a kept game, and then with whatever is wished for."""
        try:
            seated = resume(save, self.saves)
            sitting = self._sit_down(seated)
        except DebateError as problem:
            self.app.tell(problem)
            return
        started = sitting.started
        again = Wish(seated.origin, started.seats[0].role, started.world, practice=started.practice)
        await self.play(await self._at_table(sitting, again))

    async def _play(self, wish: Wish) -> Wish | None:
        """Brief, begin and play; give what is wished for next."""
        debate = debate_of(library.load_game(wish.scenario))
        briefing = BriefingScreen(debate, wish.role, wish.world, ask_role=wish.ask_role)
        opening = await self.app.push_screen_wait(briefing)
        if opening is None:
            return None
        seated = begin(
            wish.scenario,
            self.saves,
            seed=wish.seed,
            role=opening.role,
            world=opening.world,
            practice=wish.practice,
        )
        sitting = self._sit_down(seated)
        sitting.send(Open(sitting.seat, opening.belief))
        return await self._at_table(
            sitting, replace(wish, role=opening.role, world=opening.world, seed=None, ask_role=False)
        )

    def _sit_down(self, seated: Seated) -> Sitting:
        def keep(folder: str) -> str:
            return keep_elsewhere(seated.game, seated.origin, folder_of(folder))

        save = None if seated.save is None else going_on(seated.save, self.saves.root)
        return Sitting(seated.game, save, seated.notices, keep)

    async def _at_table(self, sitting: Sitting, wish: Wish) -> Wish | None:
        """Play a game until it is over or left; give what is wished for next."""
        self.app.sitting = sitting
        self.app.broken_off = sitting
        try:
            while sitting.scene != "over":
                if not await self._step(sitting):
                    self.app.broken_off = None
                    return None
        finally:
            sitting.close()
            self.app.sitting = None
        self.app.broken_off = None
        scorecard = ScorecardScreen(sitting, self.app.files_folder, expert=self.app.settings.expert)
        return self._after(await self.app.push_screen_wait(scorecard), wish, sitting.started.scenario)

    async def _step(self, sitting: Sitting) -> bool:
        """Go to the briefing or the table, whichever the game stands at; whether to stay in the game."""
        if sitting.scene == "briefing":
            role, world = sitting.started.seats[0].role, sitting.started.world
            briefing = BriefingScreen(sitting.debate, role, world, fixed=True)
            opening = await self.app.push_screen_wait(briefing)
            if opening is not None:
                sitting.send(Open(sitting.seat, opening.belief))
            return opening is not None
        left_at = await self.app.push_screen_wait(TableScreen(sitting, lambda: self.app.pause))
        return left_at in ("briefing", "over")

    def _after(self, wanted: str | None, wish: Wish, scenario: str) -> Wish | None:
        """Say what comes after the scorecard of a scenario."""
        match wanted:
            case "again":
                return wish
            case "role":
                return replace(wish, ask_role=True)
            case "world":
                return replace(wish, world=world_of("drawn"))
            case "next":
                following = _next_scenario(scenario)
                if following is None:
                    self.app.notify(words.NO_NEXT, markup=False)
                    return None
                return Wish(following)
            case _:
                return None


def _next_scenario(scenario: str) -> str | None:
    """Give the scenario after this one that can be played; None after the last."""
    ids = [entry.id for entry in in_order(library.scenarios()) if entry.fault is None]
    place = ids.index(scenario) + 1 if scenario in ids else 0
    return ids[place] if place < len(ids) else None
