"""The hand: what can be said now, with its verb, its words, whom it could move and how strong it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from debate_tui.report import figures
from debate_tui.tui.keys import HAND
from debate_tui.tui.widgets.options import Options
from debate_tui.tui.words import ACTS_ON


class Choice(NamedTuple):
    """Something to say: its verb, its words, the card it acts on, its strength (0 to 1), what it would do.

    `why_not` is empty where it can be said now.
    """

    verb: str
    words: str
    card: str
    strength: float
    what: str = ""
    why_not: str = ""


class Hand(Options):
    """The arguments of a hand, a line each; those that cannot be said now are greyed out, and can be read.

    The page keys read on in what stands below about the one that is chosen, if there is more of it.
    """

    class Paged(Message):
        """Somebody wants to see a page more, or one back."""

        def __init__(self, by: Literal[-1, 1]) -> None:
            super().__init__()
            self.by = by

    BINDINGS = [*HAND]

    DEFAULT_CSS = """
    Hand { height: 1fr; min-height: 3; min-width: 12; padding: 0; background: transparent; }
    Hand { text-wrap: nowrap; text-overflow: ellipsis; }
    Hand, Hand:focus { border: none; }
    """

    HELP = "Up and down choose, [floor.play] says it. The blocks are how strong it would be now."

    def __init__(self, choices: Sequence[Choice], *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.show(choices)

    def show(self, choices: Sequence[Choice]) -> None:
        """Show another hand."""
        self.choices = tuple(choices)
        self.set_options(Option(_written(choice)) for choice in choices)

    def action_page_down(self) -> None:
        self.post_message(self.Paged(1))

    def action_page_up(self) -> None:
        self.post_message(self.Paged(-1))

    def page(self, by: Literal[-1, 1]) -> None:
        """Move the highlight by a page."""
        self._move_page(by)

    @property
    def choice(self) -> Choice | None:
        """What is highlighted."""
        return None if self.highlighted is None else self.choices[self.highlighted]


def _written(choice: Choice) -> Content:
    strength = f"{'–':<4}" if choice.why_not else figures.level(choice.strength)
    written = Content.assemble((f"{choice.verb.capitalize():<8}", "bold"), f"{strength} ", choice.words)
    return written.stylize("$foreground-disabled") if choice.why_not else written


def detail(choice: Choice) -> Content:
    """Write everything about something that can be said: its words, its card, and whom it could move."""
    about = [ACTS_ON.format(card=choice.card)] if choice.card else []
    about += [choice.what] if choice.what else []
    return Content.assemble(
        choice.words,
        (f"\n{' '.join(about)}", "$foreground-muted") if about else "",
        (f"\n{choice.why_not}", "italic $warning") if choice.why_not else "",
    )
