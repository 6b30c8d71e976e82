"""Saves of older and of newer formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate_tui.engine.events import FORMAT
from debate_tui.store import upcast as module
from debate_tui.store.history import read
from debate_tui.store.line import Event
from debate_tui.store.log import EventLog
from debate_tui.store.saves import Saves
from debate_tui.store.upcast import SaveTooNewError, newest, upcast

from .games import ENDED, GAME, NOON, events_in, play, started, texts


def to_two(event: Event) -> Event:
    """Cards have a deck from now on."""
    return event | {"deck": "main"} if "card" in event else event


def to_three(event: Event) -> Event:
    """What was called a deck is a pack."""
    return {("pack" if key == "deck" else key): value for key, value in event.items()}


def three(event: Event) -> Event:
    """What an event of format 1 is in format 3."""
    event = event | {"format": 3} if "format" in event else event
    return event | {"pack": "main"} if "card" in event else event


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program two formats later."""
    monkeypatch.setattr(module, "STEPS", (to_two, to_three))


def test_the_steps_lead_to_the_format_that_the_engine_writes() -> None:
    assert newest() == FORMAT


def test_events_of_the_newest_format_are_as_they_are() -> None:
    assert tuple(upcast(event, newest()) for event in GAME) == GAME


@pytest.mark.usefixtures("later")
def test_each_step_is_taken_once_from_where_the_event_stands() -> None:
    dealt: Event = {"kind": "dealt", "card": "flood"}
    assert upcast(dealt, 1) == dealt | {"pack": "main"}
    assert upcast(dealt | {"deck": "side"}, 2) == dealt | {"pack": "side"}
    assert upcast(dealt, 3) == dealt
    assert upcast(started(), 1) == started(format=3)


@pytest.mark.usefixtures("later")
def test_a_format_that_an_event_has_for_itself_is_its_own() -> None:
    said: Event = {"kind": "said", "format": "verse"}
    assert upcast(said, 1) == upcast(said, 3) == said


def test_an_old_save_is_read_as_new_and_kept_as_it_was(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = play(tmp_path / "egypt-1")
    old = file.read_bytes()
    request.getfixturevalue("later")
    assert events_in(file.parent) == tuple(map(three, GAME))
    assert file.read_bytes() == old, "reading changes nothing"
    with EventLog.open(file.parent) as log:
        assert log.events == tuple(map(three, GAME))
        assert "older format 1" in log.notices[0]
        log.append(texts([ENDED]), NOON + 9)
    assert file.with_name("events.format-1.jsonl").read_bytes() == old
    history = read(file.parent)
    assert history.version == 3
    assert history.events == (*map(three, GAME), ENDED)
    assert [record.at for record in history.records][:3] == [NOON, NOON, NOON + 1]
    with EventLog.open(file.parent) as log:
        assert log.notices == ()


def test_a_newer_save_is_refused_saying_so_and_listed(tmp_path: Path) -> None:
    file = play(tmp_path / "egypt-1", [[started(format=2)]])
    before = file.read_bytes()
    with pytest.raises(
        SaveTooNewError, match=r"newer debate-tui \(format 2; this one reads up to 1\)"
    ) as refusal:
        EventLog.open(file.parent)
    assert refusal.value.where == str(file)
    assert file.read_bytes() == before
    assert "newer debate-tui" in Saves(tmp_path).list()[0].problem
    with pytest.raises(SaveTooNewError):
        upcast(started(format=2), 2)
