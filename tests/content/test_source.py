"""Reading YAML that strangers wrote: what values mean, where they stand, and what is refused."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.content import reader
from debate_tui.content.problems import SourceError
from debate_tui.content.reader import MAX_DEPTH
from debate_tui.content.source import MAX_BYTES, read_document
from debate_tui.content.syntax import explain

VALID = [file.read_text() for file in sorted((Path(__file__).parent / "valid").glob("*.yaml"))]

harmless = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Cn"), include_characters="\n")
texts = st.text(harmless, max_size=12).map(lambda text: unicodedata.normalize("NFC", text))
scalars = st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats(-1e30, 1e30) | texts
plain = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


def read(text: str) -> Any:
    document = read_document(text.encode(), "test.yaml")
    assert document.problems == ()
    return document.data


def codes(data: bytes) -> list[str]:
    try:
        return [problem.code for problem in read_document(data, "test.yaml").problems]
    except SourceError as error:
        return [error.problem.code]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml, and with the parser in Python."""
    monkeypatch.setattr(reader, "Loader", getattr(yaml, request.param))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("12:30:45", "12:30:45"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("-7", -7),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("2024-13-45", "2024-13-45"),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("False", False),
        ("~", None),
        ("Null", None),
        ("", None),
        ("'null'", "null"),
        ('"1"', "1"),
        ("=", "="),
        ("+", "+"),
        ("-.", "-."),
        ("٣", "٣"),
        ("1.2.3", "1.2.3"),
        ("inf", "inf"),
    ],
)
def test_plain_scalars_mean_what_yaml_1_2_says(written: str, value: object) -> None:
    found = read(f"key: {written}\n")["key"]

    assert found == value
    assert type(found) is type(value)


def test_keys_are_always_their_text() -> None:
    assert read("1: a\ntrue: b\n~: c\nnull: d\n0x10: e\n") == {
        "1": "a",
        "true": "b",
        "~": "c",
        "null": "d",
        "0x10": "e",
    }


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    document = read_document(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n", "test.yaml")

    assert document.data == {"a": 1, "b": ["x"]}
    assert document.position(("a",)) == (1, 4)
    assert document.position(("b", 0)) == (3, 5)


def test_texts_and_keys_come_in_normal_form_c() -> None:
    assert read("e\u0301: caf\u0065\u0301\n") == {"é": "café"}
    assert read('a: "e\\u0301"\n') == {"a": "é"}


def test_positions_count_characters_not_bytes_or_cells() -> None:
    document = read_document("{é猫: [😀, x]}".encode(), "test.yaml")

    assert document.key_position(("é猫",)) == (1, 2)
    assert document.position(("é猫", 1)) == (1, 10)


def test_the_position_of_what_is_not_there_is_that_of_what_is_around_it() -> None:
    document = read_document(b"a:\n  - b: 1\n", "test.yaml")

    assert document.position(("a", 0, "missing")) == document.position(("a", 0)) == (2, 5)
    assert document.position(("a", 7)) == document.position(("a",)) == (2, 3)
    assert document.position(("a", "b", "c")) == (2, 3)
    assert document.position(()) == (1, 1)


@given(plain)
def test_json_is_read_as_what_it_says(value: Any) -> None:
    document = read_document(json.dumps(value, ensure_ascii=False).encode(), "test.yaml")

    assert document.problems == ()
    assert document.data == value


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, _: object) -> bool:
        return True


