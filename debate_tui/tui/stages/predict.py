"""Predict: what each hypothesis expects, what the others do, and what you promise."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debate_tui.engine import commands as co
from debate_tui.engine.promise import promises
from debate_tui.engine.view import CardView
from debate_tui.tui import words
from debate_tui.tui.aside import answer, aside
from debate_tui.tui.hints import hint
from debate_tui.tui.keys import PREDICT
from debate_tui.tui.screens.choose import Choose, confirmed, persona_options
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.widgets.rows import BettingSlips, Rows, RowsTable

POSTED, OWN = "posted", "own"


class PredictStage(Stage):
    """The question, the rows, the bets, and in words the promise. Enter takes what is shown."""

    BINDINGS = [*PREDICT]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._taken = POSTED
        """Whose rows were taken as they are: the table's, or one of the cast's."""

    @property
    def source(self) -> str:
        """Whose the rows are that would be locked now: once changed, they are one's own."""
        return OWN if self.query_one(RowsTable).changed else self._taken

    @property
    def card(self) -> CardView:
        """The card on the table."""
        if self.view.card is None:
            raise LookupError("no card lies on the table")
        return self.view.card

    def compose(self) -> ComposeResult:
        card, written = self.card, self.sitting.debate.cards[self.card.id]
        faces = self.faces
        champions = {hypothesis: faces[self.sitting.debate.champion(hypothesis)] for hypothesis in self.hues}
        with VerticalScroll(can_focus=False):
            yield Static(Content.assemble((f"{written.name}: ", "bold"), written.asks), id="question")
            yield RowsTable(self.hues, written.outcomes, card.posted, self.view.belief or {}, champions)
            yield Static(Content.styled(hint(self.app, words.EDITING), "$foreground-muted"), id="editing")
            if card.bets:
                yield BettingSlips(
                    faces, written.outcomes, {who: bet.expects for who, bet in card.bets.items()}
                )
            if not card.rows_open:
                yield Static(Content.styled(words.FIXED, "$foreground-muted"), id="fixed")
            yield Static(id="promise")
            yield Static(id="says")

    def on_mount(self) -> None:
        self._tell()
        self.query_one(RowsTable).focus(scroll_visible=False)  # the question stands above it

    @property
    def rows(self) -> Rows:
        """The rows that would be locked now."""
        if self.source == OWN:
            return self.query_one(RowsTable).rows
        return self.card.posted if self.source == POSTED else self.card.bets[self.source].rows

    @on(RowsTable.Changed)
    def _changed(self) -> None:
        self._tell()

    def _tell(self) -> None:
        table = self.query_one(RowsTable)
        self.query_one("#says", Static).update(self._sentence(table))
        self.query_one("#promise", Static).update(self._promise())

    def _sentence(self, table: RowsTable) -> Content:
        """Let the champion of the row under the cursor say it as a sentence."""
        outcomes = table.outcomes
        percents = table.draft.percents
        likeliest = max(range(len(percents)), key=percents.__getitem__)
        label = list(outcomes.values())[likeliest]
        face = table.champions[table.hypothesis]
        if self.source == POSTED:
            speaker = f"{face.glyph} {face.name}"
        else:
            figures = self.sitting.names.figures(self.sitting.seat, self.source)
            speaker = f"{figures[0].upper()}{figures[1:]}"
        return Content.styled(
            words.ROW_SENTENCE.format(
                who=speaker,
                hypothesis=table.hues[table.hypothesis].name,
                percent=percents[likeliest],
                outcome=label,
            ),
            "italic $foreground-muted",
        )

    def _promise(self) -> Content:
        names = self.sitting.names
        outcomes = self.sitting.debate.cards[self.card.id].outcomes
        promised = promises(self.view.belief or {}, self.rows)
        whose = names.figures(self.sitting.seat, self.source)
        if not promised:
            return Content.styled(words.PROMISE_NOTHING, "bold")
        lines = [Content.styled(words.PROMISE_BY.format(whose=whose), "bold")]
        for outcome, promise in promised.items():
            hue = self.hues[promise.hypothesis]
            to = f"  {outcomes[outcome]} → {promise.size} {promise.direction} "
            lines.append(Content.assemble(to, (hue.name, hue.style)))
        play = self.view.play
        if play is not None and play.rival is not None:
            lines.append(
                Content.styled(
                    words.DUEL_WITH.format(who=names.who(play.rival, inside=True)), "bold $warning"
                )
            )
        if play is not None and not play.fresh:
            lines.append(Content.styled(words.PRACTICE_CARD, "$warning"))
        return Content("\n").join(lines)

    def follow(self) -> None:
        super().follow()
        self._tell()
        self.refresh_bindings()

    def undo(self) -> bool:
        if self.query_one(RowsTable).undo():
            return True
        if self.source != POSTED:
            self.action_posted()
            return True
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("edit", "borrow"):
            return self.card.rows_open
        if action == "duel":
            return bool(self.view.cast)
        if action == "know":
            return self.view.play is not None and not self.view.play.known
        if action == "posted":
            return self.source != POSTED
        return True

    def action_lock(self) -> None:
        """Lock what is shown."""
        seat = self.sitting.seat
        if self.source == POSTED:
            command = co.Predict(seat)
        elif self.source == OWN:
            drafts = self.query_one(RowsTable).drafts
            command = co.Predict(seat, [[float(percent) for percent in draft.percents] for draft in drafts])
        else:
            command = co.Predict(seat, read_as=self.source)
        self.ask(command)

    def action_edit(self) -> None:
        """Let the figures be changed."""
        table = self.query_one(RowsTable)
        table.editable = not table.editable
        table.focus()
        self.set_class(table.editable, "-editing")
        self.call_after_refresh(table.scroll_visible, animate=False)  # one may have read on

    def action_posted(self) -> None:
        """Take the posted rows again."""
        self._take(POSTED, self.card.posted)

    @aside
    async def action_borrow(self) -> None:
        """Read the card as one of the cast does."""
        posted = self.card.posted
        others = [who for who, bet in self.card.bets.items() if bet.rows != posted]
        if not others:
            self.notify(words.READ_ALIKE, markup=False)
            return
        who = await answer(self, Choose(words.READ_AS, persona_options(self.faces, others)))
        if who is not None:
            self._take(who, self.card.bets[who].rows)

    def _take(self, source: str, rows: Rows) -> None:
        self._taken = source
        self.query_one(RowsTable).show(rows)
        self._tell()
        self.refresh_bindings()

    @aside
    async def action_duel(self) -> None:
        """Name a rival, or nobody any more."""
        options = persona_options(self.faces, self.view.cast)
        if self.view.play is not None and self.view.play.rival is not None:
            options.append(("", Content(words.NOBODY)))
        who = await answer(self, Choose(words.DUEL_WHOM, options))
        if who is not None:
            self.ask(co.NameRival(self.sitting.seat, who or None))

    @aside
    async def action_know(self) -> None:
        """Say that this one was known, once it is meant."""
        if await confirmed(self, words.KNEW_IT, words.KNEW_IT_YES):
            self.ask(co.Know(self.sitting.seat))

    @aside
    async def action_none(self) -> None:
        """Make no prediction, once that is meant."""
        if await confirmed(self, words.NO_PREDICTION, words.NO_PREDICTION_YES):
            self.ask(co.Skip(self.sitting.seat))
