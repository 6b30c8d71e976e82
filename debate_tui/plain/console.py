"""Lines out, lines in: wrapped paragraphs, numbered menus, prompts that ask until they are answered."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TextIO

from debate_tui.plain.reading import Misread, read_choice

WIDTH = 79


class Left(Exception):
    """The player left: by `quit`, or because the input ended."""


class Choice(NamedTuple):
    """A numbered choice: what it says, and what choosing it does."""

    words: str
    act: Callable[[], None]


class Console:
    """A place to talk. `ask` shows a prompt and gives the next line of input; EOFError at its end."""

    def __init__(self, out: TextIO, ask: Callable[[str], str]) -> None:
        self._out = out
        self._ask = ask
        self.anywhere: Mapping[str, Callable[[], None]] = {}
        """What can be typed at every prompt, and what it does."""
        self.anywhere_with: Mapping[str, Callable[[str], None]] = {}
        """The same with something more after the word."""

    def say(self, text: str = "", indent: str = "") -> None:
        """Write a paragraph, wrapped."""
        lines = textwrap.wrap(" ".join(text.split()), WIDTH, subsequent_indent=indent)
        self._out.write("\n".join(lines) + "\n")

    def raw(self, text: str) -> None:
        """Write lines as they are."""
        self._out.write(f"{text}\n")

    def title(self, text: str) -> None:
        """Write a title: an empty line, and a sentence of its own."""
        self.say()
        self.say(text if text.endswith((".", "!", "?")) else f"{text}.")

    def numbered(self, texts: Sequence[str]) -> None:
        """List things by number."""
        for number, text in enumerate(texts, 1):
            self.say(f"{number}. {text}", indent="   ")

    def prompt(self, question: str, take: Callable[[str], None]) -> None:
        """Ask until the answer is taken; `take` raises Misread where it cannot be."""
        while True:
            try:
                text = self._ask(f"{question}: ").strip()
            except EOFError:
                raise Left from None
            try:
                if not self._anywhere(text):
                    take(text)
                    return
            except Misread as misread:
                self.say(str(misread))

    def _anywhere(self, text: str) -> bool:
        """Do what can be asked for at every prompt; whether the text asked for that."""
        word, _, more = text.partition(" ")
        if text.lower() in self.anywhere:
            self.anywhere[text.lower()]()
            return True
        if word.lower() in self.anywhere_with and more.strip():
            self.anywhere_with[word.lower()](more.strip())
            return True
        return False

    def menu(self, question: str, choices: Sequence[Choice], default: int | None = None) -> None:
        """Offer numbered choices and do what is chosen; `default` is the number that Enter chooses."""
        self.numbered([choice.words for choice in choices])
        enter = f", Enter: {default}" if default is not None else ""
        self.prompt(
            f"{question} (1 to {len(choices)}{enter})",
            lambda text: choices[read_choice(text, len(choices), default) - 1].act(),
        )
