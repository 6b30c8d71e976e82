"""A story in Bardic, an engine of interactive fiction in Python, which can be played beside our games."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from itertools import chain, pairwise

CHOICES, OPTIONS = 20, 3


def story() -> str:
    """Write a story of so many choices in a row, each between so many options, that counts its steps."""
    places = ["Start", *(f"Place{number}" for number in range(1, CHOICES)), "End"]
    told = [
        [f":: {place}", "Step {_turns}.", *(f"+ [Way {way}] -> {following}" for way in range(OPTIONS)), ""]
        for place, following in pairwise(places)
    ]
    return "\n".join([*chain(*told), ":: End", "Step {_turns}."])


def reader() -> Callable[[], str] | None:
    """Give what plays the story through and gives its last words; None where Bardic is not installed."""
    try:
        compiler, engine = map(import_module, ("bardic.compiler.compiler", "bardic.runtime.engine"))
    except ModuleNotFoundError:
        return None
    compiled = compiler.BardCompiler().compile_string(story())

    def read() -> str:
        played = engine.BardEngine(compiled)
        page = played.current()
        while page.choices:
            page = played.choose(0)
        return str(page.content)

    return read
