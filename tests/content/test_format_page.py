"""The format's page for authors: its examples are valid, and it knows every fault by name."""

import re
from pathlib import Path

import pytest

from debate_tui.content.check import check_files
from debate_tui.content.codes import CODES
from debate_tui.content.moves import VERB_OF, BehaviourSlip, Slip

PAGE = (Path(__file__).parents[2] / "docs/scenario-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEBATE_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_example_is_valid(folder: Path) -> None:
    asker = EXAMPLES[2]
    for name in ("optimist", "skeptic"):
        (folder / f"{name}.yaml").write_text(asker.replace("id: asker", f"id: {name}"), encoding="utf-8")
    for number, example in enumerate(EXAMPLES):
        (folder / f"example-{number}.yaml").write_text(example, encoding="utf-8")

    report = check_files([folder])

    assert len(EXAMPLES) == 4
    assert report.render() == ""


def test_the_fault_it_shows_is_what_is_told(folder: Path) -> None:
    (shown,) = re.findall(r"^```text\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)
    (folder / "scenarios").mkdir()
    wrong = EXAMPLES[0].replace("observed: heads", "observed: edge")
    (folder / "scenarios/coin.yaml").write_text(wrong, encoding="utf-8")

    assert check_files([Path("scenarios/coin.yaml")]).render() == shown


def test_its_table_has_every_code_and_no_other() -> None:
    table = PAGE[PAGE.index("| code |") :]

    assert dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", table, re.MULTILINE)) == CODES


def test_it_names_every_move_under_its_verb_and_every_slip() -> None:
    for move, verb in VERB_OF.items():
        assert re.search(rf"^\| {verb} \|.*`{move}`", PAGE, re.MULTILINE)
    for slip in (*Slip.__args__, *BehaviourSlip.__args__):
        assert f"`{slip}`" in PAGE
