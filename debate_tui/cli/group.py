"""The commands and what stands before them. Each is imported only when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from debate_tui import __version__
from debate_tui.cli.screen import has_screen, on_screen
from debate_tui.cli.terminal import OutputClosed, narrate
from debate_tui.content.characters import one_line, without_forbidden

COMMANDS = {
    "play": ("debate_tui.cli.play:play", "Play a scenario."),
    "continue": ("debate_tui.cli.play:continue_", "Go on with a game that was kept."),
    "list": ("debate_tui.cli.content:list_", "List the scenarios."),
    "check": ("debate_tui.cli.content:check", "Check scenarios, personas and scripts."),
    "schema": ("debate_tui.cli.content:schema", "Print the JSON Schema of a format."),
    "saves": ("debate_tui.cli.saves:saves", "List, show, export, mend and delete kept games."),
    "paths": ("debate_tui.cli.content:paths", "Print the folders that the program uses."),
    "completion": ("debate_tui.cli.content:completion", "Print what makes a shell complete the commands."),
}
"""Each command: where it is, and what it says of itself in the list of them all."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the command line, which may print help; the same of a closed pipe as when a command runs."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError as closed:
            raise OutputClosed from closed

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a closed pipe is told apart here, as click would leave with 1 for it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as closed:
            raise OutputClosed from closed

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="debate-tui")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.pass_context
def group(ctx: click.Context, plain: bool) -> None:
    """A terminal game about changing one's mind well.

    Without a command it shows what there is to play.
    """
    if ctx.invoked_subcommand is not None:
        return
    if has_screen() and not plain:
        ctx.exit(on_screen())
    from debate_tui.cli.play import offer

    offer()


def _told(error: click.ClickException) -> str:
    """Tell a fault of the command line as click does; a group without a command tells its help."""
    said = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return f"Error: {_harmless(said)}"
    if said == context.get_help():
        return said
    return f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\nError: {_harmless(said)}"


def _harmless(said: str) -> str:
    """Keep the lines of a message, which may repeat what was typed: where that breaks lines, all go."""
    return one_line(said) if any("\n" in typed for typed in sys.argv) else without_forbidden(said)


def run() -> int:
    """Do what the command line says, and give the exit code; KeyboardInterrupt, OutputClosed, DebateError."""
    try:
        code = group.main(prog_name="debate-tui", standalone_mode=False)
    except click.ClickException as error:
        narrate(_told(error))
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0
