"""A program that is killed, and one that is watched: nothing is said to be saved before it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import debate_tui
from debate_tui.store.log import EventLog

from .games import ENDED, NOON, events_in, texts

WRITER = r"""
import sys
from itertools import count
from pathlib import Path
from debate_tui.store.line import text_of
from debate_tui.store.log import EventLog

def say(done):
    sys.stdout.write(f"saved {done}\n")
    sys.stdout.flush()

folder, batches = Path(sys.argv[1]), int(sys.argv[2])
if folder.exists():
    log = EventLog.open(folder)
else:
    log = EventLog.create(folder)
    log.append([text_of({"kind": "started", "format": 1})], 1.0)
    say(1)
done = max(1, len(log.events))
for batch in range(batches):
    size = 1 + batch % 3
    said = [{"kind": "said", "number": done + n, "text": "x" * 50} for n in range(size)]
    log.append([text_of(event) for event in said], 1.0)
    done += size
    say(done)
"""
ENDLESS = 10**9


@contextmanager
def writer(folder: Path, batches: int) -> Iterator[subprocess.Popen[str]]:
    """Run a program that saves batch after batch, and says after each how many events are saved by now."""
    command = [sys.executable, "-c", WRITER, str(folder), str(batches)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        try:
            yield process
        finally:
            process.kill()


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(debate_tui.__file__).parents[1])}


def test_killed_again_and_again_a_save_has_all_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "egypt-1"
    for round_ in range(10):
        with writer(folder, ENDLESS) as process:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(1 + 7 * round_)]
            process.kill()
            said += process.stdout.readlines()
        acknowledged = [int(line.split()[1]) for line in said if line.endswith("\n")][-1]
        numbers = [event.get("number") for event in events_in(folder)]
        assert numbers == [None, *range(1, len(numbers))]
        assert len(numbers) >= acknowledged
    with EventLog.open(folder) as log:
        log.append(texts([ENDED]), NOON)


def strace(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["strace", *command], capture_output=True, text=True, check=False, env=environment()
    )


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_what_is_acknowledged_was_written_and_then_synced(tmp_path: Path) -> None:
    if strace("-e", "trace=none", sys.executable, "-c", "").returncode:
        pytest.skip("strace is not allowed to trace here")
    trace = tmp_path / "trace"
    calls = "trace=write,pwrite64,writev,fsync,rename,renameat,renameat2"
    program = (sys.executable, "-c", WRITER, str(tmp_path / "saves" / "egypt-1"), "4")
    traced = strace("-f", "-y", "-s", "65536", "-e", calls, "-o", str(trace), *program)
    assert traced.stdout.splitlines() == ["saved 1", "saved 2", "saved 4", "saved 7", "saved 8"]
    first, *later = "\n".join(map(plainly, trace.read_text().splitlines())).split("say saved")
    steps = [
        "write events.jsonl.new",
        "sync events.jsonl.new",
        "rename",
        "sync egypt-1",
    ]  # here it appears whole
    steps += ["sync events.jsonl", "sync egypt-1", "sync saves"]
    calls_made = iter(first.splitlines())
    assert all(step in calls_made for step in steps), first  # in this order
    for between in later[:4]:
        assert between.split("\n")[1:-1] == ["write events.jsonl", "sync events.jsonl"]


def plainly(call: str) -> str:
    """Say a traced call in short: what it does, and to which file."""
    if re.search(r'write\(1<.*"saved', call):
        return "say saved"
    if match := re.search(r"(write|fsync)\(\d+<[^>]*/([^/>]+)>", call):
        return f"{match[1].replace('fsync', 'sync')} {match[2]}"
    return "rename" if "rename" in call else ""
