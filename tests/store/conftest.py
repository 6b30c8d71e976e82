"""What the tests of saves share."""

from __future__ import annotations

import os

import pytest


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests with thousands of saves, in which no power fails: nobody waits for the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
