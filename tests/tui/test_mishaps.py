"""What goes wrong is told with what can be done about it, and the game goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from debate_tui.cli.screen import on_screen
from debate_tui.content import library
from debate_tui.errors import StorageError
from debate_tui.lobby import begin, keep_elsewhere, resume
from debate_tui.store.codec import decode
from debate_tui.store.saves import Saves
from debate_tui.tui import app, words
from debate_tui.tui.app import DebateApp
from debate_tui.tui.screens.table import TableScreen
from tests.tabletop import Player
from tests.tui.driver import Driver, at, at_home, driving, play, playing, seated


class FullDisk:
    """A log that keeps nothing once its disk is full."""

    full = False

    def append(self, _: object) -> None:
        if self.full:
            raise StorageError("no space left on device", "events.jsonl")

    def close(self) -> None:
        """There is nothing to close."""


def unkept(step: str = "predict", card: int = 1):
    """A game that stops being kept with the next command."""
    player = at(step, card=card)
    player.game.log = FullDisk()
    player.game.log.full = True
    return player


def keeper(player):
    return lambda folder: keep_elsewhere(player.game, Path("salon.yaml"), Path(folder))


async def left(driver: Driver) -> None:
    await driver.until(lambda: driver.app._exit, "left")


async def test_a_scenario_that_is_gone_when_it_is_chosen_is_told(home):
    async with at_home() as driver:
        (home / "scenarios" / "coin.yaml").unlink()
        await driver.press("enter")
        await driver.told("there is no scenario `coin`")
        assert driver.scene == "home"
        await driver.press("down", "enter")
        await driver.at("briefing")


async def test_a_scenario_that_broke_meanwhile_is_told_with_its_fault(home):
    async with at_home() as driver:
        (home / "scenarios" / "coin.yaml").write_text("format: debate-tui/scenario@1\nid: coin\n")
        await driver.press("enter")
        await driver.told("coin.yaml:")
        assert driver.scene == "home"


async def test_a_scenario_that_is_gone_at_the_end_of_the_briefing_is_told(home):
    async with playing("coin") as driver:
        (home / "scenarios" / "coin.yaml").unlink()
        await driver.press("enter")
        await driver.told("there is no scenario `coin`")
        await driver.at("home")


async def test_a_damaged_save_is_told_and_left_alone(home):
    async with playing("coin", to="predict"):
        pass
    events = home / "saves" / "coin-1" / "events.jsonl"
    events.write_bytes(events.read_bytes().replace(b"opened", b"opend!", 1))
    async with at_home() as driver:
        await driver.press("g")
        await driver.sees("cannot be opened")
        await driver.press("enter")
        await driver.told("repair")
        assert driver.scene == "home"


async def test_a_save_that_somebody_else_plays_is_told(home):
    async with playing("coin", to="predict") as driver:
        async with at_home() as other:
            await other.press("c")
            await other.until(lambda: other.said, "told")
            assert other.scene == "home"
        assert driver.scene == "predict"


async def test_what_is_not_kept_is_told_once_and_the_game_goes_on():
    player = unkept()
    async with seated(player, keep_elsewhere=keeper(player)) as driver:
        await driver.to("reveal")
        await driver.told("This game is not being kept: no space left on device.")
        driver.app.clear_notifications()
        await driver.to("predict")
        assert not driver.said


async def test_it_can_be_kept_elsewhere_and_goes_on_from_there(home):
    player = unkept()
    async with seated(player, keep_elsewhere=keeper(player)) as driver:
        await driver.to("reveal")
        await driver.press("f5")
        await driver.at("Ask")
        await driver.type("other")
        await driver.press("enter")
        await driver.told(words.KEPT_AS.format(name="salon-1", folder="other"))
        assert not any("not being kept" in each for each in driver.said)
        await driver.at("reveal")
        await driver.to("update")
        await driver.to("card")
        events = list(player.game.events)
    player.game.close()
    log = Saves(home / "other").open("salon-1")
    assert decode(log.events) == events
    log.close()


async def test_what_was_kept_elsewhere_is_named_with_its_folder_on_leaving(home: Path):
    player = unkept()
    async with seated(player, save="salon-9", keep_elsewhere=keeper(player)) as driver:
        await driver.to("reveal")
        await driver.press("f5")
        await driver.at("Ask")
        await driver.type("my saves")
        await driver.press("enter")
        await driver.told("Kept as salon-1 in my saves")
        await driver.press("ctrl+q")
        await left(driver)
        assert driver.app.return_value == f"salon-1 --saves '{home / 'my saves'}'"


async def test_a_folder_that_does_not_take_it_either_is_told(home):
    player = unkept()
    async with seated(player, keep_elsewhere=keeper(player)) as driver:
        await driver.to("reveal")
        await driver.press("f5")
        await driver.type(str(home / "settings.toml"))
        await driver.press("enter")
        await driver.told("That folder does not take it either")
        await driver.at("reveal")
        await driver.press("f5", "escape")
        await driver.at("reveal")


async def test_a_folder_in_the_home_of_nobody_is_told(home):
    (home / "saves").write_text("This is a file.")
    async with playing("coin", to="predict") as driver:
        await driver.press("f5")
        await driver.type("~nosuchuser/x")
        await driver.press("enter")
        await driver.told(words.NOT_THERE_EITHER.format(problem="there is no such place"))
        await driver.at("predict")


@pytest.mark.parametrize("key", ["ctrl+q", "escape"])
async def test_leaving_what_is_not_kept_has_to_be_meant(key: str):
    player = unkept()
    async with seated(player) as driver:
        await driver.to("reveal")
        await driver.press(key)
        await driver.at("Choose")
        await driver.sees(words.LEAVE_UNKEPT)
        await driver.press("enter")
        await driver.at("reveal")
        await driver.press(key, "down", "enter")
        if key == "ctrl+q":
            await left(driver)
            assert driver.app.return_value is None
        else:
            await driver.at("home")


async def test_leaving_what_is_kept_needs_no_word_and_says_what_it_is_called():
    async with seated(at("predict"), save="salon-1") as driver:
        await driver.press("ctrl+q")
        await left(driver)
        assert driver.app.return_value == "salon-1"


async def test_a_folder_of_saves_that_cannot_be_made_leaves_a_game_in_memory(home):
    (home / "saves").write_text("This is a file.")
    async with playing("coin", to="predict") as driver:
        await driver.told("This game is not being kept")
        await driver.to("scorecard")


@contextmanager
def no_more_room(events: Path, room: int) -> Iterator[None]:
    """Let the system itself refuse to write more than so many bytes to the end of a file."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (events.stat().st_size + room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 40])
