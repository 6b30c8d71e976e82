"""The folder of saves: names, lists, and what must never be touched."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.errors import StorageError, UsageError
from debate_tui.store.names import is_name, numbered, plain
from debate_tui.store.saves import Saves

from .faults import faults
from .games import BATCHES, ENDED, GAME, NOON, play, revealed, rewound, started, texts

HOSTILE = [
    "",
    ".",
    "..",
    "../precious",
    "egypt-1/../../precious",
    "/etc",
    "egypt-1/",
    "egypt-1\\..",
    "egypt-1\0",
    "egypt-1\n",
    "Egypt-1",
    "-egypt",
    "égypte",
    "~",
    "C:egypt",
    "con",
    "lpt1",
    "x" * 65,
]


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    return Saves(tmp_path / "saves")


def begin(saves: Saves, hint: str = "egypt", at: float = NOON, **start: object) -> str:
    with saves.new(hint) as log:
        log.append(texts([started(**start), *GAME[1:]]), at)
    return log.folder.name


def test_new_saves_are_named_after_their_scenario_and_a_number(saves: Saves) -> None:
    assert [begin(saves), begin(saves), begin(saves, "covid-19")] == ["egypt-1", "egypt-2", "covid-19-1"]


def test_a_number_that_is_taken_by_anything_is_passed_over(saves: Saves) -> None:
    begin(saves)
    (saves.root / "egypt-2").write_text("a file")
    (saves.root / "egypt-3").mkdir()
    (saves.root / "egypt-4").symlink_to(saves.root / "nowhere")
    assert begin(saves) == "egypt-5"
    assert (saves.root / "egypt-2").read_text() == "a file"


@given(hint=st.text(max_size=100) | st.sampled_from(["con", "NUL", "../..", "-", "a" * 64, "-a-", "com1"]))
def test_any_hint_gives_names_that_can_be_used(hint: str) -> None:
    names = numbered(hint)
    for number in range(1, 4):
        name = next(names)
        assert is_name(name)
        assert name.endswith(f"-{number}")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_other_systems_cannot_store_or_somebody_could_abuse_is_no_name(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_no_name(saves: Saves, tmp_path: Path, name: str) -> None:
    begin(saves)
    precious = play(tmp_path / "precious")
    for method in (saves.open, saves.read, saves.repair, saves.reseal, saves.delete, saves.find):
        with pytest.raises(UsageError, match="there is no save called"):
            method(name)
    assert precious.exists()


def test_a_mistyped_name_gets_suggestions(saves: Saves) -> None:
    begin(saves)
    begin(saves, "hearing")
    with pytest.raises(UsageError) as refusal:
        saves.find("egipt-1")
    assert refusal.value.mend == "Did you mean egypt-1? `debate-tui saves list` shows them all."
    with pytest.raises(UsageError) as refusal:
        saves.find("zzz")
    assert refusal.value.mend == "`debate-tui saves list` shows them all."


def test_where_there_are_no_saves_yet_the_list_is_empty_and_no_folder_is_made(saves: Saves) -> None:
    assert saves.list() == ()
    assert saves.newest() is None
    assert saves.revealed("egypt", None) == frozenset()
    assert not saves.root.exists()


def test_a_folder_without_events_is_not_a_save(saves: Saves) -> None:
    saves.new("egypt").close()
    (saves.root / "notes").mkdir()
    (saves.root / "README.md").write_text("hello")
    assert saves.list() == ()
    with pytest.raises(UsageError):
        saves.delete("notes")


def test_the_newest_save_comes_first(saves: Saves) -> None:
    for at in (NOON, NOON + 20, NOON + 10):
        begin(saves, at=at)
    assert [save.name for save in saves.list()] == ["egypt-2", "egypt-3", "egypt-1"]
    newest = saves.newest()
    assert newest is not None
    assert newest.name == "egypt-2"


def test_the_newest_game_is_one_that_is_not_over(saves: Saves) -> None:
    begin(saves)
    begin(saves, at=NOON + 20)
    with saves.open("egypt-2") as log:
        log.append(texts([ENDED]), NOON + 30)
    newest = saves.newest()
    assert newest is not None
    assert newest.name == "egypt-1"


def test_what_only_looks_like_a_save_is_never_the_newest(saves: Saves, tmp_path: Path) -> None:
    begin(saves)
    play(saves.root / "Egypt (copy)", at=NOON + 20)
    (saves.root / "way-out").symlink_to(play(tmp_path / "precious").parent)
    newest = saves.newest()
    assert newest is not None
    assert newest.name == "egypt-1"


def test_a_damaged_save_is_listed_with_what_can_be_told_of_it(saves: Saves) -> None:
    begin(saves)
    file = saves.root / "egypt-1" / "events.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"kind":"passed"', b'"kind":"paused"'))
    (save,) = saves.list()
    assert (save.title, save.cards) == ("Was it the Nile?", ("flood",))
    assert save.problem.startswith("line 6 (from byte ")
    assert saves.newest() == save
    saves.repair("egypt-1")
    assert [save.problem for save in saves.list()] == [""]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "holds no complete event"),
        (b"what?\n", "line 1 .* has no checksum"),
        (None, "cannot be read: No such file"),
    ],
    ids=["empty", "no save", "missing"],
)
def test_a_save_never_vanishes_from_the_list(saves: Saves, content: bytes | None, problem: str) -> None:
    begin(saves)
    assert saves.list()[0].problem == ""  # and it has a cache from now on
    file = saves.root / "egypt-1" / "events.jsonl"
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    (save,) = saves.list()
    assert save.name == "egypt-1"
    assert re.search(problem, save.problem)
    with pytest.raises(StorageError):
        saves.open("egypt-1")
    saves.delete("egypt-1")
    assert saves.list() == ()


def test_a_folder_that_nobody_may_look_into_is_listed(saves: Saves, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(saves)
    lstat = Path.lstat

    def closed(path: Path) -> os.stat_result:
        if path.parent.name == "egypt-1":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return lstat(path)

    monkeypatch.setattr(Path, "lstat", closed)
    assert [save.problem for save in saves.list()] == ["it cannot be read: Permission denied"]


def test_a_save_that_is_deleted_while_the_list_is_made_does_no_harm(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(saves)
    listed = Saves._folders

    def deleted_since(these: Saves) -> tuple[Path, ...]:
        folders = listed(these)
        monkeypatch.undo()
        saves.delete("egypt-1")
        return folders

    monkeypatch.setattr(Saves, "_folders", deleted_since)
    assert [save.problem for save in saves.list()] == ["it cannot be read: No such file or directory"]


def test_a_folder_with_a_name_that_no_save_has_is_listed_with_advice(saves: Saves) -> None:
    play(saves.root / "Egypt (copy)\x1b")
    (save,) = saves.list()
    assert save.name == "Egypt (copy)"
    assert "rename it" in save.problem


def test_links_are_listed_but_never_followed(saves: Saves, tmp_path: Path) -> None:
    precious = play(tmp_path / "precious")
    begin(saves)
    (saves.root / "way-out").symlink_to(tmp_path / "precious")
    assert "symbolic link" in {save.name: save.problem for save in saves.list()}["way-out"]
    for method in (saves.open, saves.read, saves.repair, saves.reseal, saves.delete):
        with pytest.raises(UsageError):
            method("way-out")
    (saves.root / "egypt-1" / "album").symlink_to(tmp_path / "precious")
    saves.delete("egypt-1")
    assert precious.exists()
    assert list(precious.parent.iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_events_behind_a_link_or_a_pipe_are_not_read(saves: Saves, tmp_path: Path) -> None:
    precious = play(tmp_path / "precious")
    place: dict[str, Callable[[Path], None]] = {
        "a-link": lambda file: file.symlink_to(precious),
        "a-pipe": os.mkfifo,
        "a-folder": Path.mkdir,
    }
    for name, put in place.items():
        (saves.root / name).mkdir(parents=True)
        put(saves.root / name / "events.jsonl")
    assert all("cannot be read" in save.problem for save in saves.list())
    for save in saves.list():
        with pytest.raises(StorageError):
            saves.open(save.name)
        saves.delete(save.name)
    assert precious.exists()


def test_deleting_takes_the_whole_folder_and_no_other(saves: Saves) -> None:
    begin(saves)
    begin(saves)
    (saves.root / "egypt-1" / "events.damaged").write_bytes(b"x")
    saves.delete("egypt-1")
    assert [path.name for path in saves.root.iterdir()] == ["egypt-2"]


def test_a_fault_while_deleting_leaves_a_save_or_something_that_can_be_deleted(saves: Saves) -> None:
    for fault in faults("before", errno.EIO):
        name = begin(saves)
        with fault, suppress(StorageError):
            saves.delete(name)
        with suppress(UsageError):
            saves.delete(name)
        assert saves.list() == ()


def test_where_the_saves_should_be_stands_a_file(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("mine")
    saves = Saves(tmp_path / "saves")
    with pytest.raises(StorageError):
        saves.new("egypt")
    with pytest.raises(StorageError, match="could not be listed"):
        saves.list()


def test_the_root_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "saves").symlink_to(tmp_path / "disk")
    saves = Saves(tmp_path / "saves")
    begin(saves)
    saves.delete("egypt-1")
    assert saves.list() == ()


def test_cards_that_any_game_has_shown_are_known(saves: Saves) -> None:
    with saves.new("egypt") as log:
        log.append(texts([*BATCHES[0], revealed("flood"), rewound(2), revealed("dam")]), NOON)
    begin(saves, world=3)
    with saves.new("egypt") as log:
        log.append(texts([started(world=3), revealed("ice")]), NOON)
    with saves.new("hearing") as log:
        log.append(texts([started(scenario="hearing"), revealed("cells")]), NOON)
    assert saves.revealed("egypt", None) == {"flood", "dam"}
    assert saves.revealed("egypt", 3) == {"flood", "ice"}
    assert saves.revealed("hearing", None) == {"cells"}
    assert saves.revealed("egypt", 4) == frozenset()


def test_cards_shown_in_a_save_that_is_damaged_later_on_are_still_known(saves: Saves) -> None:
    begin(saves)
    with (saves.root / "egypt-1" / "events.jsonl").open("ab") as file:
        file.write(b"noise\n")
    assert saves.revealed("egypt", None) == {"flood"}


def test_text_out_of_a_save_cannot_steer_the_terminal() -> None:
    assert plain("a\x1b[31mb\x07\r\n\u2028\u202ec\ud800") == "a[31mbc"
    assert plain("נהר a\u200db 🐊 é") == "נהר a\u200db 🐊 é"


def test_games_that_begin_at_once_get_names_of_their_own(saves: Saves) -> None:
    at_once = Barrier(8)

    def begin_at_once(_: int) -> str:
        at_once.wait()
        return begin(saves)

    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(begin_at_once, range(8)))
    assert names == {f"egypt-{number}" for number in range(1, 9)}
    assert [save.problem for save in saves.list()] == [""] * 8
