"""The index of folders: what it lists, when it reads, and that it never stands in the way."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate_tui.content import catalog
from debate_tui.content.catalog import list_personas, list_scenarios
from debate_tui.content.entries import PersonaEntry, ScenarioEntry

FIXTURES = Path(__file__).parent / "library_fixtures"
COIN = (FIXTURES / "scenarios/coin.yaml").read_text(encoding="utf-8")
ANN = (FIXTURES / "personas/ann.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scenarios").mkdir()
    return tmp_path / "scenarios"


def listed(*folders: Path) -> tuple[ScenarioEntry, ...]:
    return list_scenarios(folders, folders[0].parent / "cache" / "scenarios.index")


def ids(*folders: Path) -> list[str]:
    return [entry.id for entry in listed(*folders)]


def write(folder: Path, name: str, text: str = COIN, **changed: str) -> Path:
    """Write a file, a scenario if nothing else is said; `changed` gives keys new values."""
    for key, value in changed.items():
        text = "\n".join(
            f"{key}: {value}" if line.startswith(f"{key}:") else line for line in text.split("\n")
        )
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the names of the files that are read."""
    names: list[str] = []
    read_file = catalog.read_file

    def noted(path: Path) -> bytes:
        names.append(path.name)
        return read_file(path)

    monkeypatch.setattr(catalog, "read_file", noted)
    return names


# What is listed.


def test_a_scenario_is_listed_with_what_it_is_about(folder: Path) -> None:
    file = write(folder, "coin.yaml")
    expected = ScenarioEntry(
        path=str(file),
        id="coin",
        title="Is this coin fair?",
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        fault=None,
        question="Is the club's coin fair?",
        summary="A coin, two views of it and one toss.",
        level=1,
        minutes=5.0,
        language="en",
        cards=1,
        tags=("beginner", "chance"),
        hypotheses=("Fair coin", "Favours heads"),
        cast=("ann", "ben"),
    )
    assert listed(folder) == (expected,)
    assert listed(folder) == (expected,), "the second time from the index"


def test_a_persona_is_listed_with_its_name(tmp_path: Path) -> None:
    file = write(tmp_path, "ann.yaml", ANN)
    digest = hashlib.sha256(ANN.encode()).hexdigest()
    for _ in range(2):
        (entry,) = list_personas([tmp_path], tmp_path / "personas.index")
        assert entry == PersonaEntry(str(file), "ann", "Ann", digest, None, "Show me.")


def test_a_file_with_a_fault_is_listed_as_broken_under_its_own_name(folder: Path) -> None:
    write(folder, "any.yaml", level="9")
    (entry,) = listed(folder)
    assert (entry.id, entry.title) == ("coin", "Is this coin fair?")
    assert entry.fault is not None
    assert entry.fault.startswith("any.yaml:6:8: error ")
    assert "\n" not in entry.fault
    assert listed(folder) == (entry,)


@pytest.mark.parametrize(
    "data", [b"id: [", b"\xff", b"", b"- list", b"format: something else\nid: coin pot\n"]
)
def test_a_file_that_says_nothing_sensible_is_listed_by_the_name_of_the_file(
    folder: Path, data: bytes
) -> None:
    (folder / "odd one.yml").write_bytes(data)
    (entry,) = listed(folder)
    assert (entry.id, entry.title) == ("odd one", "odd one")
    assert entry.fault is not None
    assert entry.fault.startswith("odd one.yml:1:")


def test_a_file_that_is_far_too_large_is_not_read_whole(folder: Path) -> None:
    with (folder / "huge.yaml").open("wb") as file:
        file.truncate(1 << 40)
    (entry,) = listed(folder)
    assert "too-large" in str(entry.fault)


def test_a_file_of_another_format_of_the_program_is_not_listed(folder: Path, read: list[str]) -> None:
    write(folder, "ann.yaml", ANN)
    write(folder, "broken.yaml", ANN, id="A B")
    assert listed(folder) == ()
    assert listed(folder) == ()
    assert read == ["ann.yaml", "broken.yaml"]
    assert [entry.id for entry in list_personas([folder], folder / "personas.index")] == ["ann", "broken"]


def test_a_file_that_cannot_be_read_is_listed_and_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    file = write(folder, "coin.yaml")
    with monkeypatch.context() as patch:
        patch.setattr(catalog, "read_file", refuse)
        fault = "cannot be read: Permission denied"
        assert listed(folder) == (ScenarioEntry(str(file), "coin", "coin", "", fault),)
    assert [entry.fault for entry in listed(folder)] == [None]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_hostile_file_name_is_made_harmless(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\x1b]0;x\n.yaml")).write_bytes(b"?")
    for _ in range(2):
        (entry,) = listed(folder)
        assert entry.id.isprintable()
        assert str(entry.fault).isprintable()
        assert Path(entry.path).read_bytes() == b"?"


# Where it is looked for.


