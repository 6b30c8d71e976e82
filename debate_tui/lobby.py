"""Ways into a game: begin one, or go on with one that was kept."""

from __future__ import annotations

import errno
import os
import secrets
import shlex
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from debate_tui.content.characters import one_line
from debate_tui.content.library import Loaded, load_game, saves_dir
from debate_tui.engine.changes import changes
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import SELF, Event, Seat, Started
from debate_tui.engine.replay import fold
from debate_tui.engine.transcript import walk
from debate_tui.engine.visitor import Visitor
from debate_tui.errors import ContentError, StorageError, UsageError
from debate_tui.game import Game
from debate_tui.store import disk
from debate_tui.store.codec import decode
from debate_tui.store.following import only_if_they_follow
from debate_tui.store.recorder import Recorder
from debate_tui.store.saves import Saves

ORIGIN = "origin.txt"
"""Beside a save: the path of the scenario that it was begun with, for scenarios outside the library."""
MAX_ORIGIN = 64 * 1024
"""Bytes: no path is longer."""

SEEDS, WORLDS = 2**31, 10_000
"""How many there are to draw from, where nobody asks for a certain one."""

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Seated:
    """A game to be played, where it is kept (None: nowhere), and what its player should be told first."""

    game: Game
    save: str | None
    origin: Path
    """The file of its scenario."""
    notices: tuple[str, ...] = ()


def debate_of(loaded: Loaded) -> Debate:
    """Make a debate of what the library has loaded."""
    return Debate.of(loaded.scenario, loaded.personas, loaded.sha256)


def begin(
    name: str | Path,
    saves: Saves,
    *,
    seed: int | None = None,
    role: str = SELF,
    world: int | None = None,
    practice: bool = False,
    clock: Clock = time.time,
) -> Seated:
    """Begin a game, with any seed where none is given.

    UsageError, ContentError: the scenario or the role is not there, or not valid.
    Where the game cannot be kept it is played all the same, and `Game.storage_problem` says why.
    """
    loaded = load_game(name)
    debate = debate_of(loaded)
    seen = _seen(saves, loaded.scenario.id, world)
    seats = (Seat("you", "You", role),)
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    started = debate.start(seed=seed, world=world, seats=seats, seen=seen, practice=practice)
    try:
        log = saves.new(loaded.scenario.id)
    except StorageError as problem:
        game = Game.new(debate, started)
        game.storage_problem = problem
        return Seated(game, None, loaded.path)
    _note_origin(log.folder, loaded.path)
    return Seated(Game.new(debate, started, Recorder(log, clock)), log.folder.name, loaded.path)


def _seen(saves: Saves, scenario: str, world: int | None) -> frozenset[str]:
    """Give the cards that were seen before; where saves cannot be listed, none: nothing is kept there."""
    try:
        return saves.revealed(scenario, world)
    except StorageError:
        return frozenset()


def any_world() -> int:
    """Draw the number of an invented world."""
    return secrets.randbelow(WORLDS)


def resume(save: str, saves: Saves, *, clock: Clock = time.time) -> Seated:
    """Go on with a game that was kept.

    StorageError: the save cannot be opened, or its scenario has lost what the game needs; UsageError,
    ContentError: there is no such save, or its scenario is gone or not valid any more.
    """
    log = saves.open(save)
    try:
        events = decode(log.events)
        loaded = _scenario_of(events, log.folder)
        with only_if_they_follow(log.folder):
            debate, notices = _as_it_was(debate_of(loaded), events)
            walk(debate, events, Visitor())
            game = Game(debate, events, Recorder(log, clock))
    except BaseException:
        log.close()
        raise
    started = game.state.started
    news = game.note_seen(saves.revealed(started.scenario, started.world))
    if news:
        named = "; ".join(debate.cards[card].name for card in news if card in debate.cards)
        notices += (f"Another game has shown these cards since, and so they are practice here: {named}.",)
    return Seated(game, log.folder.name, loaded.path, (*log.notices, *notices))


