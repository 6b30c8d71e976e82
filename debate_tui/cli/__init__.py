"""The command line. Each command is imported only when it is asked for, so that starting stays fast.

Standard output is data and standard error narration. Exit codes: 0 well, 1 content invalid, 2 usage,
3 input or output, 130 interrupted.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from debate_tui import __version__

COMMANDS = {
    "play": ("debate_tui.cli.play:play", "Play a scenario."),
    "continue": ("debate_tui.cli.play:continue_", "Go on with a game that was kept."),
    "list": ("debate_tui.cli.content:list_", "List the scenarios."),
    "check": (
        "debate_tui.cli.content:check",
        "Check scenarios, personas and scripts.",
    ),
    "schema": ("debate_tui.cli.content:schema", "Print the JSON Schema of a format."),
    "saves": ("debate_tui.cli.saves:saves", "List, show, export, mend and delete kept games."),
    "paths": ("debate_tui.cli.content:paths", "Print the folders that the program uses."),
    "completion": ("debate_tui.cli.content:completion", "Print what makes a shell complete the commands."),
}
"""Each command: where it is, and what it says of itself in the list of them all."""

INPUT_OUTPUT, INTERRUPTED = 3, 130


class OutputClosed(Exception):
    """Nobody takes our output any more, as after `| head`: no fault of anybody's."""


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
    from debate_tui.cli.screen import has_screen, on_screen

    if has_screen() and not plain:
        on_screen()
    else:
        from debate_tui.cli.play import offer

        offer()


def main() -> None:
    """Run the program and leave with its exit code; nobody is shown a traceback for what they can mend."""
    from debate_tui.cli.terminal import give_up_output, prepare
    from debate_tui.errors import DebateError

    prepare()
    try:
        code = group.main(prog_name="debate-tui", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except DebateError as error:
        click.echo(f"debate-tui: {error}", err=True)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo(err=True)
        sys.exit(INTERRUPTED)
    except (OutputClosed, BrokenPipeError):
        give_up_output()
    except OSError as error:
        give_up_output()
        click.echo(f"debate-tui: {error.strerror or error}", err=True)
        sys.exit(INPUT_OUTPUT)
    else:
        sys.exit(code if isinstance(code, int) else 0)
