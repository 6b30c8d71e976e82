"""`list`, `check`, `schema`, `paths` and `completion`: what there is, and whether it is well written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from debate_tui.cli.data import json_text
from debate_tui.cli.terminal import narrate
from debate_tui.content import library
from debate_tui.content.characters import one_line
from debate_tui.errors import UsageError

if TYPE_CHECKING:
    from debate_tui.content.jsonschemas import Kind

PATH = click.Path(path_type=Path, exists=True)
SHELLS = ("bash", "zsh", "fish")


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print all that is known of each.")
def list_(as_json: bool) -> None:
    """List the scenarios that can be played."""
    entries = library.scenarios()
    if as_json:
        data = [entry._asdict() for entry in entries]
        click.echo(json_text(data), nl=False)
        return
    width = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        minutes = f", {entry.minutes:g} min" if entry.minutes else ""
        about = f"broken: {entry.fault}" if entry.fault else f"{entry.title} (level {entry.level}{minutes})"
        click.echo(f"{entry.id:{width}}  {about}")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="PATH...", type=PATH)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Check files, and all YAML files in folders; exit 1 where there is a fault."""
    from debate_tui.content.check import check_files

    report = check_files(files)
    if form == "json":
        click.echo(json_text(report.to_json()), nl=False)
    elif report.problems:
        click.echo(report.render())
    count, faults = len(report.files), len(report.problems)
    narrate(f"{count} file{'s' * (count != 1)}, {faults or 'no'} fault{'s' * (faults != 1)}")
    ctx.exit(1 if report.problems else 0)


@click.command()
@click.argument("kind", type=click.Choice(["scenario", "persona", "script"]))
def schema(kind: Kind) -> None:
    """Print the JSON Schema of a format."""
    from debate_tui.content import jsonschemas

    click.echo(jsonschemas.text(kind), nl=False)


@click.command()
def paths() -> None:
    """Print the folders that the program uses; those searched, in order."""
    for what, folders in library.places().items():
        for folder in folders:
            click.echo(f"{what}\t{one_line(str(folder))}")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what makes a shell complete the commands: add it to the shell's start-up file."""
    from click.shell_completion import get_completion_class

    from debate_tui.cli.group import group

    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"nothing is known of the shell {shell}")
    click.echo(kind(group, {}, "debate-tui", "_DEBATE_TUI_COMPLETE").source())
