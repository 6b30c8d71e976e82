"""When Python looks for garbage in circles: at the start not at all, then seldom, as values are in none."""

from __future__ import annotations

import gc

SELDOM = (20_000, 20, 20)
"""New objects between two looks, and looks between two at what is older; Python's own are 700, 10, 10."""


def rest() -> None:
    """Do not look at all: nothing that is made at the start is garbage."""
    gc.disable()


def look_seldom() -> None:
    """Look again, seldom, and never at what is there by now: it stays."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
