"""The names of keys in the settings: those that Textual knows, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import keys as textual_keys
from textual.binding import Binding

from debate_tui.settings.keynames import CHARACTERS, MODIFIERS, SPECIAL, is_key, nearest_key


def test_key_names_are_textuals() -> None:
    for character, name in CHARACTERS.items():
        assert textual_keys._character_to_key(character) == name
    known = {key.value for key in textual_keys.Keys if not key.value.startswith(("<", "ctrl-"))}
    known -= {"return", "ctrl+@"}  # names that no terminal's key arrives under
    assert [key for key in known if not is_key(key)] == []
    assert {key.rpartition("+")[2] for key in known} >= set(SPECIAL) - {"backspace"}


@given(st.sampled_from([*SPECIAL, *CHARACTERS.values()]), st.sets(st.sampled_from(MODIFIERS)))
def test_every_key_can_be_bound(base: str, held: set[str]) -> None:
    key = "+".join([*sorted(held), base])
    assert is_key(key)
    assert nearest_key(key) == key
    assert [binding.key for binding in Binding.make_bindings([Binding(key, "x")])] == [key]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("shift+a", "A"),
        ("Ctrl+S", "ctrl+s"),
        ("control+s", "ctrl+s"),
        ("ctrl-s", "ctrl+s"),
        ("shift+ctrl+f1", "ctrl+shift+f1"),
        ("ctrl+?", "ctrl+question_mark"),
        ("esc", "escape"),
        ("page_down", "pagedown"),
        ("ctrl+ctrl+s", "ctrl+s"),
        ("f 12", "f12"),
        (" ", ""),
        ("", ""),
        ("qwerty", ""),
        ("ctrl+", ""),
    ],
)
def test_what_is_no_key_has_one_near_it(wrong: str, meant: str) -> None:
    assert not is_key(wrong)
    assert nearest_key(wrong) == meant
