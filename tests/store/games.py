"""A short game as a save keeps it, and ways to write and read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from debate_tui.store.history import EVENTS, read
from debate_tui.store.line import Event, text_of
from debate_tui.store.log import EventLog

NOON = 1_767_268_800.25


def started(**other: object) -> Event:
    return {
        "kind": "started",
        "scenario": "egypt",
        "title": "Was it the Nile?",
        "sha256": "ab12",
        "seed": 7,
        "world": None,
        "seats": [{"id": "you", "name": "Ana", "role": "self"}],
        "practice": False,
        "format": 1,
    } | other


def revealed(card: str) -> Event:
    return {"kind": "revealed", "card": card, "outcome": "yes"}


def rewound(to: int, *, practice: bool = True) -> Event:
    return {"kind": "rewound", "seat": "you", "to": to, "practice": practice}


ENDED: Event = {"kind": "ended", "ending": None}

BATCHES: tuple[tuple[Event, ...], ...] = (
    (started(), {"kind": "opened", "seat": "you", "belief": [0.1, 0.9]}),
    ({"kind": "dealt", "card": "flood"},),
    (revealed("flood"), {"kind": "believed", "seat": "you", "belief": [1 / 3, 2 / 3]}),
    ({"kind": "passed", "seat": "Żółć 🐊\n"},),
)
GAME: tuple[Event, ...] = tuple(event for batch in BATCHES for event in batch)


def texts(events: Iterable[Event]) -> list[bytes]:
    return [text_of(event) for event in events]


def play(folder: Path, batches: Iterable[Sequence[Event]] = BATCHES, at: float = NOON) -> Path:
    """Save a game and leave it; gives the file with its events."""
    with EventLog.create(folder) as log:
        for number, batch in enumerate(batches):
            log.append(texts(batch), at + number)
    return folder / EVENTS


def events_in(folder: Path) -> tuple[Event, ...]:
    return read(folder).events
