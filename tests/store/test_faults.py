"""The disk fails at the Nth call, for every N: what was acknowledged stands, and nothing that never was."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from debate_tui.errors import StorageError
from debate_tui.store import mend
from debate_tui.store.line import Event
from debate_tui.store.log import TORN, EventLog, SaveFailedError
from debate_tui.store.saves import Saves

from .faults import Fault, Way, faults
from .games import BATCHES, ENDED, GAME, NOON, events_in, play, texts

WAYS: list[tuple[Way, int]] = [
    ("before", errno.ENOSPC),
    ("before", errno.EIO),
    ("after", errno.EIO),
    ("half", errno.ENOSPC),
    ("short", errno.EIO),
]
pytestmark = pytest.mark.usefixtures("no_waiting")
every_way = pytest.mark.parametrize(("way", "error"), WAYS)


class Player:
    """Saves a game, leaving it once in the middle, up to the first failure; notes what was acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acknowledged: list[Event] = []
        self.last: Sequence[Event] = ()
        self.failure: StorageError | None = None

    def play(self) -> None:
        try:
            with EventLog.create(self.folder) as log:
                self.append(log, BATCHES[:2])
            with EventLog.open(self.folder) as log:
                assert list(log.events) == self.acknowledged
                self.append(log, BATCHES[2:])
        except StorageError as failure:
            self.failure = failure

    def append(self, log: EventLog, batches: Sequence[Sequence[Event]]) -> None:
        for batch in batches:
            self.last = batch
            log.append(texts(batch), NOON)
            self.acknowledged += batch
            self.last = ()

    def may_find(self) -> list[tuple[Event, ...]]:
        """What was acknowledged, perhaps with a beginning of what was not yet."""
        return [(*self.acknowledged, *self.last[:n]) for n in range(len(self.last) + 1)]


@every_way
def test_what_was_acknowledged_is_there_after_a_fault_at_any_call(
    tmp_path: Path, way: Way, error: int
) -> None:
    all_well = True
    for fault in faults(way, error):
        player = Player(tmp_path / f"save-{fault.nth}")
        with fault:
            player.play()
        all_well = all_well and player.failure is None
        if not (player.folder / "events.jsonl").exists():
            assert not player.acknowledged
            continue
        with EventLog.open(player.folder) as log:
            assert log.events in player.may_find()
            found = log.events
            log.append(texts([ENDED]), NOON)
        assert events_in(player.folder) == (*found, ENDED)
    assert player.failure is None
    assert all_well == (way == "short")


@every_way
def test_a_fault_while_a_torn_end_is_put_aside_loses_nothing(tmp_path: Path, way: Way, error: int) -> None:
    for fault in faults(way, error):
        file = play(tmp_path / f"save-{fault.nth}")
        with file.open("ab") as end:
            end.write(b'{"seq":6,')
        with fault, suppress(StorageError):
            EventLog.open(file.parent).close()
        with EventLog.open(file.parent) as log:
            assert log.events == GAME
        assert file.with_name(TORN).read_bytes() == b'{"seq":6,'


@every_way
@pytest.mark.parametrize("work", [mend.repair, mend.reseal])
def test_a_fault_while_mending_leaves_the_old_file_or_the_mended_one_and_the_rest_aside(
    tmp_path: Path, way: Way, error: int, work: Callable[[Path], mend.Mended]
) -> None:
    for fault in faults(way, error):
        file = play(tmp_path / f"save-{fault.nth}")
        edited = file.read_bytes().replace(b"flood", b"Flood")
        file.write_bytes(edited)
        with fault, suppress(StorageError):
            work(file.parent)
        now = file.read_bytes()
        asides = [path.read_bytes() for path in file.parent.glob("events.*") if path != file]
        assert now == edited or any(edited in (aside, now + aside) for aside in asides)
        assert work(file.parent).events == len(events_in(file.parent))


def test_after_a_failure_nothing_more_is_written_and_what_was_whole_stays(tmp_path: Path) -> None:
    saves = Saves(tmp_path / "full")
    play(saves.root / "egypt-1", BATCHES[:1])
    log = saves.open("egypt-1")
    with Fault(1, "half", errno.ENOSPC), pytest.raises(SaveFailedError) as failure:
        log.append(texts(BATCHES[1]), NOON)
    assert "No space left on device" in str(failure.value)
    assert "another folder" in failure.value.mend
    assert log.broken == "No space left on device"
    before = (log.folder / "events.jsonl").read_bytes()
    for batch in BATCHES[2:]:
        with pytest.raises(SaveFailedError, match="not being saved"):
            log.append(texts(batch), NOON)
    assert (log.folder / "events.jsonl").read_bytes() == before
    log.close()
    with saves.open("egypt-1") as again:
        assert again.events == BATCHES[0]


