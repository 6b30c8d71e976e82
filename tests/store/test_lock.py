"""One program a save."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from debate_tui.errors import StorageError
from debate_tui.store import lock
from debate_tui.store.lock import LOCK, Lock, SaveInUseError
from debate_tui.store.log import EventLog
from debate_tui.store.saves import Saves

from .games import GAME, play
from .test_crashes import ENDLESS, writer


def test_the_second_program_is_told_who_has_the_save_and_reading_goes_on(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    with writer(tmp_path / "egypt-1", ENDLESS) as process:
        assert process.stdout is not None
        process.stdout.readline()
        holder = f"process {process.pid} on {socket.gethostname()} has this save open"
        for write in (saves.open, saves.repair, saves.reseal, saves.delete):
            with pytest.raises(SaveInUseError, match=holder):
                write("egypt-1")
        assert saves.read("egypt-1").events[0]["kind"] == "started"
        assert [save.name for save in saves.list()] == ["egypt-1"]
    with saves.open("egypt-1") as log:
        assert len(log.events) >= 1


def test_the_same_program_cannot_open_a_save_twice_either(tmp_path: Path) -> None:
    play(tmp_path / "egypt-1")
    twice = pytest.raises(SaveInUseError, match=f"process {os.getpid()} ")
    with EventLog.open(tmp_path / "egypt-1"), twice:
        EventLog.open(tmp_path / "egypt-1")
    EventLog.open(tmp_path / "egypt-1").close()


def test_a_new_save_is_locked_from_the_start(tmp_path: Path) -> None:
    with EventLog.create(tmp_path / "egypt-1"), pytest.raises(SaveInUseError):
        Lock(tmp_path / "egypt-1")


@pytest.mark.parametrize("left", [b"", b'{"pid": 1, "host": "elsewhere"}', b"\xff\x00", b"[" * 100_000])
def test_a_lock_file_left_by_the_dead_means_nothing(tmp_path: Path, left: bytes) -> None:
    play(tmp_path / "egypt-1")
    (tmp_path / "egypt-1" / LOCK).write_bytes(left)
    with EventLog.open(tmp_path / "egypt-1") as log:
        assert log.events == GAME


@pytest.mark.parametrize(
    ("note", "holder"),
    [
        (b"", "another program"),
        (b"\xff", "another program"),
        (b"[1]", "another program"),
        (b'{"pid": "x", "host": 3}', "another program"),
        (b"[" * 4000, "another program"),
        (b"x" * 100_000, "another program"),
        (b'{"pid": 12, "host": "\\u001b]0;x\\u0007pc"}', "process 12 on ]0;xpc"),
    ],
    ids=["empty", "not text", "a list", "odd types", "nested", "huge", "escapes"],
)
def test_a_note_that_makes_no_sense_still_refuses_politely(tmp_path: Path, note: bytes, holder: str) -> None:
    with Lock(tmp_path):
        (tmp_path / LOCK).write_bytes(note)
        with pytest.raises(SaveInUseError) as refusal:
            Lock(tmp_path)
    assert refusal.value.what == f"{holder} has this save open"


def test_a_refused_or_failed_opening_lets_go_of_the_lock(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    whole = file.read_bytes()
    file.write_bytes(b"\n")
    with pytest.raises(StorageError):
        EventLog.open(tmp_path / "egypt-1")
    file.write_bytes(whole)
    EventLog.open(tmp_path / "egypt-1").close()


def next_handle() -> int:
    fd = os.open(os.devnull, os.O_RDONLY)
    os.close(fd)
    return fd


def test_a_refusal_leaves_no_file_open(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    with EventLog.open(file.parent):
        before = next_handle()
        with pytest.raises(SaveInUseError):
            EventLog.open(file.parent)
        assert next_handle() == before
    before = next_handle()
    file.write_bytes(b"\n")
    with pytest.raises(StorageError):
        EventLog.open(file.parent)
    file.unlink()
    file.mkdir()
    with pytest.raises(StorageError):
        EventLog.open(file.parent)
    assert next_handle() == before


def failing_with(number: int) -> Callable[[int], None]:
    def take(_: int) -> None:
        raise OSError(number, os.strerror(number))

    return take


def test_a_file_system_without_locks_is_said_and_played_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path / "egypt-1")
    monkeypatch.setattr(lock, "_take", failing_with(errno.ENOLCK))
    with EventLog.open(tmp_path / "egypt-1") as log:
        assert log.events == GAME
        assert "has no locks" in log.notices[0]


def test_a_lock_is_not_taken_through_a_symbolic_link(tmp_path: Path) -> None:
    play(tmp_path / "egypt-1")
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / "egypt-1" / LOCK).unlink()
    (tmp_path / "egypt-1" / LOCK).symlink_to(precious)
    with pytest.raises(StorageError):
        EventLog.open(tmp_path / "egypt-1")
    assert precious.read_text() == "mine"
