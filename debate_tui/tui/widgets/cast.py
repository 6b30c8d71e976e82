"""The cast strip: what each of them believes, and how it last moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from debate_tui.report import figures
from debate_tui.tui import words
from debate_tui.tui.draft import Draft
from debate_tui.tui.look import Face, ground, named

MOVED = 8


class Mind(NamedTuple):
    """What somebody believes now, and believed before, as probabilities in the hypotheses' order."""

    belief: Sequence[float]
    before: Sequence[float]
    tripped: bool = False


class CastStrip(Widget):
    """A line for each of the cast: a split of 100% between the numbered hypotheses, and the last movement.

    Below them stands what is what.
    """

    DEFAULT_CSS = """
    CastStrip { height: auto; min-width: 20; }
    """

    minds: reactive[Mapping[str, Mind]] = reactive({}, layout=True)
    travelled: reactive[float] = reactive(1.0)
    """How far the bars have come, from 0 to 1, on the way from what was shown before."""

    TRAVEL = 0.8
    """Seconds that a belief takes to move, where motion is wanted."""

    def __init__(
        self, faces: Mapping[str, Face], minds: Mapping[str, Mind], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.faces = faces
        self._from: Mapping[str, Mind] = minds
        self.set_reactive(CastStrip.minds, minds)

    def watch_minds(self, before: Mapping[str, Mind]) -> None:
        """Let the beliefs be seen to move."""
        self._from = before
        if {who: mind.belief for who, mind in before.items()} == {
            who: mind.belief for who, mind in self.minds.items()
        }:
            return
        self.travelled = 0.0
        self.animate("travelled", 1.0, duration=self.TRAVEL)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.minds) + bool(self.minds)

    def render(self) -> Content:
        lines = [self._line(persona, mind) for persona, mind in self.minds.items()]
        return Content("\n").join([*lines, self._legend()] if lines else [])

    @property
    def _widths(self) -> tuple[int, int]:
        """The cells of a name and of a bar."""
        width = self.size.width
        names = max(6, min(18, width // 3))
        return names, max(width - names - MOVED - 2, 4)

    def _legend(self) -> Content:
        """Say below them what bars and movements are."""
        names, room = self._widths
        belief = Content(words.STRIP_BELIEF).truncate(room, ellipsis=True, pad=True)
        return Content.styled(f"{'':{names}} {belief.plain} {words.STRIP_MOVED}", "$foreground-muted")

    def _line(self, persona: str, mind: Mind) -> Content:
        names, room = self._widths
        pieces = [
            (piece, f"$hypothesis-{number}")
            for number, piece in enumerate(figures.split(self._on_the_way(persona, mind), room), 1)
        ]
        return Content.assemble(
            named(self.faces[persona], ground(self), names),
            " ",
            *pieces,
            " ",
            (movement(mind), "$foreground-muted"),
        )

    def _on_the_way(self, persona: str, mind: Mind) -> Sequence[float]:
        before = self._from[persona].belief if persona in self._from else mind.belief
        return [old + self.travelled * (new - old) for old, new in zip(before, mind.belief, strict=True)]


def movement(mind: Mind) -> str:
    """Say which hypothesis a mind moved towards, by how many points; a tripwire that went off is marked."""
    now, before = Draft.of(mind.belief).percents, Draft.of(mind.before).percents
    rises = [after - earlier for after, earlier in zip(now, before, strict=True)]
    most = max(rises)
    if most <= 0:
        return "="
    return f"+{most}▲{rises.index(most) + 1}{' !' if mind.tripped else ''}"
