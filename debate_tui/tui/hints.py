"""Hints that name a key: the one that does a thing now, for the settings may have given it another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from debate_tui.tui.keys import KNOWN

if TYPE_CHECKING:
    from debate_tui.tui.app import DebateApp

NAMED = re.compile(r"\[([a-z]+\.[a-z-]+)\]")
"""What a hint writes for a key: the id of what it does, as in `[floor.call]`."""

GAP = re.compile(rf"{NAMED.pattern}|\{{([a-z]+)\}}")
"""What a hint leaves open: a key, or something else by its name, as in `{count}`."""


def hint(app: DebateApp, text: str, **fill: object) -> str:
    """Put the keys into a hint, of several for the same thing the first, and whatever else fills it.

    All in one pass: what is put in is never read itself, though a key may be a bracket.
    """
    return GAP.sub(lambda gap: _key(app, gap[1]) if gap[1] else str(fill[gap[2]]), text)


def _key(app: DebateApp, id: str) -> str:
    binding, given = KNOWN[id], app.settings.keys.get(id)
    first = (given or binding.key).split(",")[0].strip()
    return app.get_key_display(binding.with_key(first, None if given else binding.key_display))
