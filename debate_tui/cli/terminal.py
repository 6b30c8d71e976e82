"""The terminal that the program finds: it may know no Unicode, may close, may be full, or may be none."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from debate_tui.content.characters import harmless

PLAIN_PUNCTUATION = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "×": "x",
    "±": "+/-", "→": "->", "·": "-", "•": "*", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip
"""What stands for punctuation where a terminal cannot show it."""


class OutputClosed(Exception):
    """Nobody takes our output any more, as after `| head`: no fault of anybody's."""


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Give something plain for characters that cannot be shown: é is e, a quote is a quote, the rest is ?."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    plain = "".join(PLAIN_PUNCTUATION.get(character) or _base(character) for character in unknown)
    return plain, error.end


def _base(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if base.isascii() else "?"


def prepare() -> None:
    """Make the standard streams fail at no character, out or in; those that are closed lead nowhere."""
    codecs.register_error("plain", _plain)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if name == "stdin" else "plain")


def narrate(line: str = "") -> None:
    """Say something beside the output. It may name a file that is called anything: nothing obeys that."""
    try:
        sys.stderr.write(f"{harmless(line)}\n")
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """Let Python flush a stream at exit without an error: nobody takes what goes there any more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def asker(out: TextIO) -> Callable[[str], str]:
    """Give a function that shows a prompt and reads a line; EOFError where the input has ended.

    At a terminal a line can be edited before it is sent, where Python knows how.
    """
    typing = sys.stdin.isatty() and out is sys.stdout and out.isatty()
    if typing:
        with suppress(ImportError):
            import readline  # noqa: F401  `input` uses it once it is there

    def ask(prompt: str) -> str:
        if typing:
            return input(prompt)
        out.write(prompt)
        out.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        out.write("\n")  # nobody typed the newline that ends the prompt
        return line

    return ask
