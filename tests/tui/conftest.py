"""A home for every test of the screen: a small library, a settings file, and nothing that takes its time."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from debate_tui.content import library
from tests.tabletop import COIN, PEOPLE, SALON

SETTINGS = """\
# Mine.
pace = "instant"  # no waiting
reduced_motion = true
tutorial_offered = true
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a user's own folder; the library is what lies in it, whatever comes with the program."""
    settle_in(tmp_path, monkeypatch)
    return tmp_path


def settle_in(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Make a folder the user's own, with a small library and settings in it."""
    patch.setenv(library.HOME, str(home))
    patch.delenv("NO_COLOR", raising=False)
    patch.setattr(library, "bundled", lambda kind: home / "bundled" / kind)
    patch.chdir(home)
    write_library(home)
    (home / "settings.toml").write_text(SETTINGS)


def write_library(home: Path) -> None:
    """Lay a coin, a salon and four people in a folder."""
    (home / "scenarios").mkdir()
    (home / "scenarios" / "coin.yaml").write_text(COIN)
    (home / "scenarios" / "salon.yaml").write_text(SALON)
    (home / "personas").mkdir()
    for person in yaml.safe_load(PEOPLE):
        (home / "personas" / f"{person['id']}.yaml").write_text(yaml.safe_dump(person, allow_unicode=True))
