"""What the list of saves shows of each: worked out from its events, kept in `meta.json` until they change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from debate_tui.errors import StorageError
from debate_tui.store import disk
from debate_tui.store.following import only_if_they_follow
from debate_tui.store.history import EVENTS, MAX_SAVE, SaveDamagedError, interpret, scan
from debate_tui.store.line import Event, is_sealed, seal
from debate_tui.store.mend import BEFORE_RESEAL
from debate_tui.store.names import plain

META = "meta.json"
VERSION = 2
_MAX_META = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Result:
    """What a finished game came to: points, those above or below the room's, and the share that was kept."""

    points: float
    par: float | None
    follow_through: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """One save in the list.

    `at` is the time of its last line (seconds since the epoch); `world` None is the real game; `cards`
    are those ever revealed in it, gone back over or not. A `problem` says why the save cannot be opened
    as it is: the rest is then what the events before the damage tell, if there are any.
    """

    name: str
    at: float
    scenario: str = ""
    sha256: str = ""
    title: str = ""
    roles: tuple[str, ...] = ()
    seed: int = 0
    world: int | None = None
    practice: bool = False
    ended: bool = False
    cards: tuple[str, ...] = ()
    result: Result | None = None
    """Of the first seat; None where the game is not over, or nothing in it counted."""
    problem: str = ""

    @property
    def when(self) -> str:
        """The time of its last line by the clock here, as far as it has one."""
        try:
            return datetime.fromtimestamp(self.at).astimezone().strftime("%Y-%m-%d %H:%M")
        except (OSError, OverflowError, ValueError):
            return "at an unknown time"


@dataclass(frozen=True, slots=True)
class _Cached:
    """A summary, with the size and time of the file that it was made from."""

    size: int
    mtime_ns: int
    summary: Summary
    version: int
    """Of what is kept: one that an earlier program kept is worked out again."""


@dataclass(frozen=True, slots=True)
class _Seat:
    role: str


@dataclass(frozen=True, slots=True)
class _Start:
    """What the list needs of a game's first event."""

    scenario: str
    sha256: str
    seed: int
    world: int | None
    seats: tuple[_Seat, ...]
    title: str = ""


_CACHED = TypeAdapter(_Cached)
_START = TypeAdapter(_Start)
_SUMMARY = TypeAdapter(Summary)


def summarise(folder: Path) -> Summary:
    """Sum a save up, from its cache where that is of the file as it is; a fault becomes its `problem`."""
    file = folder / EVENTS
    name = plain(folder.name)
    try:
        known = _cached(folder, file.lstat())
        if known is not None:
            return replace(known, name=name)
        data, status = disk.read(file, MAX_SAVE)
    except OSError as error:
        return unreadable(folder, f"it cannot be read: {error.strerror or error}")
    scanned = scan(data)
    problem = SaveDamagedError(scanned.fault, file).what if scanned.fault else ""
    try:
        history = interpret(scanned, file)
        summary = _told(name, history.records[-1].at, history.events, problem)
    except StorageError as error:
        return unreadable(folder, problem or error.what)
    except (LookupError, TypeError, ValueError):
        return unreadable(folder, problem or "its events are not those of a game")
    if problem:
        return summary
    try:
        result = _result(folder, history.events) if summary.ended or _was_resealed(folder) else None
    except StorageError as error:
        return replace(summary, problem=error.what)
    summary = replace(summary, result=result if summary.ended else None)
    _keep(folder, _Cached(status.st_size, status.st_mtime_ns, summary, VERSION))
    return summary


def unreadable(folder: Path, problem: str) -> Summary:
    """Sum up a save of which only its name is known, and when it was last changed."""
    for path in (folder / EVENTS, folder):
        with suppress(OSError):
            return Summary(plain(folder.name), path.lstat().st_mtime, problem=problem)
    return Summary(plain(folder.name), 0.0, problem=problem)


def _told(name: str, at: float, events: Sequence[Event], problem: str) -> Summary:
    """Tell a game in short. LookupError, TypeError, ValueError: these are not the events of a game."""
    start = _START.validate_python(events[0])
    practice, ended = _course(events)
    summary = _SUMMARY.validate_python(
        {
            "name": name,
            "at": at,
            "scenario": plain(start.scenario),
            "sha256": plain(start.sha256),
            "title": plain(start.title),
            "roles": [plain(seat.role) for seat in start.seats],
            "seed": start.seed,
            "world": start.world,
            "practice": practice,
            "ended": ended,
            "cards": list(dict.fromkeys(event["card"] for event in events if event["kind"] == "revealed")),
            "problem": problem,
        }
    )
    return replace(summary, cards=tuple(map(plain, summary.cards)))


def _result(folder: Path, events: Sequence[Event]) -> Result | None:
    """Work out what a game came to, which takes importing all of the scoring.

    StorageError: its events make no game.
    """
    from debate_tui.engine.replay import fold
    from debate_tui.engine.scorecard import scorecard
    from debate_tui.store.codec import decode

    decoded = decode(events)
    with only_if_they_follow(folder):
        state = fold(decoded)
        card = scorecard(state, state.started.seats[0].id)
    return None if card.points is None else Result(card.points, card.par, card.follow_through)


def _was_resealed(folder: Path) -> bool:
    """Whether somebody vouched for events of their own: only then may those of a whole save not follow."""
    return os.path.lexists(folder / BEFORE_RESEAL)


def _course(events: Sequence[Event]) -> tuple[bool, bool]:
    """Whether a game is practice and whether it is over, given what was gone back over."""
    after = [(events[0].get("practice") is True, False)]
    for event in events[1:]:
        practice, ended = after[-1]
        match event:
            case {"kind": "rewound", "to": int(to), "practice": bool(lasting)} if 1 <= to <= len(after):
                practice, ended = after[to - 1]
                practice = practice or lasting
            case {"kind": "rewound"}:
                raise ValueError("goes back to where the game never was")
            case {"kind": "ended"}:
                ended = True
        after.append((practice, ended))
    return after[-1]


def _cached(folder: Path, status: os.stat_result) -> Summary | None:
    """Give what the cache says if it is whole and of this very file."""
    try:
        data, _ = disk.read(folder / META, _MAX_META)
        cached = _CACHED.validate_json(data, strict=True) if is_sealed(data) else None
    except (OSError, ValidationError):
        return None
    if cached is None or cached.version != VERSION:
        return None
    if (cached.size, cached.mtime_ns) != (status.st_size, status.st_mtime_ns):
        return None
    return cached.summary if _is_harmless(cached.summary) else None


def _is_harmless(summary: Summary) -> bool:
    """Whether no text in a summary would steer a terminal: one that somebody else wrote might."""
    texts = (summary.scenario, summary.sha256, summary.title, summary.problem, *summary.roles, *summary.cards)
    return all(plain(text) == text for text in texts)


def _keep(folder: Path, cached: _Cached) -> None:
    with suppress(OSError, ValueError):  # it is only a cache: the next list works it out again
        disk.write_whole(folder / META, seal(asdict(cached)))
