"""What runs beside everything else, such as a question in a dialog: mishaps are told, the game goes on."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.screen import ModalScreen
from textual.widget import Widget

from debate_tui.errors import DebateError

W = TypeVar("W", bound=Widget)
P = ParamSpec("P")
Answer = TypeVar("Answer")


def aside(
    action: Callable[Concatenate[W, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[W, P], None]:
    """Let a method run aside.

    It is the app that runs it: a widget's own workers end with the widget, and a question that one of them
    has asked would be left over with nobody to take the answer.
    """

    async def told(widget: W, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await action(widget, *args, **kwargs)
        except Exception as error:  # noqa: BLE001  whatever it is: it is told, and the game goes on
            widget.app.notify(saying(error), severity="error", markup=False, timeout=15)

    @wraps(action)
    def begin(widget: W, /, *args: P.args, **kwargs: P.kwargs) -> None:
        # Textual's type of what can run has two meanings for what gives a coroutine.
        widget.app.run_worker(partial(told, widget, *args, **kwargs), action.__name__)  # type: ignore[arg-type]

    return begin


async def answer(asker: Widget, question: ModalScreen[Answer | None]) -> Answer | None:
    """Ask something; None: no answer, or nobody to take it any more.

    Nothing is asked over another question: of two presses of a key the second is not one more wish.
    """
    in_front = asker.is_attached and asker.app.screen is asker.screen
    answered = await asker.app.push_screen_wait(question) if in_front else None
    return answered if asker.is_attached else None


def saying(error: BaseException) -> str:
    """Say what went wrong: in its own words where it has some for people, else with the error's name."""
    return str(error) if isinstance(error, DebateError) else f"{type(error).__name__}: {error}"
