"""Whether a resealed game follows is judged once: the list at each start must wait for no scoring."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from debate_tui.content import library
from debate_tui.engine import commands as co
from debate_tui.lobby import begin, resume
from debate_tui.store.history import EVENTS
from debate_tui.store.saves import Saves
from debate_tui.store.summary import META

NOT_A_GAME = "the events of this save do not follow from each other"


@pytest.fixture
def saves(home: Path) -> Saves:
    """A game of the tutorial, left on its first card."""
    kept = Saves(library.saves_dir(None))
    game = begin("tutorial", kept, seed=1).game
    game.send(co.Open("you", None))
    game.send(co.Predict("you"))
    game.close()
    return kept


def reseal(saves: Saves, *, whole: bool) -> None:
    """Edit the game into another one or, where it is not to be whole, into none, that nobody opened."""
    file = saves.root / "tutorial-1" / EVENTS
    lines = file.read_bytes().splitlines(keepends=True)
    lines[0] = lines[0].replace(b'"seed":1', b'"seed":2')
    file.write_bytes(b"".join(lines if whole else [lines[0], *lines[2:]]))
    saves.reseal("tutorial-1")


def listing_imports_numpy(saves: Saves) -> bool:
    code = (
        "import sys; from pathlib import Path; from debate_tui.store.saves import Saves\n"
        f"Saves(Path({str(saves.root)!r})).list(); print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"


@pytest.mark.parametrize("whole", [True, False])
def test_the_list_after_a_reseal_imports_no_scoring(saves: Saves, whole: bool) -> None:
    reseal(saves, whole=whole)
    assert not listing_imports_numpy(saves)
    assert [each.problem for each in saves.list()] == ["" if whole else NOT_A_GAME]


def test_a_resealed_game_that_is_played_on_is_not_judged_again(saves: Saves) -> None:
    reseal(saves, whole=True)
    game = resume("tutorial-1", saves).game
    assert game.send(co.Pass("you"))
    game.close()
    assert not listing_imports_numpy(saves)


def test_a_game_that_was_well_is_judged_anew_once_it_is_edited(saves: Saves) -> None:
    reseal(saves, whole=True)
    reseal(saves, whole=False)
    assert saves.list()[0].problem == NOT_A_GAME


@pytest.mark.parametrize("whole", [True, False])
def test_a_resealed_game_that_nobody_has_judged_is_judged_by_the_list_once(saves: Saves, whole: bool) -> None:
    reseal(saves, whole=whole)
    (saves.root / "tutorial-1" / META).unlink()
    assert listing_imports_numpy(saves)
    assert not listing_imports_numpy(saves)
