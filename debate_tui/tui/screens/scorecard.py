"""The scorecard: two large figures, the course of the belief, and everything else in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from debate_tui.engine.lines import BITS_FROM_LEVEL
from debate_tui.errors import StorageError
from debate_tui.report.achievements import achievements
from debate_tui.report.exact import kept_bits
from debate_tui.report.follow_through import share
from debate_tui.report.markdown import transcript
from debate_tui.report.prose import on_one_line
from debate_tui.report.scorecard import counted, course, margin, sections, why_not_read
from debate_tui.report.share import share_line
from debate_tui.report.words import plural, signed
from debate_tui.tui import words
from debate_tui.tui.expert import ExpertFigures
from debate_tui.tui.files import write_new
from debate_tui.tui.keys import BACK, SCORECARD
from debate_tui.tui.look import hues
from debate_tui.tui.screens.once import Once
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.widgets.footer import Keys
from debate_tui.tui.widgets.path import BeliefPath


class ScorecardScreen(Once[str | None]):
    """How a game went. It ends with what is to come (again, world, role, next); None: home."""

    BINDINGS = [*SCORECARD, *BACK]
    CSS_PATH = "scorecard.tcss"

    def __init__(self, sitting: Sitting, folder: Path, *, expert: bool = False) -> None:
        """Show a seat's scorecard; files that are asked for go to `folder`."""
        super().__init__()
        self.sitting = sitting
        self.folder = folder
        self.card = sitting.game.scorecard(sitting.seat)
        self.set_class(expert, "expert")

    def compose(self) -> ComposeResult:
        sitting, card = self.sitting, self.card
        yield Static(Content.assemble((sitting.started.title, "bold"), f"   {words.OVER}"), id="title")
        with VerticalScroll(id="score"):
            with Horizontal(id="large"):
                with Vertical(classes="figure"):
                    yield Digits(self._par(), id="par")
                    yield Static(self._par_says(), classes="caption")
                with Vertical(classes="figure"):
                    yield Digits(self._kept(), id="kept")
                    yield Static(self._kept_says(), classes="caption")
            ending = self._ending()
            if ending is not None:
                yield Static(ending, classes="paragraph")
            if card.cards:
                yield Static(Content.styled(words.COURSE, "bold underline"))
                names = [hue.name for hue in hues(sitting.debate).values()]
                yield BeliefPath(names, [list(belief.values()) for belief in course(card)])
            yield ExpertFigures(card, sitting.names, id="expert", classes="paragraph")
            for section in sections(sitting.debate, sitting.started, sitting.seat, card):
                yield Static(_section(section.title, section.sentences), classes="paragraph")
            earned = achievements(card, sitting.names, sitting.seat)
            if earned:
                said = [f"{each.title}. {each.reason}" for each in earned]
                yield Static(_section(words.ACHIEVED, said), classes="paragraph")
            yield Static(_section(words.SHARE, [share_line(card)]), classes="paragraph")
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#score").focus()

    def _par(self) -> str:
        figure = self.card.par if self.card.par is not None else self.card.points
        return "-" if figure is None else signed(figure).replace("−", "-")

    def _par_says(self) -> Content:
        card = self.card
        if card.points is None:
            return Content(card.reasons.get("points", ""))
        name, count = words.FORESIGHT if card.truth is None else words.POINTS, counted(card)
        lines = [words.AGAINST_ROOM if card.par is not None else name]
        room = [round(points) for points in (card.cast_points or {}).values()]
        if room:
            lines.append(f"{name}: you {round(card.points)}, the room {min(room)} to {max(room)}")
        lines.append(words.GIVE_OR_TAKE.format(cards=plural(count, "card"), margin=margin(max(count, 1))))
        return Content("\n".join(lines).replace("-", "−"))

    def _kept(self) -> str:
        kept = self.card.follow_through
        return "-" if kept is None else f"{round(100 * max(kept, -1.0))}%"

    def _kept_says(self) -> Content:
        card = self.card
        if card.follow_through is None:
            return Content(why_not_read(card))
        lines = [words.KEPT_OF]
        if card.follow_through < -1.0:  # the large figure stops there
            lines.append(share(card.follow_through))
        if self.sitting.debate.scenario.level >= BITS_FROM_LEVEL:
            lines.append(kept_bits(card))
        return Content("\n".join(lines).replace("-", "−"))

    def _ending(self) -> Content | None:
        endings = {ending.id: ending for ending in self.sitting.debate.scenario.endings}
        ending = endings.get(self.card.ending or "")
        return (
            None
            if ending is None
            else Content.assemble((ending.title, "bold"), f"\n{on_one_line(ending.text)}")
        )

    def action_share(self) -> None:
        """Copy the share line, and show it: not every terminal lets a program copy."""
        line = share_line(self.card)
        self.app.copy_to_clipboard(line)
        self.notify(words.COPIED.format(line=line), markup=False, timeout=10)

    def action_expert(self) -> None:
        """Show expert figures, or not."""
        self.toggle_class("expert")
        if self.has_class("expert"):
            figures = self.query_one("#expert")
            self.call_after_refresh(figures.scroll_visible, top=True, animate=False)

    def action_transcript(self) -> None:
        """Keep the game as Markdown."""
        text = transcript(self.sitting.debate, self.sitting.game.events)
        try:
            path = write_new(self.folder, self.card.scenario, ".md", text)
        except StorageError as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        self.notify(words.TRANSCRIPT_KEPT.format(path=path), markup=False, timeout=10)

    def action_again(self) -> None:
        """Play it again."""
        self.dismiss("again")

    def action_world(self) -> None:
        """Play another world."""
        self.dismiss("world")

    def action_role(self) -> None:
        """Play another role."""
        self.dismiss("role")

    def action_next(self) -> None:
        """Play the next scenario."""
        self.dismiss("next")

    def action_back(self) -> None:
        """Go home."""
        self.dismiss(None)


def _section(title: str, sentences: Sequence[str]) -> Content:
    return Content("\n").join([Content.styled(title, "bold underline"), *map(Content, sentences)])
