"""What all tests share: a home of their own, unhurried properties, and a word on what was left out."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.tabletop import COIN, SALON

ORACLES = {"pgmpy": "pgmpy", "scikit-learn": "sklearn", "scipy": "scipy"}

settings.register_profile(
    "tests", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", parent=settings.get_profile("tests"), derandomize=False, max_examples=2000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))


@pytest.fixture(autouse=True, scope="session")
def _home_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the tests out of the user's own folders."""
    os.environ["DEBATE_TUI_HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a user's own folder, with two scenarios in it, and go where it lies."""
    home = tmp_path / "home"
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "coin.yaml").write_text(COIN)
    (home / "scenarios" / "salon.yaml").write_text(SALON)
    monkeypatch.setenv("DEBATE_TUI_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return home


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave the oracles out where their libraries are not installed."""
    return True if collection_path.name == "oracles" and _missing() else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were left out, and how to run them."""
    if missing := _missing():
        terminalreporter.write_line(
            f"Left out: tests/oracles, which compares the maths with {', '.join(missing)} (not installed). "
            "The dependency group `oracles` has them; .ci/run runs them."
        )


def _missing() -> list[str]:
    return [library for library, module in ORACLES.items() if find_spec(module) is None]
