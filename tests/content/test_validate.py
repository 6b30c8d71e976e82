"""Checking one document: everything at once, in order, once for each place, with the mend."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from debate_tui.content.checks.names import names_of
from debate_tui.content.checks.part import Part
from debate_tui.content.persona import Persona
from debate_tui.content.problems import Problem, SourceError
from debate_tui.content.scenario import Scenario
from debate_tui.content.script import Script
from debate_tui.content.source import read_document
from debate_tui.content.validate import Parsed, parse

VALID = {file.stem: file.read_text() for file in (Path(__file__).parent / "valid").glob("*.yaml")}
COIN = VALID["coin"]


def parsed(text: str, **options: Any) -> Parsed:
    return parse(read_document(text.encode(), "test.yaml"), **options)


def problems(*changes: tuple[str, str], text: str = COIN, **options: Any) -> list[Problem]:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return list(parsed(text, **options).problems)


def codes(*changes: tuple[str, str], **options: Any) -> list[str]:
    return [problem.code for problem in problems(*changes, **options)]


@pytest.mark.parametrize(("name", "model"), [("coin", Scenario), ("asker", Persona), ("script", Script)])
def test_the_format_decides_what_a_file_is(name: str, model: type) -> None:
    assert isinstance(parsed(VALID[name]).model, model)


def test_there_is_no_model_where_there_are_problems() -> None:
    assert parsed(COIN.replace("observed: heads", "observed: edge")).model is None
    assert parsed(COIN.replace("title:", "titel: x\ntitle:", 1)).model is None


def test_everything_is_reported_at_once_in_the_order_of_the_file() -> None:
    found = problems(
        ("title: Is", "title: &x Is"),
        ("question:", "level: 9\nquestion:"),
        ("prior: 50", "prior: 30"),
        ("prior: {fair: 20", "prior: {fair: 20%"),
        ("observed: heads", "observed: edge"),
        ("fair: {heads: 50}", "fair: {heads: 50, tails: 40}"),
        ("text: The coin lands heads.", 'text: "\\e[1m"'),
        ("move: count-bits", "move: count-bit"),
        ("attacks: [one-toss]", "attacks: [one-tos]"),
        ("id: open,", "id: open, when: {},"),
    )

    assert [problem.code for problem in found] == [
        "anchor",
        "out-of-range",
        "bad-sum",
        "wrong-type",
        "unknown-id",
        "bad-sum",
        "control-character",
        "unknown-value",
        "unknown-id",
        "empty-condition",
    ]
    places = [(problem.line, problem.column) for problem in found]
    assert places == sorted(places)


def test_a_path_that_makes_no_sense_is_reported_beside_faults_elsewhere() -> None:
    assert codes(
        ("title: Is this", "title: 2024 #"),
        ("text: The coin lands tails.", "text: Tails.\n    depends: {overlaps: first, share: 30}"),
        ("evidence: [first]", "evidence: [second]"),
        ("{id: closing, evidence: [second]", "{id: closing, evidence: [first]"),
        ("move: count-bits", "move: counting"),
    ) == ["wrong-type", "unknown-value", "dependence-path"]


def test_one_fault_does_not_call_forth_another_at_its_place() -> None:
    assert codes(("prior: 50", "prior: &half 50")) == ["anchor"]
    assert codes(("observed: heads", "observed: Heads")) == ["bad-id"]
    assert codes(("observed: heads", "observed: *heads")) == ["alias"]


def test_a_section_without_a_shape_does_not_make_every_mention_of_it_wrong() -> None:
    start, end = COIN.index("arguments:"), COIN.index("rounds:")
    text = COIN[:start] + "arguments: none\n" + COIN[end:]

    assert codes(("evidence: [second]", "evidence: [second], arguments: [any]"), text=text) == ["wrong-type"]


def test_entries_with_faults_of_their_own_still_count_as_entries() -> None:
    assert codes(("name: Fair coin", "name: 1")) == ["wrong-type"]
    assert codes(("asks: What does the first", "ask: What does the first")) == ["missing-key", "unknown-key"]


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("question:", "qestion: x\nquestion:", "did you mean `question`?"),
        ("    likelihoods:", "    likelyhoods: {}\n    likelihoods:", "did you mean `likelihoods`?"),
        ("title: Is this", "title: 2024 #", 'put quotes around it: "2024"'),
        ("observed: heads", "observed: true", 'put quotes around it: "true"'),
        ("{heads: 50}", "{heads: 50.5 %}", "write 50.5, without the percent sign"),
        ("{heads: 50}", "{heads: '50'}", "write 50, without quotes"),
        ("cites: [first]", "cites: first", "write [first]"),
        ("prior: 50}\n", "prior: 0}\n", "nothing is certain: write a percent such as 1 or 99"),
        ("fair: {heads: 50}", "fair: {heads: 0.5, tails: 0.5}", "write percents, not fractions: 50, not 0.5"),
        ("persona: skeptic", "persona: sceptic", "did you mean `skeptic`?"),
        ("observed: heads", "observed: edge", "choose among `heads`, `tails`"),
        ("id: coin", "id: Fair Coin?", "write `fair-coin`"),
        ("move: count-bits", "move: count-bit", "did you mean `count-bits`?"),
    ],
)
def test_a_problem_says_how_to_mend_it(old: str, new: str, mend: str) -> None:
    (problem,) = {each.message: each for each in problems((old, new), personas={"asker", "skeptic"})}.values()

    assert problem.mend == mend


def test_a_key_of_another_form_of_an_entry_is_not_suggested_instead_of_itself() -> None:
    two_in_one = "{verb: press, call: {to: asker, slip: hindsight}}"
    [found] = problems(text=f"format: debate-tui/script@1\nscenario: a\nturns: [{{floor: [{two_in_one}]}}]\n")
    assert (found.code, found.mend) == ("unknown-key", "leave it out, or give it an entry of its own")


def test_a_missing_key_is_described() -> None:
    (problem,) = problems(("question: Is the club's coin fair?\n", ""))

    assert problem.mend == "add it: The question that the hypotheses answer."


def test_a_comment_instead_of_a_colour_is_explained() -> None:
    (problem,) = problems(('"#c0a36e"', "#c0a36e"), text=VALID["asker"])

    assert problem.code == "wrong-type"
    assert problem.mend == 'put quotes around it: "#c0a36e"'


def test_personas_are_looked_for_only_where_somebody_says_which_there_are() -> None:
    assert codes() == []
    assert codes(personas={"asker", "skeptic"}) == []
    assert codes(personas={"asker"}) == ["unknown-id"]


def test_a_persona_that_nobody_can_be_is_one_fault() -> None:
    assert codes(("persona: asker", "persona: self"), personas={"skeptic"}) == ["reserved-id"]


def test_the_default_cast_can_be_named() -> None:
    start, end = COIN.index("cast:"), COIN.index("evidence:")
    text = COIN[:start] + COIN[end:]

    assert codes(("name: Fair coin", "name: Fair, champion: persona-theorist"), text=text) == []
    assert codes(("name: Fair coin", "name: Fair, champion: nobody"), text=text) == ["unknown-id"]


def test_a_script_is_checked_against_its_scenario_where_that_is_found() -> None:
    names = names_of(Part(read_document(COIN.encode(), "coin.yaml").data))
    wrong = [
        ("role: self", "role: nobody"),
        ("card: first", "card: frist"),
        ("rival: skeptic", "rival: sceptic"),
        ("fair: 40", "fare: 40"),
        ("[one-toss", "[one-toss, {verb: press, card: third}, {concede: {to: x}}, {play: y, to: asker}"),
    ]
    known = codes(*wrong, text=VALID["script"], scenarios=lambda name: names if name == "coin" else None)

    assert known == ["unknown-id"] * 3 + ["missing-hypothesis"] + ["unknown-id"] * 4
    assert codes(*wrong, text=VALID["script"], scenarios=lambda _: None) == []
    assert codes(*wrong, text=VALID["script"]) == []


@pytest.mark.parametrize("share", [0, 50, 98])
def test_a_copy_may_repeat_as_much_as_leaves_room_for_surprise(share: int) -> None:
    depends = f"text: Tails.\n    depends: {{copies: first, share: {share}}}"

    assert codes(("text: The coin lands tails.", depends)) == []


def test_likelihoods_at_the_ends_of_their_range_are_allowed() -> None:
    assert (
        codes(("fair: {heads: 50}", "fair: {heads: 99.9}"), ("heavy: {heads: 80}", "heavy: {heads: 0.1}"))
        == []
    )
    assert codes(("fair: {heads: 50}", "fair: {heads: 99.91}")) == ["likelihood-range"]


def test_rows_may_miss_a_hundred_by_half_a_percent() -> None:
    assert codes(("fair: {heads: 50}", "fair: {heads: 50, tails: 50.5}")) == []
    assert codes(("fair: {heads: 50}", "fair: {heads: 50, tails: 50.51}")) == ["bad-sum"]


def test_a_thousand_typos_are_told_in_no_time_and_without_a_suggestion_each() -> None:
    ids = "".join(
        f"  - {{id: argument-{n}, move: distinguish, text: x, attacks: [argumnt-{n}]}}\n" for n in range(1000)
    )
    start, end = COIN.index("  - {id: one-toss"), COIN.index("rounds:")

    found = problems(text=COIN[:start] + ids + COIN[end:])

    assert [problem.code for problem in found] == ["unknown-id"] * 1000
    assert found[0].mend == "did you mean `argument-0`?"
    assert found[-1].mend == ""


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n" + "a: 2\n" * 20_001,
        "\0\n" * 20_001,
        "format: debate-tui/scenario@1\ntags: [" + "1, " * 20_001 + "]\n",
        COIN.replace("attacks: [one-toss]", "attacks: [" + "one-toss, " * 20_002 + "]"),
    ],
    ids=["yaml", "characters", "types", "meaning"],
)
def test_more_faults_than_anybody_mends_are_one_fault(text: str) -> None:
    try:
        found = list(parsed(text).problems)
    except SourceError as error:
        found = [error.problem]

    assert [problem.code for problem in found] == ["too-many-faults"]


junk = (
    st.none()
    | st.booleans()
    | st.integers(-5, 200)
    | st.sampled_from(
        [
            "",
            "heads",
            "sample",
            "first",
            "x y",
            [],
            {},
            [None],
            {"": None},
            [[]],
            {"any": []},
            {"heads": 1},
            1e300,
            "é",
        ]
    )
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
    for step in steps:
        yield (*path, step)
        yield from places(value[step], (*path, step))


@given(st.sampled_from(sorted(VALID)), st.data())
def test_nothing_but_problems_comes_out_of_a_file_with_anything_anywhere(
    name: str, data: st.DataObject
) -> None:
    content = yaml.safe_load(VALID[name])
    for _ in range(data.draw(st.integers(1, 3))):
        *path, last = data.draw(st.sampled_from(list(places(content))))
        inner = content
        for step in path:
            inner = inner[step]
        inner[last] = deepcopy(data.draw(junk))

    found = parsed(json.dumps(content), personas={"asker"}, scenarios=lambda _: None)

    assert (found.model is None) == bool(found.problems)
