"""The briefing: the question, the hypotheses, the people, who you are, and what you believe now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debate_tui.engine.debate import Debate
from debate_tui.engine.events import SELF
from debate_tui.engine.percents import whole_percents
from debate_tui.report.prose import on_one_line
from debate_tui.tui import told, words
from debate_tui.tui.aside import answer, aside
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import BACK, BRIEFING
from debate_tui.tui.look import hues
from debate_tui.tui.screens.choose import Choose
from debate_tui.tui.screens.once import Once
from debate_tui.tui.widgets.belief import BeliefEditor
from debate_tui.tui.widgets.footer import Keys
from debate_tui.tui.worlds import called, world_of

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp


class Opening(NamedTuple):
    """How somebody begins: as whom, in which world (None: the real game), and with which belief in percent.

    `belief` None: exactly the role's own.
    """

    role: str
    world: int | None
    belief: list[float] | None


class BriefingScreen(Once[Opening | None]):
    """Read, choose, and begin with a belief; None: back home."""

    BINDINGS = [*BRIEFING, *BACK]
    CSS_PATH = "briefing.tcss"

    app: DebateApp

    def __init__(
        self,
        debate: Debate,
        role: str = SELF,
        world: int | None = None,
        *,
        fixed: bool = False,
        ask_role: bool = False,
    ) -> None:
        """Brief on a debate; `fixed`: the game has begun, so role and world are what they are."""
        super().__init__()
        self.debate = debate
        self.role = role
        self.world = world
        self.fixed = fixed
        self.ask_role = ask_role

    def compose(self) -> ComposeResult:
        hypotheses = [(id, hue.name) for id, hue in hues(self.debate).items()]
        yield Static(self._title(), id="title")
        with Container(id="briefing"):
            with VerticalScroll(id="read"):
                yield Static(id="brief", classes="paragraph")
                yield Static(Content.styled(self.debate.scenario.question, "bold"), classes="paragraph")
                if (
                    self.debate.scenario.level == 1
                ):  # whoever is here for the first time needs it before all else
                    yield self._how_it_goes()
                for paragraph in told.hypotheses(self.debate):
                    yield Static(paragraph, classes="paragraph")
                yield Static(Content.styled(words.AT_THE_TABLE, "bold underline"), classes="paragraph")
                for persona in self.debate.personas:
                    yield Static(told.portrait(self.debate, persona), classes="paragraph")
                if self.debate.scenario.level > 1:
                    yield self._how_it_goes()
            with Vertical(id="opening") as opening:
                opening.border_title = Content(hint(self.app, words.READ_ON))
                yield Static(self._part(), id="part")
                yield Static(Content.styled(words.OPENING, "bold"), id="ask")
                yield BeliefEditor(hypotheses, self._prior())
                yield Static(Content.styled(hint(self.app, words.EDITOR_KEYS), "$foreground-muted"), id="how")
        yield Keys()

    def on_mount(self) -> None:
        self._show_brief()
        self.query_one(BeliefEditor).focus()
        if self.ask_role:
            self.action_role()

    def on_resize(self) -> None:
        self.call_after_refresh(self.query_one(BeliefEditor).show_row)

    def _how_it_goes(self) -> Static:
        return Static(Content.styled(words.HOW_IT_GOES, "$foreground-muted"), classes="paragraph")

    def _title(self) -> Content:
        world = words.REAL_GAME if self.world is None else called(self.world)
        return Content.assemble((self.debate.scenario.title, "bold"), f"   {world}")

    def _prior(self) -> list[float]:
        belief = self.debate.deck.prior if self.role == SELF else self.debate.mind[self.role].prior
        return [float(whole) for whole in whole_percents(belief)]

    def _part(self) -> Content:
        """Say who the player is."""
        if self.role == SELF:
            return Content.styled(f"{words.YOU_PLAY_YOURSELF}.", "bold")
        known = self.debate.personas[self.role]
        return Content.styled(words.YOU_PLAY.format(who=f"{known.glyph} {known.name}"), "bold")

    def _show_brief(self) -> None:
        """Show the brief of a role with what is to be read: below, it would push the belief out of sight."""
        brief = ""
        if self.role != SELF:
            brief = self.debate.members[self.role].brief or self.debate.personas[self.role].about
        shown = self.query_one("#brief", Static)
        shown.update(Content(on_one_line(brief)))
        shown.display = bool(brief)
        self.query_one("#read").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("role", "world"):
            return not self.fixed
        return True

    def action_begin(self) -> None:
        """Begin."""
        editor = self.query_one(BeliefEditor)
        belief = [float(percent) for percent in editor.percents] if editor.touched else None
        self.dismiss(Opening(self.role, self.world, belief))

    def action_scroll(self, by: int) -> None:
        """Scroll what there is to read by a page."""
        read = self.query_one("#read")
        read.scroll_relative(y=by * max(read.size.height - 1, 1), animate=False)

    def action_back(self) -> None:
        """Go home."""
        self.dismiss(None)

    @aside
    async def action_role(self) -> None:
        """Choose who to be."""
        choices = [(SELF, Content(words.YOURSELF))]
        choices += [
            (id, Content(f"{each.glyph} {each.name}  {each.tagline}"))
            for id, each in self.debate.personas.items()
        ]
        role = await answer(self, Choose(words.WHICH_ROLE, choices))
        if role is None:
            return
        self.role = role
        self.query_one(BeliefEditor).begin_with(self._prior())
        self.query_one("#part", Static).update(self._part())
        self._show_brief()

    @aside
    async def action_world(self) -> None:
        """Choose the world."""
        choices = [
            ("real", Content(words.REAL_GAME_LONG)),
            ("today", Content(words.TODAYS)),
            ("drawn", Content(words.ANOTHER)),
        ]
        chosen = await answer(self, Choose(words.WHICH_WORLD, choices))
        if chosen is not None:
            self.world = world_of(chosen)
            self.query_one("#title", Static).update(self._title())
