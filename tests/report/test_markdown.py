"""A game as Markdown: prose is what its author made it, names and sentences show as they are."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from debate_tui.report.markdown import Markdown, plain, transcript
from tests.tabletop import COIN, Player, debate


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[Fair](coin) _x_", r"\[Fair\](coin) \_x\_"),
        ("__x__ *y* `z`", r"\_\_x\_\_ \*y\* \`z\`"),
        ("# 1, at\nlast & &amp;", r"\# 1, at last & \&amp;"),
        ("https://example.org/a_b?c&d#e", "https://example.org/a_b?c&d#e"),
        ("1. May 1984, 2) and -5", r"1\. May 1984, 2) and -5"),
        ("1984.5 and ~5 of ~10", "1984.5 and ~5 of ~10"),
    ],
)
def test_plain_text_shows_as_it_is(text, written):
    assert plain(text) == written


MARKS = st.sampled_from([
    *("1. ", "12) ", "- ", "+ ", "* ", "# ", "###### ", "> ", "| a ", "|-", "```", "~~~", "===", "---"),
    *("- - -", "***", "__", "~~", "<b>", "<!--", "![a](b)", "[a]: b", "&amp;", "&#35;", "\\", "`"),
    *("    ", "\t", "\n", " ", "a", "é", "."),
])  # fmt: skip
TEXT = st.lists(MARKS | st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12).map("".join)
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """Give a text as a page shows it, where spaces and ends of lines are one space."""
    return " ".join(re.split(r"[ \t\n]+", text)).strip(" ")


def written(write: Callable[[Markdown], None]) -> list[Token]:
    """Write something between two paragraphs, and read it as a program that shows Markdown does."""
    writer = Markdown(debate(COIN))
    writer.paragraph("Before.")
    write(writer)
    writer.paragraph("After.")
    tokens = GITHUB.parse("\n\n".join(writer.blocks))
    assert [token.content for token in (tokens[1], tokens[-2])] == ["Before.", "After."]
    return tokens[3:-3]


def words(token: Token) -> str:
    """Give the words of a line in which nothing is marked."""
    assert {child.type for child in token.children or ()} <= {"text"}
    return "".join(child.content for child in token.children or ())


@given(TEXT)
@example("1. May 1984")
@example("===")
@example("~~~")
def test_whatever_plain_text_begins_with_it_is_a_paragraph(text):
    tokens = written(lambda writer: writer.paragraph(text))
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert "".join(words(token) for token in tokens[1:2]) == shown(text)


@given(st.lists(TEXT.filter(shown), min_size=1, max_size=3))
def test_whatever_plain_text_begins_with_it_is_one_item_of_a_list(texts):
    tokens = written(lambda writer: writer.items(texts))
    assert [words(token) for token in tokens if token.type == "inline"] == [shown(text) for text in texts]
    opened = [token.type for token in tokens if token.type.endswith("_open")]
    assert opened == ["bullet_list_open", *["list_item_open", "paragraph_open"] * len(texts)]


@given(TEXT.filter(shown))
def test_a_heading_shows_its_whole_text(text):
    opened, line, _ = written(lambda writer: writer.heading(text, 3))
    assert (opened.tag, words(line)) == ("h3", shown(text))


@given(TEXT.filter(shown), TEXT)
def test_a_speech_shows_all_that_is_said_after_its_speaker(speaker, text):
    _, line, _ = written(lambda writer: writer.speech(speaker, text))
    kinds = [child.type for child in line.children or () if child.content or child.nesting]
    assert kinds[:3] == ["strong_open", "text", "strong_close"]
    assert {*kinds[3:]} <= {"text"}
    told = "".join(child.content for child in line.children or ())
    assert told.strip() == f"{shown(speaker)}: {shown(text)}".strip()


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
