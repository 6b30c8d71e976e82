"""What a plain scalar means: YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema)."""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

LONGEST_NUMBER = 40

_CONSTANTS: dict[str, bool | None] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_CONSTANTS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(
    ("false", "False", "FALSE"), False
)
_FIRST_OF_A_NUMBER = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class LongNumberError(ValueError):
    """A number literal that is longer than any number needs to be."""


class NotFiniteError(ValueError):
    """A number that is not finite."""


def resolve(text: str) -> Scalar:
    """Give the value of a plain scalar; LongNumberError and NotFiniteError for numbers that nobody needs."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _FIRST_OF_A_NUMBER:
        return text
    if _NOT_FINITE.fullmatch(text):
        raise NotFiniteError(text)
    integer = _INTEGER.fullmatch(text)
    if not integer and not _FLOAT.fullmatch(text):
        return text
    if len(text) > LONGEST_NUMBER:
        raise LongNumberError(text)
    if integer:
        return int(text, 0 if text[:2] in {"0o", "0x"} else 10)
    number = float(text)
    if not math.isfinite(number):
        raise NotFiniteError(text)
    return number
