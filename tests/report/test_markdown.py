"""A game as Markdown: prose is what its author made it, names and sentences show as they are."""

from __future__ import annotations

import pytest

from debate_tui.report.markdown import plain, transcript
from tests.tabletop import COIN, Player, debate


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[Fair](coin) _x_", r"\[Fair\](coin) \_x\_"),
        ("__x__ *y* `z`", r"\_\_x\_\_ \*y\* \`z\`"),
        ("# 1, at\nlast & &amp;", r"\# 1, at last & \&amp;"),
        ("https://example.org/a_b?c&d#e", "https://example.org/a_b?c&d#e"),
    ],
)
def test_plain_text_shows_as_it_is(text, written):
    assert plain(text) == written


def test_names_are_written_as_they_are_and_prose_keeps_its_marks():
    text = COIN.replace("Fair coin", "'[Fair](coin) _x_'").replace("heads: Heads", "heads: 'Heads *up*'")
    text = text.replace("The coin lands heads.", "The coin lands *heads*.")
    player = Player.at(debate(text)).open().predict().believe([40, 60])
    told = transcript(player.game.debate, player.game.events)
    assert "[Fair]" not in told
    assert r"Your opening belief: \[Fair\](coin) \_x\_ 50%" in told
    assert r"- \[Fair\](coin) \_x\_: was 50%" in told
    assert "The coin lands *heads*." in told


def test_an_outcome_without_prose_is_told_in_its_own_words():
    text = COIN.replace("tails: Tails", "tails: 'Tails *up*'")
    worlds = (Player.at(debate(text), world=world).open().predict() for world in range(50))
    told = [transcript(player.game.debate, player.game.events) for player in worlds]
    fell = [each for each in told if r"What came out: Tails \*up\*" in each]
    assert fell
    assert all("\n\n" + r"Tails \*up\*" + "\n" in each for each in fell)
