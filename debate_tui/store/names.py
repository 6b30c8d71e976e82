"""Names of saves: such as every file system takes and a person can type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LONGEST_HINT = 56  # leaves room for a counter
_OVERRIDES = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_name(text: str) -> bool:
    """Whether a save may be called this: a-z, 0-9 and -, at most 64 of them, and no device of Windows."""
    return _NAME.fullmatch(text) is not None and text not in _DEVICES


def numbered(hint: str) -> Iterator[str]:
    """Give names after a hint, without end: hint-1, hint-2, ..."""
    stem = re.sub(r"[^a-z0-9]+", "-", hint.lower()).strip("-")[:_LONGEST_HINT].rstrip("-") or "game"
    return (f"{stem}-{n}" for n in count(1))


def plain(text: str) -> str:
    """Drop from a text that stood in a file what could move the cursor, break the line or turn it round."""
    if text.isprintable():
        return text
    return "".join(
        c for c in text if unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} and c not in _OVERRIDES
    )
