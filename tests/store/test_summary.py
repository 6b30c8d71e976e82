"""What the list shows, and a cache that may lie without doing harm."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from debate_tui.store import disk
from debate_tui.store.line import Event, seal
from debate_tui.store.log import EventLog
from debate_tui.store.saves import Saves
from debate_tui.store.summary import META, Summary, summarise

from .games import ENDED, GAME, NOON, play, revealed, rewound, started, texts


def summary_of(tmp_path: Path, *events: Event) -> Summary:
    return summarise(play(tmp_path / "egypt-1", [events]).parent)


def test_a_summary_tells_what_the_events_tell(tmp_path: Path) -> None:
    assert summary_of(tmp_path, *GAME) == Summary(
        name="egypt-1",
        at=NOON,
        scenario="egypt",
        sha256="ab12",
        title="Was it the Nile?",
        roles=("self",),
        seed=7,
        world=None,
        practice=False,
        ended=False,
        cards=("flood",),
    )


@pytest.mark.parametrize(
    ("later", "practice", "ended"),
    [
        ([ENDED], False, True),
        ([ENDED, rewound(1, practice=False)], False, False),
        ([ENDED, rewound(1)], True, False),
        ([rewound(1), ENDED], True, True),
        ([ENDED, rewound(1), rewound(2, practice=False)], False, True),
        ([rewound(1), revealed("dam"), rewound(2, practice=False)], True, False),
    ],
)
def test_what_was_gone_back_over_does_not_count(
    tmp_path: Path, later: list[Event], practice: bool, ended: bool
) -> None:
    summary = summary_of(tmp_path, started(), *later)
    assert (summary.practice, summary.ended) == (practice, ended)


def test_a_game_may_be_practice_from_the_start(tmp_path: Path) -> None:
    assert summary_of(tmp_path, started(practice=True), rewound(1, practice=False)).practice


@pytest.mark.parametrize(
    "events",
    [
        [started(seats=3)],
        [started(seed="x")],
        [started(world="x")],
        [{"kind": "started", "format": 1}],
        [started(), {"kind": "revealed"}],
        [started(), {"kind": "revealed", "card": [1]}],
        [started(), rewound(0)],
        [started(), rewound(5)],
        [started(), {"kind": "rewound", "to": "x", "practice": False}],
    ],
)
def test_events_of_no_game_are_a_problem_in_the_list_and_not_a_crash(
    tmp_path: Path, events: list[Event]
) -> None:
    assert summary_of(tmp_path, *events).problem == "its events are not those of a game"


def test_titles_and_cards_cannot_steer_the_terminal(tmp_path: Path) -> None:
    summary = summary_of(tmp_path, started(title="\x1b]0;x\x07Nile\n"), revealed("\x9bflood"))
    assert (summary.title, summary.cards) == ("]0;xNile", ("flood",))


def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read, reads = disk.read, []

    def counted(path: Path, limit: int) -> tuple[bytes, os.stat_result]:
        reads.append(path.name)
        return read(path, limit)

    monkeypatch.setattr(disk, "read", counted)
    return reads


def test_the_second_time_only_the_cache_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = summary_of(tmp_path, *GAME)
    reads = count_reads(monkeypatch)
    assert summarise(tmp_path / "egypt-1") == first
    assert reads == [META]


def test_a_game_played_on_is_summed_up_anew(tmp_path: Path) -> None:
    summary_of(tmp_path, *GAME)
    with EventLog.open(tmp_path / "egypt-1") as log:
        log.append(texts([ENDED]), NOON + 9)
    assert summarise(tmp_path / "egypt-1").ended
    assert summarise(tmp_path / "egypt-1").at == NOON + 9


def test_a_copied_folder_goes_by_its_own_name(tmp_path: Path) -> None:
    summary_of(tmp_path, *GAME)
    (tmp_path / "egypt-1").rename(tmp_path / "egypt-2")
    assert summarise(tmp_path / "egypt-2").name == "egypt-2"


@pytest.mark.usefixtures("no_waiting")
def test_a_cache_with_any_byte_changed_is_thrown_away(tmp_path: Path) -> None:
    truth = summary_of(tmp_path, *GAME)
    cache = tmp_path / "egypt-1" / META
    data = cache.read_bytes()
    for place in range(len(data)):
        cache.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        assert summarise(tmp_path / "egypt-1") == truth
        assert cache.read_bytes() == data, "and made again"


@pytest.mark.parametrize(
    "lie",
    [
        b"",
        b"not json",
        b"[]",
        seal({}),
        seal({"size": "x", "mtime_ns": None, "summary": []}),
        b"\xff\xfe",
        seal({"deep": json.loads("[" * 500 + "]" * 500)}),
    ],
)
def test_a_cache_that_makes_no_sense_is_made_again(tmp_path: Path, lie: bytes) -> None:
    truth = summary_of(tmp_path, *GAME)
    cache = tmp_path / "egypt-1" / META
    good = cache.read_bytes()
    cache.write_bytes(lie)
    assert summarise(tmp_path / "egypt-1") == truth
    assert cache.read_bytes() == good


def test_a_cache_that_lies_well_changes_the_list_but_never_the_game(tmp_path: Path) -> None:
    summary_of(tmp_path, *GAME)
    cache = tmp_path / "egypt-1" / META
    lie = json.loads(cache.read_bytes())
    del lie["crc"]
    lie["summary"] |= {"title": "Another", "ended": True}
    cache.write_bytes(seal(lie))
    assert Saves(tmp_path).list()[0].title == "Another"
    with Saves(tmp_path).open("egypt-1") as log:
        assert log.events == GAME


@pytest.mark.parametrize("key", ["title", "scenario", "sha256", "problem"])
def test_a_cache_that_would_steer_the_terminal_is_made_again(tmp_path: Path, key: str) -> None:
    truth = summary_of(tmp_path, *GAME)
    cache = tmp_path / "egypt-1" / META
    lie = json.loads(cache.read_bytes())
    del lie["crc"]
    lie["summary"][key] = "\x1b]0;x\x07"
    cache.write_bytes(seal(lie))
    assert summarise(tmp_path / "egypt-1") == truth


@pytest.mark.parametrize("at", [253402300799.0, 1e300, -1e300])
def test_a_time_that_no_clock_shows_is_no_crash(at: float) -> None:
    assert Summary("egypt-1", NOON).when.startswith("2026-01-01 ")
    assert Summary("egypt-1", at).when


def test_where_no_cache_can_be_kept_the_list_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    folder = play(tmp_path / "egypt-1").parent
    monkeypatch.setattr(disk, "write_whole", refuse)
    assert summarise(folder).problem == ""
    assert not (folder / META).exists()


def test_a_problem_is_never_cached(tmp_path: Path) -> None:
    too_new = play(tmp_path / "egypt-1", [[started(format=2)]])
    damaged = play(tmp_path / "egypt-2")
    damaged.write_bytes(damaged.read_bytes() + b"noise\n")
    for file in (too_new, damaged):
        assert summarise(file.parent).problem
        assert not (file.parent / META).exists()
