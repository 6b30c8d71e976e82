"""The game's own two themes, and colours that can be read on whatever ground they come to stand.

The accents are Okabe and Ito's, which people of every colour vision tell apart (Color Universal Design,
2008), each taken towards white or black only as far as the most trying ground of its theme asks for.
"""

from __future__ import annotations

from functools import lru_cache

from textual.color import BLACK, WHITE, Color
from textual.theme import BUILTIN_THEMES, Theme

ORANGE, SKY, GREEN, YELLOW = "#e69f00", "#56b4e9", "#009e73", "#f0e442"
BLUE, VERMILLION, PURPLE = "#0072b2", "#d55e00", "#cc79a7"

TEXT, SIGN = 4.5, 3.0
"""The least contrast of text, and of glyphs and large shapes (WCAG 2.2, 1.4.3 and 1.4.11)."""

DEFAULT_GROUND = {True: "#121212", False: "#efefef"}
"""About what a theme stands on that names no colour of its own, by whether it is dark."""

ANSI_LACKS = {"foreground-disabled": "ansi_default 50%"}
"""What Textual's themes in ANSI colours lack of what the others have (8.2.8)."""

SHADES = ("", *(f"-{way}-{step}" for way in ("lighten", "darken") for step in (1, 2, 3)))
"""What Textual adds to the name of a colour for its shades."""


@lru_cache(256)
def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours: from 1, the same, to 21, black on white (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(Color.parse(one)), _luminance(Color.parse(other))))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(256)
def legible(color: str, ground: str, least: float = SIGN) -> str:
    """Give the colour nearest to this one that has so much contrast on a ground; 4.5 can always be had."""
    if contrast(color, ground) >= least:
        return color
    here, away = Color.parse(color), max(WHITE, BLACK, key=lambda end: contrast(end.hex6, ground))
    near, far = 0, 256
    while far - near > 1:  # less and less of the way to where there is enough
        half = (near + far) // 2
        enough = contrast(here.blend(away, half / 256, alpha=1.0).hex6, ground) >= least
        near, far = (near, half) if enough else (half, far)
    return here.blend(away, far / 256, alpha=1.0).hex6.lower()


def chosen(theme: str, *, no_color: bool) -> str:
    """Give the name of the theme to show: without colours one of ours stands for those in ANSI colours.

    In Textual 8.2.8 these give a black screen then. It takes NO_COLOR out of the environment as an App is
    made: ask the app's own `no_color`.
    """
    wanted = BUILTIN_THEMES.get(theme)
    if not no_color or wanted is None or not wanted.ansi:
        return theme
    return DARK.name if wanted.dark else LIGHT.name


def _luminance(color: Color) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _theme(
    name: str, *, dark: bool, grounds: tuple[str, str, str], foreground: str, primary: str, warning: str
) -> Theme:
    """Make a theme on three grounds, the most trying one last.

    Every variable is given that Textual would make half transparent: Rich rejects `#RRGGBBAA`.
    """
    background, surface, panel = grounds

    def on_panel(color: str) -> str:
        return legible(color, panel, TEXT + 0.1)  # Textual rounds as it makes shades

    def between(share: float, color: str = foreground) -> str:
        return Color.parse(background).blend(Color.parse(color), share).hex6.lower()

    primary = on_panel(primary)
    return Theme(
        name,
        primary=primary,
        secondary=on_panel(PURPLE),
        accent=on_panel(ORANGE),
        warning=on_panel(warning),
        error=on_panel(VERMILLION),
        success=on_panel(GREEN),
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables={
            **{f"boost{shade}": panel for shade in SHADES},
            "foreground-muted": on_panel(between(0.6)),
            "foreground-disabled": between(0.4),
            "block-cursor-foreground": background,
            "block-cursor-background": primary,
            "block-cursor-blurred-background": between(0.25, primary),
            "block-hover-background": between(0.1),
            "border-blurred": between(0.3),
            "input-selection-background": between(0.3, primary),
            "screen-selection-background": between(0.4, primary),
            "screen-selection-foreground": foreground,
        },
    )


DARK = _theme(
    "debate-dark",
    dark=True,
    grounds=("#101216", "#14171c", "#1c2027"),
    foreground="#e4e2dc",
    primary=SKY,
    warning=YELLOW,
)
LIGHT = _theme(
    "debate-light",
    dark=False,
    grounds=("#fbfaf6", "#f5f3ec", "#ebe8de"),
    foreground="#1d1f24",
    primary=BLUE,
    warning=YELLOW,
)
THEMES = (DARK, LIGHT)

HYPOTHESES = (SKY, ORANGE, GREEN, PURPLE, YELLOW, VERMILLION)
"""One for each hypothesis that a scenario can have."""


def hypothesis_colors(theme: Theme) -> dict[str, str]:
    """Give the colours of the hypotheses on a theme's ground, as variables `$hypothesis-1` to `-6`."""
    ground = (
        theme.background
        if theme.background and theme.background.startswith("#")
        else DEFAULT_GROUND[theme.dark]
    )
    return {
        f"hypothesis-{number}": legible(color, ground, TEXT) for number, color in enumerate(HYPOTHESES, 1)
    }
