"""What can be set, and where it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from debate_tui.content.library import user_config_dir

Pace = Literal["instant", "brisk", "calm"]
PACES: tuple[Pace, ...] = get_args(Pace)


class Settings(NamedTuple):
    """One person's settings."""

    theme: str = "debate-dark"
    pace: Pace = "brisk"
    """How fast the cast speaks, one after the other."""
    reduced_motion: bool = False
    expert: bool = False
    """Whether decibans and the like are shown from the start."""
    tutorial_offered: bool = False
    """Whether the tutorial was offered, which happens once."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the id of what they do, where they differ from the program's own: `"f2"`, or `"f2,ctrl+l"`."""


SWITCHES = ("reduced_motion", "expert", "tutorial_offered")
KEYS = "keys"
SINGLE = ("theme", "pace", *SWITCHES)
"""The settings that are one value each."""


def settings_file() -> Path:
    """Find the file of settings; it need not exist."""
    return user_config_dir() / "settings.toml"