def marks(node: yaml.Node, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    """Every path below a node with the marks of its value and its key."""
    inner: list[tuple[Any, yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        inner = [(key.value, value, key) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = [(index, value, value) for index, value in enumerate(node.value)]
    for step, value, key in inner:
        yield (*path, step), value.start_mark, key.start_mark
        yield from marks(value, (*path, step))


@given(value=plain, flow=st.sampled_from([None, True, False]), indent=st.integers(2, 6), data=st.data())
def test_positions_are_those_that_the_python_parser_finds(
    value: Any, flow: bool | None, indent: int, data: st.DataObject
) -> None:
    width = data.draw(st.integers(20, 100))
    text = yaml.dump(
        value, Dumper=Dumper, default_flow_style=flow, indent=indent, width=width, allow_unicode=True
    )
    document = read_document(text.encode(), "test.yaml")
    assert document.problems == ()

    for path, of_value, of_key in marks(yaml.compose(text, Loader=yaml.SafeLoader)):
        assert document.position(path) == (of_value.line + 1, of_value.column + 1)
        assert document.key_position(path) == (of_key.line + 1, of_key.column + 1)


def test_an_empty_file_is_nothing() -> None:
    assert read("") is None
    assert read("# only a comment\n") is None


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "duplicate-key"),
        ("{a: 1, 'a': 2}", "duplicate-key"),
        ("a: !!str 1\n", "tag"),
        ("a: !python/object:os.system x\n", "tag"),
        ("!!map {a: 1}\n", "tag"),
        ("a: &x 1\n", "anchor"),
        ("a: *x\n", "alias"),
        ("*x : a\n", "alias"),
        ("<<: {a: 1}\n", "merge-key"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("? [a]\n: b\n", "not-a-key"),
        ("? {a: [b]}\n: {c: d}\n", "not-a-key"),
        ("a: .inf\n", "not-finite"),
        ("a: -.INF\n", "not-finite"),
        ("a: .NaN\n", "not-finite"),
        ("a: 1e999\n", "not-finite"),
        (f"a: {'9' * 41}\n", "long-number"),
        (f"a: 0.{'9' * 39}\n", "long-number"),
        ("a: \x1b[31m\n", "control-character"),
        ("a: b\x85c\n", "control-character"),
        ("a: b\u2028c\n", "control-character"),
        ("a: b\rc: d\n", "control-character"),
        ("a: b\ufeffc\n", "control-character"),
        ("a: b\ufffec\n", "control-character"),
        ('a: "\\e[31m"\n', "control-character"),
        ('a: "\\0"\n', "control-character"),
        ('a: "\\r"\n', "control-character"),
        ('"\\a": a\n', "control-character"),
        ("a: b\u202ec\n", "bidi-control"),
        ('a: "\\u202e"\n', "bidi-control"),
        ("a: b\u2066c\n", "bidi-control"),
        ("a: [1, 2\n", "syntax"),
        ("a: 'b\n", "syntax"),
        ("a:\n\tb: 1\n", "syntax"),
        ("a: b: c\n", "syntax"),
        ("a: @b\n", "syntax"),
        ('a: "\\U00110000"\n', "syntax"),
        ("%YAML 3.0\n---\na: 1\n", "syntax"),
    ],
)
def test_what_files_may_not_contain_is_refused(text: str, code: str) -> None:
    assert codes(text.encode()) == [code]


def test_a_quoted_merge_key_is_a_key_and_a_quoted_number_a_text() -> None:
    assert read("'<<': '9999999999999999999999999999999999999999999999999'\n") == {"<<": "9" * 49}


def test_forty_characters_of_a_number_are_read() -> None:
    assert read(f"a: {'9' * 40}\n") == {"a": int("9" * 40)}


def test_reading_goes_on_after_what_can_be_left_out() -> None:
    document = read_document(b'a: &x 1\na: 2\nb: *x\n? [c]\n: d\n<<: {e: 1}\nf: "\\e"\ng: .nan\nh: ok\n', "x")

    assert [(problem.line, problem.code) for problem in document.problems] == [
        (1, "anchor"),
        (2, "duplicate-key"),
        (3, "alias"),
        (4, "not-a-key"),
        (6, "merge-key"),
        (7, "control-character"),
        (8, "not-finite"),
    ]
    assert document.data == {"a": 1, "b": None, "f": "\ufffd", "g": None, "h": "ok"}


def test_one_forbidden_character_of_a_line_is_reported() -> None:
    document = read_document(b"a: \x00\x00\nb: \x00c\x00\n", "test.yaml")

    assert [(problem.line, problem.column) for problem in document.problems] == [(1, 4), (2, 4)]


def test_a_forbidden_character_that_breaks_the_syntax_is_what_is_reported() -> None:
    assert codes(b"a: 1\n\x0cb: [2\n") == ["control-character"]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{b: "])
def test_nesting_is_refused_beyond_its_limit_and_never_overflows(opening: str) -> None:
    assert codes((opening * 50_000).encode()) == ["too-deep"]


def test_what_a_parser_itself_calls_too_deep_is_called_so() -> None:
    error = yaml.scanner.ScannerError(problem="exceeded maximum nesting depth")

    assert explain(error, "[[").code == "too-deep"


def test_the_deepest_nesting_allowed_is_read() -> None:
    assert codes(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) == []
    assert codes(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)) == ["too-deep"]


def test_the_largest_file_allowed_is_read_and_one_byte_more_is_not() -> None:
    text = b"a: " + b"x" * (MAX_BYTES - 4) + b"\n"

    assert codes(text) == []
    assert codes(text + b"\n") == ["too-large"]


def test_more_values_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_VALUES", 100)

    assert codes(b"[" + b"a," * 99 + b"]") == []
    assert codes(b"[" + b"a," * 100 + b"]") == ["too-many-values"]
    assert codes(b"{" + b"a," * 100 + b"}")[-1:] == ["too-many-values"]


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"a: caf\xe9\n", (1, 7)), (b"\xff\xfea\x00", (1, 1)), (b"a: 1\r\nb: \xc3\xa9\xc3", (2, 5))],
)
def test_bytes_that_are_not_utf_8_are_named_where_they_stand(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(data, "test.yaml")

    problem = caught.value.problem
    assert (problem.code, (problem.line, problem.column)) == ("not-utf-8", place)
    assert "UTF-8" in problem.mend


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("says: [sic] it works\n", "`[` needs quotes"),
        ("says: {x} it works\n", "`{` needs quotes"),
        ("says: *really* good\n", "needs quotes"),
        ("says: *really good\n", "`*` needs quotes"),
        ("says: @home\n", "quotes"),
        ("says: %50\n", "quotes"),
        ("says: good: bad\n", "`: ` needs quotes"),
        ("says: 'it's'\n", "''"),
        ("says:\n\t- a\n", "spaces"),
        ("says: [a\nb: c\n", "missing `,` or `]`"),
        ('says: "\\d"\n', "single quotes"),
    ],
)
def test_a_syntax_error_says_how_to_mend_it(text: str, mend: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(text.encode(), "test.yaml")

    assert mend in caught.value.problem.mend


def test_an_unclosed_bracket_is_reported_where_it_opens() -> None:
    with pytest.raises(SourceError) as caught:
        read_document(b"a:\n  b: [1,\n    2\nc: d\n", "test.yaml")

    assert caught.value.where == "test.yaml:2:6"


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_nothing_but_a_source_error_comes_out_of_any_bytes(data: bytes) -> None:
    codes(data)


@given(
    st.text("ab01 :,-?&*!|>'\"%@`[]{}#\n\t\\~.<", max_size=40), st.sampled_from(["CSafeLoader", "SafeLoader"])
)
def test_nothing_but_a_source_error_comes_out_of_what_looks_like_yaml(text: str, parser: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "Loader", getattr(yaml, parser))
        codes(text.encode())


@given(st.sampled_from(VALID), st.data())
def test_nothing_but_a_source_error_comes_out_of_a_damaged_file(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    instead = data.draw(st.text(max_size=5) | st.sampled_from(["\n", ": ", "- ", "[", "}", "&a ", '"', "\\"]))

    codes((text[:start] + instead + text[end:]).encode("utf-8", "replace"))
