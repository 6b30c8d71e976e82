"""The table: one step after the other, the room beside it; the steps ask, the game decides."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content

from debate_tui.engine import commands as co
from debate_tui.engine.refusals import Refusal
from debate_tui.errors import StorageError
from debate_tui.lobby import folder_of, going_on
from debate_tui.tui import told, words
from debate_tui.tui.aside import answer, aside
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import TABLE
from debate_tui.tui.look import faces
from debate_tui.tui.screens.ask import Ask
from debate_tui.tui.screens.choose import confirmed
from debate_tui.tui.screens.once import Once
from debate_tui.tui.screens.reading import Reading
from debate_tui.tui.sitting import Happened, Scene, Sitting
from debate_tui.tui.stages.floor import FloorStage
from debate_tui.tui.stages.predict import PredictStage
from debate_tui.tui.stages.reveal import RevealStage
from debate_tui.tui.stages.round_card import RoundCardStage
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.stages.update import UpdateStage
from debate_tui.tui.voice import Told
from debate_tui.tui.widgets.argument_map import ArgumentReader
from debate_tui.tui.widgets.cast import CastStrip, Mind
from debate_tui.tui.widgets.footer import Keys
from debate_tui.tui.widgets.room import Room
from debate_tui.tui.widgets.steps import Steps
from debate_tui.tui.worlds import called

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp


class TableScreen(Once[Scene]):
    """A game under way. It ends with the scene that it was left at; `over` leads to the scorecard."""

    BINDINGS = [*TABLE]
    CSS_PATH = "table.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]

    app: DebateApp

    def __init__(self, sitting: Sitting, pause: Callable[[], float] = float) -> None:
        """Sit at a table; `pause` tells how long it takes now from one speaker to the next, in seconds."""
        super().__init__()
        self.sitting = sitting
        self.pause = pause
        self.scene: Scene = sitting.left_at
        self._warned = False
        self._turn = Lock()
        self._later: Sequence[Told] = ()
        self._people = faces(sitting.debate, sitting.names, [sitting.seat])

    def compose(self) -> ComposeResult:
        sitting = self.sitting
        people = self._people
        course = sitting.debate.course
        branches = any(round_.when or round_.next for round_ in course)
        yield Steps(sitting.started.title, self._about(), len(sitting.debate.cards), at_most=branches)
        with Container(id="table"):
            yield Container(id="stage")
            with Vertical(id="side"):
                yield CastStrip(people, self._minds(), id="cast")
                yield Room(people, id="room")
        yield Keys()

    async def on_mount(self) -> None:
        self.room.write(self.sitting.story)
        for notice in self.sitting.notices:
            self.notify(notice, markup=False, timeout=8)
        await self.show(self.scene)
        self._warn()

    @property
    def room(self) -> Room:
        """What has been said."""
        return self.query_one(Room)

    @property
    def stage(self) -> Stage:
        """The step under way."""
        return self.query_one("#stage").query_one(Stage)

    async def show(self, scene: Scene) -> None:
        """Set the stage for a scene."""
        if scene in ("over", "briefing"):
            self.dismiss(scene)
            return
        self.scene = scene
        stage = self.query_one("#stage")
        with self.app.batch_update():
            await stage.remove_children()
            # All classes at once, while the stage is empty: each change styles everything on it anew.
            self.update_classes({"front-room": False} | {f"scene-{each}": each == scene for each in _STAGES})
            await stage.mount(_STAGES[scene](self))
            self._look_around()
        for area in self.query("Stage VerticalScroll"):
            self.watch(area, "scroll_y", self.on_resize, init=False)
            self.watch(area, "virtual_size", self.on_resize, init=False)

    def on_resize(self) -> None:
        """Look for what is out of sight, once everything has its place."""
        self.call_after_refresh(self._say_there_is_more)
        self.call_after_refresh(self._keep_keys)

    def _keep_keys(self) -> None:
        """Give the keys to the step where what had them is not shown any more."""
        if self.focused is None and self.query(Stage) and not self.has_class("front-room"):
            self.stage.focus_first()

    def _say_there_is_more(self) -> None:
        """Say at the edge of the step that there is more to read below it."""
        more = any(area.scroll_offset.y < area.max_scroll_y for area in self.query("Stage VerticalScroll"))
        side = self.query_one("#side")
        side.border_title = Content(hint(self.app, words.TABLE_READS_ON) if more else "")
        self.query_one(Steps).more = hint(self.app, words.MORE_BELOW) if more and not side.display else ""

    def _look_around(self) -> None:
        """Show the people and the place in the game as they are now."""
        self.query_one(CastStrip).minds = self._minds()
        view = self.sitting.view
        number = view.card.number if view.card else 0
        if self.scene == "card" and self.sitting.update is not None:
            number = list(self.sitting.game.state.cards).index(self.sitting.update.card.id) + 1
        steps = self.query_one(Steps)
        steps.number, steps.scene, steps.about = number, self.scene, self._about()

    def _about(self) -> str:
        parts = []
        if self.sitting.started.world is not None:
            parts.append(called(self.sitting.started.world))
        if self.sitting.game.state.practice:
            parts.append(words.PRACTICE)
        return ", ".join(parts)

    def _minds(self) -> dict[str, Mind]:
        return {
            persona: Mind(list(mind.belief.values()), list(mind.before.values()), mind.tripped)
            for persona, mind in self.sitting.view.cast.items()
        }

    @on(Stage.Asked)
    async def _asked(self, event: Stage.Asked) -> None:
        event.stop()
        refusal = await self._send(event.command)
        if refusal is not None:
            self._refuse(refusal)

    @on(Stage.Done)
    async def _done(self, event: Stage.Done) -> None:
        event.stop()
        async with self._turn:
            self._hear((), ())
            await self.show(self.sitting.scene)

    async def _send(self, command: co.SeatCommand) -> Refusal | None:
        """Carry out a command and show what comes of it, before the next has its turn; or say why not."""
        async with self._turn:
            happened = self.sitting.send(command)
            if isinstance(happened, Refusal):
                self.stage.waiting = False
                return happened
            await self._follow(happened)
            return None

    def _refuse(self, refusal: Refusal) -> None:
        self.notify(str(refusal), severity="warning", markup=False)

    async def _follow(self, happened: Happened) -> None:
        """Let the room speak, and go where the game has gone."""
        self._hear(happened.told, happened.later)
        if not self.room.is_on_screen and happened.scene != "reveal":  # which both show it themselves
            self._mark(happened.told)
        self._warn()
        shown = self.stage.view.card
        if happened.scene == self.scene and shown is not None and happened.card == shown.id:
            self.stage.follow()
            self._look_around()
        else:
            await self.show(happened.scene)

    def _hear(self, told: Sequence[Told], later: Sequence[Told]) -> None:
        """Let the room say what it has still to say, and this; something else may be for later."""
        told, self._later = [*self._later, *told], later
        self.room.speak(told, self.pause())

    def _mark(self, told: Sequence[Told]) -> None:
        """Show that something happened that does not happen often."""
        for moment in told:
            if moment.tone == "moment":
                face = self._people.get(moment.who)
                title = f"{face.glyph} {face.name}" if face else ""
                self.notify(moment.text, title=title, markup=False, timeout=6)

    def _warn(self) -> None:
        """Say once that the game is not being kept."""
        problem = self.sitting.game.storage_problem
        if problem is not None and not self._warned:
            self.notify(
                hint(self.app, words.NOT_KEPT, problem=problem.what),
                severity="error",
                markup=False,
                timeout=15,
            )
        self._warned = problem is not None

    # What can be looked at

    def action_card(self) -> None:
        """Show everything about the card."""
        self.app.push_screen(Reading(words.THE_CARD, told.card(self.sitting, judged=self.scene == "card")))

    def action_people(self) -> None:
        """Show who sits here."""
        self.app.push_screen(Reading(words.THE_PEOPLE, told.people(self.sitting)))

    def action_hypotheses(self) -> None:
        """Show the hypotheses."""
        self.app.push_screen(Reading(words.THE_HYPOTHESES, told.hypotheses(self.sitting.debate)))

    def action_words(self) -> None:
        """Show the glossary."""
        self.app.push_screen(Reading(words.THE_WORDS, told.glossary(self.sitting.debate)))

    def action_map(self) -> None:
        """Show the map of what has been said."""
        nodes = told.argument_map(self.sitting)
        body = ArgumentReader(nodes) if nodes else [Content(words.NOTHING_SAID)]
        self.app.push_screen(Reading(words.THE_MAP, body))

    def action_room(self) -> None:
        """Look at the room, which a small screen then shows alone, or back at the step."""
        look = not self.room.has_focus
        self.set_class(look, "front-room")
        if look:
            self.room.focus()
        else:
            self.stage.focus_first()

    def action_scroll(self, by: int) -> None:
        """Scroll the step by a page."""
        for area in self.stage.query(VerticalScroll):
            area.scroll_relative(y=by * max(area.size.height - 1, 1), animate=False)

    def action_skip(self) -> None:
        """Let everybody finish."""
        self.room.finish()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.query(Stage):
            return False  # between two steps
        return action != "keep" or self.sitting.keep_elsewhere is not None

    # What can be done

    @aside
    async def action_undo(self) -> None:
        """Take something back: of the step, else of the game."""
        async with self._turn:
            if self.stage.undo():
                return
        seat = self.sitting.seat
        refusal = await self._send(co.Undo(seat))
        if refusal is not None and refusal.mend:
            if not await confirmed(self, f"{refusal} {words.BACK_ANYWAY}", words.BACK_YES):
                return
            refusal = await self._send(co.Undo(seat, practice=True))
        if refusal is not None:
            self._refuse(refusal)

    @aside
    async def action_keep(self) -> None:
        """Keep the game in another folder."""
        folder = await answer(self, Ask(words.KEEP_WHERE))
        if folder and self.sitting.keep_elsewhere is not None:
            try:
                name = self.sitting.keep_elsewhere(folder)
            except StorageError as problem:
                self.notify(
                    words.NOT_THERE_EITHER.format(problem=problem.what), severity="error", markup=False
                )
                return
            self._warned = False
            self.sitting.save = going_on(name, folder_of(folder))
            self.app.clear_notifications()  # what they said of not being kept is no longer so
            self.notify(words.KEPT_AS.format(name=name, folder=folder), markup=False)

    @aside
    async def action_leave(self) -> None:
        """Go home, or to the scorecard of a game that is over; where a game is not kept, that is meant."""
        unkept = self.sitting.game.storage_problem is not None
        if not unkept or await confirmed(self, words.LEAVE_UNKEPT, words.LEAVE_YES):
            async with self._turn:
                self.dismiss("over" if self.sitting.game.over else self.scene)


_STAGES: dict[Scene, Callable[[TableScreen], Stage]] = {
    "predict": lambda table: PredictStage(table.sitting),
    "reveal": lambda table: RevealStage(table.sitting, table.pause()),
    "floor": lambda table: FloorStage(table.sitting),
    "update": lambda table: UpdateStage(table.sitting),
    "card": lambda table: RoundCardStage(table.sitting),
}
