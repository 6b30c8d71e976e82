"""How every screen is left: once, and with whatever stands above it."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class Leaving(Screen[Result]):
    """A screen that somebody may type ahead of.

    In Textual 8.2.8 `dismiss` takes away whatever is on top: asked twice (Enter, and Escape before its answer
    is handled), it would take the screen below as well, and asked below a dialog it would take that alone.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        stack = self.app.screen_stack
        if self not in stack:
            return AwaitComplete()
        for above in reversed(stack[stack.index(self) + 1 :]):
            above.dismiss()
        return super().dismiss(result)
