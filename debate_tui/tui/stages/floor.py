"""The floor: a hand of arguments, a belief to keep in sight, and people who answer."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from debate_tui.content.moves import CALLS_OUT
from debate_tui.content.persona import Persona
from debate_tui.engine import commands as co
from debate_tui.engine.hand import Option
from debate_tui.report.left import left
from debate_tui.report.reach import reach
from debate_tui.report.slips import SOMETHING_ELSE, likely, others
from debate_tui.report.words import SLIPS, VERBS
from debate_tui.tui import words
from debate_tui.tui.aside import answer, aside
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import FLOOR
from debate_tui.tui.screens.choose import Choose, persona_options
from debate_tui.tui.stages.promise import came_out, promised
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.told import argument_map
from debate_tui.tui.widgets.argument_map import ArgumentMap
from debate_tui.tui.widgets.belief import BeliefBars
from debate_tui.tui.widgets.hand import Choice, Hand, detail

ANY_OTHER = "any-other"
"""The answer that leads from the likely slips to the others."""


class FloorStage(Stage):
    """Your belief, what you promised, and what you could say."""

    BINDINGS = [*FLOOR]

    def compose(self) -> ComposeResult:
        belief = list((self.view.belief or {}).values())
        yield Static(came_out(self.sitting, self.view), id="question")
        yield BeliefBars(self.hypotheses, belief)
        yield Static(id="promise")
        yield Static(id="left-now")
        yield Hand([self._choice(option) for option in self.view.hand])
        with VerticalScroll(id="chosen", can_focus=False):
            yield Static(id="said")
        yield ArgumentMap(argument_map(self.sitting))

    def on_mount(self) -> None:
        self._tell()
        hand = self.query_one(Hand)
        hand.focus()
        hand.action_first()
        self.watch(self.query_one("#chosen"), "scroll_y", self._say_there_is_more, init=False)

    def _tell(self) -> None:
        self.query_one("#promise", Static).update(promised(self.sitting, self.view))
        self.query_one("#left-now", Static).update(Content.styled(left(self.view), "bold"))

    def follow(self) -> None:
        super().follow()
        self._tell()
        hand = self.query_one(Hand)
        at = hand.highlighted
        hand.show([self._choice(option) for option in self.view.hand])
        if at is not None and hand.option_count:
            hand.highlighted = min(at, hand.option_count - 1)
        self._tell_choice()
        self.query_one(ArgumentMap).show(argument_map(self.sitting))
        self.refresh_bindings()

    def _choice(self, option: Option) -> Choice:
        names = self.sitting.names
        card = names.card(option.card) if option.card else ""
        if option.argument is None:
            said = VERBS[option.verb].partition(": ")[2].capitalize() + "."
        else:
            argument = self.sitting.debate.arguments[option.argument]
            said = f"“{argument.text}”"
            if option.verb == "call":
                said = f"{said} ({words.CALLS_FOR.format(slip=SLIPS[CALLS_OUT[argument.move][0]])})"
        what = reach(option, self.view, names)
        return Choice(option.verb, said, card, option.strength, what, option.why_not)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "call":
            return self.view.may_call
        if action == "concede":
            return bool(self.view.may_concede_to)
        return True

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._tell_choice()

    def _tell_choice(self) -> None:
        choice = self.query_one(Hand).choice
        self.query_one("#said", Static).update(Content("") if choice is None else detail(choice))
        self.query_one("#chosen").scroll_home(animate=False)
        self.on_resize()

    def on_resize(self) -> None:
        """Say where there is more about what is chosen, once it has its place."""
        self.call_after_refresh(self._say_there_is_more)

    def _say_there_is_more(self) -> None:
        chosen = self.query_one("#chosen")
        more = chosen.scroll_y < chosen.max_scroll_y
        chosen.border_title = Content(hint(self.app, words.TABLE_READS_ON) if more else "")

    @on(Hand.Paged)
    def _read_on(self, event: Hand.Paged) -> None:
        """Read on, or back; where all of it has been read, go on in the list."""
        chosen = self.query_one("#chosen")
        read = chosen.scroll_y >= chosen.max_scroll_y if event.by > 0 else chosen.scroll_y <= 0
        if read:
            self.query_one(Hand).page(event.by)
        else:
            chosen.scroll_relative(y=event.by * max(chosen.size.height - 1, 1), animate=False)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._say(self.view.hand[event.option_index])

    def _say(self, option: Option) -> None:
        seat, argument = self.sitting.seat, option.argument
        if option.why_not:
            self.notify(option.why_not, severity="warning", markup=False)
        elif argument is None:
            self.ask(co.ArgueBare(seat, option.verb, option.card))
        elif option.verb in ("call", "concede"):
            self._say_to(argument)
        else:
            self.ask(co.Argue(seat, argument))

    @aside
    async def _say_to(self, argument: str) -> None:
        who = await self._somebody(words.TO_WHOM, self.view.cast)
        if who is not None:
            self.ask(co.Argue(self.sitting.seat, argument, who))

    @aside
    async def action_concede(self) -> None:
        """Grant somebody their reading of this card."""
        who = await self._somebody(words.CONCEDE_TO, self.view.may_concede_to)
        if who is not None:
            self.ask(co.Concede(self.sitting.seat, who))

    @aside
    async def action_call(self) -> None:
        """Call somebody for a slip."""
        who = await self._somebody(words.CALL_WHOM, self.view.cast)
        if who is None:
            return
        slip = await self._slip(self.sitting.debate.personas[who])
        if slip is not None:
            self.ask(co.Call(self.sitting.seat, who, slip))

    async def _slip(self, persona: Persona) -> str | None:
        """Ask for which slip; from the less likely ones one can go back to the others."""
        near = [*_slip_options(likely(persona)), (ANY_OTHER, Content(f"{SOMETHING_ELSE} …"))]
        slip = await answer(self, Choose(words.FOR_WHAT, near))
        if slip != ANY_OTHER:
            return slip
        slip = await answer(self, Choose(words.FOR_WHAT, _slip_options(others(persona))))
        return slip or await self._slip(persona)

    def action_pass(self) -> None:
        """Say nothing more."""
        self.ask(co.Pass(self.sitting.seat))

    async def _somebody(self, question: str, among: Iterable[str]) -> str | None:
        return await answer(self, Choose(question, persona_options(self.faces, among)))


def _slip_options(slips: Iterable[str]) -> list[tuple[str, Content]]:
    return [(slip, Content(SLIPS[slip])) for slip in slips]
