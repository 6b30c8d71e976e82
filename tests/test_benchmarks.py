"""The benchmarks run, and what they time does its work. How long anything takes is not asked here."""

from __future__ import annotations

import inspect
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from benchmarks import __main__ as program
from benchmarks import index, load, posterior, save, screen, startup, timing
from benchmarks.bardic import reader
from benchmarks.match import CAST, Match, written
from benchmarks.mounts import UNKNOWN, file_system
from benchmarks.row import Row, SkippedError
from benchmarks.suite import SUITE, Benchmark
from benchmarks.table import line
from benchmarks.timing import best_of, best_told, median_of
from debate_tui.content import catalog
from debate_tui.content.source import read_document
from debate_tui.content.validate import parse
from debate_tui.engine.events import Answered, Argued
from debate_tui.store.history import EVENTS
from tests.terminal import ESCAPES

SMALLEST = {
    "version": {"rounds": 1},
    "home": {"scenarios": 2, "rounds": 1},
    "home-memory": {"scenarios": 2, "rounds": 1},
    "key": {"presses": 2},
    "key-slowest": {"presses": 2},
    "lock": {"rounds": 1},
    "scroll": {"lines": 30, "presses": 2},
    "load": {"arguments": 20, "rounds": 1},
    "index-cold": {"scenarios": 2, "rounds": 1},
    "index-unchanged": {"scenarios": 2, "rounds": 1},
    "games": {"number": 1, "rounds": 1},
    "games-looking": {"number": 1, "rounds": 1},
    "posterior": {"batch": 5, "queries": 2, "rounds": 1},
    "save": {"events": 3},
    "growth-cards": {"cards": 2, "rounds": 1},
    "growth-said": {"said": 1, "rounds": 1},
    "growth-players": {"players": 1, "rounds": 1},
    "growth-arguments": {"arguments": 20, "rounds": 1},
}
ROW = Row("load", "this beside that", floor=2.0, ours=3.0, budget=1.5)


@pytest.fixture
def big(tmp_path: Path) -> Path:
    load.load(tmp_path, arguments=30, rounds=1)
    return tmp_path / "big.yaml"


@pytest.mark.parametrize("name", SUITE)
def test_every_benchmark_gives_a_row(name: str, tmp_path: Path) -> None:
    try:
        row = SUITE[name].measure(tmp_path, **SMALLEST[name])
    except SkippedError as why:
        pytest.skip(str(why))
    assert row.name == name
    assert row.floor > 0.0
    assert row.ours > 0.0
    assert line(row).startswith(name)


@pytest.mark.parametrize("name", SUITE)
def test_quick_sizes_are_sizes_that_a_benchmark_has(name: str, tmp_path: Path) -> None:
    inspect.signature(SUITE[name].measure).bind(tmp_path, **SUITE[name].quick)


def test_a_story_of_bardics_has_as_many_choices_as_a_game() -> None:
    pytest.importorskip("bardic")
    read = reader()
    assert read is not None
    assert read().strip() == f"Step {len(Match.of().choices)}."


def test_bytes_are_shown_as_megabytes() -> None:
    row = replace(ROW, floor=30e6, ours=45e6, unit="B")
    assert "30 MB       45 MB" in line(row)
    assert row.within is True


def test_a_budget_is_the_most_of_seconds_and_the_least_of_a_rate() -> None:
    assert ROW.within is True
    assert replace(ROW, ours=3.1).within is False
    assert replace(ROW, unit="/s").within is True
    assert replace(ROW, unit="/s", ours=2.9).within is False
    assert replace(ROW, budget=None).within is None


def test_the_floor_and_ours_take_turns() -> None:
    turns: list[str] = []
    for timed in (best_of, median_of):
        timed(2, lambda: turns.append("floor"), lambda: turns.append("ours"))
    assert turns == ["floor", "ours"] * (1 + 2 + 2)