def test_a_game_that_could_never_be_saved_leaves_no_save(tmp_path: Path) -> None:
    log = Saves(tmp_path / "full").new("egypt")
    with Fault(1, "before", errno.ENOSPC), pytest.raises(SaveFailedError):
        log.append(texts(GAME), NOON)
    log.close()
    assert Saves(tmp_path / "full").list() == ()


def test_on_a_full_disk_no_half_written_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = play(tmp_path / "egypt-1")
    file.write_bytes(file.read_bytes() + b"torn")
    before = file.read_bytes()
    write = os.write

    def full(fd: int, data: bytes) -> int:
        if len(data) > 2:
            return write(fd, data[:2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(StorageError, match="No space left on device"):
        EventLog.open(file.parent)
    assert {path.name for path in file.parent.iterdir()} == {"events.jsonl", "lock"}
    assert file.read_bytes() == before


def test_a_failed_fsync_is_never_tried_again_on_its_handle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path / "egypt-1")
    synced: list[int] = []

    def fail(fd: int) -> None:
        synced.append(fd)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with EventLog.open(tmp_path / "egypt-1") as log:
        monkeypatch.setattr(os, "fsync", fail)
        for _ in range(3):
            with pytest.raises(SaveFailedError):
                log.append(texts([ENDED]), NOON)
        assert len(synced) == 1
        monkeypatch.undo()
        with pytest.raises(SaveFailedError):
            log.append(texts([ENDED]), NOON)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody deletes an open file there")
def test_whoever_plays_as_the_folder_is_deleted_is_told_to_keep_the_game_elsewhere(tmp_path: Path) -> None:
    play(tmp_path / "egypt-1")
    with EventLog.open(tmp_path / "egypt-1") as log:
        shutil.rmtree(tmp_path / "egypt-1")
        with pytest.raises(SaveFailedError, match="its folder was deleted meanwhile") as failure:
            log.append(texts([ENDED]), NOON)
        with pytest.raises(SaveFailedError, match="not being saved") as later:
            log.append(texts([ENDED]), NOON)
    assert failure.value.mend == later.value.mend == "It is kept in memory: save it in another folder."


def test_an_interrupt_in_the_middle_of_a_write_ends_the_saving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path / "egypt-1")
    write = os.write

    def interrupted(fd: int, data: bytes) -> int:
        write(fd, data[:10])
        raise KeyboardInterrupt

    with EventLog.open(tmp_path / "egypt-1") as log:
        monkeypatch.setattr(os, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            log.append(texts([ENDED]), NOON)
        monkeypatch.undo()
        with pytest.raises(SaveFailedError, match="did not come to its end"):
            log.append(texts([ENDED]), NOON)
    with EventLog.open(tmp_path / "egypt-1") as log:
        assert log.events == GAME


def test_a_disk_that_takes_no_bytes_is_no_endless_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path / "egypt-1")
    with EventLog.open(tmp_path / "egypt-1") as log:
        monkeypatch.setattr(os, "write", lambda *_: 0)
        with pytest.raises(SaveFailedError, match="took no more bytes"):
            log.append(texts([ENDED]), NOON)


def test_a_folder_that_may_only_be_read_can_be_read_and_says_so_when_it_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path / "egypt-1")
    real = os.open

    def read_only(path: Path, flags: int, *args: int, **kwargs: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", read_only)
    saves = Saves(tmp_path)
    assert [save.problem for save in saves.list()] == [""]
    assert saves.read("egypt-1").events == GAME
    with pytest.raises(StorageError, match="Permission denied") as refusal:
        saves.open("egypt-1")
    assert "--saves DIR" in refusal.value.mend


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_can_be_read(tmp_path: Path) -> None:
    folder = play(tmp_path / "egypt-1").parent
    folder.chmod(0o555)
    try:
        assert [save.problem for save in Saves(tmp_path).list()] == [""]
        assert events_in(folder) == GAME
    finally:
        folder.chmod(0o755)
