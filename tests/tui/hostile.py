"""Texts that a stranger may write in any field, and a whole scenario and its people made of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.tabletop import PEOPLE, SALON

TEXTS = {
    "an action": "[@click=app.quit]x[/]",
    "a closing tag": "[/]",
    "an open tag": "[bold",
    "an unknown style": "[$nosuch on #zzz]x[/$nosuch]",
    "a link": "[link=https://example.org]x[/link] [x](javascript:alert)",
    "braces": "{who} {0} {} {{ %s $who",
    "a long word": "w" * 5_000,
    "many words": "many words " * 300,
    "zero width": "z\u200bw\u200d\u200cj\u2060x",
    "combining": "e" + "\u0301" * 40,
    "wide": "公平な硬貨は表と裏が同じ確率で出る",
    "emoji": "🪙👩\u200d👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈🇨🇭👍🏽☂\ufe0f",
    "right to left": "הַאִם הַמַּטְבֵּעַ הוֹגֵן هل العملة عادلة؟",
    "markdown": "# h\n\n```nosuch\n[/]\n```\n\n|a|b|\n|-|-|\n|[bold|x|\n\n> > > q\n\n- [ ] t\n  1. [/]",
    "blank lines": "a\n\n\n\tb\n",
    "private": "\ue000\U000f0000\u0378",
}

QUIT = TEXTS["an action"]


def scenario(text: Callable[[], str]) -> dict[str, Any]:
    """Give the salon with every text that somebody can write replaced."""
    data: dict[str, Any] = yaml.safe_load(SALON)
    data |= {"title": text(), "question": text(), "summary": text(), "license": text()}
    data |= {"authors": [text()], "tags": [text()], "glossary": {text(): text()}}
    for each in data["hypotheses"]:
        each |= {"name": text(), "says": text(), "settled_by": text()}
    for each in data["cast"]:
        each |= {"brief": text(), "lines": lines(text)}
        for wire in each.get("moves_if", []):
            wire["line"] = text()
    for each in data["evidence"]:
        each |= {"title": text(), "asks": text(), "text": text(), "why": text()}
        each["outcomes"] = {name: text() for name in each["outcomes"]}
        each["otherwise"] = {name: text() for name in each["outcomes"] if name != each["observed"]}
        each["source"] = {"title": text(), "by": text(), "where": text(), "year": 2020}
    for each in data["arguments"]:
        each["text"] = text()
    data["rounds"] = [{"id": "only", "evidence": ["strange"], "exchanges": 2, "says": {"asker": text()}}]
    for each in data["endings"]:
        each |= {"title": text(), "text": text()}
    return data


def people(text: Callable[[], str]) -> list[dict[str, Any]]:
    """Give the people with every text replaced."""
    return [
        {**each, "name": text(), "tagline": text(), "about": text(), "voice": text(), "lines": lines(text)}
        for each in yaml.safe_load(PEOPLE)
    ]


def lines(text: Callable[[], str]) -> dict[str, list[str]]:
    """Give lines for every occasion."""
    occasions = "greeting posts moved unmoved wins shocked challenged concedes called farewell"
    return {occasion: [text()] for occasion in occasions.split()}


def write(home: Path, text: Callable[[], str] = lambda: QUIT) -> None:
    """Put the hostile scenario and people where the friendly ones were."""
    (home / "scenarios" / "coin.yaml").unlink(missing_ok=True)
    (home / "scenarios" / "salon.yaml").write_text(yaml.safe_dump(scenario(text), allow_unicode=True))
    for person in people(text):
        (home / "personas" / f"{person['id']}.yaml").write_text(yaml.safe_dump(person, allow_unicode=True))
