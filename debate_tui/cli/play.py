"""`play`, `continue`, and what the program offers without a command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from debate_tui.cli.called import go_on
from debate_tui.cli.data import json_text
from debate_tui.cli.screen import has_screen, on_screen
from debate_tui.cli.terminal import asker, narrate
from debate_tui.content import library
from debate_tui.engine.events import SELF, Seat
from debate_tui.errors import DebateError, StorageError, UsageError
from debate_tui.game import Game
from debate_tui.lobby import Seated, any_world, begin, debate_of, folder_of, going_on, keep_elsewhere, resume
from debate_tui.plain.console import Choice, Console, Left
from debate_tui.plain.game import PlainGame
from debate_tui.report.markdown import transcript
from debate_tui.scripted import load_script, play_script
from debate_tui.store.saves import Saves
from debate_tui.store.summary import Summary

saves_option = click.option(
    "--saves",
    "saves_folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of kept games.",
)


def complete_scenario(
    _context: click.Context, _parameter: click.Parameter, start: str
) -> list[CompletionItem]:
    """Complete the name of a scenario in a shell, or the path of a file."""
    names = [entry.id for entry in library.scenarios() if entry.id.startswith(start)]
    return [CompletionItem(name) for name in names] or [CompletionItem(start, type="file")]


def complete_role(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    """Complete a role; which scenario it is for cannot be known yet, so it is anybody's."""
    return [role for role in (SELF, *sorted(library.persona_ids())) if role.startswith(start)]


def complete_save(context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    """Complete the name of a kept game."""
    with suppress(DebateError):
        kept = Saves(library.saves_dir(context.params.get("saves_folder"))).list()
        return [summary.name for summary in kept if summary.name.startswith(start)]
    return []


@click.command()
@click.argument("scenario", metavar="NAME|PATH", shell_complete=complete_scenario)
@click.option(
    "--as",
    "role",
    default=SELF,
    metavar="PERSONA",
    shell_complete=complete_role,
    help="Play one of the cast.",
)
@click.option("--seed", type=int, help="What the dice begin with; default: drawn.")
@click.option("--world", type=int, help="Play this invented world instead of the real game.")
@click.option("--practice", is_flag=True, help="Go back as you like; nothing counts.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--script", type=click.Path(path_type=Path, dir_okay=False), help="Play a script instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the scorecard as JSON.")
@saves_option
def play(
    scenario: str,
    role: str,
    seed: int | None,
    world: int | None,
    practice: bool,
    plain: bool,
    script: Path | None,
    as_json: bool,
    saves_folder: Path | None,
) -> None:
    """Play a scenario, by its name or the path of its file."""
    if script is not None:
        if role != SELF or seed is not None or world is not None:
            raise UsageError("a script says role, seed and world itself", mend="Change them in the script.")
        if practice or plain or saves_folder is not None:
            raise UsageError(
                "a script is played without a prompt and without a save",
                mend="Leave --practice, --plain and --saves out.",
            )
        _play_script(scenario, script, as_json=as_json)
        return
    saves = Saves(library.saves_dir(saves_folder))
    if not plain and not as_json and has_screen():
        debate_of(library.load_game(scenario)).check_roles((Seat("you", "You", role),))
        sys.exit(
            on_screen(
                saves_folder,
                lambda app: app.play(scenario, role=role, world=world, seed=seed, practice=practice),
            )
        )
    seated = begin(scenario, saves, seed=seed, role=role, world=world, practice=practice)
    _sit_down(seated, saves, as_json=as_json)


@click.command("continue")
@click.argument("save", required=False, shell_complete=complete_save)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--json", "as_json", is_flag=True, help="Print the scorecard as JSON.")
@saves_option
def continue_(save: str | None, plain: bool, as_json: bool, saves_folder: Path | None) -> None:
    """Go on with a game that was kept; without a name, with the newest that is not over."""
    saves = Saves(library.saves_dir(saves_folder))
    if save is None:
        newest = saves.newest()
        if newest is None:
            raise UsageError("no game is waiting to be continued", mend="Begin one: debate-tui play NAME")
        save = newest.name
    if not plain and not as_json and has_screen():
        saves.find(save)
        sys.exit(on_screen(saves_folder, lambda app: app.go_on(save)))
    _sit_down(resume(save, saves), saves, as_json=as_json)


def offer(saves_folder: Path | None = None) -> None:
    """Offer line by line what there is to play: the newest game that is not over, and the library."""
    saves = Saves(library.saves_dir(saves_folder))
    while True:
        try:
            into = _choose(saves)
        except Left:
            return
        _sit_down(into(), saves, as_json=False)


def _choose(saves: Saves) -> Callable[[], Seated]:
    chosen: list[Callable[[], Seated]] = []

    def way(words: str, into: Callable[[], Seated]) -> Choice:
        return Choice(words, partial(chosen.append, into))

    choices = []
    waiting = _waiting(saves)
    if waiting is not None:
        words = f"Go on with {waiting.title or waiting.scenario} ({waiting.name})."
        choices.append(way(words, partial(resume, waiting.name, saves)))
    for entry in library.scenarios():
        if entry.fault is None:
            choices.append(way(f"{entry.title} {entry.question}", partial(begin, entry.id, saves)))
            elsewhere = partial(begin, entry.id, saves, world=any_world())
            choices.append(way(f"{entry.title} In an invented world, where the truth is known.", elsewhere))
    if not choices:
        raise UsageError("there is nothing to play", mend="debate-tui paths says where scenarios may lie.")
    console = Console(sys.stdout, asker(sys.stdout))
    console.say("What would you like to play?")
    console.anywhere = {"quit": _leave, "help": lambda: console.say("Type a number, or quit.")}
    console.menu("Your choice, or quit", choices, enter="1")
    return chosen[0]


def _waiting(saves: Saves) -> Summary | None:
    """Give the newest game that can be gone on with; say what is wrong with any that is newer."""
    try:
        kept = saves.list()
    except StorageError as problem:
        narrate(f"debate-tui: {problem}")
        return None
    for save in kept:
        if save.problem:
            narrate(f"{save.name} cannot be opened: {save.problem}.")
        elif not save.ended:
            return save
    return None


def _leave() -> None:
    raise Left


def _sit_down(seated: Seated, saves: Saves, *, as_json: bool) -> None:
    """Play a game line by line; with JSON asked for, standard output is kept for it."""
    out = sys.stderr if as_json else sys.stdout
    for notice in seated.notices:
        narrate(notice)
    game, kept = seated.game, [(seated.save or "", saves.root)]

    def keep(folder: str) -> str:
        there = folder_of(folder)
        name = keep_elsewhere(game, seated.origin, there)
        kept.append((name, there))
        return name

    try:
        PlainGame(game, out, asker(out), keep).play()
    except (Left, KeyboardInterrupt) as left:
        where = go_on(going_on(*kept[-1]))
        narrate(f"\n{where if game.storage_problem is None else 'This game was not kept.'}")
        if isinstance(left, KeyboardInterrupt):
            raise
        return
    finally:
        game.close()  # whoever chooses again may go on with it
    if as_json:
        _print_scorecard(game)


def _play_script(scenario: str, script: Path, *, as_json: bool) -> None:
    loaded = library.load_game(scenario)
    debate = debate_of(loaded)
    game = play_script(debate, *load_script(script, debate.scenario))
    if as_json:
        _print_scorecard(game)
    else:
        click.echo(transcript(debate, game.events), nl=False)


def _print_scorecard(game: Game) -> None:
    seat = game.state.started.seats[0].id
    click.echo(json_text(game.scorecard(seat).as_data()), nl=False)
