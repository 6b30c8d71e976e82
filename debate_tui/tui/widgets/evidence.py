"""The evidence card: what came out, the facts, what was not shown, and where it comes from."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Markdown, Static

from debate_tui.tui.words import FIGURES_FROM


class EvidenceCard(Vertical):
    """A card as it lies on the table. Text is Markdown; its links open nothing by themselves."""

    DEFAULT_CSS = """
    EvidenceCard { height: auto; min-width: 20; }
    EvidenceCard > Static { height: auto; }
    EvidenceCard > Markdown { height: auto; margin: 0; padding: 0 1 0 0; background: transparent; }
    EvidenceCard MarkdownParagraph { margin: 0 0 1 0; }
    """

    def __init__(
        self,
        outcome: str,
        text: str,
        source: str = "",
        why: str = "",
        *,
        asks: str = "",
        id: str | None = None,
    ) -> None:
        """Show an outcome in its own words, the facts, a citation and where the table's figures come from."""
        super().__init__(id=id)
        self._outcome = outcome
        self._text = text
        self._source = source
        self._why = why
        self._asks = asks

    def compose(self) -> ComposeResult:
        if self._asks:
            yield Static(Content(self._asks))
        if self._outcome:
            yield Static(Content.styled(f"▸ {self._outcome}", "bold $success"))
        if self._text:
            yield Markdown(self._text, open_links=False)
        if self._source:
            yield Static(Content.styled(self._source, "$foreground-muted"))
        if self._why:
            yield Static(Content.styled(f"{FIGURES_FROM} {self._why}", "$foreground-muted italic"))
