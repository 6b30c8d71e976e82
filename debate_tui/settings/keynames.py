"""What a key may be called in the settings: the names that Textual knows, without importing it."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which Textual names those that are held together."""

_UNUSUAL = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Textual calls a character, where that is not Unicode's name."""

_ASCII = map(chr, range(0x20, 0x7F))
CHARACTERS = {
    character: _UNUSUAL.get(name, name)
    for character in _ASCII
    if not character.isalnum()
    for name in [unicodedata.name(character).lower().replace(" ", "_").replace("-", "_")]
}
"""The names of what is neither letter nor digit; with a modifier a character must be called by it."""

SPECIAL = (
    "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left", "pagedown", "pageup",
    "right", "tab", "up", *(f"f{number}" for number in range(1, 25)),
)  # fmt: skip

_BASES = frozenset({*SPECIAL, *CHARACTERS.values()})
_OTHERWISE = {"esc": "escape", "return": "enter", "del": "delete", "pgup": "pageup", "pgdn": "pagedown"}
"""What people also call a key."""


def is_key(name: str) -> bool:
    """Say whether this names a key that a terminal can send: `x`, `?`, `f2`, `ctrl+s`, `question_mark`."""
    if len(name) == 1:
        return name.isprintable() and not name.isspace()
    *modifiers, base = name.split("+")
    if len(base) == 1:
        # A letter with shift alone is another letter: terminals send `A`, never `shift+a`.
        return base.isalnum() and _ordered(modifiers) and modifiers not in ([], ["shift"])
    return base in _BASES and _ordered(modifiers)


def nearest_key(name: str) -> str:
    """Give the key that was probably meant; nothing where none is near."""
    *modifiers, base = name.lower().replace(" ", "").replace("-", "+").split("+")
    base = CHARACTERS.get(base, base)
    if modifiers == ["shift"] and len(base) == 1:
        return base.upper()
    held = {_closest(modifier, MODIFIERS) for modifier in modifiers}
    if len(base) > 1:
        base = _OTHERWISE.get(base) or _closest(base, _BASES)
    guess = "+".join([*sorted(held), base])
    return guess if is_key(guess) else ""


def _ordered(modifiers: list[str]) -> bool:
    return modifiers == [modifier for modifier in MODIFIERS if modifier in modifiers]


def _closest(word: str, known: tuple[str, ...] | frozenset[str]) -> str:
    return next(iter(get_close_matches(word, sorted(known), n=1)), "")
