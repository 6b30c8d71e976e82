"""`python -m tests.library.record [SCENARIO ...]`: play recorded games again and keep what they come to."""

from __future__ import annotations

import sys

from debate_tui.errors import DebateError
from tests.library.recorded import SCRIPTS, card_file, record


def main(names: list[str]) -> int:
    """Record the games of these scenarios, of all where none is named; 1 where a script cannot be played."""
    failed = False
    for script in SCRIPTS:
        if names and script.parent.name not in names:
            continue
        try:
            record(script)
            print(card_file(script))
        except DebateError as error:
            failed = True
            print(error, file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
