"""Prose for where Markdown is not shown: its words, without its marks."""

from __future__ import annotations

import re

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,2}|`)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def unmarked(markdown: str) -> str:
    """Leave out the marks of emphasis, and of links all but their words."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", markdown))


def on_one_line(markdown: str) -> str:
    """Give prose as one paragraph without marks, to be wrapped by whoever shows it."""
    return unmarked(" ".join(markdown.split()))
