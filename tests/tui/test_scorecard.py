"""The scorecard: how it went, to be shared and kept, and what comes next."""

from __future__ import annotations

import re
from errno import EACCES
from pathlib import Path

import pytest

from debate_tui.report.markdown import transcript
from debate_tui.report.share import share_line
from debate_tui.tui import words
from debate_tui.tui.expert import in_columns
from tests.tabletop import COIN, SALON, Player, debate
from tests.tui.driver import PRICED_IN, at, play, playing, seated


async def test_it_says_how_it_went_in_figures_and_sentences():
    async with seated(at("over", card=4), (80, 100)) as driver:
        await driver.sees(
            "on the room", "of your promise kept", "Your belief, card by card", "What it comes to"
        )
        await driver.sees("Open It stays open.", "To share")
        assert share_line(driver.app.screen.card) in driver.text


async def test_the_share_line_is_copied_and_shown():
    async with seated(at("over", card=4)) as driver:
        copied: list[str] = []
        driver.app.copy_to_clipboard = copied.append
        await driver.press("s")
        line = share_line(driver.app.screen.card)
        assert copied == [line]
        await driver.told(words.COPIED.format(line=line))


async def test_the_clipboard_is_reached_by_osc_52(monkeypatch: pytest.MonkeyPatch):
    async with seated(at("over", card=4)) as driver:
        written: list[str] = []
        monkeypatch.setattr(driver.app._driver, "write", written.append)
        await driver.press("s")
        assert any(each.startswith("\x1b]52;c;") for each in written)


async def test_the_transcript_is_kept_and_never_over_another(home):
    async with seated(at("over", card=4)) as driver:
        sitting = driver.app.screen.sitting
        await driver.press("t", "t")
        await driver.told("salon-2.md")
        text = transcript(sitting.debate, sitting.game.events)
        assert (home / "salon.md").read_text() == text
        assert (home / "salon-2.md").read_text() == text


async def test_a_transcript_that_cannot_be_written_is_told(home, monkeypatch: pytest.MonkeyPatch):
    async with seated(at("over", card=4)) as driver:
        driver.app.screen.folder = home / "settings.toml"
        await driver.press("t")
        await driver.told("could not be written")
        assert driver.scene == "scorecard"


@pytest.mark.parametrize(("key", "name"), [("t", "salon.md"), ("f12", "debate-tui.svg")])
async def test_a_folder_that_cannot_be_searched_is_told(home, monkeypatch: pytest.MonkeyPatch, key, name):
    closed = home / "closed"
    closed.mkdir()
    monkeypatch.chdir(closed)
    denied = PermissionError(EACCES, "Permission denied")
    for way in ("stat", "open"):  # whoever runs the tests may be let in anywhere
        real = getattr(Path, way)

        def deny(path: Path, *args: object, real=real, **named: object) -> object:
            if path.parent == closed:
                raise denied
            return real(path, *args, **named)

        monkeypatch.setattr(Path, way, deny)
    async with seated(at("over", card=4)) as driver:
        await driver.press(key)
        await driver.told(f"{closed / name}: this could not be written: Permission denied")
        assert driver.scene == "scorecard"


async def test_a_picture_of_any_screen_is_kept(home):
    async with seated(at("over", card=4)) as driver:
        await driver.press("f12")
        await driver.told("debate-tui.svg")
        assert (home / "debate-tui.svg").read_text().startswith("<svg")


async def test_figures_for_experts_are_there_by_a_key():
    async with seated(at("over", card=4), (80, 100)) as driver:
        assert "surprise reaction" not in driver.text
        await driver.press("x")
        await driver.sees("weight stake surprise reaction kept", "dB")
        await driver.press("x")
        assert "surprise reaction" not in driver.text


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (80, "card                      weight   stake surprise reaction   kept     F"),
        (60, "  weight   stake surprise reaction   kept     F"),
        (40, "weight stake surpr. react.  kept    F"),
    ],
)
async def test_figures_for_experts_stand_in_columns_at_every_width(width: int, head: str):
    async with seated(Player.at(PRICED_IN).play_on(), (width, 100)) as driver:
        await driver.press("x")
        await driver.sees("weight stake")
        await driver.settle()
        lines = [line[1:-2].rstrip() for line in driver.lines]  # without the scrollbar
        assert head in lines
        rows = [line for line in lines[lines.index(head) :] if re.search(r"(–|\d%) +[+−]?\d+$", line)]
        assert len(rows) == len(driver.app.screen.card.cards)
        assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize("width", [36, 30])
