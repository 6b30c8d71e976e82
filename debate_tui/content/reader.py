"""The YAML parser's events, folded into plain data.

Nothing is recursive, no alias can explode, and no tag can call anything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from debate_tui.content.characters import FORBIDDEN, describe, quote, without_forbidden
from debate_tui.content.problems import MOST_PROBLEMS, TOO_MANY, Problem, SourceError, SourceText
from debate_tui.content.scalars import LONGEST_NUMBER, LongNumberError, NotFiniteError, Scalar, resolve

MAX_DEPTH = 32
MAX_VALUES = 2_000_000

TOO_DEEP = "too-deep", f"more than {MAX_DEPTH} levels deep", "make it flatter"
"""Code, message and mend where collections are nested too deep."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where it is there, else the slower one in Python."""

Plain = Scalar | list["Plain"] | dict[str, "Plain"]

Offsets = dict[str | int, tuple[int, int]]
"""For each entry of one collection the offsets of its key (in a list: of its value) and of its value."""

_OF_TEXT = "a text that starts with `{}` needs quotes around it"


class _Dropped:
    """Stands for a key that is not taken: the value after it is read and forgotten."""


_DROPPED = _Dropped()


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    collection: list[Plain] | dict[str, Plain]
    offsets: Offsets = field(default_factory=dict)
    key: str | _Dropped | None = None
    key_offset: int = 0

    @property
    def expects_key(self) -> bool:
        return self.key is None and type(self.collection) is dict

    def put(self, value: Plain, offset: int) -> None:
        if isinstance(self.collection, list):
            self.offsets[len(self.collection)] = offset, offset
            self.collection.append(value)
        elif isinstance(self.key, str):
            self.offsets[self.key] = self.key_offset, offset
            self.collection[self.key] = value
        self.key = None


class Reader:
    """Reads one text into `data`; `offsets` are by the id() of each collection in it.

    What can be left out (an alias, a duplicate key, ...) becomes one of the `problems`.
    """

    def __init__(self, source: SourceText) -> None:
        self.problems: list[Problem] = []
        self.offsets: dict[int, Offsets] = {}
        self._source = source
        self._documents = _Open([])
        self._open = [self._documents]
        self._values = 0

    @property
    def data(self) -> Plain:
        """What stands in the file; None where it is empty."""
        return next(iter(self._documents.collection), None)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self._documents.offsets.get(0, (0, 0))[1]

    def read(self) -> None:
        """Read everything.

        Raises what the parser does for a syntax error, and SourceError for what is too large or too deep.
        """
        take: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._take_scalar,
            MappingStartEvent: self._take_collection,
            SequenceStartEvent: self._take_collection,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._take_alias,
        }
        parser = Loader(self._source.text)
        try:
            while (event := parser.get_event()) is not None:
                if type(event) in take:
                    take[type(event)](event)
                elif isinstance(event, DocumentStartEvent) and self._documents.collection:
                    self._refuse(event, "several-documents", "a second document", "give it its own file")
                    return
        finally:
            parser.dispose()

    def _take_scalar(self, event: ScalarEvent) -> None:
        self._count(event)
        here = self._open[-1]
        if here.expects_key:
            self._take_key(event, here)
        else:
            here.put(self._value(event), _offset(event))

    def _take_key(self, event: ScalarEvent, here: _Open) -> None:
        here.key, here.key_offset = _DROPPED, _offset(event)
        key = self._text(event)
        if key == "<<" and not event.style:
            self._refuse(event, "merge-key", "a merge key: `<<`", "write the entries out")
        elif key in here.offsets:
            line, _ = self._source.position(here.offsets[key][0])
            message = f"the key {quote(key)} stands in line {line} already"
            self._refuse(event, "duplicate-key", message, "keep one of the two")
        else:
            here.key = key

    def _take_collection(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event)
        if len(self._open) > MAX_DEPTH:
            self._give_up(event, *TOO_DEEP)
        here = self._open[-1]
        opened = _Open({} if type(event) is MappingStartEvent else [])
        if here.expects_key:
            here.key = _DROPPED
            self._refuse(event, "not-a-key", "a list or mapping as a key", "put quotes around it")
        else:
            here.put(opened.collection, _offset(event))
        self.offsets[id(opened.collection)] = opened.offsets
        self._open.append(opened)

    def _close(self, _: Event) -> None:
        self._open.pop()

    def _take_alias(self, event: AliasEvent) -> None:
        mend = f"write the value out; {_OF_TEXT.format('*')}"
        self._refuse(event, "alias", f"an alias: {quote(f'*{event.anchor}')}", mend)
        here = self._open[-1]
        if here.expects_key:
            here.key = _DROPPED
        else:
            here.put(None, _offset(event))

    def _count(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            self._give_up(event, "too-many-values", f"more than {MAX_VALUES:,} values", "split the file")
        if event.anchor is not None:
            mend = f"take it away; {_OF_TEXT.format('&')}"
            self._refuse(event, "anchor", f"an anchor: {quote(f'&{event.anchor}')}", mend)
        if event.tag is not None:
            mend = f"take it away; {_OF_TEXT.format('!')}"
            self._refuse(event, "tag", f"a tag: {quote(event.tag)}", mend)

    def _value(self, event: ScalarEvent) -> Scalar:
        if event.style:
            return self._text(event)
        try:
            value = resolve(event.value)
        except LongNumberError:
            message = f"a number of more than {LONGEST_NUMBER} characters"
            self._refuse(event, "long-number", message, "round it; a text needs quotes around it")
        except NotFiniteError:
            message = f"{quote(event.value)} is not a finite number"
            self._refuse(event, "not-finite", message, "write a number; a text needs quotes around it")
        else:
            return self._text(event) if isinstance(value, str) else value
        return None

    def _text(self, event: ScalarEvent) -> str:
        """Give a text in normal form C. Escapes can hide what was refused when the file was decoded."""
        text: str = event.value
        if event.style == '"' and (hidden := FORBIDDEN.search(text)):
            code, what = describe(hidden)
            self._refuse(event, code, f"an escape for {what}", "take the escape away")
            text = without_forbidden(text)
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def _refuse(self, event: Event, code: str, message: str, mend: str) -> None:
        if len(self.problems) == MOST_PROBLEMS:
            self._give_up(event, *TOO_MANY)
        self.problems.append(self._source.problem(_offset(event), code, message, mend))

    def _give_up(self, event: Event, code: str, message: str, mend: str) -> NoReturn:
        raise SourceError(self._source.problem(_offset(event), code, message, mend))


def _offset(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0
