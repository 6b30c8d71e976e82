"""What the program is called where it runs: by its own name, or through `run.py` of a checkout."""

from __future__ import annotations

import os

CALLED = "DEBATE_TUI_CALLED"
"""The variable by which `run.py` says how it was called."""


def go_on(save: str) -> str:
    """Say that a game is kept, and what goes on with it."""
    return f"Kept. Go on with: {os.environ.get(CALLED, 'debate-tui')} continue {save}"