def test_what_ours_takes_more_is_compared_round_by_round(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = iter([1.0, 1.5, 1.0, 9.5, 9.0, 9.5])
    monkeypatch.setattr(timing, "_seconds", lambda _work: next(waits))
    assert median_of(3, object, object) == (1.0, 1.5)


def test_work_that_measures_itself_takes_turns_as_well() -> None:
    floor, ours = iter([9.0, 3.0, 2.0]), iter([9.0, 5.0, 7.0])
    assert best_told(2, floor.__next__, ours.__next__) == (2.0, 5.0)


def test_both_processes_do_what_they_are_timed_for() -> None:
    assert startup.run(startup.BARE) == ""
    assert startup.run(startup.OURS).startswith("debate-tui, version ")


@pytest.mark.parametrize(
    "played", [screen.OPTIONS, screen.BELIEF, screen.Played(["talk", "30"], (screen.UP, screen.DOWN))]
)
def test_every_key_that_is_timed_changes_what_is_on_the_screen(played: screen.Played) -> None:
    with screen._open(screen._app(*played.app), rows=12) as terminal:
        terminal.wait_for(screen.READY)
        for key in 2 * played.keys:
            terminal.settle()
            before = len(terminal.output)
            terminal.press(key)
            terminal.settle()
            assert len(ESCAPES.sub("", terminal.output[before:].decode()).strip()) > 1


def test_home_is_there_when_its_library_is(tmp_path: Path) -> None:
    seconds, peak = screen._start(screen._home(tmp_path, 3))
    assert 0.05 < seconds < 20.0
    assert peak > 1e6


def test_the_c_loader_and_ours_read_the_same_data(big: Path) -> None:
    assert load.plain_data(big) == read_document(big.read_bytes(), "big.yaml").data


def test_a_loaded_scenario_has_every_argument(big: Path) -> None:
    scenario = load.load_and_check(big)
    assert [argument.id for argument in scenario.arguments] == [f"argument-{n}" for n in range(30)]


def test_a_fault_in_what_is_loaded_stops_the_benchmark(big: Path) -> None:
    big.write_text(big.read_text().replace("id: argument-7", "id: argument-6"))
    with pytest.raises(AssertionError, match="argument-6"):
        load.load_and_check(big)


def test_an_unchanged_library_is_listed_in_full_without_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.index_cold(tmp_path, scenarios=3, rounds=1)
    cold = index.list_all(tmp_path / "library", tmp_path / "index.json")
    monkeypatch.delattr(catalog, "read_file")
    unchanged = index.list_all(tmp_path / "library", tmp_path / "index.json")

    assert [entry.id for entry in cold] == ["scenario-0000", "scenario-0001", "scenario-0002"]
    assert {entry.fault for entry in cold} == {None}
    assert unchanged == cold
    assert len(index.parse_all(tmp_path / "library")) == 3


def test_each_cold_listing_begins_without_an_index(tmp_path: Path) -> None:
    index.index_cold(tmp_path, scenarios=1, rounds=2)
    assert len(list(tmp_path.glob("cold-*.json"))) == 3


def test_the_match_passes_the_check() -> None:
    for cards, said in ((2, 1), (6, 3), (40, 20)):
        document = read_document(json.dumps(written(cards, said)).encode(), "match.json")
        assert parse(document, personas=CAST).problems == ()


def test_a_match_is_twenty_choices_of_which_some_arguments_are_replied_to() -> None:
    match = Match.of()
    assert len(match.choices) == 20
    for world in range(8):
        events = match.play(world).events
        assert sum(isinstance(event, Answered) for event in events) == 3
        assert any(isinstance(event, Argued) and event.answers for event in events)


def test_a_match_has_two_cards_a_round_and_as_much_said_as_asked_for() -> None:
    assert len(Match.of(cards=12).debate.course) == 6
    assert len(Match.of(players=3).choices) == 3 * 20
    assert len(Match.of(said=4).choices) == 20 + 3 * 3


@pytest.mark.parametrize("look", [False, True])
def test_a_game_ends_and_has_every_figure_but_those_of_a_role(look: bool) -> None:
    match = Match.of()
    assert match.play(1, look=look).over
    (card,) = match.score([1], look=look)
    assert len(card.cards) == 6
    without = [name for name, value in card.as_data().items() if value is None]
    assert without == ["in_character", "in_character_opening_bits"]
    assert len(card.cruxes) == len(CAST)


def test_posteriors_of_a_batch_are_those_of_the_formula() -> None:
    cards = posterior.chain()
    worlds = np.random.default_rng(3).integers(posterior.OUTCOMES, size=(5, posterior.CARDS))
    for world, beliefs in zip(worlds, posterior.posteriors(cards, worlds), strict=True):
        masses = list(cards.prior)
        for place, outcome in enumerate(world):
            before = world[place - 1] if place else 0
            masses = [mass * cards.tables[place, before, outcome, h] for h, mass in enumerate(masses)]
        assert beliefs == pytest.approx([mass / sum(masses) for mass in masses], rel=1e-12)


def test_every_card_of_the_chain_is_a_distribution_and_all_but_the_first_depend() -> None:
    tables = posterior.chain().tables
    np.testing.assert_allclose(tables.sum(axis=2), 1.0)
    depends = (np.abs(tables - tables[:, :1]) > 1e-6).any(axis=(1, 2, 3))
    assert depends.tolist() == [False] + [True] * 11


def test_the_network_finds_the_same_posteriors() -> None:
    cards = posterior.chain()
    try:
        ask = posterior.network(cards)
    except SkippedError as why:
        pytest.skip(str(why))
    worlds = np.random.default_rng(3).integers(posterior.OUTCOMES, size=(5, posterior.CARDS))
    np.testing.assert_allclose(
        posterior.posteriors(cards, worlds), [ask(world) for world in worlds], atol=1e-12
    )


def test_the_save_and_the_bare_file_have_the_same_bytes_on_the_disk(tmp_path: Path) -> None:
    save.save(tmp_path, events=70)
    saved = (tmp_path / "save" / EVENTS).read_bytes()
    assert saved.count(b"\n") == 1 + 70
    assert saved == (tmp_path / "bare.jsonl").read_bytes()


def test_saving_in_memory_is_marked_and_not_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save, "file_system", lambda _: "tmpfs")
    row = save.save(tmp_path, events=2)
    assert row.within is None
    assert "NOT ON A DISK" in line(row)