async def test_where_there_is_no_more_room_nothing_is_lost_that_was_kept(home: Path, room: int):
    async with playing("coin", to="predict") as driver:
        with no_more_room(home / "saves" / "coin-1" / "events.jsonl", room):
            await driver.press("enter")
            await driver.told("This game is not being kept")
            await driver.at("reveal")
        await driver.press("ctrl+q", "down", "enter")
        await left(driver)
    again = resume("coin-1", Saves(home / "saves"))
    assert again.game.state.step == "predict"
    again.game.close()


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="Linux has a file system that takes no folder")
async def test_a_file_system_that_takes_no_folder_leaves_a_game_that_can_be_kept_elsewhere(home: Path):
    begun = DebateApp(begin=lambda app: app.play("coin", seed=7), saves=Path("/sys/debates"))
    async with driving(begun) as driver:
        await driver.at("briefing")
        await driver.to("predict")
        await driver.told("This game is not being kept")
        await driver.press("f5")
        await driver.type(str(home / "elsewhere"))
        await driver.press("enter")
        await driver.told("Kept as coin-1")
        await driver.to("scorecard")
    assert decode(Saves(home / "elsewhere").read("coin-1").events)[-1].kind == "ended"


async def test_an_error_in_the_background_is_told_and_the_program_goes_on(monkeypatch: pytest.MonkeyPatch):
    from debate_tui.tui import evening

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("[/] that was not expected")

    monkeypatch.setattr(evening, "debate_of", broken)
    async with at_home() as driver:
        await driver.press("enter")
        await driver.told("RuntimeError: [/] that was not expected")
        monkeypatch.undo()
        assert driver.scene == "home"
        await driver.press("down")
        await driver.sees("Does it hold?")


async def test_an_error_in_a_step_is_told_and_the_step_is_still_there(monkeypatch: pytest.MonkeyPatch):
    from debate_tui.tui.stages import predict

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("that was not expected")

    async with seated(at("predict")) as driver:
        monkeypatch.setattr(predict, "persona_options", broken)
        for key in "bd":
            await driver.press(key)
            await driver.told("RuntimeError: that was not expected")
            driver.app.clear_notifications()
            assert driver.scene == "predict"


async def test_saves_that_cannot_be_listed_are_told_and_the_library_is_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise StorageError("the saves could not be listed", "/somewhere")

    (home / "saves" / "one").mkdir(parents=True)
    monkeypatch.setattr(Saves, "list", broken)
    async with at_home() as driver:
        await driver.told("/somewhere: the saves could not be listed")
        await driver.sees("Is this coin fair?")
        await driver.to("predict")
        await driver.press("escape")
        await driver.at("home")


async def test_a_library_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("nothing like this was expected")

    monkeypatch.setattr(library, "personas", broken)
    async with driving(DebateApp()) as driver:
        await driver.told("RuntimeError: nothing like this was expected")
        await driver.press("q")
        await left(driver)


@pytest.mark.parametrize("step", ["briefing", "predict", "floor", "update"])
async def test_a_game_is_continued_at_the_exact_step_it_was_left_at(home: Path, step: str):
    game = begin("coin", Saves(home / "saves"), seed=7).game
    play(Player(game), step)
    game.close()
    async with at_home() as driver:
        await driver.press("c")
        if step == "floor":
            await driver.at("reveal")  # what the card showed is shown again: nothing has been done about it
            await driver.press("enter")
        await driver.at(step)
        assert list(driver.app.sitting.game.events) == list(game.events)


@pytest.mark.parametrize("folder", ["", "elsewhere"])
async def test_an_error_in_a_screen_ends_the_program_and_names_the_game_to_go_on_with(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: str
):
    def broken(_: object) -> None:
        raise RuntimeError("that was not expected")

    monkeypatch.setattr(TableScreen, "action_people", broken)
    apps: list[DebateApp] = []

    async def look() -> None:
        async with playing("coin", to="predict") as driver:
            apps.append(driver.app)
            if folder:
                await driver.press("f5")
                await driver.type(folder)
                await driver.press("enter")
                await driver.told(f"Kept as coin-1 in {folder}")
            await driver.press("p")

    with pytest.raises(RuntimeError, match="not expected"):
        await look()
    (ended,) = apps
    assert resume("coin-1", Saves(home / (folder or "saves"))).game.state.step == "predict"

    monkeypatch.setattr(app, "DebateApp", lambda *_, **__: ended)
    monkeypatch.setattr(DebateApp, "run", lambda _: None)
    assert on_screen() == 1
    elsewhere = f" --saves {home / folder}" if folder else ""
    assert f"Kept. Go on with: debate-tui continue coin-1{elsewhere}\n" in capsys.readouterr().err
