"""A file cut off, changed or mixed up at any place: the same game, a part of it with a word, or a refusal."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate_tui.errors import StorageError
from debate_tui.store import history, line
from debate_tui.store.history import SaveDamagedError, whole
from debate_tui.store.line import encode, seal, text_of
from debate_tui.store.log import TORN, EventLog

from .games import ENDED, GAME, NOON, events_in, started, texts

pytestmark = pytest.mark.usefixtures("no_waiting")


def saved(events: tuple[dict[str, object], ...] = GAME) -> bytes:
    return b"".join(encode(seq, NOON, text_of(event)) for seq, event in enumerate(events))


def put(folder: Path, data: bytes) -> Path:
    folder.mkdir()
    (folder / "events.jsonl").write_bytes(data)
    return folder


DATA = saved()
ENDS = [end for end in range(len(DATA) + 1) if DATA[:end].endswith(b"\n")]


def test_cut_off_at_any_byte_the_whole_events_before_it_remain(tmp_path: Path) -> None:
    for cut in range(ENDS[0] - 1, len(DATA)):
        folder = put(tmp_path / f"cut-{cut}", DATA[:cut])
        remain = GAME[: sum(end - 1 <= cut for end in ENDS)]  # a whole line that lacks its newline counts
        with EventLog.open(folder) as log:
            assert log.events == remain, cut
            log.append(texts([ENDED]), NOON)
        assert events_in(folder) == (*remain, ENDED)
        begun = max(end for end in (0, *ENDS) if end <= cut)
        torn = b"" if cut + 1 in ENDS else DATA[begun:cut]
        assert (folder / TORN).exists() == bool(torn) == bool(log.notices)
        if torn:
            assert (folder / TORN).read_bytes() == torn
            assert f"{len(torn)} bytes" in log.notices[0]


def test_cut_off_within_its_first_line_it_is_no_save_and_stays_as_it_is(tmp_path: Path) -> None:
    for cut in range(ENDS[0] - 1):
        folder = put(tmp_path / f"cut-{cut}", DATA[:cut])
        with pytest.raises(StorageError, match="no complete event"):
            EventLog.open(folder)
        assert (folder / "events.jsonl").read_bytes() == DATA[:cut]


def test_no_changed_byte_ever_makes_another_game() -> None:
    for place, byte in enumerate(DATA):
        for other in {byte ^ (1 << bit) for bit in range(8)} | {0, 10, 13, 32, 34, 255}:
            changed = DATA[:place] + bytes([other]) + DATA[place + 1 :]
            try:
                events = whole(changed, Path("events.jsonl")).events
            except StorageError:
                continue
            assert events == GAME, (place, other)
            assert other == byte or place == len(DATA) - 1


def test_the_last_newline_may_become_anything_and_is_set_right(tmp_path: Path) -> None:
    for other in range(256):
        folder = put(tmp_path / f"last-{other}", DATA[:-1] + bytes([other]))
        with EventLog.open(folder) as log:
            assert log.events == GAME
        assert (folder / "events.jsonl").read_bytes() == DATA


@settings(max_examples=300, deadline=None)
@given(
    start=st.integers(0, len(DATA)),
    length=st.integers(0, len(DATA)),
    put_in=st.binary(max_size=40) | st.sampled_from([DATA[a:b] for a in ENDS for b in ENDS if a < b]),
)
def test_bytes_lost_moved_or_put_in_leave_a_beginning_of_the_game_or_a_refusal(
    start: int, length: int, put_in: bytes
) -> None:
    mixed = DATA[:start] + put_in + DATA[start + length :]
    try:
        events = whole(mixed, Path("events.jsonl")).events
    except StorageError:
        return
    assert events == GAME[: len(events)]


def test_a_damaged_line_is_named_and_every_byte_kept(tmp_path: Path) -> None:
    changed = DATA.replace(b'"card":"flood","outcome":"yes"', b'"card":"flood","outcome":"no!"')
    folder = put(tmp_path / "egypt-1", changed)
    with pytest.raises(SaveDamagedError) as refusal:
        EventLog.open(folder)
    assert refusal.value.fault == (4, ENDS[2], "does not match its checksum")
    assert f"line 4 (from byte {ENDS[2]} on) does not match its checksum" in str(refusal.value)
    assert "debate-tui saves repair egypt-1` keeps the 3 events" in refusal.value.mend
    assert (folder / "events.jsonl").read_bytes() == changed
    assert {path.name for path in folder.iterdir()} == {"events.jsonl", "lock"}


def nested(depth: int) -> bytes:
    body = b'{"seq":1,"at":1,"event":{"kind":"said","deep":' + b"[" * depth + b"]" * depth + b"}"
    return body + b',"crc":"%08x"}' % zlib.crc32(body)


FIRST = DATA[: ENDS[0]]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "holds no complete event"),
        (b"\n", "line 1 .* has no checksum"),
        (FIRST + b"\n", "line 2 .* has no checksum"),
        (DATA.decode().encode("utf-16"), "line 1 .* is not UTF-8"),
        (b"\xef\xbb\xbf" + DATA, "line 1 .* does not match its checksum"),
        (DATA.replace(b"\n", b"\r\n"), "line 1 .* does not match its checksum"),
        (FIRST + FIRST, "line 2 .* holds event 0 where event 1 belongs"),
        (FIRST + DATA[ENDS[1] :], "line 2 .* holds event 2 where event 1 belongs"),
        (DATA[ENDS[0] :], "line 1 .* holds event 1 where event 0 belongs"),
        (FIRST + nested(100_000) + b"\n", "line 2 .* is not JSON"),
        (FIRST + seal({"seq": 1, "at": 1, "event": 5}) + b"\n", "line 2 .* is not an event"),
        (FIRST + seal({"seq": 1, "event": ENDED}) + b"\n", "line 2 .* is not an event"),
        (FIRST + seal({"seq": 1, "at": -1, "event": ENDED}) + b"\n", "line 2 .* has no time"),
        (FIRST + seal({"seq": 1, "at": 1, "event": {}}) + b"\n", "line 2 .* an event of no kind"),
        (FIRST + seal({"seq": 2, "at": 1, "event": ENDED}), "line 2 .* holds event 2 where"),
        (seal({"seq": 0, "at": 1, "event": ENDED}) + b"\n", "line 1 .* is not the start of a game"),
        (seal({"seq": 0, "at": 1, "event": started(format=0)}) + b"\n", "line 1 .* is not the start"),
        (b"PK\x03\x04" * 50 + b"\n", "line 1 .* has no checksum"),
    ],
    ids=[
        "empty",
        "empty line",
        "empty line after",
        "utf-16",
        "byte order mark",
        "cr lf",
        "a line twice",
        "a line missing",
        "the first line missing",
        "nested too deep",
        "no event",
        "no time",
        "before 1970",
        "no kind",
        "a gap before a torn end",
        "no start",
        "no version",
        "another kind of file",
    ],
)
def test_what_is_not_a_save_is_refused_with_its_place_and_reason(
    tmp_path: Path, data: bytes, fault: str
) -> None:
    folder = put(tmp_path / "egypt-1", data)
    with pytest.raises(StorageError, match=fault):
        EventLog.open(folder)
    assert (folder / "events.jsonl").read_bytes() == data


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b'{"seq":1,"at":1,"event":{"kind":"ended","kind":"passed"}', "has a key twice"),
        (b'{"seq":1,"at":1,"event":{"kind":"said","odds":NaN}', "has NaN for a number"),
        (b'{"seq":1,"at":1,"event":{"kind":"said","odds":-Infinity}', "has -Infinity for a number"),
        (b'{"seq":1,"at":1,"event":{"kind":ended}', "is not JSON"),
        (b'{"seq":1,"at":1,"event":{"kind":"said","text":"\xff"}', "is not UTF-8"),
    ],
)
def test_a_checksum_does_not_make_odd_json_good(text: bytes, fault: str) -> None:
    sealed = text + b',"crc":"%08x"}\n' % zlib.crc32(text)
    with pytest.raises(SaveDamagedError, match=f"line 2 .* {fault}"):
        whole(FIRST + sealed, Path("events.jsonl"))


def test_a_huge_line_is_refused_when_written_and_when_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "egypt-1", DATA)
    with EventLog.open(folder) as log:
        monkeypatch.setattr(line, "MAX_LINE", 60)
        with pytest.raises(ValueError, match="longer than 60 bytes"):
            log.append(texts([{"kind": "said", "text": "x" * 60}]), NOON)
    with pytest.raises(SaveDamagedError, match=r"line 1 .* is longer than 60 bytes"):
        EventLog.open(folder)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = put(tmp_path / "egypt-1", DATA)
    monkeypatch.setattr(history, "MAX_SAVE", 100)
    with pytest.raises(StorageError, match="larger than 100 bytes"):
        events_in(folder)


def test_a_torn_end_stays_readable_without_being_moved(tmp_path: Path) -> None:
    folder = put(tmp_path / "egypt-1", DATA[:-5])
    assert events_in(folder) == GAME[:-1]
    assert (folder / "events.jsonl").read_bytes() == DATA[:-5]


def test_a_second_torn_end_does_not_replace_the_first(tmp_path: Path) -> None:
    folder = put(tmp_path / "egypt-1", DATA + b'{"seq":')
    EventLog.open(folder).close()
    with (folder / "events.jsonl").open("ab") as file:
        file.write(b"{{{")
    EventLog.open(folder).close()
    assert (folder / TORN).read_bytes() == b'{"seq":'
    assert (folder / f"{TORN}-2").read_bytes() == b"{{{"


def test_checksums_are_those_of_zlib_over_the_bytes_before_them() -> None:
    for text in DATA.splitlines():
        body, crc = text[:-18], json.loads(text)["crc"]
        assert crc == f"{zlib.crc32(body):08x}"
