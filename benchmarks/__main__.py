"""`python -m benchmarks`: run the benchmarks, print the table and write the figures as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks.row import Row, SkippedError
from benchmarks.suite import SUITE
from benchmarks.table import HEAD, as_data, line

RESULTS = Path(__file__).parent / "results"


@click.command()
@click.option("--quick", is_flag=True, help="Be done in half a minute, with smaller sizes and fewer rounds.")
@click.option("--only", multiple=True, type=click.Choice(list(SUITE)), help="Run this one; can be repeated.")
@click.option(
    "--json",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=RESULTS / "latest.json",
    show_default="benchmarks/results/latest.json",
    help="Where to write the figures.",
)
def main(*, quick: bool, only: tuple[str, ...], file: Path) -> None:
    """Measure what the program costs, beside floors and peers in the same run."""
    rows: list[Row] = []
    skipped: dict[str, str] = {}
    RESULTS.mkdir(exist_ok=True)  # also what is saved lies here: a temporary folder is often not on a disk
    click.echo(HEAD)
    for name in only or SUITE:
        with TemporaryDirectory(dir=RESULTS) as folder:
            try:
                rows.append(SUITE[name].run(Path(folder), quick=quick))
            except SkippedError as why:
                skipped[name] = str(why)
                click.echo(f"{name:<17} skipped: {why}")
            else:
                click.echo(line(rows[-1]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(as_data(rows, skipped, quick=quick), indent=2) + "\n", encoding="utf-8")
    click.echo(f"\nwritten to {file}")


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
