"""Figures in words: percents that sum to 100, sizes, flags, and who is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debate_tui.content.moves import Verb
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import OWN, POSTED, SELF, Started

FLAGS: Mapping[str, str] = {
    "kept": "Kept: you moved as far as your own rows had promised.",
    "under": "Under: you moved the right way, but less than half as far as your rows promised.",
    "over": "Over: you moved the right way, but more than half as far again as your rows promised.",
    "away": "Away: you moved against what your own rows had promised.",
    "sideways": "Sideways: you moved about as much as promised, but towards something else.",
    "unbacked": "Unbacked: you moved, though your rows had promised next to nothing.",
    "double-counted": "Double counted: you moved as if this card did not partly repeat an earlier one.",
    "read-as-if-independent": "Read as if it stood alone: your rows leave out that this card partly repeats "
    "an earlier one.",
}

VERBS: Mapping[Verb, str] = {
    "press": "Press: pull everybody's reading of the card towards yours",
    "deflate": "Deflate: pull everybody's reading of the card towards nothing",
    "link": "Link: make those who counted the card in full see that it repeats another",
    "clarify": "Clarify: have somebody show their rows and their reading",
    "call": "Call a slip",
    "concede": "Concede",
}

SLIPS: Mapping[str, str] = {
    "over-reacting": "moving further than its own row",
    "under-reacting": "moving less than half as far as its own row",
    "double-counting": "counting the same thing twice",
    "hindsight": "claiming to have known it all along",
    "streetlight": "taking what is easy to see for what is there",
    "moving-goalposts": "moving the goalposts",
    "motte-and-bailey": "defending a bold claim by retreating to a modest one",
    "cherry-picking": "picking only the cases that fit",
    "false-precision": "giving a number that nothing supports",
    "unfalsifiable": "holding a view that no outcome could count against",
    "typical-mind": "taking its own mind for everybody's",
    "survivorship": "looking only at what survived",
    "bulverism": "explaining why people believe a thing instead of whether it is so",
    "hair-splitting": "splitting hairs",
    "normalisation": "calling a feared thing fine once it has come",
    "low-baseline": "comparing with a low bar",
    "volume-as-weight": "taking the amount of news for the weight of evidence",
    "absence-of-search": "taking not having looked for not being there",
}


BARE_VERBS: Mapping[Verb, str] = {
    "press": "pressed a reading of",
    "deflate": "deflated",
    "link": "linked to what came before",
    "clarify": "asked for the rows behind",
}

WEAK_BELOW, STRONG_FROM = 0.35, 0.6


def strength_word(strength: float) -> str:
    """Give an argument's strength, 0 to 1, in a word."""
    if strength < WEAK_BELOW:
        return "weak"
    return "strong" if strength >= STRONG_FROM else "fair"


def whole_percents(belief: Sequence[float]) -> list[int]:
    """Give whole percents that sum to 100, by the largest remainder (the first of equals)."""
    exact = [100.0 * part / sum(belief) for part in belief]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_remainder[: 100 - sum(whole)]:
        whole[place] += 1
    return whole


def percent(probability: float) -> str:
    """Give one probability in percent; what is not certain is never called so."""
    rounded = round(100.0 * probability)
    if rounded == 0:
        return "under 1%"
    return "over 99%" if rounded == 100 else f"{rounded}%"


def in_a_hundred(probability: float) -> str:
    """Give one probability as a frequency."""
    rounded = round(100.0 * probability)
    if rounded == 0:
        return "less than 1 in 100"
    return "more than 99 in 100" if rounded == 100 else f"{rounded} in 100"


def joined(parts: Sequence[str]) -> str:
    """Join names as one says them."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


class Names:
    """What everybody and everything of one game is called."""

    def __init__(self, debate: Debate, started: Started) -> None:
        self._debate = debate
        self._seats = {seat.id: seat for seat in started.seats}
        self.alone = len(started.seats) == 1

    def who(self, participant: str) -> str:
        """Name a seat or a persona, to begin a sentence."""
        if participant not in self._seats:
            return self._debate.personas[participant].name
        return "You" if self.alone else self._seats[participant].name

    def whose(self, participant: str) -> str:
        """Name a seat or a persona as the owner of something."""
        return "Your" if self.alone and participant in self._seats else f"{self.who(participant)}'s"

    def role(self, seat: str) -> str:
        """Say whom a seat plays."""
        role = self._seats[seat].role
        return "yourself" if role == SELF else self._debate.personas[role].name

    def rows(self, source: str) -> str:
        """Say whose rows were taken."""
        if source == POSTED:
            return "the posted rows"
        return "rows of their own" if source == OWN else f"{self.whose(source)} rows"

    def hypothesis(self, hypothesis: str) -> str:
        """Name a hypothesis."""
        return self._debate.hypotheses[hypothesis].name

    def card(self, card: str) -> str:
        """Name a card."""
        return self._debate.cards[card].name

    def belief(self, belief: Sequence[float]) -> str:
        """Give a whole belief in one line."""
        names = (self.hypothesis(hypothesis) for hypothesis in self._debate.deck.hypotheses)
        return "; ".join(
            f"{name} {whole}%" for name, whole in zip(names, whole_percents(belief), strict=True)
        )
