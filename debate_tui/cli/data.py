"""Data on standard output, for programs: what a terminal would obey stands in it as an escape of JSON."""

from __future__ import annotations

import json

from debate_tui.content.characters import FORBIDDEN


def json_text(data: object) -> str:
    """Write data as JSON for people and programs; a path is in it as it is, whatever it is called."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
    return FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
