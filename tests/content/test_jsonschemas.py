"""The JSON Schemas: the committed copies are the models', and they agree with `check`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from debate_tui.content.jsonschemas import KINDS, Kind, committed, schema, text
from debate_tui.content.source import read_document

jsonschema = pytest.importorskip("jsonschema", reason="comes with check-jsonschema")

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
OURS = [*HERE.glob("valid/*.yaml"), *ROOT.glob("scenarios/*.yaml"), *ROOT.glob("personas/*.yaml")]


def kind_of(data: Any) -> Kind:
    return next(kind for kind in KINDS if data["format"] == f"debate-tui/{kind}@1")


def accepts(data: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema(kind_of(data))).is_valid(data))


def properties(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield from node.get("properties", {}).items()
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from properties(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_copy_is_what_the_models_say(kind: Kind) -> None:
    assert committed(kind).read_text(encoding="utf-8") == text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_valid_schema_with_a_name(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["$id"] == f"urn:debate-tui:{kind}@1"
    assert schema(kind)["title"]
    assert schema(kind)["description"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described(kind: Kind) -> None:
    assert [key for key, node in properties(schema(kind)) if not node.get("description")] == []
    assert len(list(properties(schema(kind)))) > 10


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_it_accepts_every_valid_file(file: Path) -> None:
    assert accepts(read_document(file.read_bytes(), file.name).data)


@pytest.mark.parametrize(
    "depends",
    [
        {"copies": "first", "share": 50},
        {"overlaps": "first", "share": 0},
        {"given": "first", "when": {"heads": {"fair": {"heads": 50}}}},
    ],
)
def test_it_accepts_each_form_of_depends(depends: dict[str, Any]) -> None:
    assert accepts(with_second_card(depends=depends))


@pytest.mark.parametrize(
    "depends",
    [
        {},
        {"share": 50},
        {"copies": "first"},
        {"given": "first"},
        {"copies": "first", "overlaps": "first", "share": 50},
        {"copies": "first", "share": 50, "when": {}},
        {"given": "first", "when": {}, "share": 50},
        {"copies": "first", "share": 99.5},
    ],
)
def test_it_refuses_half_a_form_of_depends_or_two(depends: dict[str, Any]) -> None:
    assert not accepts(with_second_card(depends=depends))


@pytest.mark.parametrize(
    ("when", "valid"),
    [
        ({"not": {"role": "asker"}}, True),
        ({"all": [{"any": [{"not": {"belief": {"fair": {"above": 50, "below": 60}}}}]}]}, True),
        ({}, False),
        ({"not": {}}, False),
        ({"any": []}, False),
        ({"belief": {"fair": {}}}, False),
        ({"belief": {"Not an id": {"above": 5}}}, False),
        ({"not_": {"role": "asker"}}, False),
    ],
)
def test_it_knows_what_a_condition_is(when: dict[str, Any], valid: bool) -> None:
    data = coin()
    data["rounds"][1]["when"] = when

    assert accepts(data) == valid


def coin() -> Any:
    return json.loads(json.dumps(read_document((HERE / "valid/coin.yaml").read_bytes(), "coin").data))


def with_second_card(**keys: Any) -> Any:
    data = coin()
    data["evidence"][1] |= keys
    return data