def test_the_first_of_one_id_wins_even_where_it_is_broken(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    first = write(folder, "coin.yaml", level="9")
    write(other, "coin.yaml")
    write(other, "dice.yaml", id="dice")
    assert [(entry.id, entry.path) for entry in listed(folder, other)] == [
        ("coin", str(first)),
        ("dice", str(other / "dice.yaml")),
    ]
    assert [entry.fault for entry in listed(other, folder)] == [None, None]


def test_folders_are_searched_two_deep_their_own_files_first(folder: Path) -> None:
    for name in ("z.yaml", "a/b/c/deep.yaml", "a/b/inner.YML", "a/outer.yaml", ".hidden.yaml", ".git/x.yaml"):
        write(folder, name, id=Path(name).stem)
    assert ids(folder) == ["z", "outer", "inner"]


def test_a_folder_that_is_not_there_or_none_at_all_is_passed_over(folder: Path, tmp_path: Path) -> None:
    file = write(folder, "coin.yaml")
    assert ids(tmp_path / "missing", file, folder) == ["coin"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_plain_file_is_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "nowhere.yaml").symlink_to("missing")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert ids(folder) == []


def test_links_are_followed_but_no_folder_is_searched_twice(
    folder: Path, tmp_path: Path, read: list[str]
) -> None:
    write(tmp_path / "elsewhere", "coin.yaml")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    for name in ("a", "b", "c"):
        (folder / name).symlink_to(".")
        (tmp_path / "elsewhere" / name).symlink_to(folder)
    assert ids(folder) == ["coin"]
    assert read == ["coin.yaml"]


# When it reads.


def test_only_what_changed_is_read_again(folder: Path, read: list[str]) -> None:
    same, longer, touched, replaced = (
        write(folder, f"{name}.yaml", id=name) for name in ("same", "longer", "touched", "replaced")
    )
    assert len(listed(folder)) == 4
    before = touched.stat()
    read.clear()
    longer.write_text(longer.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    os.utime(longer, ns=(before.st_atime_ns, longer.stat().st_mtime_ns))
    os.utime(touched, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    old = replaced.stat()
    shutil.copy(replaced, folder / "new")
    os.utime(folder / "new", ns=(old.st_atime_ns, old.st_mtime_ns))
    (folder / "new").rename(replaced)
    assert len(listed(folder)) == 4
    assert sorted(read) == ["longer.yaml", "replaced.yaml", "touched.yaml"]
    assert same.name not in read


def test_what_is_new_appears_and_what_is_gone_disappears(folder: Path) -> None:
    file = write(folder, "coin.yaml")
    assert ids(folder) == ["coin"]
    write(folder, "dice.yaml", id="dice")
    assert ids(folder) == ["coin", "dice"]
    file.unlink()
    assert ids(folder) == ["dice"]
    assert ids(folder) == ["dice"]


def test_listing_what_has_not_changed_imports_no_reader_and_no_model(tmp_path: Path) -> None:
    for kind in ("scenarios", "personas"):
        shutil.copytree(FIXTURES / kind, tmp_path / kind)
    program = (
        "import sys; from debate_tui.content import library; print(len(library.scenarios()));"
        "print({name for name in sys.modules} & {'yaml', 'pydantic', 'numpy'})"
    )
    command = [sys.executable, "-c", program]
    environment = os.environ | {"DEBATE_TUI_HOME": str(tmp_path)}
    runs = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split(
            "\n"
        )
        for _ in range(2)
    ]
    assert runs[0][0] == runs[1][0]
    assert "yaml" in runs[0][1]
    assert runs[1][1] == "set()"


# The index itself.


@pytest.fixture(scope="module")
def indexed() -> Iterator[tuple[Path, bytes]]:
    """Give a folder and the bytes of its index, `index` beside it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "scenarios"
        write(folder, "coin.yaml")
        write(folder, "dice.yaml", id="dice", level="9")
        list_scenarios([folder], folder.parent / "index")
        yield folder, (folder.parent / "index").read_bytes()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_index_is_rebuilt(indexed: tuple[Path, bytes], data: st.DataObject) -> None:
    folder, good = indexed
    index = folder.parent / "index"
    index.write_bytes(good)
    expected = list_scenarios([folder], index)
    place = data.draw(st.integers(0, len(good) - 1))
    flipped = good[:place] + bytes([good[place] ^ data.draw(st.integers(1, 255))]) + good[place + 1 :]
    index.write_bytes(data.draw(st.sampled_from([flipped, good[:place], good + good[place:]])))
    assert list_scenarios([folder], index) == expected
    assert index.read_bytes() == good


def test_an_index_of_another_version_is_rebuilt(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "coin.yaml")
    first = listed(folder)
    monkeypatch.setattr(catalog, "__version__", "another")
    assert listed(folder) == first
    assert read == ["coin.yaml", "coin.yaml"]


def test_an_index_that_cannot_be_written_is_done_without(folder: Path) -> None:
    file = write(folder, "coin.yaml")
    for index in (file / "index", folder):
        assert [entry.id for entry in list_scenarios([folder], index)] == ["coin"]


def test_an_index_is_replaced_in_one_go_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(folder, "coin.yaml")
    listed(folder)
    index = folder.parent / "cache" / "scenarios.index"
    before = index.read_bytes()
    write(folder, "dice.yaml", id="dice")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        assert ids(folder) == ["coin", "dice"]
    assert index.read_bytes() == before
    assert list(index.parent.iterdir()) == [index]


def test_an_index_is_not_written_where_nothing_changed(folder: Path) -> None:
    write(folder, "coin.yaml")
    listed(folder)
    index = folder.parent / "cache" / "scenarios.index"
    before = index.stat()
    listed(folder)
    assert index.stat().st_ino == before.st_ino
    assert index.stat().st_mtime_ns == before.st_mtime_ns
