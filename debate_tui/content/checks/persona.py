"""A persona's own checks."""

from __future__ import annotations

from debate_tui.content.characters import cells, quote
from debate_tui.content.checks.names import check_reserved
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults


def check_persona(persona: Part, faults: Faults) -> None:
    """Check a persona's id and glyph."""
    check_reserved(persona["id"], "persona", faults)
    glyph = persona["glyph"].text
    if glyph and (cells(glyph) != 1 or glyph.isspace()):
        message = f"{quote(glyph)} does not take exactly one cell of a terminal"
        faults.add(persona["glyph"].path, "bad-glyph", message, "choose one narrow character, such as ? or ☂")
