"""The tutorial is offered at the very first start, once."""

from __future__ import annotations

import pytest

from debate_tui.tui import words
from debate_tui.tui.app import DebateApp
from tests.tabletop import COIN
from tests.tui.driver import driving, playing


@pytest.fixture
def first_start(home):
    (home / "settings.toml").unlink()
    tutorial = COIN.replace("id: coin", "id: tutorial\ntags: [tutorial]\nlevel: 1")
    (home / "scenarios" / "tutorial.yaml").write_text(tutorial)
    return home


async def test_the_first_start_offers_it_and_yes_begins_it(first_start):
    async with driving(DebateApp()) as driver:
        await driver.at("Choose")
        await driver.sees(words.FIRST_TIME, words.FIRST_TIME_YES, words.FIRST_TIME_NO)
        await driver.press("enter")
        await driver.at("briefing")
        await driver.to("predict")
        assert driver.app.sitting.started.scenario == "tutorial"


async def test_no_leads_home_and_it_is_not_offered_again(first_start):
    async with driving(DebateApp()) as driver:
        await driver.at("Choose")
        await driver.press("escape")
        await driver.at("home")
        assert driver.app.settings.tutorial_offered
    async with driving(DebateApp()) as driver:
        await driver.sees("Is the club's coin fair?")
        assert driver.scene == "home"
        await driver.press("t")
        await driver.at("briefing")


async def test_whoever_comes_to_play_something_is_not_interrupted(first_start):
    async with playing("salon", to="predict") as driver:
        await driver.settle()
        assert driver.scene == "predict"
        assert not driver.app.settings.tutorial_offered
