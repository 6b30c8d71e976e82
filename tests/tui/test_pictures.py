"""What every screen looks like, cell for cell, at the size that it is designed for."""

from __future__ import annotations

import asyncio

import pytest

from tests.tui.conftest import settle_in
from tests.tui.record import GOLDEN, pictures

NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Draw them all, once."""
    with pytest.MonkeyPatch.context() as patch:
        settle_in(tmp_path_factory.mktemp("pictures"), patch)
        return asyncio.run(pictures())


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_looks_as_it_did(drawn: dict[str, str], name: str):
    golden = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert drawn[name] == golden, "if that was meant: python -m tests.tui.record"


def test_every_screen_has_its_picture(drawn: dict[str, str]):
    assert sorted(drawn) == NAMES
