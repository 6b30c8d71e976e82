"""Play an installed program as a stranger would: from an empty folder, with nothing but the wheel.

Run by hand or by CI, not by pytest: installing needs a network.  python tests/wheel.py PROGRAM FOLDER
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from terminal import Terminal  # beside this script, which runs without the project's own packages


def main(program: str, folder: Path) -> None:
    """Play the bundled scenario to its end, twice interrupted; any surprise raises."""
    home = folder / "home"
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "DEBATE_TUI_HOME": str(home)}

    def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments],
            cwd=elsewhere,
            env=environment,
            input=typed,
            capture_output=True,
            text=True,
            check=True,
        )

    assert "priced-in" in run("list").stdout
    left = run("play", "priced-in", "--seed", "1", typed="\n\n")
    assert "continue" in left.stderr, left.stderr
    finished = run("continue", "--json", typed="same\n\n" * 200)
    assert json.loads(finished.stdout)["cards"][-1]["after"], finished.stdout
    assert not list(elsewhere.iterdir()), "the program wrote where it was started"
    with Terminal([program], cwd=elsewhere, env=environment) as terminal:
        terminal.wait_for("Was it priced in?")
    print("The wheel plays: list, play, continue and on a screen, from an empty folder.")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
