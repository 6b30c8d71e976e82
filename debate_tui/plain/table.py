"""What lies on the table, told when asked: the card, beliefs, people, the map, the glossary."""

from __future__ import annotations

from collections.abc import Mapping

from debate_tui.engine.debate import Debate
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.promise import Promise, movement, promises
from debate_tui.engine.view import View
from debate_tui.plain.console import Console
from debate_tui.plain.voice import PlainVoice
from debate_tui.report.glossary import GAME_WORDS
from debate_tui.report.prose import on_one_line
from debate_tui.report.words import Names, strength_word, temper

Rows = Mapping[str, Mapping[str, float]]


class TableTalk:
    """Tells a seat what it may see."""

    def __init__(self, debate: Debate, names: Names, console: Console, voice: PlainVoice) -> None:
        self._debate = debate
        self._names = names
        self._console = console
        self._voice = voice

    def hypotheses(self) -> None:
        """Tell the hypotheses, by number, and what would settle each."""
        for number, hypothesis in enumerate(self._debate.scenario.hypotheses, 1):
            settled = f"Settled by: {hypothesis.settled_by}" if hypothesis.settled_by else ""
            parts = (f"{hypothesis.name}.", on_one_line(hypothesis.says), settled)
            self._console.say(f"{number}. {' '.join(part for part in parts if part)}", indent="   ")

    def people(self, view: View) -> None:
        """Tell who else sits at the table, and what they said would change their minds."""
        for persona in view.cast:
            known = self._debate.personas[persona]
            self._console.say(f"{known.name}. {known.tagline} {temper(known)}", indent="   ")
            for wire in self._debate.members[persona].moves_if:
                card = self._debate.cards[wire.card]
                outcome = card.outcomes[wire.outcome]
                self._console.listed([f"Would change its mind if, on “{card.name}”: {outcome}."])

    def card(self, view: View) -> None:
        """Tell everything about the card on the table: before the reveal its figures, after it the facts."""
        if view.card is None:
            self._console.say("No card lies on the table yet.")
            return
        card = self._debate.cards[view.card.id]
        repeated = self._names.repeats(card.id)
        self._console.say(f"Card {view.card.number}, {card.name}: {card.asks} {repeated}")
        if view.card.outcome is None:
            self.figures(view)
            return
        self._console.say(f"It came out: {card.outcomes[view.card.outcome]}.")
        self._voice.facts(card, view.card.outcome)
        if view.play is not None and view.play.rows is not None:
            figures = self._names.figures(view.seat, view.play.source)
            self._console.say(f"You locked {figures}: {_of_what(card.outcomes)}?")
            self._rows(view.play.rows, card.outcomes)

    def question(self, view: View) -> None:
        """Tell in short what is asked, and what can come out."""
        if view.card is not None:
            card = self._debate.cards[view.card.id]
            self._console.say(f"{card.asks} {' / '.join(card.outcomes.values())}")

    def figures(self, view: View) -> None:
        """Tell the card's figures, the bets of the cast, and what the figures promise."""
        if view.card is None or view.belief is None:
            return
        outcomes = self._debate.cards[view.card.id].outcomes
        self._console.say(f"The table's figures: {_of_what(outcomes)}?")
        self._rows(view.card.posted, outcomes)
        self._console.say("And what the others expect:")
        self._console.listed(
            [
                f"{self._names.who(persona)}: {_frequencies(outcomes, bet.expects)}."
                for persona, bet in view.card.bets.items()
            ]
        )
        self.promised(view.belief, view.card.posted, outcomes, "the table's figures")

    def _rows(self, rows: Rows, outcomes: Mapping[str, str]) -> None:
        self._console.listed(
            [
                f"if “{self._names.hypothesis(hypothesis)}” is right: {_frequencies(outcomes, row)}."
                for hypothesis, row in rows.items()
            ]
        )

    def promised(
        self, belief: Mapping[str, float], rows: Rows, outcomes: Mapping[str, str], whose: str
    ) -> None:
        """Tell in words where rows would take their owner, outcome by outcome."""
        promised = promises(belief, rows)
        if not promised:
            self._console.say(f"With {whose} you promise to learn nothing from this card.")
            return
        self._console.say(f"With {whose} you promise to move:")
        self._console.listed(
            [
                f"if it comes out “{outcomes[outcome]}”: {self._towards(promise)}."
                for outcome, promise in promised.items()
            ]
        )

    def promise(self, view: View) -> None:
        """Tell in words, and words only, what the locked figures promised now that the outcome is known."""
        if view.card is None or view.card.outcome is None or view.play is None:
            return
        if view.play.rows is None:
            self._console.say("You made no prediction, and so no promise.")
            return
        promised = promises(view.play.before, view.play.rows).get(view.card.outcome)
        if promised is None:
            self._console.say("Your figures promised that this would teach you nothing.")
        else:
            self._console.say(f"Your figures promised {self._towards(promised)}.")
        if view.play.amended is not None and view.play.amended != view.play.promise:
            now = movement(view.play.before, view.play.amended)
            promises_now = "not to move" if now is None else self._towards(now)
            self._console.say(f"Since you granted a point the promise is {promises_now}.")

    def _towards(self, promise: Promise) -> str:
        return f"{promise.size} {promise.direction} “{self._names.hypothesis(promise.hypothesis)}”"

    def beliefs(self, view: View) -> None:
        """Tell what everybody believes."""
        if view.belief is not None:
            self._console.say(f"You: {self._names.belief(list(view.belief.values()))}.")
        for persona, mind in view.cast.items():
            belief = self._names.belief(list(mind.belief.values()))
            self._console.say(f"{self._names.who(persona)}: {belief}.", indent="   ")

    def map(self, view: View) -> None:
        """Tell what has been said, and how strong each thing is now."""
        if not view.said:
            self._console.say("Nothing has been argued yet.")
        for said in view.said:
            argued = said.argued
            if argued.argument is not None:
                text = self._debate.arguments[argued.argument].text
            else:
                text = f"{self._names.did(argued)}."
            word = strength_word(view.strengths[said.id])
            self._console.say(f"{self._names.who(argued.speaker)}, {word}: {text}", indent="   ")

    def words(self) -> None:
        """Tell the glossary."""
        if not self._debate.scenario.glossary:
            self._console.say("This scenario has no glossary.")
        for term, meaning in self._debate.scenario.glossary.items():
            self._console.say(f"{term}: {meaning}", indent="   ")
        self._console.say("The game's own words:")
        for term, meaning in GAME_WORDS.items():
            self._console.say(f"{term}: {meaning}", indent="   ")


def _of_what(outcomes: Mapping[str, str]) -> str:
    """Ask what a list of frequencies answers: of two outcomes, the first one's says it all."""
    first = next(iter(outcomes.values()))
    return f"how often in 100 is it “{first}”" if len(outcomes) == 2 else "how often in 100"


def _frequencies(outcomes: Mapping[str, str], chances: Mapping[str, float]) -> str:
    whole = whole_percents(list(chances.values()))
    if len(whole) == 2:
        return str(whole[0])
    return "; ".join(f"“{words}” {part}" for words, part in zip(outcomes.values(), whole, strict=True))
