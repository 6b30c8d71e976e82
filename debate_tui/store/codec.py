"""Events to plain data and back, validated on the way in: what a file says is not trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

import msgspec
from msgspec.structs import fields, replace

from debate_tui.content.characters import harmless
from debate_tui.engine.events import Event, Started
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
    try:
        return _harmless(msgspec.convert(data, _KINDS[kind]))
    except (msgspec.ValidationError, KeyError) as error:
        raise StorageError(
            f"event {number} ({kind}) is not one: {error}",
            mend="This save was changed by hand, or by a newer version of the program.",
        ) from error


def _harmless(event: Event) -> Event:
    """Take out of the free text of an event what a terminal would obey: somebody may have edited the save."""
    if not isinstance(event, Started):
        return event
    seats = tuple(replace(seat, name=harmless(seat.name)) for seat in event.seats)
    return replace(event, title=harmless(event.title), seats=seats)
