"""Lines out, lines in: wrapped paragraphs, menus, and prompts that ask until they are answered."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple, TextIO

from debate_tui.plain.reading import Misread, answer, typed

WIDTH = 79


class Left(Exception):
    """The player left: by `quit`, or because the input ended."""


class Again(Exception):
    """The step under way begins again: something was taken back, or a question was left unanswered."""


class Choice(NamedTuple):
    """Something to choose: what it says, what choosing it does, and its key if that is not just a number."""

    words: str
    act: Callable[[], None]
    key: str = ""


class Console:
    """A place to talk. `ask` shows a prompt and gives the next line of input; EOFError at its end."""

    def __init__(self, out: TextIO, ask: Callable[[str], str]) -> None:
        self._out = out
        self._ask = ask
        self._inside = 0
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

    def listed(self, texts: Sequence[str]) -> None:
        """List some things."""
        for text in texts:
            self.say(f"- {text}", indent="  ")

    def prompt(self, question: str, take: Callable[[str], None]) -> None:
        """Ask until the answer is taken; `take` raises Misread where it cannot be."""
        while True:
            try:
                text = typed(self._ask(f"{question}: "))
            except EOFError:
                raise Left from None
            try:
                if not self._anywhere(text):
                    take(answer(text))
                    return
            except Misread as misread:
                self.say(str(misread))

    def _anywhere(self, text: str) -> bool:
        """Do what can be asked for at every prompt; whether the text asked for that."""
        word, _, more = text.partition(" ")
        if self._inside and text.lower() in ("back", "undo", "0"):
            raise Again
        if text.lower() in self.anywhere:
            self.anywhere[text.lower()]()
            return True
        if word.lower() in self.anywhere_with and more.strip():
            self.anywhere_with[word.lower()](more.strip())
            return True
        return False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Ask something further, from which `back` leads back to where it was asked."""
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1

    def menu(self, question: str, choices: Sequence[Choice], enter: str) -> None:
        """Offer choices and do what is chosen; Enter chooses the one whose key, or number, is `enter`."""
        numbers = iter(range(1, len(choices) + 1))
        keyed = {choice.key or str(next(numbers)): choice for choice in choices}
        for key, choice in keyed.items():
            self.say(f"{key}. {choice.words}", indent="   ")
        meant = keyed[enter].words.split(":")[0].rstrip(".")
        question = f"{question} (Enter: {meant[0].lower()}{meant[1:]})"
        self.prompt(question, lambda text: _act(keyed, text or enter))

    def submenu(self, question: str, choices: Sequence[Choice]) -> None:
        """Offer choices that one can step back from, by Enter, 0 or `back`."""

        def back() -> None:
            raise Again

        with self.inside():
            self.menu(question, [*choices, Choice("Back.", back, key="0")], enter="0")


def _act(keyed: Mapping[str, Choice], text: str) -> None:
    choice = keyed.get(text.lower().rstrip("."))
    if choice is None:
        raise Misread(f"Type one of {', '.join(keyed)}; or help.")
    choice.act()
