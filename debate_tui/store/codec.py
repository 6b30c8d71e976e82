"""Events to plain data and back, validated on the way in: what a file says is not trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from debate_tui.content.characters import harmless
from debate_tui.engine.events import Event, Started
from debate_tui.errors import StorageError


@cache
def _adapter() -> TypeAdapter[Event]:
    return TypeAdapter(Annotated[Event, Field(discriminator="kind")])


def encode(events: Iterable[Event]) -> list[bytes]:
    """Turn events into compact JSON."""
    return [_writers[type(event)](event) for event in events]


class _Writers(dict[type, Callable[[Event], bytes]]):
    """What writes each kind of event: to look through all kinds takes longer than the writing."""

    def __missing__(self, kind: type) -> Callable[[Event], bytes]:
        """Make the writer of a kind, when its first event is written."""
        adapter: TypeAdapter[Event] = TypeAdapter(kind)
        return self.setdefault(kind, adapter.serializer.to_json)


_writers = _Writers()


def decode(data: Sequence[Mapping[str, Any]]) -> list[Event]:
    """Turn plain data into events; StorageError names the first that is none."""
    events = []
    for number, each in enumerate(data):
        try:
            events.append(_harmless(_adapter().validate_python(each)))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            raise StorageError(
                f"event {number} ({each.get('kind', 'of no kind')}) is not one: {place}: {first['msg']}",
                mend="This save was changed by hand, or by a newer version of the program.",
            ) from error
    return events


def _harmless(event: Event) -> Event:
    """Take out of the free text of an event what a terminal would obey: somebody may have edited the save."""
    if not isinstance(event, Started):
        return event
    seats = tuple(replace(seat, name=harmless(seat.name)) for seat in event.seats)
    return replace(event, title=harmless(event.title), seats=seats)
