"""One line of a save: an event, its place, its time, and a checksum over the line's exact bytes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import NamedTuple, NoReturn

Event = dict[str, object]
"""An event as JSON: an object with a `kind`."""

MAX_LINE = 64 * 1024 * 1024
"""Bytes that one line may have."""

_YEAR_10000 = 253_402_300_800
_SEAL = b',"crc":"%08x"}'
_SEAL_SIZE = len(_SEAL % 0)
_encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"))


class Record(NamedTuple):
    """An event with its place (from 0) and the time when it was saved (seconds since the epoch)."""

    seq: int
    at: float
    event: Event


def seal(fields: Mapping[str, object]) -> bytes:
    """Write a JSON object as one line without its newline: compact, in UTF-8, its checksum as the last key.

    The checksum is CRC-32 of all bytes before `,"crc"`. It notices any change within four bytes in a row
    and any two flipped bits; of other damage about one in 2³² escapes it. ValueError: NaN, infinity or
    half a surrogate pair cannot be written.
    """
    return _sealed(_encoder.encode(fields)[:-1].encode())


def _sealed(body: bytes) -> bytes:
    return body + _SEAL % zlib.crc32(body)


def is_sealed(line: bytes) -> bool:
    """Whether a line ends in the checksum of what stands before it."""
    body = line[:-_SEAL_SIZE]
    return line[-_SEAL_SIZE:] == _SEAL % zlib.crc32(body)


def text_of(event: Event) -> bytes:
    """Write an event as compact JSON in UTF-8. ValueError: it is none, or could not be read again."""
    if type(event.get("kind")) is not str:
        raise ValueError("holds an event of no kind")
    return _encoder.encode(event).encode()


def encode(seq: int, at: float, text: bytes) -> bytes:
    """Write an event's JSON as a line with its newline. ValueError: it could not be read again."""
    if not 0 <= at < _YEAR_10000:
        raise ValueError("has no time between the years 1970 and 9999")
    if seq == 0:
        version_of(parse(text.decode()))
    line = _sealed(b'{"seq":%d,"at":%s,"event":%s' % (seq, repr(at).encode(), text))
    if len(line) > MAX_LINE:
        raise ValueError(f"is longer than {MAX_LINE} bytes")
    return line + b"\n"


def decode(line: bytes, seq: int) -> Record:
    """Read a line without its newline, which should be the one at this place. ValueError: why it is not."""
    if len(line) > MAX_LINE:
        raise ValueError(f"is longer than {MAX_LINE} bytes")
    sealed = is_sealed(line)
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8") from None
    if not sealed:
        raise ValueError("does not match its checksum" if '"crc":"' in text else "has no checksum")
    return checked(parse(text), seq)


def parse(text: str) -> object:
    """Read JSON strictly: no NaN, no infinity, no key twice in an object. ValueError: what is wrong."""
    try:
        value: object = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("is not JSON") from None
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    unique = dict(pairs)
    if len(unique) < len(pairs):
        raise ValueError("has a key twice in one object")
    return unique


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"has {constant} for a number")


def checked(fields: object, seq: int) -> Record:
    """Take an object as the record at this place. ValueError: it is none, or belongs elsewhere."""
    match fields:
        case {"seq": int(place), "at": int() | float() as at, "event": dict(event)}:
            pass
        case _:
            raise ValueError("is not an event with its place and time")
    if place != seq:
        raise ValueError(f"holds event {place} where event {seq} belongs")
    _check(seq, at, event)
    return Record(seq, at, event)


def _check(seq: int, at: float, event: Event) -> None:
    if type(event.get("kind")) is not str:
        raise ValueError("holds an event of no kind")
    if not 0 <= at < _YEAR_10000:
        raise ValueError("has no time between the years 1970 and 9999")
    if seq == 0:
        version_of(event)


def version_of(first: object) -> int:
    """Give the format that a game's first event names. ValueError: no game begins like this."""
    match first:
        case {"kind": "started", "format": int(version)} if version >= 1:
            return version
        case _:
            raise ValueError("is not the start of a game")
