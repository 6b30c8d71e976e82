"""Arguments: what they cite, attack and support, and who may say them."""

from __future__ import annotations

from debate_tui.content.characters import quote
from debate_tui.content.checks.conditions import check_condition
from debate_tui.content.checks.cycles import closing_steps
from debate_tui.content.checks.names import YOU, Names, check_definitions, check_list
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults
from debate_tui.content.moves import VERB_OF


def check_arguments(scenario: Part, names: Names, faults: Faults) -> None:
    """Check the debate's graph."""
    arguments = scenario["arguments"]
    check_definitions(arguments.items(), "argument", faults)
    speakers = None if names.cast is None else {YOU, *names.cast}
    for argument in arguments.items():
        check_list(argument["by"], speakers, "persona", faults)
        check_list(argument["cites"], names.cards, "card", faults)
        check_list(argument["attacks"], names.arguments, "argument", faults)
        check_list(argument["supports"], names.arguments, "argument", faults)
        check_condition(argument["when"], names, faults)
        _check_cites(argument, names, faults)
    _check_circles(arguments, faults)


def _check_cites(argument: Part, names: Names, faults: Faults) -> None:
    """A link acts on the first card that it cites, because of the second; other moves act on one."""
    move = argument["move"].text
    if move not in VERB_OF or names.cards is None:
        return
    cites = argument["cites"]
    cards = [card.text for card in cites.items()]
    if VERB_OF[move] == "link":
        if not cards or (cards[0] in names.cards and cards[0] not in names.depends):
            message = f"{quote(move)} acts on a card that depends on another: cite one, and cite it first"
            faults.add(
                cites.path, "link-cites", message, "the second card is the one that it repeats", at_key=True
            )
    elif len(cards) == 2:
        message = f"{quote(move)} acts on one card: only a link cites two"
        faults.add(
            cites.path, "too-many-cites", message, "keep the one whose reading it acts on", at_key=True
        )


def _check_circles(arguments: Part, faults: Faults) -> None:
    """Report each step that closes a circle, where the file makes it."""
    steps: dict[str, list[Part]] = {}
    for argument in arguments.items():
        targets = [*argument["attacks"].items(), *argument["supports"].items()]
        steps.setdefault(argument["id"].text or "", targets)
    graph = {here: [there.text or "" for there in targets] for here, targets in steps.items()}
    for here, there in closing_steps(graph):
        place = next(part for part in steps[here] if part.text == there)
        message = f"{quote(there)} leads back to {quote(here)} by attacks and supports"
        faults.add(place.path, "argument-cycle", message, "take one step of the circle away")
