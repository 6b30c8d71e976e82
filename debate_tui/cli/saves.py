"""`saves`: list, show, export, repair, reseal and delete games that were kept."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from debate_tui.cli.data import json_text
from debate_tui.cli.play import complete_save, saves_option
from debate_tui.cli.terminal import narrate
from debate_tui.content import library
from debate_tui.engine.replay import fold
from debate_tui.engine.scorecard import scorecard
from debate_tui.errors import DebateError
from debate_tui.lobby import replayed
from debate_tui.report.markdown import transcript
from debate_tui.report.record import record
from debate_tui.store.codec import decode
from debate_tui.store.following import only_if_they_follow
from debate_tui.store.saves import Saves
from debate_tui.store.summary import Summary


@click.group()
def saves() -> None:
    """List, show, export, mend and delete kept games."""


@saves.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print all that is known of each.")
@saves_option
def list_(as_json: bool, saves_folder: Path | None) -> None:
    """List the kept games, the newest first."""
    summaries = _saves(saves_folder).list()
    if as_json:
        click.echo(json_text([dataclasses.asdict(each) for each in summaries]), nl=False)
        return
    width = max((len(summary.name) for summary in summaries), default=0)
    for summary in summaries:
        click.echo(f"{summary.name:{width}}  {_told(summary)}")


def _told(summary: Summary) -> str:
    if summary.problem:
        return f"cannot be opened: {summary.problem}"
    world = "" if summary.world is None else f", world {summary.world}"
    stands = "over" if summary.ended else f"{len(summary.cards)} cards in"
    return f"{summary.when}  {summary.title or summary.scenario}{world}: {stands}"


@saves.command()
@click.argument("save", shell_complete=complete_save)
@saves_option
def show(save: str, saves_folder: Path | None) -> None:
    """Print a game as Markdown."""
    click.echo(_written(_saves(saves_folder), save, "markdown"), nl=False)


@saves.command()
@click.argument("save", shell_complete=complete_save)
@click.option("--format", "form", type=click.Choice(["json", "markdown", "scorecard"]), default="json")
@saves_option
def export(save: str, form: str, saves_folder: Path | None) -> None:
    """Print a game's record as JSON, its transcript as Markdown, or its scorecard as JSON."""
    click.echo(_written(_saves(saves_folder), save, form), nl=False)


def _written(kept: Saves, save: str, form: str) -> str:
    """Write a game in one of the forms; StorageError where its events make no game."""
    events, folder = decode(kept.read(save).events), kept.find(save)
    if form == "scorecard":
        with only_if_they_follow(folder):
            state = fold(events)
            return json_text(scorecard(state, state.started.seats[0].id).as_data())
    debate = replayed(events, folder)
    with only_if_they_follow(folder):
        return transcript(debate, events) if form == "markdown" else json_text(record(debate, events))


@saves.command()
@click.argument("save", shell_complete=complete_save)
@saves_option
def repair(save: str, saves_folder: Path | None) -> None:
    """Keep what is whole of a damaged game; the rest is put aside, not deleted."""
    narrate(_saves(saves_folder).repair(save).done)


@saves.command()
@click.argument("save", shell_complete=complete_save)
@saves_option
def reseal(save: str, saves_folder: Path | None) -> None:
    """Accept a game that was edited by hand."""
    kept = _saves(saves_folder)
    narrate(kept.reseal(save).done)
    try:
        _written(kept, save, "markdown")
    except DebateError as problem:
        narrate(f"It still cannot be opened: {problem}")


@saves.command()
@click.argument("save", shell_complete=complete_save)
@click.option("--yes", is_flag=True, help="Do not ask.")
@saves_option
def delete(save: str, yes: bool, saves_folder: Path | None) -> None:
    """Delete a game."""
    kept = _saves(saves_folder)
    kept.find(save)
    if not yes:
        click.confirm(f"Delete {save}?", abort=True, err=True)
    kept.delete(save)
    narrate(f"{save} is deleted.")


def _saves(folder: Path | None) -> Saves:
    return Saves(library.saves_dir(folder))
