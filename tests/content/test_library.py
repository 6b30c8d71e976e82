"""Where the library lies, and how a game's content is found and loaded."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from debate_tui.content import library
from debate_tui.errors import ContentError, StorageError, UsageError

FIXTURES = Path(__file__).parent / "library_fixtures"
COIN = (FIXTURES / "scenarios/coin.yaml").read_text(encoding="utf-8")
ANN = (FIXTURES / "personas/ann.yaml").read_text(encoding="utf-8")
TOP = Path(library.__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a home with a coin to debate, and an empty folder to work in; nothing is bundled."""
    for kind in ("scenarios", "personas"):
        shutil.copytree(FIXTURES / kind, tmp_path / "home" / kind)
    monkeypatch.setenv("DEBATE_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "PACKAGE", tmp_path / "package")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "home"


def put(file: Path, text: str = COIN, old: str = "", new: str = "") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


# Folders.


def test_a_home_of_ones_own_holds_everything(home: Path) -> None:
    assert library.user_data_dir() == home
    assert library.user_cache_dir() == home / "cache"
    assert library.saves_dir() == home / "saves"


def test_without_one_the_system_says_where_things_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATE_TUI_HOME", "")
    assert "debate-tui" in library.user_data_dir().parts
    assert "debate-tui" in library.user_cache_dir().parts
    assert library.user_data_dir() != library.user_cache_dir()


def test_a_checkout_bundles_what_lies_at_its_top_and_keeps_saves_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DEBATE_TUI_HOME", raising=False)
    assert library.bundled("scenarios") == TOP / "scenarios"
    assert library.bundled("personas") == TOP / "personas"
    assert library.saves_dir() == TOP / "saves"


def test_a_home_of_ones_own_goes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATE_TUI_HOME", str(tmp_path))
    assert library.saves_dir() == tmp_path / "saves"


def test_an_installed_program_bundles_its_own_and_keeps_saves_with_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "debate_tui"
    (package / "scenarios").mkdir(parents=True)
    (package.parent / "pyproject.toml").touch()
    monkeypatch.delenv("DEBATE_TUI_HOME", raising=False)
    monkeypatch.setattr(library, "PACKAGE", package)
    assert library.bundled("scenarios") == package / "scenarios"
    assert library.saves_dir() == library.user_data_dir() / "saves"


def test_saves_go_where_they_are_asked_for(home: Path) -> None:
    assert library.saves_dir(home / "elsewhere") == home / "elsewhere"


def test_every_place_is_told_in_the_order_of_the_search(home: Path, tmp_path: Path) -> None:
    assert library.places() == {
        kind: (tmp_path / "work" / kind, home / kind, tmp_path / kind) for kind in ("scenarios", "personas")
    } | {"saves": (home / "saves",), "settings": (home,), "cache": (home / "cache",)}


@pytest.mark.usefixtures("home")
def test_what_lies_near_a_scenario_is_searched_first(tmp_path: Path) -> None:
    near = tmp_path / "club" / "scenarios"
    near.mkdir(parents=True)
    assert library.search_path("personas", near)[:3] == (
        near / "personas",
        tmp_path / "club" / "personas",
        tmp_path / "work" / "personas",
    )


def test_a_working_folder_that_is_gone_is_passed_over(home: Path, tmp_path: Path) -> None:
    (tmp_path / "work").rmdir()
    assert library.search_path("scenarios") == (home / "scenarios", tmp_path / "scenarios")


# What there is.


@pytest.mark.usefixtures("home")
def test_the_working_folder_goes_before_the_users_and_that_before_the_bundled(tmp_path: Path) -> None:
    here = put(tmp_path / "work/scenarios/mine.yaml")
    put(tmp_path / "scenarios/coin.yaml")
    rest = put(tmp_path / "scenarios/dice.yaml", COIN, "id: coin", "id: dice")
    assert [(entry.id, entry.path) for entry in library.scenarios()] == [
        ("coin", str(here)),
        ("dice", str(rest)),
    ]


def test_a_scenario_whose_persona_is_missing_or_broken_is_listed_as_broken(home: Path) -> None:
    assert [entry.fault for entry in library.scenarios()] == [None]
    ben = home / "personas/ben.yaml"
    put(ben, ANN, "id: ann", "id: ben\ncolour: blue")
    (fault,) = (entry.fault for entry in library.scenarios())
    assert str(fault).startswith("its persona `ben` is broken: ben.yaml:3:1: error unknown-key")
    ben.unlink()
    assert [entry.fault for entry in library.scenarios()] == ["its persona `ben` is in none of the folders"]


def test_a_scenario_that_is_broken_itself_keeps_its_own_fault(home: Path) -> None:
    put(home / "scenarios/coin.yaml", COIN, "level: 1", "level: 9")
    (home / "personas/ben.yaml").unlink()
    (fault,) = (entry.fault for entry in library.scenarios())
    assert str(fault).startswith("coin.yaml:6:8:")


@pytest.mark.usefixtures("home")
def test_personas_are_known_by_id_broken_or_not(tmp_path: Path) -> None:
    put(tmp_path / "club/personas/cleo.yaml", ANN, "id: ann", "id: cleo\ncolour: red")
    assert library.persona_ids() == {"ann", "ben"}
    assert library.persona_ids(tmp_path / "club") == {"ann", "ben", "cleo"}


# Finding one.


def test_a_bare_name_is_an_id_whatever_the_file_is_called(home: Path, tmp_path: Path) -> None:
    (tmp_path / "work/coin").touch()
    file = put(home / "scenarios/other.yml", COIN, "id: coin", "id: dice")
    assert library.find_scenario("dice") == file
    assert library.find_scenario("coin") == home / "scenarios/coin.yaml"


@pytest.mark.parametrize("name", ["coin.yaml", "./coin.yaml", "folder/any"])
@pytest.mark.usefixtures("home")
def test_a_path_is_taken_as_it_stands(tmp_path: Path, name: str) -> None:
    put(tmp_path / "work" / name)
    assert library.find_scenario(name) == Path(name)
    assert library.find_scenario(tmp_path / "work" / name) == tmp_path / "work" / name


@pytest.mark.parametrize("name", ["coins", "conin", "coin.yml", "scenarios/coin.yaml"])
@pytest.mark.usefixtures("home")
def test_for_an_unknown_name_the_nearest_are_told(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        library.find_scenario(name)
    assert str(raised.value) == f"there is no scenario `{name}`\n  did you mean `coin`?"


def test_where_none_is_near_some_are_told(home: Path) -> None:
    with pytest.raises(UsageError, match=r"  there is `coin`$"):
        library.find_scenario("something-else")
    for number in range(12):
        put(home / f"scenarios/{number}.yaml", COIN, "id: coin", f"id: s{number:02}")
    with pytest.raises(UsageError, match=r"  there is `coin`, `s00`, .*`s06`, \.\.\.$"):
        library.find_scenario("something-else")
    shutil.rmtree(home / "scenarios")
    with pytest.raises(UsageError, match=r"^there is no scenario `something-else`$"):
        library.find_scenario("something-else")


# Loading one.


def test_a_game_is_loaded_with_its_whole_cast(home: Path) -> None:
    game = library.load_game("coin")
    assert game.scenario.title == "Is this coin fair?"
    assert {name: persona.name for name, persona in game.personas.items()} == {"ann": "Ann", "ben": "Ben"}
    assert game.path == home / "scenarios/coin.yaml"
    assert game.sha256 == hashlib.sha256(game.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("place", ["personas", "scenarios/personas"])
@pytest.mark.usefixtures("home")
def test_a_scenario_given_by_its_path_brings_its_personas_along(tmp_path: Path, place: str) -> None:
    file = put(tmp_path / "club/scenarios/coin.yaml", COIN, "persona: ben", "persona: cleo")
    put(tmp_path / "club" / place / "ann.yaml", ANN, "Ann", "Another Ann")
    put(tmp_path / "club" / place / "cleo.yaml", ANN, "id: ann", "id: cleo")
    game = library.load_game(file)
    assert game.personas["ann"].name == "Another Ann"
    assert game.personas["cleo"].id == "cleo"


def test_a_scenario_given_by_its_id_does_not_look_around_its_file(home: Path) -> None:
    put(home / "scenarios/personas/ann.yaml", ANN, "Ann", "Another Ann")
    assert library.load_game("coin").personas["ann"].name == "Ann"


def test_an_invalid_scenario_is_refused_with_all_that_is_wrong(home: Path) -> None:
    file = put(
        home / "scenarios/coin.yaml", COIN.replace("level: 1", "level: 9"), "persona: ben", "persona: bne"
    )
    with pytest.raises(ContentError) as raised:
        library.load_game("coin")
    lines = str(raised.value).split("\n")
    assert lines[0].startswith(f"{file}:6:8: error ")
    assert lines[1:3] == ["  level: 9", "         ^"]
    assert any(line.startswith(f"{file}:14:14: error unknown-id") for line in lines)
    assert "  did you mean `ben`?" in lines


def test_a_file_that_is_no_yaml_is_refused_where_it_ends_to_make_sense(home: Path) -> None:
    file = put(home / "scenarios/coin.yaml", "format: [")
    with pytest.raises(ContentError) as raised:
        library.load_game(file)
    assert str(raised.value).startswith(f"{file}:1:")
    assert "  format: [" in str(raised.value)


def test_a_broken_persona_is_refused_in_its_own_file(home: Path) -> None:
    file = put(home / "personas/ben.yaml", ANN, "id: ann", "id: ben\ncolour: blue")
    with pytest.raises(ContentError) as raised:
        library.load_game("coin")
    assert str(raised.value).startswith(f"{file}:3:1: error unknown-key")


def test_the_default_cast_is_needed_too(home: Path) -> None:
    file = put(home / "scenarios/coin.yaml", COIN, "cast:\n  - persona: ann\n  - persona: ben\n", "")
    with pytest.raises(ContentError, match=f"^{file}: there is no persona `asker`"):
        library.load_game("coin")
    assert [entry.fault for entry in library.scenarios()] == ["its persona `asker` is in none of the folders"]


def test_a_persona_is_no_scenario(home: Path) -> None:
    with pytest.raises(ContentError, match=r"this is not a scenario$"):
        library.load_game(home / "personas/ann.yaml")


def test_a_path_that_nobody_can_follow_says_why(home: Path) -> None:
    with pytest.raises(StorageError, match=r"cannot be read: File name too long$"):
        library.load_game(home / f"{'x' * 300}.yaml")


def test_a_path_that_cannot_be_read_says_why(home: Path) -> None:
    with pytest.raises(StorageError, match=r"scenarios: cannot be read: Is a directory$"):
        library.load_game(home / "scenarios")
