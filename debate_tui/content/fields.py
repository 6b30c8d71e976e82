"""The field types that scenarios, personas and scripts share; how likely and how strong are percents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(strict=True, min_length=1)]
"""Plain text: square brackets are just brackets."""

Prose = Annotated[str, Field(strict=True, min_length=1)]
"""Text that is read as Markdown."""

Id = Annotated[str, Field(strict=True, pattern=r"^[a-z0-9-]{1,64}$")]

Percent = Annotated[float, Field(strict=True, gt=0, lt=100, allow_inf_nan=False)]
"""A probability in percent: more than 0 and less than 100."""

Strength = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]

Distribution = Mapping[Id, Percent]
"""Percents by id that sum to 100 (within 0.5)."""

Rows = Mapping[Id, Mapping[Id, Percent]]
"""For each hypothesis the percents of a card's outcomes; the one that a row leaves out gets the rest."""


class Authored(BaseModel):
    """What somebody wrote in a file: frozen, and an unknown key is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_by_name=False,
        validate_by_alias=True,
    )
