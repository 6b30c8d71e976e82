"""Which keys a file may have at a place."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from debate_tui.content.source import Path


def fields_at(annotation: object, path: Path) -> dict[str, FieldInfo]:
    """Give the fields, by the key that files use, of the mapping at a path below a type; else {}."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return fields_at(arguments[0], path)
    if origin in {Union, UnionType}:
        return {key: found for part in arguments for key, found in fields_at(part, path).items()}
    if origin in {Mapping, tuple}:
        return fields_at(arguments[1 if origin is Mapping else 0], path[1:]) if path else {}
    if not isinstance(annotation, type) or not issubclass(annotation, BaseModel):
        return {}
    fields = {found.alias or name: found for name, found in annotation.model_fields.items()}
    if not path:
        return fields
    return fields_at(fields[str(path[0])].annotation, path[1:]) if path[0] in fields else {}
