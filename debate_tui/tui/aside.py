"""What runs beside everything else, such as a question in a dialog: mishaps are told, the game goes on."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual import work
from textual.dom import DOMNode
from textual.worker import Worker

from debate_tui.errors import DebateError

Node = TypeVar("Node", bound=DOMNode)
P = ParamSpec("P")

Action = Callable[Concatenate[Node, P], Coroutine[Any, Any, None]]


def aside(
    *, exclusive: bool = False
) -> Callable[[Action[Node, P]], Callable[Concatenate[Node, P], Worker[None]]]:
    """Let a method run aside; `exclusive`: a new run of its widget takes the place of the one before."""

    def decorate(action: Action[Node, P]) -> Callable[Concatenate[Node, P], Worker[None]]:
        @wraps(action)
        async def told(node: Node, *args: P.args, **kwargs: P.kwargs) -> None:
            try:
                await action(node, *args, **kwargs)
            except Exception as error:  # noqa: BLE001  whatever it is: it is told, and the game goes on
                node.app.notify(saying(error), severity="error", markup=False, timeout=15)

        return work(exclusive=exclusive)(told)

    return decorate


def saying(error: BaseException) -> str:
    """Say what went wrong: in its own words where it has some for people, else with the error's name."""
    return str(error) if isinstance(error, DebateError) else f"{type(error).__name__}: {error}"
