"""Every screen and step at every size: what it is about can be read, and no change of size loses anything."""

from __future__ import annotations

import pytest

from tests.tui.driver import DESIGN, SMALL, WAY, WIDE, Size, playing

TOUR = [WIDE, DESIGN, (60, 18), SMALL, (20, 10), SMALL, WIDE, DESIGN]
LETTERBOXES = [(20, 40), (120, 10), (1, 1), (3, 24), (80, 2)]


@pytest.mark.parametrize("size", [DESIGN, WIDE, SMALL, (60, 18)])
async def test_a_game_is_played_at_every_size(size: Size):
    """By keys alone; at each step its first thing to read and the key that leads on are on the screen."""
    first = {
        "briefing": "club's coin",
        "predict": "What does the first toss show?",
        "reveal": "▸ Heads",
        "floor": "You promised",
        "update": "What do you believe now?",
        "card": "Too little",
        "scorecard": "on the room",
    }
    keys = {"predict": "Lock", "reveal": "Go on", "floor": "Say it", "update": "Lock it", "card": "Go on"}
    async with playing("coin", size) as driver:
        for scene, words in first.items():
            await driver.at(scene)
            await driver.sees(words, keys.get(scene, ""))
            if scene in WAY:
                await driver.to(list(first)[list(first).index(scene) + 1])
