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
VERSION = 3
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

    def is_of(self, status: os.stat_result) -> bool:
        """Whether it was made from the file as it is."""
        return (self.size, self.mtime_ns) == (status.st_size, status.st_mtime_ns)


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
        now, known = file.lstat(), _cached(folder)
        if known is not None and known.is_of(now):
            return replace(known.summary, name=name)
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
        if summary.ended:
            summary = replace(summary, result=_result(folder, history.events))
        elif _was_resealed(folder) and not _followed(known, status):
            _result(folder, history.events)
    except StorageError as error:
        summary = replace(summary, problem=error.what)
    _keep(folder, _Cached(status.st_size, status.st_mtime_ns, summary, VERSION))
    return summary


def forget(folder: Path) -> None:
    """Forget what was found of a save: somebody vouches for events that may be others."""
    with suppress(OSError):
        (folder / META).unlink()


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


def _followed(known: _Cached | None, status: os.stat_result) -> bool:
    """Whether events were found to follow before there were more: a game that does not is not played on."""
    return known is not None and not known.summary.problem and known.size <= status.st_size


def _cached(folder: Path) -> _Cached | None:
    """Give the cache if it is whole, of this program and harmless."""
    try:
        data, _ = disk.read(folder / META, _MAX_META)
        cached = _CACHED.validate_json(data, strict=True) if is_sealed(data) else None
    except (OSError, ValidationError):
        return None
    if cached is None or cached.version != VERSION:
        return None
    return cached if _is_harmless(cached.summary) else None


def _is_harmless(summary: Summary) -> bool:
    """Whether no text in a summary would steer a terminal: one that somebody else wrote might."""
    texts = (summary.scenario, summary.sha256, summary.title, summary.problem, *summary.roles, *summary.cards)
    return all(plain(text) == text for text in texts)


def _keep(folder: Path, cached: _Cached) -> None:
    with suppress(OSError, ValueError):  # it is only a cache: the next list works it out again
        disk.write_whole(folder / META, seal(asdict(cached)))