async def test_where_the_columns_have_no_room_each_card_has_two_rows_of_figures(width: int):
    async with seated(Player.at(PRICED_IN).play_on(), (width, 100)) as driver:
        await driver.press("x")
        await driver.sees("weight stake")
        await driver.settle()
        lines = [line[1:-2].rstrip() for line in driver.lines]  # without the scrollbar
        first = lines.index(" weight stake surpr.")
        assert lines[first + 1 : first + 3] == ["     dB     b      b", " react.  kept      F"]
        for name, above, below in zip(*[iter(lines[first + 3 : first + 3 * 9])] * 3, strict=True):
            assert name.strip()
            assert re.fullmatch(r" +[−\d.]+ +[\d.]+ +[\d.]+", above)
            assert re.fullmatch(r" +\S+ +(–|−?\d+%) +[+−]?\d+", below)
            assert len(above) == len(below) == 20


@pytest.mark.parametrize("width", [120, 80, 60, 40, 36, 30])
def test_a_figure_never_touches_the_one_before_it(width: int):
    """However far below nothing a follow-through is."""
    figures = ["−12.3", "0.01", "10.00", "−12.34", "−123456%", "−1234"]
    heads, (card, other) = in_columns([figures, ["0.1", "0.01", "–", "–", "–", "0"]], width)
    assert [text for text in " ".join(card).split() if text not in ("dB", "b")] == figures
    assert max(map(len, (*heads, *card, *other))) <= width


async def test_a_hyphen_in_a_name_is_no_minus():
    table = debate(SALON.replace("The coda", "An off-day"))
    async with seated(play(Player.at(table), "over", 4), (80, 100)) as driver:
        await driver.press("x")
        await driver.sees("weight stake surprise")
        assert any(line.strip().startswith("An off-day ") for line in driver.lines)


async def test_it_is_played_again():
    async with seated(at("over", card=4)) as driver:
        await driver.press("a")
        await driver.at("briefing")
        await driver.sees("The salon", "The real game")


async def test_it_is_played_in_another_world():
    async with seated(at("over", card=4)) as driver:
        await driver.press("w")
        await driver.at("briefing")
        await driver.sees("The salon", "invented world")


async def test_it_is_played_as_somebody_else():
    async with seated(at("over", card=4)) as driver:
        await driver.press("r")
        await driver.at("Choose")
        await driver.press("down", "enter")
        await driver.at("briefing")
        await driver.sees("You play ? Asker")


async def test_the_next_scenario_follows():
    async with seated(Player.at(debate(COIN)).play_on()) as driver:
        await driver.press("n")
        await driver.at("briefing")
        await driver.sees("The salon")


async def test_the_next_scenario_follows_on_a_path_as_on_its_id(home):
    async with playing(home / "scenarios" / "coin.yaml", to="scorecard") as driver:
        await driver.press("n")
        await driver.at("briefing")
        await driver.sees("Does it hold?")


@pytest.mark.parametrize(("key", "there"), [("a", "briefing"), ("r", "Choose")])
async def test_a_game_of_a_file_outside_the_library_is_played_again_after_it_was_continued(home, key, there):
    (home / "own").mkdir()
    mine = home / "own" / "mine.yaml"
    mine.write_text(COIN.replace("id: coin", "id: mine", 1))
    async with playing(mine, to="predict") as driver:
        await driver.press("escape")
        await driver.at("home")
        await driver.until(lambda: driver.app.screen.shelf.waiting, "the game")
        await driver.press("c")
        await driver.at("predict")
        await driver.to("scorecard")
        await driver.press(key)
        await driver.at(there)


async def test_after_the_last_scenario_there_is_none():
    async with seated(at("over", card=4)) as driver:
        await driver.press("n")
        await driver.at("home")
        await driver.told(words.NO_NEXT)


async def test_home_counts_what_was_played():
    async with playing("coin", to="scorecard") as driver:
        await driver.press("escape")
        await driver.at("home")
        await driver.sees("Best so far:")


async def test_figures_for_experts_come_into_sight():
    async with seated(at("over", card=4)) as driver:
        await driver.press("end", "x")
        await driver.sees("weight stake surprise reaction kept")
