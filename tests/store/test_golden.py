"""A save of every format that was ever written can still be continued, and scores what it scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debate_tui.engine.replay import fold
from debate_tui.engine.scorecard import scorecard
from debate_tui.game import Game
from debate_tui.store.codec import decode
from debate_tui.store.history import read
from tests.scorecards import differences
from tests.tabletop import SALON, debate

SAVES = sorted((Path(__file__).parent / "golden").iterdir())


@pytest.mark.parametrize("folder", SAVES, ids=lambda folder: folder.name)
def test_an_old_save_is_read_and_scores_what_it_scored(folder: Path) -> None:
    events = decode(read(folder).events)
    then = json.loads((folder / "scorecard.json").read_text())
    assert differences(scorecard(fold(events), "you").as_data(), then) == []


@pytest.mark.parametrize("folder", SAVES, ids=lambda folder: folder.name)
def test_an_old_save_is_taken_up_where_it_stood(folder: Path) -> None:
    events = decode(read(folder).events)
    game = Game(debate(SALON).resumed(events[0]), events)
    assert game.over
    assert list(game.events) == events
