"""The program, run as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys

STILL = "same\n\n" * 40
"""What somebody types who moves nothing: `same` where a belief is asked for, Enter everywhere."""


def debate_tui(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    return subprocess.run(
        [sys.executable, "-m", "debate_tui", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )
