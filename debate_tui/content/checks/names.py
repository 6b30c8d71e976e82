"""The ids that a scenario defines, and whether what is named elsewhere is among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from debate_tui.content.characters import quote
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults
from debate_tui.content.paths import SELF
from debate_tui.content.rounds import END
from debate_tui.content.scenario import DEFAULT_CAST
from debate_tui.content.worlds import SAMPLE

Kind = Literal["hypothesis", "card", "outcome", "argument", "round", "persona", "ending"]

Known = Collection[str] | None
"""Ids that are defined; None where that cannot be known, because what should define them has no shape."""

YOU = "you"
"""Any player, in an argument's `by`."""

RESERVED: Mapping[Kind, Collection[str]] = {
    "hypothesis": {SAMPLE},
    "outcome": {SAMPLE},
    "round": {END},
    "persona": {YOU, SELF, END, "posted"},
}
"""Ids that mean something of their own where ids of a kind are written."""


@dataclass(frozen=True)
class Names:
    """What a scenario defines: outcomes by card, and for a card the one that it depends on."""

    hypotheses: Known
    cards: Known
    outcomes: Mapping[str, Known]
    depends: Mapping[str, str]
    arguments: Known
    rounds: Known
    cast: Known


UNKNOWN = Names(None, None, {}, {}, None, None, None)
"""The names of a scenario that nobody could find."""


def names_of(scenario: Part) -> Names:
    """Collect what a scenario defines."""
    cards = {card["id"].text or "": card for card in scenario["evidence"].items()}
    return Names(
        hypotheses=_ids(scenario["hypotheses"]),
        cards=_ids(scenario["evidence"]),
        outcomes={name: keys(card["outcomes"]) for name, card in cards.items()},
        depends={name: on for name, card in cards.items() if (on := depends_on(card).text) is not None},
        arguments=_ids(scenario["arguments"]),
        rounds=_ids(scenario["rounds"]),
        cast=DEFAULT_CAST if scenario["cast"].value is None else _ids(scenario["cast"], "persona"),
    )


def keys(part: Part) -> Known:
    """Give the keys of a mapping."""
    return tuple(part.value) if isinstance(part.value, dict) else None


def depends_on(card: Part) -> Part:
    """Find where a card names the one that it depends on."""
    forms = [card["depends"][form] for form in ("copies", "overlaps", "given")]
    return next((form for form in forms if form.value is not None), forms[0])


def _ids(section: Part, key: str = "id") -> Known:
    if section.value is not None and not isinstance(section.value, list):
        return None
    return frozenset(name for part in section.items() if (name := part[key].text) is not None)


def check_definitions(parts: Iterable[Part], kind: Kind, faults: Faults, key: str = "id") -> None:
    """Report ids that are defined twice or that are reserved."""
    seen: set[str] = set()
    for part in parts:
        name = part[key].text
        if name is None:
            continue
        if name in seen:
            message = f"there is a {kind} {quote(name)} already"
            faults.add(part[key].path, "duplicate-id", message, "give it another id, or take it away")
        check_reserved(part[key], kind, faults)
        seen.add(name)


def check_reserved(part: Part, kind: Kind, faults: Faults, *, at_key: bool = False) -> None:
    """Report an id that means something of its own."""
    name = part.path[-1] if at_key else part.text
    if name in RESERVED.get(kind, ()):
        message = f"{quote(str(name))} has a meaning of its own and cannot be the id of a {kind}"
        faults.add(part.path, "reserved-id", message, "choose another id", at_key=at_key)


def check_reference(part: Part, known: Known, kind: Kind, faults: Faults, mend: str = "") -> None:
    """Report a text that should be an id and that nothing defines; `mend` where no id comes near."""
    name = part.text
    if name is not None and known is not None and name not in known:
        code = "unknown-round" if kind == "round" else "unknown-id"
        message = f"there is no {kind} {quote(name)}"
        faults.add(part.path, code, message, faults.nearest(name, known) or mend)


def check_keys(part: Part, known: Known, kind: Kind, faults: Faults) -> None:
    """Report keys of a mapping that should be ids and that nothing defines."""
    for name, entry in part.entries():
        if known is not None and name not in known:
            message = f"there is no {kind} {quote(name)}"
            faults.add(entry.path, "unknown-id", message, faults.nearest(name, known), at_key=True)


def check_list(part: Part, known: Known, kind: Kind, faults: Faults) -> None:
    """Report what a list of ids names though nothing defines it, or names twice."""
    seen: set[str] = set()
    for entry in part.items():
        check_reference(entry, known, kind, faults)
        if entry.text in seen:
            faults.add(
                entry.path, "named-twice", f"{quote(entry.text)} is named twice", "keep one of the two"
            )
        elif entry.text is not None:
            seen.add(entry.text)
