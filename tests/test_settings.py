"""Settings: what is wrong is told and the rest holds; what is written changes nothing else."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st

from debate_tui.content.library import user_config_dir
from debate_tui.errors import StorageError
from debate_tui.settings import PACES, Loaded, Settings, load, save, settings_file
from debate_tui.settings.keynames import SPECIAL
from debate_tui.settings.places import places
from debate_tui.settings.reading import leaves
from tests.store.faults import Fault, Way

THEMES = ("debate-dark", "debate-light", "nord")
IDS = ("help", "library", "floor.concede", "floor.call")
DEFAULTS = Settings()

COMMENTED = """\
# Mine.

pace = "calm"     # I like it slow
theme = "nord"

[keys]
# F1 is taken by the window manager.
help = "f2"
floor.concede = 'y'
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(file: Path, text: str | bytes | None = None) -> Loaded:
    if text is not None:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(file, THEMES, IDS)


def told(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Place (without the file), fault and mend of each problem."""
    return [(error.where.partition(":")[2], error.what, error.mend) for error in loaded.problems]


def test_without_a_file_all_is_as_the_program_has_it(file: Path) -> None:
    assert read(file) == Loaded(DEFAULTS, ())
    assert read(file, "") == Loaded(DEFAULTS, ())


def test_everything_can_be_set(file: Path) -> None:
    loaded = read(
        file,
        'theme = "nord"\npace = "instant"\nreduced_motion = true\nexpert = true\ntutorial_offered = true\n'
        'keys = {help = "f2, ?", "floor.concede" = "ctrl+y", floor.call = "+"}\n',
    )
    keys = {"help": "f2,?", "floor.concede": "ctrl+y", "floor.call": "+"}
    assert loaded == Loaded(Settings("nord", "instant", True, True, True, keys), ())


def test_every_fault_is_told_with_place_and_mend_and_the_rest_holds(file: Path) -> None:
    loaded = read(
        file,
        'theem = "nord"\n'
        'pace = "brisc"\n'
        "expert = 1\n"
        "reduced_motion = true\n"
        "[keys]\n"
        'help = "f2, pagedwon"\n'
        'floor.concde = "y"\n'
        '"floor.call" = ["x"]\n'
        'library = "l"\n',
    )
    assert loaded.settings == Settings(reduced_motion=True, keys={"library": "l"})
    assert told(loaded) == [
        ("1:1", "there is no setting `theem`", "Did you mean `theme`?"),
        ("2:8", "there is no pace `brisc`", "Did you mean `brisk`?"),
        ("3:10", "`expert` is either true or false", "Write it without quotes."),
        ("6:8", "`pagedwon` is no key", "Did you mean `pagedown`?"),
        ("7:1", "nothing that has a key is called `floor.concde`", "Did you mean `floor.concede`?"),
        ("8:16", "a key is a name in quotes", 'Several stand in one text: "x,f2".'),
    ]
    assert str(loaded.problems[0]) == f"{file}:1:1: there is no setting `theem`\n  Did you mean `theme`?"


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ('theme = "drakula"', "1:9", "there is no theme `drakula`"),
        ("theme = 3", "1:9", "a theme is a name in quotes"),
        ("pace = ['calm']", "1:8", "a pace is a name in quotes"),
        ("keys = 3", "1:8", "`keys` is a table"),
        ("[[keys]]\nhelp = 'x'", "1:3", "`keys` is a table"),
        ("\n[sounds]\nloud = true", "2:2", "there is no setting `sounds`"),
        ("keys = {help = ''}", "1:16", "a key is missing here"),
        ("keys.help = 'x,,y'", "1:13", "a key is missing here"),
        ("[keys.floor]\n call = 'shift+a'", "2:9", "`shift+a` is no key"),
        ("theme = nord", "1:9", "this is not TOML: Invalid value"),
        ("theme = 'nord", "", 'this is not TOML: Expected "\'"'),
        ("theme = 'nord'\ntheme = 'nord'", "2:15", "this is not TOML: Cannot overwrite a value"),
        ("theme = " + "[" * 10_000, "", "brackets are nested too deep"),
        ("theme = " + "9" * 10_000, "", "this is not TOML: Exceeds the limit"),
        (b"theme = 'nord'\n# \xff", "2:3", "this is not UTF-8"),
        ("theme = '\\u001b'", "1:9", "there is no theme `\\u001b`"),
        ('theme = "\\u001b]0;x\\u0007"', "1:9", "there is no theme `\N{REPLACEMENT CHARACTER}]0;x"),
    ],
)
def test_a_fault_has_its_place(file: Path, text: str | bytes, place: str, what: str) -> None:
    loaded = read(file, text)
    ((where, said, _),) = told(loaded)
    assert said.startswith(what)
    assert where == place or (not place and where.count(":") <= 1)
    assert loaded.settings == DEFAULTS


def test_one_key_may_do_two_things_in_different_places(file: Path) -> None:
    loaded = read(file, "keys = {help = 'x', library = 'x'}")
    assert loaded == Loaded(Settings(keys={"help": "x", "library": "x"}), ())


def test_keys_that_are_set_twice_are_told_of(file: Path) -> None:
    loaded = read(file, "[keys]\nfloor.call = 'x'\n'floor.call' = 'y'")
    assert loaded.settings.keys == {"floor.call": "x"}
    assert told(loaded) == [("3:1", "`floor.call` has keys already", "Keep one of them.")]


def test_a_file_that_cannot_be_read_is_told_of(file: Path) -> None:
    file.mkdir()
    loaded = read(file)
    assert loaded.settings == DEFAULTS
    assert told(loaded)[0][1].startswith("the settings cannot be read: ")


@pytest.mark.parametrize("start", ["\ufeff", "# \r\n"])
def test_what_editors_on_windows_write_is_read(file: Path, start: str) -> None:
    assert read(file, f"{start}pace = 'calm'\r\nexpert = true\r\n").settings == Settings(
        pace="calm", expert=True
    )


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@example(b"[keys]\nkeys = 1")
@example(b"'keys' = {}\n\"the\\tme\" = 1")
def test_junk_is_never_more_than_a_problem(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    loaded = read(tmp_path_factory.getbasetemp() / "junk.toml", junk)
    assert loaded.settings == DEFAULTS or not loaded.problems


TOML = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text() | st.datetimes() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=4), TOML, max_size=4))
def test_every_value_has_its_place(data: dict[str, object]) -> None:
    try:
        text = tomlkit.dumps(data)
        written = tomllib.loads(text)
    except (ValueError, tomlkit.exceptions.TOMLKitError):  # what cannot be written has no place
        return
    found = places(text)
    for path, value in leaves(written):
        place = found[path]
        name = text[place.key :].lstrip("[")
        assert name.startswith((path[-1], path[0], '"', "'"))
        if isinstance(value, str):
            assert text[place.value] in "\"'"
        if isinstance(value, bool):
            assert text[place.value :].startswith(str(value).lower())


@pytest.mark.parametrize(
    "text",
    [
        'a = """\n[x]\ny = "1"\\""""\nb = 1',
        "a = '''\n# ''''\nb = 1",
        "a = [ # [\n {x = ']'}, 1.5,\n]\nb = 1",
        "'a' . \"\\u0061\" = 1979-05-27 07:32:00 # b = 2\nb = 1",
        "a = {}\n[[c]]\nb = 1\n[[c]]\nb = 1\n[ d ]\nb = 1",
    ],
)
def test_what_looks_like_a_key_is_not_one(text: str) -> None:
    for path, place in places(text).items():
        if path[-1] == "b":
            assert text[place.key :].startswith("b = 1")
            assert text[place.value] == "1"
    assert any(path[-1] == "b" for path in places(text))


def test_saving_keeps_comments_order_and_what_did_not_change(file: Path) -> None:
    before = read(file, COMMENTED).settings
    after = before._replace(theme="debate-light", keys={"help": "f2", "floor.concede": "z"}, expert=True)
    save(file, before, after)
    new = COMMENTED.replace('"nord"', '"debate-light"').replace("'y'", '"z"')
    for line in new.splitlines():
        assert line in file.read_text().splitlines()
    assert "expert = true  # true: decibans" in file.read_text()
    assert read(file) == Loaded(after, ())


def test_a_new_file_says_what_it_is(file: Path) -> None:
    deep = file.parent / "a" / "b" / "settings.toml"
    after = Settings(tutorial_offered=True, keys={"floor.call": "f5"})
    save(deep, DEFAULTS, after)
    assert deep.read_text() == (
        "# Settings of debate-tui. What is left out is as the program has it.\n"
        "tutorial_offered = true  # it is offered once\n\n"
        '[keys]\n"floor.call" = "f5"\n'
    )
    assert read(deep) == Loaded(after, ())


def test_a_theme_says_where_the_others_are_found(file: Path) -> None:
    save(file, DEFAULTS, DEFAULTS._replace(theme="nord"))
    assert file.read_text().endswith('theme = "nord"  # one of the themes in the settings (F2)\n')


def test_a_key_goes_back_to_the_programs_own(file: Path) -> None:
    before = read(file, COMMENTED).settings
    save(file, before, before._replace(keys={"help": "f2"}))
    assert read(file).settings.keys == {"help": "f2"}
    assert "# F1 is taken" in file.read_text()


def test_what_was_faulty_stays_for_its_writer_to_mend(file: Path) -> None:
    before = read(file, 'theme = "drakula"\nkeys.hlep = "x"\n').settings
    save(file, before, before._replace(pace="calm"))
    assert {'theme = "drakula"', 'keys.hlep = "x"'} < set(file.read_text().splitlines())
    assert len(read(file).problems) == 2
    save(file, before, before._replace(theme="nord"))
    assert read(file).settings == Settings(theme="nord", pace="calm")


def test_nothing_is_written_where_nothing_changed(file: Path) -> None:
    save(file, DEFAULTS, Settings())
    assert not file.exists()


@pytest.mark.parametrize("text", [b"theme = nord", b"\xff", b"keys = 3", b"[[keys]]\nx = 1"])
def test_a_file_in_which_nothing_can_be_set_is_left_as_it_is(file: Path, text: bytes) -> None:
    file.write_bytes(text)
    with pytest.raises(StorageError, match="the settings were not kept"):
        save(file, DEFAULTS, Settings(keys={"help": "x"}))
    assert file.read_bytes() == text


@pytest.mark.parametrize("way", ["before", "after", "half"])
@pytest.mark.parametrize("nth", range(1, 9))
def test_whatever_fails_the_file_is_the_old_one_or_the_new_one(file: Path, nth: int, way: Way) -> None:
    before = read(file, COMMENTED).settings
    after = before._replace(pace="instant")
    with Fault(nth, way, errno.ENOSPC) as fault:
        if nth < 8:
            with pytest.raises(StorageError, match="could not be kept: No space left on device"):
                save(file, before, after)
        else:
            save(file, before, after)
    assert fault.fired == (nth < 8)
    assert read(file).settings in (before, after)


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text(COMMENTED)
    file.symlink_to(target)
    before = read(file).settings
    save(file, before, before._replace(pace="instant"))
    assert file.is_symlink()
    assert 'pace = "instant"' in target.read_text()


def test_a_circle_of_links_is_told_of(file: Path) -> None:
    file.symlink_to(file)
    assert "cannot be read" in read(file).problems[0].what
    with pytest.raises(StorageError):
        save(file, DEFAULTS, Settings(expert=True))


KEYS = st.builds("+".join, st.tuples(st.just("ctrl"), st.sampled_from(SPECIAL))) | st.sampled_from("x?+é")
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    pace=st.sampled_from(PACES),
    reduced_motion=st.booleans(),
    expert=st.booleans(),
    tutorial_offered=st.booleans(),
    keys=st.dictionaries(
        st.sampled_from(IDS), st.lists(KEYS, min_size=1, max_size=2).map(",".join), max_size=4
    ),
)


STARTS = (
    "",
    "# Nothing yet.",
    COMMENTED,
    COMMENTED.replace("\n", "\r\n"),
    "keys = {floor.call = 'x'}",
    "keys.floor = {call = 'x'}",
    "[keys.floor] # mine\ncall = 'x'\n",
    "[keys]\nhelp = 'x'\n[keys.floor]\ncall = 'y'",
    "[keys]",
)


@given(st.sampled_from(STARTS), SETTINGS)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, start: str, settings: Settings
) -> None:
    file = tmp_path_factory.getbasetemp() / "round.toml"
    save(file, read(file, start).settings, settings)
    assert read(file) == Loaded(settings, ())
    save(file, settings, DEFAULTS)
    assert read(file) == Loaded(DEFAULTS, ())


def test_the_file_lies_in_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATE_TUI_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "settings.toml"
    monkeypatch.delenv("DEBATE_TUI_HOME")
    assert user_config_dir().name == "debate-tui"


def test_reading_imports_nothing_heavy() -> None:
    code = (
        "import sys; from debate_tui.settings import load, settings_file; load(settings_file(), [], []);"
        "print(*{'pydantic', 'numpy', 'yaml', 'textual', 'tomlkit'} & sys.modules.keys())"
    )
    run = [sys.executable, "-c", code]
    assert subprocess.run(run, capture_output=True, text=True, check=True, env=os.environ).stdout == "\n"
