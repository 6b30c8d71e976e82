"""Checking files and folders: all of them, with each other's help, and nothing that only looks like one."""

import shutil
from pathlib import Path

import pytest

from debate_tui.content.check import Report, check_files
from debate_tui.errors import StorageError, UsageError

VALID = Path(__file__).parent / "valid"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and a working folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DEBATE_TUI_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def coin(*change: str) -> str:
    text = (VALID / "coin.yaml").read_text()
    return text.replace(*change) if change else text


def found(report: Report) -> list[tuple[str, str]]:
    return [(Path(problem.file).name, problem.code) for problem in report.problems]


def test_valid_files_of_every_format_have_no_problems() -> None:
    report = check_files([VALID])

    assert [file.name for file in report.files] == ["asker.yaml", "coin.yaml", "script.yaml"]
    assert report.problems == ()
    assert report.render() == ""
    assert report.to_json() == []


def test_folders_are_searched_for_yaml_files_however_deep(tmp_path: Path) -> None:
    for name in ("b/c/d/deep.yml", "b/one.yaml", "a.YAML", "b/notes.txt", ".git/x.yaml", "b/.hidden.yaml"):
        write(tmp_path / "all" / name, "- none of ours\n")

    report = check_files([tmp_path / "all"])

    assert [file.name for file in report.files] == ["a.YAML", "deep.yml", "one.yaml"]
    assert [code for _, code in found(report)] == ["wrong-type"] * 3


def test_a_file_named_twice_is_checked_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", "x: 1\n")

    assert check_files([file, file, tmp_path]).files == (file,)


def test_a_file_named_by_itself_may_be_called_anything(tmp_path: Path) -> None:
    assert found(check_files([write(tmp_path / ".a.txt", "x: 1\n")])) == [(".a.txt", "unknown-format")]


def test_problems_come_file_by_file_and_a_broken_one_stops_no_other(tmp_path: Path) -> None:
    write(tmp_path / "s/1.yaml", "a: [\n")
    write(tmp_path / "s/2.yaml", coin("observed: heads", "observed: edge"))
    (tmp_path / "s/3.yaml").write_bytes(b"\xff")

    assert found(check_files([tmp_path / "s"])) == [
        ("1.yaml", "syntax"),
        ("2.yaml", "unknown-id"),
        ("3.yaml", "not-utf-8"),
    ]


def test_personas_are_found_among_the_files_being_checked(tmp_path: Path) -> None:
    scenario = write(tmp_path / "s/coin.yaml", coin("persona: asker", "persona: newcomer"))
    persona = (VALID / "asker.yaml").read_text().replace("id: asker", "id: newcomer")
    somewhere = write(tmp_path / "elsewhere/newcomer.yaml", persona)

    assert found(check_files([scenario])) == [("coin.yaml", "unknown-id")]
    assert found(check_files([scenario, somewhere])) == []


def test_personas_are_found_beside_a_scenario_and_at_home(tmp_path: Path, home: Path) -> None:
    scenario = write(tmp_path / "s/coin.yaml", coin("persona: asker", "persona: newcomer"))
    persona = (VALID / "asker.yaml").read_text().replace("id: asker", "id: newcomer")
    for place in (tmp_path / "s/personas", tmp_path / "personas", home / "personas"):
        file = write(place / "newcomer.yaml", persona)
        assert found(check_files([scenario])) == []
        file.unlink()
        assert found(check_files([scenario])) == [("coin.yaml", "unknown-id")]


def test_a_persona_nobody_knows_is_named_with_the_nearest(tmp_path: Path) -> None:
    scenario = write(tmp_path / "coin.yaml", coin("persona: asker", "persona: aksers"))
    write(tmp_path / "asker.yaml", (VALID / "asker.yaml").read_text())

    (problem,) = check_files([tmp_path]).problems

    assert problem.file == str(scenario)
    assert problem.mend == "did you mean `asker`?"


def test_the_scenario_of_a_script_is_found_among_the_files_and_at_home(tmp_path: Path, home: Path) -> None:
    script = write(tmp_path / "s/script.yaml", (VALID / "script.yaml").read_text())
    assert found(check_files([script])) == []

    other = write(tmp_path / "t/coin.yaml", coin("id: first", "id: toss").replace("first", "toss"))
    assert found(check_files([script, other]))[0] == ("script.yaml", "unknown-id")

    write(home / "scenarios/coin.yaml", other.read_text())
    assert found(check_files([script]))[0] == ("script.yaml", "unknown-id")


def test_a_script_cannot_make_the_program_read_any_file_it_names(tmp_path: Path) -> None:
    named = write(tmp_path / "named.yaml", coin("id: first", "id: toss"))
    text = (VALID / "script.yaml").read_text().replace("scenario: coin", f"scenario: {named}")

    assert found(check_files([write(tmp_path / "s/script.yaml", text)])) == [("script.yaml", "bad-id")]


def test_a_file_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "coin.yaml", coin("observed: heads", "observed: edge"))

    report = check_files([Path("coin.yaml")])

    assert report.render().startswith("coin.yaml:15:15: error unknown-id: there is no outcome `edge`\n")
    assert report.to_json()[0]["file"] == "coin.yaml"


def test_nothing_to_check_and_what_cannot_be_read_are_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(UsageError, match="nothing to check"):
        check_files([tmp_path / "empty"])
    with pytest.raises(StorageError, match=r"missing\.yaml"):
        check_files([tmp_path / "missing.yaml"])


def test_a_circle_of_links_between_folders_ends(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    shutil.copytree(VALID, folder)
    try:
        (folder / "again").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")

    assert [file.name for file in check_files([folder]).files] == ["asker.yaml", "coin.yaml", "script.yaml"]
