"""What lies on the table, told when asked: the card, the beliefs, the map, the glossary."""

from __future__ import annotations

from collections.abc import Mapping

from debate_tui.engine.debate import Debate
from debate_tui.engine.promise import promises
from debate_tui.engine.view import View
from debate_tui.plain.console import Console
from debate_tui.report.words import BARE_VERBS, Names, in_a_hundred, strength_word


class TableTalk:
    """Tells a seat what it may see."""

    def __init__(self, debate: Debate, names: Names, console: Console) -> None:
        self._debate = debate
        self._names = names
        self._console = console

    def card(self, view: View) -> None:
        """Tell the card's question and all that is known about it."""
        if view.card is None:
            self._console.say("No card lies on the table yet.")
            return
        self._console.say(self._debate.cards[view.card.id].asks)
        self.rows(view)

    def rows(self, view: View) -> None:
        """Tell the card's outcomes, its posted rows, the cast's bets, and what the posted rows promise."""
        if view.card is None:
            return
        asked = self._debate.cards[view.card.id]
        self._console.numbered([f"{words}." for words in asked.outcomes.values()])
        for hypothesis, row in view.card.posted.items():
            champion = self._names.who(self._debate.champion(hypothesis))
            name = self._names.hypothesis(hypothesis)
            row_in_words = self._row(asked.outcomes, row)
            self._console.say(f"{champion} posts: if “{name}” is right, {row_in_words}.", indent="   ")
        for persona, bet in view.card.bets.items():
            bet_in_words = self._row(asked.outcomes, bet.expects)
            self._console.say(f"{self._names.who(persona)} bets: {bet_in_words}.", indent="   ")
        self._promise(view, asked.outcomes)

    def _row(self, outcomes: Mapping[str, str], row: Mapping[str, float]) -> str:
        return "; ".join(f"{in_a_hundred(chance)}: {outcomes[outcome]}" for outcome, chance in row.items())

    def _promise(self, view: View, outcomes: Mapping[str, str]) -> None:
        if view.card is None or view.belief is None:
            return
        promised = promises(view.belief, view.card.posted)
        if not promised:
            self._console.say("With the posted rows you promise to learn nothing from this card.")
            return
        words = (
            f"{outcomes[outcome]}: {promise.size} to {self._names.hypothesis(promise.hypothesis)}"
            for outcome, promise in promised.items()
        )
        self._console.say(f"With the posted rows you promise: {'; '.join(words)}.")

    def promise(self, view: View) -> None:
        """Tell in words, and words only, where the rows that were locked would take their owner now."""
        if view.card is None or view.card.outcome is None or view.play is None or view.play.rows is None:
            return
        promised = promises(view.play.before, view.play.rows).get(view.card.outcome)
        if promised is None:
            self._console.say("Your rows promised that this would teach you nothing.")
            return
        amended = " (before you granted a point)" if view.play.amended != view.play.promise else ""
        name = self._names.hypothesis(promised.hypothesis)
        self._console.say(f"Your rows promised {promised.size} to {name}{amended}.")

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
                text = f"{BARE_VERBS[argued.verb]} {self._names.card(argued.card or '')}."
            word = strength_word(view.strengths[said.id])
            self._console.say(f"{self._names.who(argued.speaker)}, {word}: {text}", indent="   ")

    def words(self) -> None:
        """Tell the glossary."""
        if not self._debate.scenario.glossary:
            self._console.say("This scenario has no glossary.")
        for term, meaning in self._debate.scenario.glossary.items():
            self._console.say(f"{term}: {meaning}", indent="   ")
