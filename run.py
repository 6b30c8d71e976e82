#!/usr/bin/env python3
"""Start debate-tui from a checkout, or pass its tests, on a machine with nothing but Python.

python3 run.py              install what is missing and start the program
python3 run.py test [...]   install what the tests need and run them
python3 run.py ...          anything else goes to the program: python3 run.py check scenarios
"""

# No syntax newer than Python 3.0 before the version check: an old Python must be able to read this file.
import sys

NEEDED = (3, 11)
if sys.version_info < NEEDED:
    sys.exit(
        "debate-tui needs Python %d.%d or newer; this is Python %s." % (NEEDED + (sys.version.split()[0],))
    )

import hashlib
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(*groups):
    """Make .venv hold the program and these dependency groups, anew where project, Python or place change."""
    project = (ROOT / "pyproject.toml").read_bytes()
    wanted = tomllib.loads(project.decode())["dependency-groups"]
    stamp = VENV / "installed" / ("-".join(groups) or "program")
    state = hashlib.sha256(project + sys.version.encode() + os.fsencode(ROOT)).hexdigest()
    if stamp.is_file() and stamp.read_text() == state:
        return
    uv = shutil.which("uv")
    if not PYTHON.is_file():
        make_venv(uv)
    pip = [uv, "pip", "install", "--python", str(PYTHON)] if uv else [str(PYTHON), "-m", "pip", "install"]
    packages = ["-e", str(ROOT)] + [package for group in groups for package in wanted[group]]
    step(pip + ["--quiet"] + packages, "could not install the packages (is there a network?)")
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(state)


def make_venv(uv):
    """Create .venv, with uv where it is there and with the standard library where it is not."""
    if uv:
        step(
            [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)],
            "uv could not make .venv",
        )
        return
    try:
        import venv

        __import__("ensurepip")
    except ImportError:
        sys.exit(
            "This Python has no venv with pip (no ensurepip): install python3-venv, or uv, and run again."
        )
    venv.create(VENV, with_pip=True, clear=True)


def step(command, failure):
    """Run one step of the installation, and stop with one line where it fails."""
    done = subprocess.run(command, stdout=sys.stderr)
    if done.returncode:
        sys.exit("run.py: %s" % failure)


def main(arguments):
    """Install, then become the program or its tests."""
    testing = arguments[:1] == ["test"]
    install(*(["test"] if testing else []))
    command = ["-m", "pytest"] + arguments[1:] if testing else ["-m", "debate_tui"] + arguments
    if testing:
        os.chdir(ROOT)
    else:
        os.environ["DEBATE_TUI_CALLED"] = "python3 " + sys.argv[0]
    if os.name == "nt":
        sys.exit(subprocess.call([str(PYTHON)] + command))
    os.execv(str(PYTHON), [str(PYTHON)] + command)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
