"""Reveal: what came out, who was how surprised, and what is known of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from debate_tui.engine.visitor import Surprise
from debate_tui.report import figures
from debate_tui.report.narrator import cited
from debate_tui.tui import words
from debate_tui.tui.keys import REVEAL
from debate_tui.tui.look import Face, ground, named
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.stages.stage import Stage
from debate_tui.tui.widgets.evidence import EvidenceCard

FULL_SCALE_BITS = 5.0
"""The surprise that fills a bar: to have given 3 in 100 to what came out."""


class Surprises(Widget):
    """How surprised everybody is, the least first; the rest can come one after the other."""

    DEFAULT_CSS = """
    Surprises { height: auto; min-width: 20; }
    """

    shown: reactive[int] = reactive(0)

    def __init__(self, surprises: list[Surprise], faces: dict[str, Face]) -> None:
        super().__init__()
        self.surprises = surprises
        self.faces = faces

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.surprises) + 1

    def render(self) -> Content:
        lines = [Content.styled(words.SURPRISE, "$foreground-muted")]
        lines += [self._line(each) for each in self.surprises[: self.shown]]
        return Content("\n").join(lines)

    def _line(self, surprise: Surprise) -> Content:
        names = max(8, min(26, self.size.width // 3))
        room = max(self.size.width - names - 12, 4)
        return Content.assemble(
            named(self.faces[surprise.who], ground(self), names),
            (f" {surprise.bits:4.1f} ", "bold"),
            (words.BITS, "$foreground-muted"),
            (figures.bar(surprise.bits / FULL_SCALE_BITS, room), "$warning"),
        )


class RevealStage(Stage):
    """The best moment of the game: the outcome first, then one after the other who had not seen it coming."""

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
        source = cited(card.source) if card.source is not None and outcome == card.observed else ""
        if source:
            source = (
                f"{words.SOURCE if self.sitting.started.world is None else words.SOURCE_ELSEWHERE}: {source}."
            )
        with VerticalScroll(id="reveal"):
            yield Static(Content.styled(card.name, "$foreground-muted"), id="question")
            yield Static(Content.styled(f"▸ {card.outcomes[outcome]}", "bold $success"), id="outcome")
            yield Surprises(self.reveal.surprises, self.faces)
            duel = self._duel()
            if duel is not None:
                yield Static(duel, id="duel")
            yield EvidenceCard("", card.told(outcome), source, card.why or "")

    def _duel(self) -> Content | None:
        event = self.reveal.duel
        if event is None:
            return None
        text = words.DUEL_WON if event.bits > 0 else words.DUEL_LOST
        said = text.format(who=self.sitting.names.who(event.rival), bits=f"{abs(event.bits):.1f}")
        return Content.styled(said, "bold $warning")

    def on_mount(self) -> None:
        surprises = self.query_one(Surprises)
        self.query_one("#reveal").focus()
        if self.pause <= 0.0:
            self._show_all()
            return
        self.set_interval(self.pause, self._one_more, repeat=len(surprises.surprises))

    def _one_more(self) -> None:
        surprises = self.query_one(Surprises)
        surprises.shown = min(surprises.shown + 1, len(surprises.surprises))

    def _show_all(self) -> None:
        surprises = self.query_one(Surprises)
        surprises.shown = len(surprises.surprises)

    @property
    def staging(self) -> bool:
        """Whether something is still to be shown."""
        surprises = self.query_one(Surprises)
        return surprises.shown < len(surprises.surprises)

    def action_on(self) -> None:
        """Show all that is still to come; then go on."""
        if self.staging:
            self._show_all()
        else:
            self.go_on()
