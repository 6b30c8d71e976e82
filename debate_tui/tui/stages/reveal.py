"""Reveal: what came out, who was how surprised, and what is known of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debate_tui.engine.lines import BITS_FROM_LEVEL, Line
from debate_tui.report.narrator import sourced
from debate_tui.report.words import even
from debate_tui.tui import words
from debate_tui.tui.keys import REVEAL
from debate_tui.tui.look import ground, named
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.widgets.evidence import EvidenceCard
from debate_tui.tui.widgets.surprises import Surprises


class RevealStage(Stage):
    """The best moment of the game: the outcome first, then one after the other who had seen it coming."""

    BINDINGS = [*REVEAL]

    def __init__(self, sitting: Sitting, pause: float) -> None:
        """Show what was just revealed; so many seconds between one surprise and the next, 0: all at once."""
        super().__init__(sitting)
        self.pause = pause
        reveal = sitting.reveal
        if reveal is None:
            raise LookupError("nothing has been revealed yet")
        self.reveal = reveal

    def compose(self) -> ComposeResult:
        card, outcome = self.reveal.card, self.reveal.outcome
        source = sourced(card, outcome, self.sitting.started.world)
        with VerticalScroll(id="reveal"):
            yield Static(Content.styled(card.name, "$foreground-muted"), id="question")
            yield Static(Content.styled(f"▸ {card.outcomes[outcome]}", "bold $success"), id="outcome")
            in_bits = self.sitting.debate.scenario.level >= BITS_FROM_LEVEL
            expected = {
                each.who: (each.in_100, each.bits if in_bits else None) for each in self.reveal.surprises
            }
            yield Surprises(self.faces, expected, self.pause)
            duel = self._duel()
            if duel is not None:
                yield Static(duel, id="duel")
            for line in self.reveal.tripped:
                yield Static(self._tripped(line), classes="tripped")
            yield EvidenceCard("", card.told(outcome), source, card.why or "")

    def _duel(self) -> Content | None:
        event = self.reveal.duel
        if event is None:
            return None
        text = words.DUEL_WON if event.bits > 0 else words.DUEL_LOST
        text = words.DUEL_EVEN if even(event.bits) else text
        said = text.format(who=self.sitting.names.who(event.rival, inside=True))
        return Content.styled(said, "bold $warning")

    def _tripped(self, line: Line) -> Content:
        who = named(self.faces[line.persona], ground(self))
        return Content.assemble((words.MOMENT, "bold $warning"), who, (f": {line.text}", "bold"))

    def on_mount(self) -> None:
        self.query_one("#reveal").focus()

    def action_on(self) -> None:
        """Show all that is still to come; then go on."""
        surprises = self.query_one(Surprises)
        if surprises.complete:
            self.go_on()
        else:
            surprises.show_all()
