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
    monkeypatch.setenv(library.HOME, str(tmp_path))
    monkeypatch.setattr(library, "bundled", lambda kind: tmp_path / "bundled" / kind)
    monkeypatch.chdir(tmp_path)
    write_library(tmp_path)
    (tmp_path / "settings.toml").write_text(SETTINGS)
    return tmp_path


def write_library(home: Path) -> None:
    """Lay a coin, a salon and four people in a folder."""
    (home / "scenarios").mkdir()
    (home / "scenarios" / "coin.yaml").write_text(COIN)
    (home / "scenarios" / "salon.yaml").write_text(SALON)
    (home / "personas").mkdir()
    for person in yaml.safe_load(PEOPLE):
        (home / "personas" / f"{person['id']}.yaml").write_text(yaml.safe_dump(person, allow_unicode=True))
