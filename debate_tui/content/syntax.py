"""The parser's errors in words that help: where the fault is, what it is, what to do about it."""

from __future__ import annotations

import re
from typing import NamedTuple

from debate_tui.content.reader import TOO_DEEP

_INDENTATION = "check the indentation: entries of one list or mapping start in the same column"
_COLON = "a text that contains `: ` needs quotes around it; otherwise check the indentation"
_KEY = "check the indentation, and the quotes: inside single quotes an apostrophe is written ''"

_STARTS_SPECIAL = re.compile(r"\s*(?:- +)*(?:[\w-]+ *: +)?(?P<sign>[\[{&*!%@`])")
"""A line whose text starts with a sign that means something to YAML."""


class Fault(NamedTuple):
    """What the parser stopped at: the offset in the text, the code, what is wrong, and the mend."""

    offset: int
    code: str
    message: str
    mend: str


class _Explanation(NamedTuple):
    message: str
    mend: str
    at_start: bool = False
    """The place to look at is where the construct began, not where the parser gave up."""


_EXPLANATIONS = {
    "mapping values are not allowed": _Explanation("`:` cannot stand here", _COLON),
    "block sequence entries are not allowed": _Explanation(
        "a list cannot start here", "put `- ` on a line of its own, or quotes around the text"
    ),
    "could not find expected ':'": _Explanation(
        "a line that is neither `key: value` nor part of a text", _INDENTATION, at_start=True
    ),
    "found unexpected end of stream": _Explanation(
        "a quote that is never closed", "close it, or write the text without quotes", at_start=True
    ),
    "found unknown escape character": _Explanation(
        "an escape that does not exist",
        "inside double quotes write \\\\ for a backslash, or use single quotes",
    ),
    "found invalid Unicode character escape code": _Explanation(
        "an escape of a character that does not exist", "write the character itself"
    ),
    "did not find expected alphabetic or numeric character": _Explanation(
        "`*` and `&` mean something to YAML",
        "a text that starts with one of them needs quotes around it",
        at_start=True,
    ),
    "did not find expected ',' or ']'": _Explanation(
        "a list that is not closed", "add the missing `,` or `]`"
    ),
    "did not find expected ',' or '}'": _Explanation(
        "a mapping that is not closed", "add the missing `,` or `}`"
    ),
    "did not find expected node content": _Explanation(
        "a value is missing", "write one, or take the extra `,`, `]` or `}` away"
    ),
    "did not find expected '-' indicator": _Explanation("a list goes on without `- `", _INDENTATION),
    "did not find expected key": _Explanation("a key was expected", _KEY),
    "did not find expected <document start>": _Explanation("the file goes on after its end", _INDENTATION),
}
"""By what libyaml (and PyYAML, word for word) says."""


def explain(error: Exception, text: str) -> Fault:
    """Explain what the parser raised about a text."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    stopped, began = _offset(error, "problem_mark"), _offset(error, "context_mark")
    if "maximum nesting depth" in problem:  # libyaml 0.2.6 reads ahead and stops before we do
        return Fault(stopped, *TOO_DEEP)
    if "cannot start any token" in problem:
        return _bad_start(stopped, text)
    words = next((words for words in _EXPLANATIONS if words in problem), None)
    if words is None:
        return Fault(stopped, "syntax", problem, "")
    explanation = _EXPLANATIONS[words]
    from_start = explanation.at_start or _is_unclosed(error, text[began:])
    mend = _quoting(stopped, text) if explanation.mend == _KEY else ""
    return Fault(began if from_start else stopped, "syntax", explanation.message, mend or explanation.mend)


def _offset(error: Exception, mark: str) -> int:
    return getattr(getattr(error, mark, None), "index", 0)


def _is_unclosed(error: Exception, text: str) -> bool:
    """Whether brackets stay open over their line: then the first one is the place to look at."""
    in_brackets = str(getattr(error, "context", "")).startswith("while parsing a flow")
    length = _offset(error, "problem_mark") - _offset(error, "context_mark")
    return in_brackets and ("\n" in text[:length] or not text[length:].strip())


def _bad_start(offset: int, text: str) -> Fault:
    sign = text[offset]
    if sign == "\t":
        return Fault(offset, "syntax", "a tab cannot indent", "use spaces")
    return Fault(offset, "syntax", f"a text cannot start with {sign}", "put quotes around it")


def _quoting(offset: int, text: str) -> str:
    """Advise quotes where the line's text starts with a sign that YAML takes for its own."""
    line = text[text.rfind("\n", 0, offset) + 1 :].split("\n", 1)[0]
    special = _STARTS_SPECIAL.match(line)
    return f"a text that starts with `{special['sign']}` needs quotes around it" if special else ""
