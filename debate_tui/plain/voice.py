"""Tells the game on a console, as it happens."""

from __future__ import annotations

from collections.abc import Sequence

from debate_tui.engine.debate import Debate
from debate_tui.plain.console import Console
from debate_tui.report.narrator import Narrator
from debate_tui.report.prose import unmarked


class PlainVoice(Narrator):
    """Says every stop of the walk; silent while `muted`, as when a game is taken up again."""

    def __init__(self, debate: Debate, console: Console) -> None:
        super().__init__(debate)
        self._console = console
        self.muted = False

    def heading(self, text: str, level: int = 2) -> None:
        if not self.muted:
            self._console.title(text)

    def paragraph(self, text: str) -> None:
        if not self.muted:
            self._console.say(text)

    def prose(self, markdown: str) -> None:
        if not self.muted:
            for part in markdown.strip().split("\n\n"):
                self._console.say(unmarked(part))

    def speech(self, speaker: str, text: str) -> None:
        if not self.muted:
            self._console.say(f"{speaker}: {text}")

    def items(self, texts: Sequence[str]) -> None:
        if not self.muted:
            self._console.listed(texts)
