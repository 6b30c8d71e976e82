"""What fingers do to a draft of percents: step it, type it, take it back."""

from __future__ import annotations

from debate_tui.tui.draft import Draft

MOST = 100
"""Typed, it is the most that a share can have."""


class Fingers:
    """Actions of a widget in which one share of a draft is under the cursor.

    The widget gives `draft` (which it also takes) and `place`, the share that is meant.
    """

    draft: Draft
    _typed: str = ""
    _typed_over: Draft | None = None

    @property
    def place(self) -> int:
        """The share under the cursor."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take what was typed as finished: the next digit begins anew."""
        self._typed, self._typed_over = "", None

    def action_nudge(self, by: int) -> None:
        """Add to the share, or take from it."""
        self.settle()
        self.draft = self.draft.nudge(self.place, by)

    def action_digit(self, digit: int) -> None:
        """Type a percent, reckoned from where the typing began; a digit beyond 100 begins anew."""
        began, typed = self._typed_over or self.draft, f"{self._typed}{digit}"
        self._typed, self._typed_over = typed if int(typed) <= MOST else str(digit), began
        self.draft = self.draft.dragged(began, self.place, int(self._typed))

    def action_rub(self) -> None:
        """Rub out the last digit typed; with none left, what was there before is there again."""
        if self._typed_over is None:
            return
        self._typed = self._typed[:-1]
        began = self._typed_over
        self.draft = self.draft.dragged(began, self.place, int(self._typed)) if self._typed else began

    def action_undo(self) -> None:
        """Take back the last change."""
        self.settle()
        self.draft = self.draft.undo()
