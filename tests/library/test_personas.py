"""The cast that comes with the program: fourteen people whom one can tell apart with the name covered."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from debate_tui.content.characters import cells
from debate_tui.content.library import bundled
from debate_tui.content.moves import VERB_OF, Slip
from debate_tui.content.persona import Lines, Persona
from debate_tui.content.source import read_document
from debate_tui.engine.lines import filled

POSITIONS = {
    "asker", "generaliser", "overseer", "lab-splitter", "alarm", "skeptic", "persona-theorist", "footnote",
    "crux-finder", "updater", "optimist", "late-updater", "preregistrar", "self-auditor",
}  # fmt: skip

FILLED = {
    "greeting": {"name"},
    "posts": {"hypothesis", "card", "words"},
    "moved": {"hypothesis", "card", "words"},
    "unmoved": {"card"},  # said to a wrong call as well, where there is no hypothesis
    "wins": {"card", "bits"},
    "shocked": {"card", "bits"},
    "challenged": {"name"},
    "concedes": {"name"},
    "called": {"name", "card"},
    "farewell": {"name"},
}
"""What a line can count on, on each occasion."""

LONGEST_NAME = 30
LONGEST_LINE = 120
LEGIBLE = 3.0
APART = 45.0


def read(file: Path) -> Persona:
    return Persona.model_validate(read_document(file.read_bytes(), file.name).data)


PEOPLE = {file.stem: read(file) for file in sorted(bundled("personas").glob("*.yaml"))}
OCCASIONS = tuple(Lines.model_fields)
SAID = [
    (persona, occasion, line)
    for persona, who in PEOPLE.items()
    for occasion in OCCASIONS
    for line in getattr(who.lines, occasion)
]


def twice(things: list[object]) -> list[object]:
    return [thing for thing, count in Counter(things).items() if count > 1]


def test_everybody_is_there() -> None:
    assert set(PEOPLE) == POSITIONS
    assert set(FILLED) == set(OCCASIONS)


@pytest.mark.parametrize("who", PEOPLE.values(), ids=PEOPLE)
def test_each_says_who_it_is_and_what_is_wrong_with_it(who: Persona) -> None:
    assert who.tagline
    assert who.voice
    assert who.slips
    assert "weakness" in who.about
    assert len(who.name) <= LONGEST_NAME


@pytest.mark.parametrize("who", PEOPLE.values(), ids=PEOPLE)
def test_each_has_something_to_say_on_every_occasion(who: Persona) -> None:
    few = [occasion for occasion in OCCASIONS if len(getattr(who.lines, occasion)) < 3]
    assert not few


def test_no_line_is_said_by_two() -> None:
    assert not twice([line for _, _, line in SAID])


def test_every_line_can_be_said() -> None:
    unsaid = [each for each in SAID if set(re.findall(r"{(\w*)}", each[2])) - FILLED[each[1]]]
    assert not unsaid


def test_a_forecast_quotes_the_outcome_and_a_movement_says_how_far_and_where_to() -> None:
    for persona, occasion, line in SAID:
        if occasion == "posts":
            assert ": {words}" in line, (persona, line)
        if occasion in ("posts", "moved"):
            assert "“{hypothesis}”" in line, (persona, line)
            assert "{words}" in line, (persona, line)


def test_every_line_reads_well_as_filled() -> None:
    fill = {
        "name": "friend",
        "hypothesis": "Fair coin",
        "card": "First toss",
        "words": "a step",
        "bits": "1.7",
    }
    for persona, _, line in SAID:
        said = filled(line, fill)
        assert said[0] in "“(" or said[0].isupper() or said[0].isdigit(), (persona, line)
        assert said.endswith((".", "!", "?", ".)", "?)")), (persona, line)
        assert len(line) <= LONGEST_LINE, (persona, line)


def test_no_two_bet_alike() -> None:
    assert not twice([tuple(dict(who.temperament).items()) for who in PEOPLE.values()])


def test_no_two_look_alike() -> None:
    glyphs = [who.glyph for who in PEOPLE.values()]
    assert not twice(list(glyphs))
    assert {cells(glyph) for glyph in glyphs} == {1}
    close = [
        (one, other)
        for one, other in combinations(PEOPLE, 2)
        if distance(PEOPLE[one].color, PEOPLE[other].color) < APART
    ]
    assert not close


@pytest.mark.parametrize("who", PEOPLE.values(), ids=PEOPLE)
def test_each_is_legible_on_a_dark_ground_and_on_a_light_one(who: Persona) -> None:
    light = luminance(who.color) + 0.05
    assert light / 0.05 >= LEGIBLE
    assert 1.05 / light >= LEGIBLE


def test_every_slip_is_somebodys() -> None:
    assert {slip for who in PEOPLE.values() for slip in who.slips} == set(get_args(Slip))


def test_every_move_is_somebodys_favourite() -> None:
    favourites = {move for who in PEOPLE.values() for move, weight in who.moves.items() if weight >= 2}
    assert favourites == set(VERB_OF)


def test_no_two_argue_alike_and_nobody_is_left_without_a_word() -> None:
    assert not twice([tuple(sorted(who.moves.items())) for who in PEOPLE.values()])
    assert all(0 < weight <= 3 for who in PEOPLE.values() for weight in who.moves.values())


def channels(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)]


def distance(one: str, other: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(channels(one), channels(other), strict=True)) ** 0.5


def luminance(color: str) -> float:
    """Give the relative luminance of a colour, as the WCAG define it."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels(color)]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
