"""The round card: promised against reported, in a chart and in sentences; and how the others kept theirs."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debate_tui.engine.percents import whole_percents
from debate_tui.report.cast_updates import cast_updates
from debate_tui.report.movements import changed_most
from debate_tui.report.verdicts import granted, verdicts
from debate_tui.report.words import and_bits, in_100
from debate_tui.tui import words
from debate_tui.tui.keys import ROUND_CARD
from debate_tui.tui.look import ground, named
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.widgets.dumbbell import Dumbbell


class RoundCardStage(Stage):
    """How the update compares with the promise, for you and for everybody."""

    BINDINGS = [*ROUND_CARD]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        if sitting.update is None:
            raise LookupError("no belief has been reported yet")
        self.update = sitting.update

    def compose(self) -> ComposeResult:
        score, names = self.update.score, [name for _, name in self.hypotheses]
        with VerticalScroll(id="card"):
            yield Static(Content.styled(self.update.card.name, "bold"), id="question")
            if score.m is not None:
                beliefs = (list(belief.values()) for belief in (score.q, score.after, score.before))
                yield Dumbbell(names, *beliefs)
            yield Static(self._verdicts(), id="verdicts")
            best = self._foresaw_best()
            if best is not None:
                yield Static(best, id="best")
            yield Static(self._cast(), id="others")

    def _verdicts(self) -> Content:
        said = verdicts(self.update.score, self.sitting.names)
        lines = [Content.styled(f"{words.VERDICT_MARK} {text}", "bold") for text in said]
        play = self.update.play
        amended = granted(play, self.sitting.names)
        if amended:
            lines.append(Content(amended))
        if not play.fresh:
            lines.append(Content.styled(words.PRACTICE_CARD, "$warning"))
        return Content("\n").join(lines)

    def _foresaw_best(self) -> Content | None:
        reveal = self.sitting.reveal
        if reveal is None or not reveal.surprises:
            return None
        most = max(each.in_100 for each in reveal.surprises)
        best = [each for each in reveal.surprises if each.in_100 == most]
        bits = {and_bits(each.bits, self.sitting.debate.scenario.level) for each in best}
        expected = f"{in_100(most)} in 100{bits.pop() if len(bits) == 1 else ''}"
        if len(best) == len(reveal.surprises):
            text = words.FORESAW_ALIKE.format(expected=expected)
        else:
            text = words.FORESAW_BEST.format(
                who=self.sitting.names.all_of([each.who for each in best]), expected=expected
            )
        return Content.styled(text, "$foreground-muted")

    def _cast(self) -> Content:
        """Say of each of the cast what its bet promised, and how far it went."""
        updates = cast_updates(self.sitting.debate, self.sitting.game.state, self.update.card.id)
        faces, hypotheses = self.faces, self.hypotheses
        lines = [Content.styled(words.THE_OTHERS, "$foreground-muted")] if updates else []
        for persona, update in updates.items():
            was, promised, now = map(whole_percents, update)
            most = changed_most(was, promised, now)
            told = words.CAST_UPDATE.format(
                hypothesis=hypotheses[most][1], was=was[most], promised=promised[most], now=now[most]
            )
            lines.append(Content.assemble("  ", named(faces[persona], ground(self)), f"  {told}"))
        return Content("\n").join(lines)

    def on_mount(self) -> None:
        self.query_one("#card").focus()

    def action_on(self) -> None:
        """Go on."""
        self.go_on()
