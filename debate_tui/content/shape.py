"""What pydantic finds wrong with plain data, told to the person who wrote it: keys, types, ranges."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from debate_tui.content.characters import quote
from debate_tui.content.faults import Faults
from debate_tui.content.fieldnames import fields_at
from debate_tui.content.problems import MOST_PROBLEMS, TOO_MANY, SourceError
from debate_tui.content.source import Document, Path

AnyModel = TypeVar("AnyModel", bound=BaseModel)

_KEY_MARK = "[key]"


class _Finding(NamedTuple):
    code: str
    message: str
    mend: str = ""


def check_shape(document: Document, model: type[AnyModel], faults: Faults) -> AnyModel | None:
    """Make the model of a document, or report everything that keeps it from being one.

    SourceError where there are too many faults to tell.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        if error.error_count() > MOST_PROBLEMS:  # to list them all would take minutes
            raise SourceError(document.source.problem(0, *TOO_MANY)) from None
        for details in error.errors(include_url=False):
            _report(details, document, model, faults)
        return None


def _report(details: ErrorDetails, document: Document, model: type[BaseModel], faults: Faults) -> None:
    kind, path = details["type"], _in_file(details["loc"])
    at_key = path[-1:] == (_KEY_MARK,)
    path = path[:-1] if at_key else path
    if kind == "missing":
        about = fields_at(model, path[:-1])[str(path[-1])].description
        faults.add(path, "missing-key", f"the key `{path[-1]}` is missing", f"add it: {about}")
    elif kind == "extra_forbidden":
        key, known = str(path[-1]), fields_at(model, path[:-1])
        # A key of another form of the same entry: there is one, but not beside these.
        mend = "leave it out, or give it an entry of its own" if key in known else faults.nearest(key, known)
        faults.add(path, "unknown-key", f"there is no key {quote(key)} here", mend, at_key=True)
    elif kind == "literal_error":
        word = path[-1] if at_key else details["input"]
        words = re.findall(r"'([^']*)'", details["ctx"]["expected"])
        message = f"{quote(str(word))} is not one of the words allowed here"
        faults.add(path, "unknown-value", message, faults.nearest(str(word), words), at_key=at_key)
    elif kind in _TYPES:
        faults.add(path, *_wrong_type(_TYPES[kind], details["input"], document.token(path)))
    elif kind in _FINDINGS:
        finding = _FINDINGS[kind](details["input"], details.get("ctx", {}), path)
        if finding is not None:
            faults.add(path, *finding, at_key=at_key)
    else:
        faults.add(path, "wrong-type", details["msg"], at_key=at_key)


def _in_file(loc: Path) -> Path:
    """Turn pydantic's place into the file's: a move on a script's floor has its form's name between."""
    if loc[:1] == ("turns",) and loc[2:3] == ("floor",):
        return loc[:4] + loc[5:]
    return loc


_TEXT, _NUMBER, _WHOLE, _BOOL = "a text", "a number", "a whole number", "`true` or `false`"
_LIST, _MAPPING = "a list", "a mapping of keys to values"

_TYPES = {
    "string_type": _TEXT,
    "float_type": _NUMBER,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _BOOL,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
}


def _wrong_type(expected: str, value: object, token: str) -> _Finding:
    message = f"{expected} is expected here, not {_kind(value)}"
    return _Finding("wrong-type", message, _retyped(expected, value, token))


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    kinds = {bool: _BOOL, int: _NUMBER, float: _NUMBER, str: _TEXT, list: _LIST, dict: _MAPPING}
    return kinds.get(type(value), "this")


def _retyped(expected: str, value: object, token: str) -> str:
    """Say how to write what was probably meant."""
    comment = expected == _TEXT and token.startswith("#")
    if value is None and not comment:
        return f"write {expected}, or take the key away where it may be left out"
    if expected == _TEXT:
        if isinstance(value, list | dict):
            return "put quotes around a text that starts with `[` or `{`, or contains `: `"
        return f'put quotes around it: "{token}"'
    if expected in {_NUMBER, _WHOLE}:
        return _renumbered(value)
    if expected == _LIST and not isinstance(value, dict):
        return f"write [{token}]"
    return "write entries of the form `key: value`" if expected == _MAPPING else ""


def _renumbered(value: object) -> str:
    number = re.fullmatch(
        r"\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(%?)\s*", value if isinstance(value, str) else ""
    )
    if number is None:
        return ""
    return f"write {number[1]}, without {'the percent sign' if number[2] else 'quotes'}"


def _too_small(value: object, ctx: dict[str, Any], path: Path) -> _Finding:
    least = f"more than {ctx['gt']:g}" if "gt" in ctx else f"{ctx['ge']:g} or more"
    return _Finding(_range_code(path), f"{value} is too small: {least} is allowed", _certainty(ctx))


def _too_large(value: object, ctx: dict[str, Any], path: Path) -> _Finding:
    most = f"less than {ctx['lt']:g}" if "lt" in ctx else f"{ctx['le']:g} or less"
    return _Finding(_range_code(path), f"{value} is too large: {most} is allowed", _certainty(ctx))


def _certainty(ctx: dict[str, Any]) -> str:
    if ctx.get("gt") == 0 or ctx.get("lt") == 100:
        return "nothing is certain: write a percent such as 1 or 99"
    return ""


def _range_code(path: Path) -> str:
    if path[-1] == "share":
        return "share-range"
    return "likelihood-range" if {"likelihoods", "reads", "depends"} & set(path) else "out-of-range"


def _too_few(value: list[object], ctx: dict[str, Any], path: Path) -> _Finding | None:
    if len(value) >= ctx["min_length"]:
        return None  # pydantic does not count the entries that have faults of their own
    code = "empty-condition" if path[-1] == "any" else "wrong-count"
    return _Finding(code, f"{len(value)} entries are too few: {ctx['min_length']} is the least")


def _too_many(value: list[object], ctx: dict[str, Any], _: Path) -> _Finding:
    return _Finding("wrong-count", f"{len(value)} entries are too many: {ctx['max_length']} is the most")


def _pattern(value: str, _: dict[str, Any], path: Path) -> _Finding:
    if path[-1] == "color":
        return _Finding("bad-color", f"{quote(value)} is not a colour", 'write it as "#rrggbb", in quotes')
    if path[-1] == "language":
        return _Finding(
            "bad-language", f"{quote(value)} is not a language tag", "write it as `en` or `pt-BR`"
        )
    meant = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:64]
    message = f"{quote(value)} is not an id: a-z, 0-9 and - are allowed, 64 at most"
    return _Finding("bad-id", message, f"write {quote(meant)}" if meant else "")


def _empty(_: object, __: dict[str, Any], ___: Path) -> _Finding:
    return _Finding("empty-text", "a text is expected here", _retyped(_TEXT, None, ""))


def _says_nothing(_: object, ctx: dict[str, Any], __: Path) -> _Finding:
    return _Finding("empty-condition", f"this {ctx['error']}")


_FINDINGS: dict[str, Callable[[Any, dict[str, Any], Path], _Finding | None]] = {
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "less_than": _too_large,
    "less_than_equal": _too_large,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "value_error": _says_nothing,
}
