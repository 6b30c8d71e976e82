"""Starting the program: `--version`, beside a bare interpreter that imports click."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.row import Row
from benchmarks.timing import best_of

CHECKOUT = Path(__file__).parents[1]
BARE = ("-c", "import click")
OURS = ("-m", "debate_tui", "--version")


def version(_folder: Path, *, rounds: int = 40) -> Row:
    """Start both as whole processes, with warm bytecode."""
    return Row(
        "version",
        "`debate-tui --version`, the whole process, beside a bare `import click`",
        *best_of(rounds, lambda: run(BARE), lambda: run(OURS)),
        budget=1.3,
    )


def run(arguments: tuple[str, ...]) -> str:
    """Run a fresh interpreter to its end, and give what it printed."""
    # Bytecode must be allowed to become warm: installers compile click, but nobody compiles a checkout.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
