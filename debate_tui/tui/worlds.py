"""Worlds by what they are called: the real one, today's, or any other."""

from __future__ import annotations

from datetime import date

from debate_tui.tui import words


def todays() -> int:
    """Give the number of today's world: the same for everybody, wherever they look at a calendar."""
    return int(f"{date.today():%Y%m%d}")


def world_of(kind: str) -> int | None:
    """Give the number of a world: none for the real game, the date for today's, else any."""
    if kind == "today":
        return todays()
    if kind != "drawn":
        return None
    from debate_tui.lobby import any_world  # and all of the engine with it

    return any_world()


def called(world: int) -> str:
    """Say what a drawn world is called."""
    return words.TODAYS_WORLD if world == todays() else words.WORLD.format(world=world)
