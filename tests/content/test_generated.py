"""What the benchmarks run on is valid and as large as it says."""

import runpy
from pathlib import Path

from debate_tui.content.source import read_document
from debate_tui.content.validate import parse

GENERATE = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks/generate.py"))


def test_the_big_scenario_is_valid_and_grows_with_its_arguments() -> None:
    small, large = (GENERATE["big_scenario"](arguments).encode() for arguments in (100, 500))

    assert parse(read_document(large, "big.yaml")).problems == ()
    assert 400 * 450 < len(large) - len(small) < 400 * 550


def test_the_library_has_valid_scenarios_of_the_size_asked_for(tmp_path: Path) -> None:
    GENERATE["library"](tmp_path, scenarios=3, size=12_000)
    files = sorted(tmp_path.iterdir())

    assert [file.name for file in files] == ["scenario-0000.yaml", "scenario-0001.yaml", "scenario-0002.yaml"]
    for file in files:
        assert parse(read_document(file.read_bytes(), file.name)).problems == ()
        assert 10_500 < file.stat().st_size < 13_500
