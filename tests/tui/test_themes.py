"""What is shown can be read: in both themes, in grey, in sixteen colours, whatever colours people bring."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Label

from debate_tui.content.library import load_game
from debate_tui.tui.themes import SIGN, TEXT, THEMES, chosen, contrast, legible

SCENARIOS = Path(__file__).parents[2] / "scenarios"
ACCENTS = ("primary", "secondary", "accent", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)

themes = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def of(theme: Theme, *names: str) -> list[str]:
    """The colours that Textual has under these names, as its own variables are: shades, tints and all."""
    colors = theme.to_color_system().generate()
    return [Color.parse(colors[name]).hex6 for name in names]


@themes
def test_text_and_accents_can_be_read_on_every_ground(theme: Theme) -> None:
    tints = [f"text-{name}" for name in ACCENTS]
    colors = of(theme, "foreground", "foreground-muted", *ACCENTS, *tints)
    for color, ground in product(colors, of(theme, *GROUNDS)):
        assert contrast(color, ground) >= TEXT, (color, ground)


@themes
def test_what_is_chosen_can_be_read(theme: Theme) -> None:
    pairs = [
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("foreground", "block-hover-background"),
        ("input-selection-foreground", "input-selection-background"),
        ("screen-selection-foreground", "screen-selection-background"),
        ("footer-key-foreground", "footer-background"),
    ]
    for color, ground in pairs:
        assert contrast(*of(theme, color, ground)) >= TEXT, (color, ground)


@themes
def test_dim_text_can_be_read(theme: Theme) -> None:
    for ground in of(theme, *GROUNDS):
        for share in (0.87, 0.6):  # $text and $text-muted: as much of black or white
            color = Color.parse(ground).get_contrast_text(share)
            assert contrast((Color.parse(ground) + color).hex6, ground) >= TEXT


@themes
def test_in_grey_everything_can_be_read_as_well(theme: Theme) -> None:
    def grey(color: str) -> str:
        return Color.parse(color).monochrome.hex6

    for color, ground in product(of(theme, "foreground", *ACCENTS), of(theme, *GROUNDS)):
        assert contrast(grey(color), grey(ground)) >= SIGN


@themes
def test_in_sixteen_colours_no_accent_is_the_ground(theme: Theme) -> None:
    def sixteen(color: str) -> int | None:
        return Color.parse(color).rich_color.downgrade(ColorSystem.STANDARD).number

    grounds = {sixteen(ground) for ground in of(theme, *GROUNDS)}
    assert grounds.isdisjoint({sixteen(color) for color in of(theme, "foreground", *ACCENTS)})


@themes
def test_no_colour_is_half_transparent(theme: Theme) -> None:
    colors = theme.to_color_system().generate()
    assert [name for name, color in colors.items() if color.startswith("#") and len(color) != 7] == []


@given(COLORS, COLORS, st.sampled_from([SIGN, TEXT]))
def test_any_colour_becomes_legible_on_any_ground(color: str, ground: str, least: float) -> None:
    shown = legible(color, ground, least)
    assert contrast(shown, ground) >= least
    assert legible(shown, ground, least) == shown
    if contrast(color, ground) >= least:
        assert shown == color


@themes
def test_the_cast_can_be_told_from_the_ground_and_from_each_other(theme: Theme) -> None:
    colors = [persona.color for persona in load_game(SCENARIOS / "priced-in.yaml").personas.values()]
    for ground in of(theme, *GROUNDS):
        assert len({legible(color, ground) for color in colors}) == len(set(colors))


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#56b4e9", "#56b4e9") == 1


def test_without_colours_the_terminals_own_are_replaced() -> None:
    for name, theme in BUILTIN_THEMES.items():
        shown = chosen(name, no_color=True)
        assert (shown != name) == theme.ansi
        if theme.ansi:
            assert {ours.name: ours.dark for ours in THEMES}[shown] == theme.dark
        assert chosen(name, no_color=False) == name
    assert chosen("debate-light", no_color=True) == "debate-light"


class Sample(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("Sample")


@themes
@pytest.mark.parametrize("no_color", [False, True])
async def test_a_theme_can_be_worn(theme: Theme, no_color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Sample()
    for known in THEMES:
        app.register_theme(known)
    async with app.run_test():
        app.theme = theme.name
        assert app.no_color == no_color
        assert app.current_theme is theme
