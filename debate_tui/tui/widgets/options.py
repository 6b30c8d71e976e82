"""A list to choose from, as every screen uses it."""

from __future__ import annotations

from typing import Literal

from textual.widgets import OptionList


class Options(OptionList):
    """An OptionList in which a page key does nothing where no line has room.

    In Textual 8.2.8 it ends the app there, as when somebody types ahead of a dialog.
    """

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        if self.scrollable_content_region:
            super()._move_page(direction)
