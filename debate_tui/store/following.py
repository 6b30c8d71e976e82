"""Whether the events of a save follow from each other: a save that was edited may hold them in any order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debate_tui.errors import StorageError


@contextmanager
def only_if_they_follow(save: Path) -> Iterator[None]:
    """Tell by a StorageError what goes wrong with events that are not those of a game."""
    import numpy as np  # here, since the list of saves is seldom in need of it

    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):  # no belief of a game has them warn
            yield
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RuntimeError,  # also what a StopIteration becomes on its way through a generator
        StopIteration,
        TypeError,
        ValueError,
    ) as error:
        raise StorageError(
            "the events of this save do not follow from each other",
            str(save),
            "Was it changed by hand? Take the change back, and then `debate-tui saves reseal` again.",
        ) from error
