"""Make large but lifelike content for the benchmarks: one huge scenario, or a library of many."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

HYPOTHESES = {"default": 30, "cliff": 45, "weird": 25}
CAST = ("asker", "optimist", "skeptic")
MOVES = ("count-bits", "counterexample", "compare-worlds", "priced-in", "streetlight", "lower-the-bar")
PROSE = """so far it kept looking fine — but the tests were known, somewhat leading, or easy to pass,
and nobody had written down before what would have counted against it; what was measured in one lab
under pressure need not hold in another, where models were trained on other data"""
WORDS = tuple(PROSE.split())

CARD_BYTES, ARGUMENT_BYTES = 900, 500
"""About how much one takes."""


def big_scenario(arguments: int = 10_000) -> str:
    """Write a scenario of 40 cards and so many arguments; about 5 MB for 10,000."""
    return _scenario("big", seed=arguments, cards=40, arguments=arguments)


def library(folder: Path, scenarios: int = 1_000, size: int = 12_000) -> None:
    """Fill a folder with scenarios of 8 cards and about so many bytes each."""
    folder.mkdir(parents=True, exist_ok=True)
    arguments = max(0, size - 8 * CARD_BYTES) // ARGUMENT_BYTES
    for number in range(scenarios):
        name = f"scenario-{number:04}"
        text = _scenario(name, seed=number, cards=8, arguments=arguments)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _scenario(name: str, seed: int, cards: int, arguments: int) -> str:
    rng = random.Random(seed)
    return "".join(
        [
            *_head(name, rng),
            "evidence:\n",
            *(_card(rng, number) for number in range(cards)),
            "arguments:\n" if arguments else "",
            *(_argument(rng, number, cards) for number in range(arguments)),
        ]
    )


def _head(name: str, rng: random.Random) -> Iterator[str]:
    yield f"""\
format: debate-tui/scenario@1
id: {name}
title: The case of {name}
question: What does all of this show?
summary: {_prose(rng, 30)}
tags: [benchmark]
level: 3
hypotheses:
"""
    for hypothesis, prior in HYPOTHESES.items():
        yield f"""\
  - id: {hypothesis}
    name: It is {hypothesis}
    says: {_prose(rng, 12)}
    settled_by: {_prose(rng, 15)}
    prior: {prior}
"""
    yield "cast:\n"
    for persona in CAST:
        yield f"  - {{persona: {persona}, prior: {{default: 40, cliff: 25, weird: 35}}}}\n"


def _card(rng: random.Random, number: int) -> str:
    rows = "\n".join(f"      {hypothesis}: {{held: {rng.randint(10, 90)}}}" for hypothesis in HYPOTHESES)
    depends = f"\n    depends: {{overlaps: card-{number - 1}, share: 30}}" if number % 5 == 4 else ""
    return f"""\
  - id: card-{number}
    title: Card number {number}
    asks: {_prose(rng, 15)}?
    outcomes: {{held: It held, broke: It did not}}
    observed: {rng.choice(("held", "broke"))}
    likelihoods:
{rows}
    why: {_prose(rng, 12)}
    text: {_prose(rng, 60)}
    source: {{title: "A paper, number {number}", by: Several, year: {rng.randint(2015, 2025)}}}{depends}
"""


def _argument(rng: random.Random, number: int, cards: int) -> str:
    attacked, supported = (rng.sample(range(number), 2)) if number > 1 else (None, None)
    card = f"card-{rng.randrange(cards)}"
    return f"""\
  - id: argument-{number}
    move: {rng.choice(MOVES)}
    by: [you, {rng.choice(CAST)}]
    cites: [{card}]
    text: {_prose(rng, 48)}
    strength: {rng.randint(30, 90)}
    attacks: [{"" if attacked is None else f"argument-{attacked}"}]
    supports: [{"" if supported is None else f"argument-{supported}"}]
    when: {{revealed: [{card}]}}
"""


def _prose(rng: random.Random, words: int) -> str:
    return "They say " + " ".join(rng.choices(WORDS, k=words))
