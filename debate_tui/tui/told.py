"""What there is to read about a game: its card, people, hypotheses, words, and what has been said."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from debate_tui.engine.debate import Debate
from debate_tui.report.glossary import GAME_WORDS
from debate_tui.report.narrator import sourced
from debate_tui.report.prose import on_one_line
from debate_tui.report.words import temper
from debate_tui.tui import words
from debate_tui.tui.look import faces, hues
from debate_tui.tui.sitting import Sitting
from debate_tui.tui.widgets.argument_map import Node
from debate_tui.tui.widgets.evidence import EvidenceCard


def card(sitting: Sitting, *, judged: bool = False) -> list[Content] | Widget:
    """Give the card on the table, or the one judged last: its question, and after the reveal the facts."""
    shown = sitting.view.card
    if shown is None:
        return [Content(words.NO_CARD)]
    id, outcome = shown.id, shown.outcome
    if judged and sitting.update is not None:
        id, outcome = sitting.update.card.id, sitting.update.score.outcome
    written = sitting.debate.cards[id]
    if outcome is None:
        choices = [Content(f"· {label}") for label in written.outcomes.values()]
        return [Content.styled(written.name, "bold"), Content(written.asks), *choices]
    facts = EvidenceCard(
        written.outcomes[outcome],
        written.told(outcome),
        sourced(written, outcome, sitting.started.world),
        written.why or "",
        asks=written.asks,
    )
    return VerticalScroll(facts)


def hypotheses(debate: Debate) -> list[Content]:
    """Give each hypothesis, who speaks for it, and what would settle it."""
    told = []
    for id, hue in hues(debate).items():
        each = debate.hypotheses[id]
        champion = debate.personas[debate.champion(id)]
        settled = f"\n{words.SETTLED_BY} {on_one_line(each.settled_by)}" if each.settled_by else ""
        told.append(
            Content.assemble(
                (f"{hue.number} {hue.name}", f"bold {hue.style}"),
                (f"   {champion.glyph} {champion.name}", "$foreground-muted"),
                f"\n{on_one_line(each.says)}" if each.says else "",
                (settled, "$foreground-muted"),
            )
        )
    return told


def people(sitting: Sitting) -> list[Content]:
    """Give who else sits at the table and what they believe."""
    told = []
    for persona, mind in sitting.view.cast.items():
        belief = sitting.names.belief(list(mind.belief.values()))
        told.append(Content.assemble(portrait(sitting.debate, persona), f"\n{words.BELIEVES} {belief}."))
    return [*told, Content.styled(words.STRIP_LEGEND, "$foreground-muted")] if told else told


def portrait(debate: Debate, persona: str) -> Content:
    """Give somebody in a few lines: name, tagline, temper in words, and what would move them."""
    known = debate.personas[persona]
    wires = [
        words.TRIPWIRE.format(
            card=debate.cards[wire.card].name, outcome=debate.cards[wire.card].outcomes[wire.outcome]
        )
        for wire in debate.members[persona].moves_if
    ]
    return Content.assemble(
        (f"{known.glyph} {known.name}", "bold"),
        f"  {known.tagline}" if known.tagline else "",
        (f"\n{temper(known)}", "$foreground-muted"),
        *(f"\n{wire}" for wire in wires),
    )


def glossary(debate: Debate) -> list[Content]:
    """Give the words of art: those of the scenario, and then the game's own."""
    told = [_meaning(term, on_one_line(meaning)) for term, meaning in debate.scenario.glossary.items()]
    return [
        *(told or [Content(words.NO_WORDS)]),
        Content.styled(words.GAME_WORDS, "bold underline"),
        *(_meaning(term, meaning) for term, meaning in GAME_WORDS.items()),
    ]


def _meaning(term: str, meaning: str) -> Content:
    return Content.assemble((term, "bold"), f": {meaning}")


def argument_map(sitting: Sitting) -> dict[str, Node]:
    """Give what has been said, with what it attacks and supports."""
    view = sitting.view
    everybody = faces(sitting.debate, sitting.names, [sitting.seat])
    nodes = {}
    for said in view.said:
        argued = said.argued
        if argued.argument is not None:
            text = sitting.debate.arguments[argued.argument].text
        else:
            text = sitting.names.did(argued)
        face = everybody[argued.speaker]
        nodes[said.id] = Node(
            text, f"{face.glyph} {face.name}", view.strengths[said.id], argued.attacks, argued.supports
        )
    return nodes
