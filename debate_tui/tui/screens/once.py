"""Screens that are left once."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class Once(Screen[ScreenResultType]):
    """A screen that takes itself away, once: Textual 8.2.8 takes away whatever is in front each time.

    So a double press in a dialog would end the game under it. A modal screen names this base last: Textual
    takes its looks from the first.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        if self not in self.app.screen_stack:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.screen.dismiss()  # whoever waits for its answer gets none
        return super().dismiss(result)
