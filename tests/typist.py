"""Somebody who plays the plain game by typing lines."""

from __future__ import annotations

import io

from debate_tui.game import Game
from debate_tui.plain.console import Left
from debate_tui.plain.game import PlainGame
from tests.tabletop import SALON, Player, debate

TABLE = debate(SALON)
STILL = ["same", ""] * 40
"""What somebody types who moves nothing: `same` where a belief is asked for, Enter everywhere."""
CARD = ["", "same", ""]
"""A card without a floor: the table's figures, and no move."""


class Typist:
    """Types lines at prompts, and stops when there are none left."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.prompts: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


def play(*lines: str, game: Game | None = None, **start: object) -> tuple[Game, str]:
    """Play a game as far as the lines go."""
    game = game or Player.at(TABLE, **start).game
    out = io.StringIO()
    try:
        PlainGame(game, out, Typist(*lines)).play()
    except Left:
        out.write("(left)")
    return game, out.getvalue()


def words(told: str) -> str:
    """Undo the wrapping."""
    return " ".join(told.split())
