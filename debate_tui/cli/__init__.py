"""The command line. What a command needs is imported when it is asked for, so that starting stays fast.

Standard output is data and standard error narration. Exit codes: 0 well, 1 content invalid, 2 usage,
3 input or output, 130 interrupted.
"""

from __future__ import annotations

import sys

from debate_tui.cli.screen import has_screen, on_screen
from debate_tui.cli.terminal import OutputClosed, give_up, narrate, prepare
from debate_tui.content.characters import one_line
from debate_tui.errors import DebateError

INPUT_OUTPUT, INTERRUPTED = 3, 130


def main() -> None:
    """Run the program and leave with its exit code; nobody is shown a traceback for what they can mend."""
    prepare()
    try:
        code = _run()
        sys.stdout.flush()
    except DebateError as error:
        narrate(f"debate-tui: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        narrate()
        sys.exit(INTERRUPTED)
    except (OutputClosed, BrokenPipeError):
        give_up(sys.stdout)
    except OSError as error:
        give_up(sys.stdout)
        place = f"{one_line(str(error.filename))}: " if error.filename else ""
        narrate(f"debate-tui: {place}{error.strerror or error}")
        sys.exit(INPUT_OUTPUT)
    else:
        sys.exit(code)


def _run() -> int:
    if not sys.argv[1:] and has_screen():
        return on_screen()  # nothing to parse, so nothing that parses is waited for
    from debate_tui.cli.group import run

    return run()