def test_the_innermost_mount_says_what_a_folder_lies_on(tmp_path: Path) -> None:
    inner = tmp_path / "in memory"
    inner.mkdir()
    mounts = tmp_path / "mounts"
    escaped = str(inner).replace(" ", r"\040")
    mounts.write_text(f"root / ext4 rw 0 0\nshm {escaped} tmpfs rw 0 0\n")

    assert file_system(tmp_path, mounts) == "ext4"
    assert file_system(inner, mounts) == "tmpfs"
    assert file_system(inner, tmp_path / "nowhere") == UNKNOWN


def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *arguments: str) -> str:
    monkeypatch.setattr(program, "RESULTS", tmp_path / "results")
    done = CliRunner().invoke(program.main, [*arguments, "--json", str(tmp_path / "out" / "figures.json")])
    if done.exception is not None:
        raise done.exception
    return done.output


def test_the_table_and_the_json_have_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SUITE, "load", Benchmark(lambda _: ROW, {}))
    monkeypatch.setitem(SUITE, "save", Benchmark(lambda _: replace(ROW, name="save", ours=4.0), {}))
    output = run(monkeypatch, tmp_path, "--only", "save", "--only", "load")
    figures = json.loads((tmp_path / "out" / "figures.json").read_text())

    assert "save                      2 s         4 s      2.00 ×     ≤ 1.5 ×  NO" in output
    assert "load                      2 s         3 s      1.50 ×     ≤ 1.5 ×  yes" in output
    assert [(row["name"], row["ratio"], row["within"]) for row in figures["rows"]] == [
        ("save", 2.0, False),
        ("load", 1.5, True),
    ]


def test_what_cannot_be_run_here_is_skipped_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measure(_: Path) -> Row:
        raise SkippedError("pgmpy is not installed")

    monkeypatch.setitem(SUITE, "posterior", Benchmark(measure, {}))
    output = run(monkeypatch, tmp_path, "--only", "posterior")
    figures = json.loads((tmp_path / "out" / "figures.json").read_text())

    assert "posterior         skipped: pgmpy is not installed" in output
    assert figures["rows"] == []
    assert figures["skipped"] == {"posterior": "pgmpy is not installed"}


def test_an_error_in_a_benchmark_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def measure(_: Path) -> Row:
        raise AssertionError("the generated scenario is not valid")

    monkeypatch.setitem(SUITE, "load", Benchmark(measure, {}))
    with pytest.raises(AssertionError, match="not valid"):
        run(monkeypatch, tmp_path, "--only", "load")
    assert list((tmp_path / "results").iterdir()) == []
