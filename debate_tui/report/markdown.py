"""A game as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Event
from debate_tui.engine.transcript import walk
from debate_tui.report.narrator import Narrator

_MARKUP = re.compile(r"([\\`*\[\]<>|]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#|(?<=\S)~|&(?=#?\w+;))")
"""What marks something. Inside a word, as in an address, `_` and `#` do not; a `~` does only by closing."""

_AT_THE_START = re.compile(r"^(\d{1,9}(?=[.)](?: |$))|(?=([-+=])(?: |$|\2)))")
"""What stands before a mark with which a paragraph cannot begin: of a list, a rule, an underline."""


class Markdown(Narrator):
    """Writes the story down as Markdown."""

    def __init__(self, debate: Debate) -> None:
        super().__init__(debate)
        self.blocks: list[str] = []

    def heading(self, text: str, level: int = 2) -> None:
        self.blocks.append(f"{'#' * level} {inline(text)}")

    def paragraph(self, text: str) -> None:
        self.blocks.append(plain(text))

    def prose(self, markdown: str) -> None:
        self.blocks.append(markdown)

    def speech(self, speaker: str, text: str) -> None:
        self.blocks.append(f"**{inline(speaker)}:** {inline(text)}")

    def items(self, texts: Sequence[str]) -> None:
        self.blocks.append("\n".join(f"- {plain(text)}" for text in texts))


def plain(text: str) -> str:
    """Write text so that Markdown shows it as it is, as a paragraph of its own."""
    return _AT_THE_START.sub(r"\1\\", inline(text))


def inline(text: str) -> str:
    """Write text so that Markdown shows it as it is, after something else on its line."""
    return _MARKUP.sub(r"\\\1", " ".join(re.split(r"[ \t\n]+", text)).strip(" "))


def transcript(debate: Debate, events: Iterable[Event]) -> str:
    """Give a whole game as Markdown."""
    writer = Markdown(debate)
    walk(debate, events, writer)
    return "\n\n".join(block for block in writer.blocks if block) + "\n"
