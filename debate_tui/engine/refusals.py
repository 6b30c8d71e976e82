"""Why a command was not carried out: a value, so that no bad command can lose a game.

So that the rules read well, a refusal is raised inside them as `Refused`; `decide` and the hand catch it.
"""

from __future__ import annotations

from typing import Literal, final

from debate_tui.value import Value

Reason = Literal["malformed", "illegal", "unknown"]
"""It cannot be read; it is not allowed now; it names something that is not there."""


@final
class Refusal(Value, frozen=True):
    """What was wrong with a command, and what would be right."""

    reason: Reason
    message: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.mend}".rstrip()


class Refused(Exception):
    """A refusal on its way out of the rules."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def malformed(message: str, mend: str = "") -> Refused:
    """Refuse what cannot be read."""
    return Refused(Refusal("malformed", message, mend))


def illegal(message: str, mend: str = "") -> Refused:
    """Refuse what is not allowed now."""
    return Refused(Refusal("illegal", message, mend))


def unknown(message: str, mend: str = "") -> Refused:
    """Refuse what names something that is not there."""
    return Refused(Refusal("unknown", message, mend))
