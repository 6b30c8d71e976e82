"""Every fault in the registry has a file with that fault and no other, where its last line says."""

import re
from pathlib import Path

import pytest

from debate_tui.content.checks.names import Names, names_of
from debate_tui.content.checks.part import Part
from debate_tui.content.codes import CODES
from debate_tui.content.problems import Problem, SourceError
from debate_tui.content.source import read_document
from debate_tui.content.validate import parse

HERE = Path(__file__).parent
FILES = sorted((HERE / "must_fail").glob("*.yaml"))
EXPECTED = re.compile(rb"# expect (\d+):(\d+) (\S+)\n\Z")

TOO_LARGE_FOR_A_FILE = {"too-large", "too-many-values", "too-many-faults"}
"""Tested where their limits are."""


def coin(name: str) -> Names | None:
    document = read_document((HERE / "valid" / "coin.yaml").read_bytes(), "coin.yaml")
    return names_of(Part(document.data)) if name == "coin" else None


def problems_of(data: bytes, name: str) -> list[Problem]:
    try:
        document = read_document(data, name)
    except SourceError as error:
        return [error.problem]
    return list(parse(document, personas={"asker", "skeptic"}, scenarios=coin).problems)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_with_one_fault_yields_exactly_that_fault_at_its_place(file: Path) -> None:
    data = file.read_bytes()
    expected = EXPECTED.search(data)
    assert expected is not None
    line, column, code = int(expected[1]), int(expected[2]), expected[3].decode()

    found = problems_of(data, file.name)

    assert [(problem.line, problem.column, problem.code) for problem in found] == [(line, column, code)]


@pytest.mark.parametrize("file", sorted((HERE / "valid").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_valid_file_yields_nothing(file: Path) -> None:
    assert problems_of(file.read_bytes(), file.name) == []


def test_every_code_has_a_file_and_every_file_has_a_code() -> None:
    assert {file.stem.split(".")[0] for file in FILES} | TOO_LARGE_FOR_A_FILE == set(CODES)
