"""Characters: which ones a file may not contain, how to name them, and how wide the others are."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_BIDI = "\u202a-\u202e\u2066-\u2069"

FORBIDDEN = re.compile(f"[{_CONTROL}]|(?P<bidi>[{_BIDI}])")
"""Control characters but newline and tab, line and paragraph separators, halves of surrogate pairs,
and what turns the direction of text around: all of them can fake what a terminal shows."""

REPLACEMENT = "\ufffd"
_EMOJI_STYLE = "\ufe0f"
_LONGEST_QUOTE = 60


def describe(forbidden: re.Match[str]) -> tuple[str, str]:
    """Give the code of a fault for a forbidden character, and what the character is."""
    character = forbidden[0]
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    if forbidden["bidi"]:
        return "bidi-control", f"{name}, which turns the direction of text"
    return "control-character", f"{name}, which cannot be shown"


def without_forbidden(text: str) -> str:
    """Replace every forbidden character by one that shows, so that columns stay as they are."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def harmless(text: str) -> str:
    """Drop from a stranger's text what a terminal would obey; what separates lines becomes a newline."""
    return FORBIDDEN.sub("", re.sub("[\u2028\u2029]", "\n", text))


def one_line(text: str) -> str:
    """Put a stranger's text on one line that is harmless to a terminal."""
    return without_forbidden(text.replace("\n", " ").replace("\t", " "))


def quote(text: str) -> str:
    """Quote a stranger's text for a message: on one line, and short."""
    shown = one_line(text)
    if len(shown) > _LONGEST_QUOTE:
        shown = shown[: _LONGEST_QUOTE - 1] + "…"
    return f"`{shown}`"


def cells(text: str) -> int:
    """Count the terminal cells that a text takes (Unicode's East Asian width; ambiguous ones are narrow)."""
    pairs = zip_longest(text, text[1:], fillvalue="")
    return sum(2 if after == _EMOJI_STYLE else _width(here) for here, after in pairs)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
