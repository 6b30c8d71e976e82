"""Playing, leaving and going on."""

from __future__ import annotations

import json
import math
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debate_tui.errors import StorageError
from debate_tui.store.history import read
from debate_tui.store.log import EventLog, SaveExistsError, SaveFailedError

from .games import BATCHES, ENDED, GAME, NOON, events_in, play, started, texts

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
later_events = st.lists(
    st.dictionaries(st.text(), anything, max_size=4).map(lambda event: event | {"kind": "said"}), max_size=4
)


def test_a_game_goes_on_with_exactly_the_events_that_were_saved(tmp_path: Path) -> None:
    play(tmp_path / "egypt-1")
    with EventLog.open(tmp_path / "egypt-1") as log:
        assert log.events == GAME
        assert log.notices == ()
        log.append(texts([ENDED]), NOON + 9)
    history = read(tmp_path / "egypt-1")
    assert history.events == (*GAME, ENDED)
    assert [record.at for record in history.records][-2:] == [NOON + 3, NOON + 9]


@pytest.mark.usefixtures("no_waiting")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(events=later_events)
def test_every_json_value_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, events: list[dict[str, object]]
) -> None:
    folder = tmp_path_factory.mktemp("saves") / "egypt-1"
    play(folder, [[started()], events])
    back = events_in(folder)
    assert back == (started(), *events)
    assert [list(event) for event in back] == [list(event) for event in (started(), *events)]
    assert repr(back) == repr((started(), *events))  # 1 is not 1.0, and -0.0 not 0.0


def test_a_line_is_compact_json_in_utf_8_with_its_checksum_last(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    lines = file.read_bytes().splitlines()
    assert lines[-1].startswith(b'{"seq":5,"at":1767268803.25,"event":{"kind":"passed","seat":"')
    assert "Żółć 🐊\\n".encode() in lines[-1]
    assert [list(json.loads(line)) for line in lines] == [["seq", "at", "event", "crc"]] * len(GAME)


def test_a_save_appears_with_its_first_events(tmp_path: Path) -> None:
    with EventLog.create(tmp_path / "egypt-1"):
        pass
    with pytest.raises(StorageError, match="there is no save here"):
        EventLog.open(tmp_path / "egypt-1")


def test_a_new_save_never_takes_the_place_of_another(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    before = file.read_bytes()
    with pytest.raises(SaveExistsError):
        EventLog.create(tmp_path / "egypt-1")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "said", "odds": math.nan},
        {"kind": "said", "odds": -math.inf},
        {"kind": "said", "text": "\ud800"},
        {"kind": "said", "number": 10**5000},
        {"kind": "said", "when": {1, 2}},
        {"kind": 3},
        {"seat": "you"},
    ],
    ids=["nan", "infinity", "surrogate", "endless number", "set", "odd kind", "no kind"],
)
def test_an_event_that_could_not_be_read_again_is_refused_and_changes_nothing(
    tmp_path: Path, event: dict[str, object]
) -> None:
    play(tmp_path / "egypt-1")
    with EventLog.open(tmp_path / "egypt-1") as log:
        with pytest.raises((ValueError, TypeError)):
            log.append(texts([ENDED, event]), NOON)
        log.append(texts([ENDED]), NOON)
    assert events_in(tmp_path / "egypt-1") == (*GAME, ENDED)


@pytest.mark.parametrize("at", [-1.0, math.nan, math.inf, 1e300])
def test_a_time_that_no_calendar_has_is_refused(tmp_path: Path, at: float) -> None:
    with EventLog.create(tmp_path / "egypt-1") as log, pytest.raises(ValueError, match="time"):
        log.append(texts([started()]), at)


def test_a_game_begins_with_its_start(tmp_path: Path) -> None:
    with EventLog.create(tmp_path / "egypt-1") as log:
        for no_start in (ENDED, started(format=0), started(format="1"), started(format=None)):
            with pytest.raises(ValueError, match="start of a game"):
                log.append(texts([no_start]), NOON)


def test_no_events_write_nothing(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1", [*BATCHES, []])
    assert events_in(tmp_path / "egypt-1") == GAME
    assert len(file.read_bytes().splitlines()) == len(GAME)


def test_what_another_program_writes_in_between_stops_the_saving(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1")
    with EventLog.open(tmp_path / "egypt-1") as log:
        with file.open("ab") as other:
            other.write(b"{}\n")
        with pytest.raises(SaveFailedError, match="another program wrote"):
            log.append(texts([ENDED]), NOON)


@pytest.mark.skipif(os.name == "nt", reason="what is open cannot be deleted here")
@pytest.mark.parametrize("replaced", [False, True])
def test_what_is_deleted_or_replaced_in_play_is_not_called_saved(tmp_path: Path, replaced: bool) -> None:
    file = play(tmp_path / "egypt-1")
    whole = file.read_bytes()
    with EventLog.open(tmp_path / "egypt-1") as log:
        shutil.rmtree(tmp_path / "egypt-1")
        if replaced:
            file.parent.mkdir()
            file.write_bytes(whole)
        with pytest.raises(SaveFailedError, match="taken its place" if replaced else "deleted"):
            log.append(texts([ENDED]), NOON)


def test_a_closed_log_saves_no_more(tmp_path: Path) -> None:
    play(tmp_path / "egypt-1")
    log = EventLog.open(tmp_path / "egypt-1")
    log.close()
    log.close()
    with pytest.raises(SaveFailedError, match="closed"):
        log.append(texts([ENDED]), NOON)
    assert events_in(tmp_path / "egypt-1") == GAME
