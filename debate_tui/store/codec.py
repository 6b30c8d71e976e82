"""Events to plain data and back, validated on the way in: what a file says is not trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

import msgspec
from msgspec.structs import fields

from debate_tui.content.characters import harmless, one_line, quote
from debate_tui.engine.events import Event
from debate_tui.errors import StorageError

_KINDS: Mapping[object, type[Event]] = {fields(each)[-1].default: each for each in get_args(Event)}
"""The events by their kind, which every one of them names last."""

_encoder = msgspec.json.Encoder()


def encode(events: Iterable[Event]) -> list[bytes]:
    """Turn events into compact JSON."""
    return [_encoder.encode(event) for event in events]


def decode(data: Sequence[Mapping[str, Any]]) -> list[Event]:
    """Turn plain data into events; StorageError names the first that is none."""
    return [_event(number, each) for number, each in enumerate(data)]


def _event(number: int, data: Mapping[str, Any]) -> Event:
    kind = data.get("kind", "of no kind")
    made = _KINDS.get(kind)
    if made is None:
        raise _none(number, kind, "there is no such kind")
    try:
        return msgspec.convert(_harmless(data), made)
    except (msgspec.ValidationError, RecursionError) as error:
        raise _none(number, kind, one_line(str(error))) from error


def _none(number: int, kind: str, why: str) -> StorageError:
    return StorageError(
        f"event {number} ({quote(kind)}) is not one: {why}",
        mend="This save was changed by hand, or by a newer version of the program.",
    )


def _harmless(value: Any) -> Any:
    """Take out of every text in plain data what a terminal would obey: somebody may have edited the save."""
    if isinstance(value, str):
        return value if value.isprintable() else harmless(value)
    if isinstance(value, dict):
        return {_harmless(key): _harmless(each) for key, each in value.items()}
    if not isinstance(value, list) or (value and type(value[0]) is float):  # no event mixes text and numbers
        return value
    return [_harmless(each) for each in value]
