"""Repair and reseal: what is kept, what is put aside, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from debate_tui.errors import StorageError
from debate_tui.store.history import SaveDamagedError
from debate_tui.store.log import TORN
from debate_tui.store.mend import BEFORE_RESEAL, DAMAGED, Mended, repair, reseal
from debate_tui.store.upcast import SaveTooNewError

from .games import GAME, events_in, play, started


def test_repair_keeps_what_comes_before_the_damage_and_puts_the_rest_aside(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    lines = file.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"yes", b"no!")
    file.write_bytes(b"".join(lines))
    mended = repair(file.parent)
    assert mended.aside == file.with_name(DAMAGED)
    assert mended.done == (
        "Line 4 does not match its checksum. The 3 events before it are kept; "
        f"the {len(b''.join(lines[3:]))} bytes from there on are in events.damaged."
    )
    assert events_in(file.parent) == GAME[:3]
    assert file.read_bytes() + file.with_name(DAMAGED).read_bytes() == b"".join(lines)


def test_repair_puts_a_torn_end_aside_as_opening_does(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    file.write_bytes(file.read_bytes()[:-9])
    mended = repair(file.parent)
    assert mended.aside == file.with_name(TORN)
    assert mended.done.startswith("The end is no whole event. The 5 events before it are kept;")
    assert events_in(file.parent) == GAME[:5]


@pytest.mark.parametrize("work", [repair, reseal])
def test_a_save_that_is_well_is_left_alone(tmp_path: Path, work: Callable[[Path], Mended]) -> None:
    file = play(tmp_path / "egypt-1")
    before = file.read_bytes(), file.stat().st_mtime_ns
    mended = work(file.parent)
    assert mended.aside is None
    assert mended.done.startswith("There is nothing to re")
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_repair_refuses_where_nothing_could_be_kept(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    damaged = file.read_bytes().replace(b"egypt", b"Egypt")
    file.write_bytes(damaged)
    with pytest.raises(SaveDamagedError) as refusal:
        repair(file.parent)
    assert "repair" not in refusal.value.mend
    assert file.read_bytes() == damaged


def test_damage_put_aside_earlier_is_not_overwritten(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    for name in (DAMAGED, f"{DAMAGED}-2"):
        file.write_bytes(file.read_bytes() + b"noise\n")
        assert repair(file.parent).aside == file.with_name(name)
    assert file.with_name(DAMAGED).read_bytes() == b"noise\n"


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\n\n") + b"  \n",
        lambda data: data.rstrip(b"\n"),
        lambda data: data.replace(b'{"seq":2', b'{  "seq":99'),
    ],
    ids=["plain", "cr lf", "byte order mark", "empty lines", "no last newline", "numbers and blanks"],
)
def test_reseal_takes_lines_as_editors_leave_them(tmp_path: Path, edit: Callable[[bytes], bytes]) -> None:
    file = play(tmp_path / "egypt-1")
    edited = edit(file.read_bytes().replace(b"flood", b"Flood"))
    file.write_bytes(edited)
    mended = reseal(file.parent)
    assert mended.events == len(GAME)
    assert mended.done == f"{len(GAME)} events are sealed anew; the file as it was is in {BEFORE_RESEAL}."
    assert file.with_name(BEFORE_RESEAL).read_bytes() == edited
    assert events_in(file.parent)[2] == {"kind": "dealt", "card": "Flood"}


def test_reseal_numbers_the_lines_again_after_one_was_taken_out(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:4] + lines[5:]))
    reseal(file.parent)
    assert events_in(file.parent) == (*GAME[:4], GAME[5])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b'"card":"flood"}', b'"card":"flood"', "line 3 .* is not JSON"),
        (b'{"kind":"dealt","card":"flood"}', b"[]", "line 3 .* is not an event"),
        (b'"kind":"dealt"', b'"kind":7', "line 3 .* an event of no kind"),
        (b'"kind":"dealt"', b'"kind":"dealt","card":"ice"', "line 3 .* has a key twice"),
        (b'"seed":7', b'"seed":NaN', "line 1 .* has NaN"),
        (b'"belief":[0.1,0.9]', b'"belief":[1e999,0.9]', "line 2 .* "),
        (b'"at":1767268802.25', b'"at":"noon"', "line 4 .* is not an event"),
        ("Ż".encode(), b"\xff", "line 6 .* is not UTF-8"),
        (b'"kind":"started"', b'"kind":"begun"', "line 1 .* is not the start"),
    ],
)
def test_reseal_refuses_what_is_no_event_and_changes_nothing(
    tmp_path: Path, old: bytes, new: bytes, fault: str
) -> None:
    file = play(tmp_path / "egypt-1")
    edited = file.read_bytes().replace(old, new, 1)
    file.write_bytes(edited)
    with pytest.raises(SaveDamagedError, match=fault) as refusal:
        reseal(file.parent)
    assert refusal.value.mend == "Correct that line, and reseal again."
    assert file.read_bytes() == edited
    assert not file.with_name(BEFORE_RESEAL).exists()


@pytest.mark.parametrize("work", [repair, reseal])
def test_a_save_of_a_newer_program_or_without_events_is_not_mended(
    tmp_path: Path, work: Callable[[Path], Mended]
) -> None:
    file = play(tmp_path / "egypt-1", [[started(format=99)]])
    with pytest.raises(SaveTooNewError):
        work(file.parent)
    file.write_bytes(b"")
    with pytest.raises(StorageError, match="no complete event"):
        work(file.parent)