def keep_elsewhere(game: Game, origin: Path, folder: Path, *, clock: Clock = time.time) -> str:
    """Keep a whole game in another folder, and go on keeping it there; give the name of the save.

    `origin` is the file of its scenario. StorageError: that folder does not take it either; the game goes on
    as it was.
    """
    log = Saves(folder).new(game.state.started.scenario)
    try:
        recorder = Recorder(log, clock)
        recorder.append(game.events)
    except StorageError:
        log.close()
        raise
    _note_origin(log.folder, origin)
    game.keep_in(recorder)
    return log.folder.name


def folder_of(typed: str) -> Path:
    """Give the folder that somebody typed; StorageError where it leads nowhere."""
    try:
        return disk.resolved(Path(typed).expanduser())
    except RuntimeError:  # nobody has the home that it begins with
        raise StorageError("there is no such place", typed) from None


def _note_origin(save: Path, scenario: Path) -> None:
    """Note beside a save where its scenario lies; without that it is looked up by its id."""
    with suppress(OSError, UnicodeEncodeError):
        (save / ORIGIN).write_bytes(str(scenario.absolute()).encode())


def going_on(save: str, folder: Path) -> str:
    """Give what `debate-tui continue` takes to go on with a game that is kept in a folder."""
    there = folder.resolve()
    return save if there == saves_dir().resolve() else f"{save} --saves {_for_a_shell(there)}"


def _for_a_shell(folder: Path) -> str:
    """Quote a path for a shell; one that would steer the terminal by its bytes, as bash and zsh read them."""
    if one_line(str(folder)) == str(folder):
        return shlex.quote(str(folder))
    shown = (
        chr(byte) if 32 <= byte < 127 and byte not in b"'\\" else f"\\{byte:03o}"
        for byte in os.fsencode(folder)
    )
    return f"$'{''.join(shown)}'"


def replayed(events: list[Event], folder: Path) -> Debate:
    """Give the debate of a save, to show or export it; StorageError where its events make no game."""
    of_now = debate_of(_scenario_of(events, folder))
    with only_if_they_follow(folder):
        debate, _ = _as_it_was(of_now, events)
        walk(debate, events, Visitor())
    return debate


def _scenario_of(events: list[Event], folder: Path) -> Loaded:
    """Load the scenario of a save: from where it was, if it is still there, else by its id."""
    started = _started(events)
    with suppress(OSError, UnicodeDecodeError, UsageError, StorageError, ContentError):
        data, _ = disk.read(folder / ORIGIN, MAX_ORIGIN)
        loaded = load_game(_plain_file(data.decode()))
        if loaded.scenario.id == started.scenario:
            return loaded
    return load_game(started.scenario)


def _plain_file(path: str) -> Path:
    """Give the path of a file that can be read without waiting for anybody; FileNotFoundError: it is none."""
    if not Path(path).is_file():
        raise FileNotFoundError(errno.ENOENT, "it is no plain file", path)
    return Path(path)


def _as_it_was(debate: Debate, events: list[Event]) -> tuple[Debate, tuple[str, ...]]:
    started = _started(events)
    if started.sha256 == debate.sha256:
        return debate.resumed(started), ()
    changed = changes(debate, fold(events))
    if changed.missing:
        raise StorageError(
            f"the scenario {started.scenario} has changed since: {'; '.join(changed.missing)}",
            mend="Put the scenario back as it was, or begin a new game.",
        )
    gone = f" {', '.join(changed.gone)} no longer there." if changed.gone else ""
    notice = f"The scenario has changed since this game began; the game keeps its own numbers.{gone}"
    return debate.resumed(started), (notice,)


def _started(events: list[Event]) -> Started:
    first = events[0]
    if first.kind != "started":
        raise StorageError("this save does not begin with the start of a game")
    return first
