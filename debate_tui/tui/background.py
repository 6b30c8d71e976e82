"""What takes its time, a question to the player above all: the keys do not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from textual.screen import ModalScreen
from textual.widget import Widget

Given = ParamSpec("Given")
Self = TypeVar("Self", bound=Widget)
Answer = TypeVar("Answer")


def background(
    method: Callable[Concatenate[Self, Given], Coroutine[None, None, None]],
) -> Callable[Concatenate[Self, Given], None]:
    """Run a method in the background. What goes wrong in it is told, and the game goes on.

    It is the app that runs it: a widget's own workers end with the widget, and a question would be left over
    that nobody waits for; and only the app hears of what went wrong in its own.
    """

    @wraps(method)
    def begin(widget: Self, /, *given: Given.args, **named: Given.kwargs) -> None:
        work = partial(method, widget, *given, **named)
        # Textual's type of what works has two meanings for what gives a coroutine.
        widget.app.run_worker(work, method.__name__, exit_on_error=False)  # type: ignore[arg-type]

    return begin


async def answer(asker: Widget, question: ModalScreen[Answer | None]) -> Answer | None:
    """Ask something; None: no answer, or nobody to take it any more.

    Nothing is asked over another question: of two presses of a key the second is not one more wish.
    """
    in_front = asker.is_attached and asker.app.screen is asker.screen
    answered = await asker.app.push_screen_wait(question) if in_front else None
    return answered if asker.is_attached else None
