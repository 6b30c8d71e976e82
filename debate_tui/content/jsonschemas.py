"""The formats as JSON Schemas, for editors and other programs.

`python -m debate_tui.content.jsonschemas` writes the copies that are committed beside this file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from debate_tui.content.validate import FORMATS

Kind = Literal["scenario", "persona", "script"]

KINDS: tuple[Kind, ...] = ("scenario", "persona", "script")

_RULES: dict[str, dict[str, Any]] = {
    "Bounds": {"anyOf": [{"required": ["above"]}, {"required": ["below"]}]},
    "Condition": {"minProperties": 1},
    "Depends": {
        "oneOf": [
            {"required": ["copies", "share"], "not": {"required": ["when"]}},
            {"required": ["overlaps", "share"], "not": {"required": ["when"]}},
            {"required": ["given", "when"], "not": {"required": ["share"]}},
        ]
    },
}
"""What models ask for beyond their fields."""


def schema(kind: Kind) -> dict[str, Any]:
    """Make a format's JSON Schema (draft 2020-12)."""
    format_ = f"debate-tui/{kind}@1"
    made = FORMATS[format_].model_json_schema(schema_generator=_Generator)
    for model in made["$defs"].keys() & _RULES.keys():
        made["$defs"][model] |= _RULES[model]
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"urn:{format_.replace('/', ':')}"}
    return head | made | {"title": f"A {kind} for debate-tui"}


def committed(kind: Kind) -> Path:
    """Find the copy that is committed."""
    return Path(__file__).with_name(f"{kind}.schema.json")


def text(kind: Kind) -> str:
    """Give a format's JSON Schema as it is committed."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Refuses keys that are no ids; says nothing that a key or an empty default says already."""

    def field_title_should_be_set(self, _: Any) -> bool:
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default") in (None, "") or isinstance(made["default"], list | dict):
            made.pop("default", None)
        return made


if __name__ == "__main__":
    for each in KINDS:
        committed(each).write_text(text(each), encoding="utf-8")
