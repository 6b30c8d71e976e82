"""Prose for where Markdown is not shown."""

from __future__ import annotations

import pytest

from debate_tui.report.prose import unmarked


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("*Not shown:* **all** of `it`", "Not shown: all of it"),
        ("2*3*4 and snake_case_name", "2*3*4 and snake_case_name"),
        ("[a paper](https://example.org)", "a paper"),
    ],
)
def test_marks_of_emphasis_are_not_read_aloud(markdown, plain):
    assert unmarked(markdown) == plain
