"""What the page on saves shows is what the program writes."""

from __future__ import annotations

import re
from pathlib import Path

from debate_tui.store.line import decode, encode, text_of

PAGE = Path(__file__).parents[2] / "docs" / "saves.md"


def test_the_lines_shown_are_real_ones() -> None:
    example = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    for seq, line in enumerate(example[1].encode().splitlines(), 11):
        _, at, event = decode(line, seq)
        assert encode(seq, at, text_of(event)) == line + b"\n"
