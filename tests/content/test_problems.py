"""How a fault is told: to people, with the line and a caret, and to programs."""

import unicodedata

import pytest

from debate_tui.content.characters import FORBIDDEN, cells, quote
from debate_tui.content.problems import SourceError, SourceText, render
from debate_tui.errors import ContentError


def test_a_problem_shows_its_line_a_caret_and_the_mend() -> None:
    text = SourceText("coin.yaml", "a: 1\ntitle: 2024\n")

    problem = text.problem(12, "wrong-type", "a text is expected here", 'put quotes around it: "2024"')

    assert problem.render() == (
        "coin.yaml:2:8: error wrong-type: a text is expected here\n"
        "  title: 2024\n"
        "         ^\n"
        '  put quotes around it: "2024"'
    )


def test_a_problem_without_a_mend_ends_with_the_caret() -> None:
    assert SourceText("a.yaml", "a: 1").problem(0, "code", "wrong").render().endswith("\n  a: 1\n  ^")


def test_a_problem_of_no_line_in_particular_shows_none() -> None:
    assert SourceText("a.yaml", "").problem(0, "code", "wrong", "mend").render() == (
        "a.yaml:1:1: error code: wrong\n  mend"
    )


def test_problems_are_told_one_below_the_other() -> None:
    text = SourceText("a.yaml", "a\nb")

    assert render([text.problem(0, "one", "x"), text.problem(2, "two", "y")]) == (
        "a.yaml:1:1: error one: x\n  a\n  ^\na.yaml:2:1: error two: y\n  b\n  ^"
    )


@pytest.mark.parametrize("before", ["猫: ", "é: ", "e\u0301: ", "\t: ", "☂\ufe0f: "])
def test_the_caret_stands_under_its_character_whatever_is_before_it(before: str) -> None:
    text = SourceText("a.yaml", before + "!")

    _, line, caret = text.problem(len(before), "code", "wrong").render().split("\n")

    assert cells(caret[:-1]) == cells(line[: line.index("!")])


def test_a_long_line_is_shown_around_the_fault() -> None:
    text = SourceText("a.yaml", "x" * 5_000 + "!" + "y" * 5_000)

    _, line, caret = text.problem(5_000, "code", "wrong").render().split("\n")

    assert len(line) < 80
    assert line[len(caret) - 1] == "!"
    assert line.startswith("  …")
    assert line.endswith("…")


def test_the_position_after_the_last_line_is_known() -> None:
    text = SourceText("a.yaml", "a\nb\n")

    assert [text.position(offset) for offset in range(5)] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)]


def test_programs_get_file_line_column_level_code_message_and_mend() -> None:
    assert SourceText("a.yaml", "a\nb").problem(2, "code", "wrong", "mend it").to_json() == {
        "file": "a.yaml",
        "line": 2,
        "column": 1,
        "level": "error",
        "code": "code",
        "message": "wrong",
        "mend": "mend it",
    }


def test_a_source_error_is_a_content_error_with_its_place() -> None:
    error = SourceError(SourceText("a.yaml", "a").problem(0, "syntax", "no YAML", "write some"))

    assert isinstance(error, ContentError)
    assert error.exit_code == 1
    assert str(error) == "a.yaml:1:1: error syntax: no YAML\n  write some"


def test_nothing_that_a_stranger_wrote_reaches_the_terminal_raw() -> None:
    hostile = "\x1b]0;x\x07\u202e\n"
    problem = SourceText(hostile, "a").problem(0, "code", f"there is no key {quote(hostile)} here")

    assert FORBIDDEN.search(problem.render()) is None
    assert "\n" not in str(problem)


def test_a_quoted_text_is_short_and_on_one_line() -> None:
    assert quote("a\nb\tc") == "`a b c`"
    assert len(quote("x" * 1_000)) < 70


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("?", 1),
        ("☂", 1),
        ("•", 1),
        ("é", 1),
        ("e\u0301", 1),
        ("猫", 2),
        ("😀", 2),
        ("☂\ufe0f", 2),
        ("ab", 2),
    ],
)
def test_cells_are_counted_as_terminals_do(text: str, width: int) -> None:
    assert cells(text) == width


def test_every_character_that_controls_something_is_forbidden() -> None:
    allowed = {"\n", "\t"}
    for number in range(0x3000):
        character = chr(number)
        controls = unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"}
        turns = unicodedata.bidirectional(character) in {
            "LRE",
            "RLE",
            "PDF",
            "LRO",
            "RLO",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }
        assert bool(FORBIDDEN.match(character)) == ((controls or turns) and character not in allowed)
