"""Update: the belief that you lock in, beside what came out and what you promised."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debate_tui.engine import commands as co
from debate_tui.tui import words
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import UPDATE
from debate_tui.tui.stages.promise import came_out, promised, sizes_here
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.widgets.belief import BeliefEditor


class UpdateStage(Stage):
    """The outcome, the promise in words, and the belief under your fingers."""

    BINDINGS = [*UPDATE]

    def compose(self) -> ComposeResult:
        belief = list((self.view.belief or {}).values())
        with VerticalScroll(can_focus=False):
            yield Static(came_out(self.sitting, self.view), id="question")
            yield Static(promised(self.sitting, self.view), id="promise")
            here = sizes_here(self.view) if self.sitting.debate.scenario.level == 1 else ""
            if here:
                yield Static(Content.styled(here, "$foreground-muted"), id="sizes")
            yield Static(Content.styled(words.BELIEVE_NOW, "bold"), id="ask")
            yield BeliefEditor(self.hypotheses, belief)
            yield Static(Content.styled(hint(self.app, words.EDITOR_KEYS), "$foreground-muted"), id="how")

    def on_mount(self) -> None:
        self.query_one(BeliefEditor).focus()

    def undo(self) -> bool:
        editor = self.query_one(BeliefEditor)
        if not editor.draft.past:
            return False
        editor.action_undo()
        return True

    def action_lock(self) -> None:
        """Lock the belief in; one that was not touched stays what it is, exactly."""
        editor = self.query_one(BeliefEditor)
        if editor.touched:
            percents = [float(percent) for percent in editor.percents]
        else:
            percents = [100.0 * part for part in (self.view.belief or {}).values()]
        self.ask(co.Believe(self.sitting.seat, percents))
