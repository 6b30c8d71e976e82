"""run.py: one line says what a machine lacks."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def checkout(tmp_path):
    """A checkout in which nothing has been installed."""
    for name in ("run.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )


def test_an_old_python_is_told_which_one_is_needed(checkout):
    done = python("import sys; sys.version_info = (3, 9, 1); import run", checkout)
    assert done.returncode == 1
    assert done.stderr.startswith("debate-tui needs Python 3.11 or newer; this is Python 3.")
    assert done.stderr.count("\n") == 1


def test_an_old_python_can_read_the_whole_file_or_it_could_not_say_so():
    newer = (ast.JoinedStr, ast.NamedExpr, ast.Match, ast.AnnAssign, ast.AsyncFunctionDef)
    tree = ast.parse((ROOT / "run.py").read_text())
    assert [type(node).__name__ for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_a_python_without_pip_or_uv_is_told_what_to_install(checkout):
    done = python(
        "import shutil, sys; sys.modules['ensurepip'] = None; shutil.which = lambda name: None\n"
        "import run; run.main([])",
        checkout,
    )
    assert done.returncode == 1
    assert "no ensurepip" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (checkout / ".venv").exists()


def test_a_failing_installation_is_said_in_a_line_and_tried_again_next_time(checkout):
    done = python(
        "import run, subprocess\n"
        "run.make_venv = lambda uv: (run.VENV.mkdir(), run.PYTHON.parent.mkdir(), run.PYTHON.touch())\n"
        "subprocess.run = lambda *_, **__: subprocess.CompletedProcess((), 1)\n"
        "run.main([])",
        checkout,
    )
    assert done.returncode == 1
    assert "could not install" in done.stderr
    assert not list((checkout / ".venv").glob("installed/*"))


def test_a_checkout_that_was_moved_is_installed_again(checkout):
    install = (
        "import run\n"
        "run.make_venv = lambda uv: (run.PYTHON.parent.mkdir(parents=True), run.PYTHON.touch())\n"
        "run.step = lambda command, failure: print('installed')\n"
        "run.install()"
    )
    assert python(f"{install}; run.install()", checkout).stdout == "installed\n"
    moved = checkout.rename(checkout.with_name("moved"))
    assert python(install, moved).stdout == "installed\n"


def test_other_arguments_go_to_the_program(checkout):
    done = python(
        "import os, run\n"
        "run.install = lambda *groups: print('groups', groups)\n"
        "called = lambda: os.environ.pop('DEBATE_TUI_CALLED', '')\n"
        "os.execv = lambda program, arguments: print(arguments[1:], called())\n"
        "run.sys.argv[0] = 'run.py'\n"
        "run.main(['check', 'scenarios']); run.main(['test', '-k', 'x'])",
        checkout,
    )
    assert done.stdout.splitlines() == [
        "groups ()",
        "['-m', 'debate_tui', 'check', 'scenarios'] python3 run.py",
        "groups ('test',)",
        "['-m', 'pytest', '-k', 'x'] ",
    ]
