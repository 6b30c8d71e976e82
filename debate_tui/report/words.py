"""Figures in words: percents, sizes, and what everybody and everything is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debate_tui.content.moves import Verb
from debate_tui.content.persona import Persona
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import OWN, POSTED, Argued, Started
from debate_tui.engine.lines import BITS_FROM_LEVEL
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.slips import Why

VERBS: Mapping[Verb, str] = {
    "press": "Press: argue that the card matters as much as your figures said",
    "deflate": "Deflate: argue that the card tells nobody anything",
    "link": "Link: show those who counted it in full that the card partly repeats another",
    "clarify": "Clarify: ask whoever reads the card most differently for their figures",
    "call": "Call a slip",
    "concede": "Concede",
}

DID: Mapping[Verb, str] = {
    "press": "argued that everybody should weigh {card} as {whose} figures did",
    "deflate": "argued that {card} tells nobody anything",
    "link": "argued that {card} partly repeats what came before",
    "clarify": "asked for the figures behind {card}",
    "call": "called a slip",
    "concede": "granted a point",
}
"""What somebody did who used a bare verb."""

SLIPS: Mapping[str, str] = {
    "over-reacting": "moving further than their own figures said",
    "under-reacting": "moving less than half as far as their own figures said",
    "double-counting": "counting the same thing twice",
    "hindsight": "claiming to have known it all along",
    "streetlight": "taking what is easy to see for what is there",
    "moving-goalposts": "moving the goalposts",
    "motte-and-bailey": "defending a bold claim by retreating to a modest one",
    "cherry-picking": "picking only the cases that fit",
    "false-precision": "giving a number that nothing supports",
    "unfalsifiable": "holding a view that no outcome could count against",
    "typical-mind": "taking their own mind for everybody's",
    "survivorship": "looking only at what survived",
    "bulverism": "explaining why people believe a thing instead of whether it is so",
    "hair-splitting": "splitting hairs",
    "normalisation": "calling a feared thing fine once it has come",
    "low-baseline": "comparing with a low bar",
    "volume-as-weight": "taking the amount of news for the weight of evidence",
    "absence-of-search": "taking not having looked for not being there",
}

EXCUSES: Mapping[Why, str] = {
    "mended": "Not any more: they did, on “{card}”, but what was said since has mended it.",
    "tripwire": "Not on “{card}”: their tripwire moved them in full.",
    "small": "They did, on “{card}”, but by too little to judge by.",
}
"""Why a call was wrong that could have been right."""

WEAK_BELOW, STRONG_FROM = 0.35, 0.6

ABOUT = 5.0
"""A temperament within so many percent of 100 is called exact."""
EVEN_BELOW_BITS = 0.05
HARD_TO_PERSUADE, EASY_TO_PERSUADE = 35.0, 60.0


def strength_word(strength: float) -> str:
    """Give an argument's strength, 0 to 1, in a word."""
    if strength < WEAK_BELOW:
        return "weak"
    return "strong" if strength >= STRONG_FROM else "fair"


def temper(persona: Persona) -> str:
    """Tell in a sentence or two how a persona moves, and which mistakes it is prone to."""
    own = persona.temperament
    told = [
        _by_size(
            own.responsiveness,
            "moves by less than its own figures say",
            "moves by what its own figures say",
            "moves by more than its own figures say",
        ),
        _by_size(own.prior_weight, "lets go of earlier beliefs", "", "clings to earlier beliefs"),
        "counts a card that repeats another in full" if own.double_counts else "",
        "is hard to persuade" if own.openness <= HARD_TO_PERSUADE else "",
        "is easy to persuade" if own.openness >= EASY_TO_PERSUADE else "",
    ]
    how = joined([part for part in told if part])
    prone = joined([SLIPS[slip] for slip in persona.slips])
    return f"{how[0].upper()}{how[1:]}." + (f" Prone to {prone}." if prone else "")


def _by_size(percent: float, less: str, exact: str, more: str) -> str:
    if percent < 100.0 - ABOUT:
        return less
    return more if percent > 100.0 + ABOUT else exact


def in_100(whole: int) -> str:
    """Show how often in 100 something is expected; what is not certain is never called so."""
    if whole == 0:
        return "under 1"
    return "over 99" if whole == 100 else f"{whole}"


def and_bits(bits: float, level: int) -> str:
    """Add the bits of surprise to how often in 100 something was expected; at an easy table nothing."""
    return f", {bits:.1f} bits" if level >= BITS_FROM_LEVEL else ""


def shown_percent(whole: int) -> str:
    """Show a whole percent."""
    return f"{in_100(whole)}%"


def points(figure: float) -> str:
    """Give points without decimals, and never −0."""
    return f"{round(figure):d}".replace("-", "−")


def signed(figure: float, decimals: int = 0) -> str:
    """Give a figure with its sign; what rounds to nothing has none."""
    text = f"{figure:+.{decimals}f}"
    return text[1:] if float(text) == 0 else text.replace("-", "−")


def even(duel_bits: float) -> bool:
    """Whether a duel was as good as even: in the decimal that is shown nobody won anything."""
    return abs(duel_bits) < EVEN_BELOW_BITS


def plural(count: int, word: str) -> str:
    """Count things."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def joined(parts: Sequence[str]) -> str:
    """Join names as one says them."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


class Names:
    """What everybody and everything of one game is called."""

    def __init__(self, debate: Debate, started: Started) -> None:
        self._debate = debate
        self._seats = {seat.id: seat for seat in started.seats}
        self.alone = len(started.seats) == 1

    def who(self, participant: str, *, inside: bool = False) -> str:
        """Name a seat or a persona, to begin a sentence or inside one."""
        if participant not in self._seats:
            name = self._debate.personas[participant].name
            return f"the {name.removeprefix('The ')}" if inside and name.startswith("The ") else name
        you = "you" if inside else "You"
        return you if self.alone else self._seats[participant].name

    def all_of(self, participants: Sequence[str]) -> str:
        """Name several, to begin a sentence."""
        return joined([self.who(each, inside=place > 0) for place, each in enumerate(participants)])

    def whose(self, participant: str, *, inside: bool = False) -> str:
        """Name a seat or a persona as the owner of something."""
        if self.alone and participant in self._seats:
            return "your" if inside else "Your"
        return f"{self.who(participant, inside=inside)}'s"

    def did(self, argued: Argued) -> str:
        """Say what somebody did who used a bare verb."""
        card = f"“{self.card(argued.card)}”" if argued.card else "the card"
        whose = "your" if self.alone and argued.speaker in self._seats else "their"
        return DID[argued.verb].format(card=card, whose=whose)

    def figures(self, seat: str, source: str) -> str:
        """Say whose rows a seat took, inside a sentence."""
        if source == POSTED:
            return "the table's figures"
        if source == OWN:
            return f"figures of {'your' if self.alone and seat in self._seats else 'their'} own"
        return f"{self.whose(source, inside=True)} figures"

    def hypothesis(self, hypothesis: str) -> str:
        """Name a hypothesis."""
        return self._debate.hypotheses[hypothesis].name

    def hypothesis_at(self, place: int) -> str:
        """Name a hypothesis by its place in a belief."""
        return self.hypothesis(self._debate.deck.hypotheses[place])

    def card(self, card: str) -> str:
        """Name a card."""
        return self._debate.cards[card].name

    def repeats(self, card: str) -> str:
        """Say of which earlier card a card tells some again; nothing where it stands alone."""
        on = self._debate.deck.card(card).on
        if on is None:
            return ""
        return f"It partly repeats “{self.card(on)}”: the table's figures allow for that."

    def outcome(self, card: str, outcome: str) -> str:
        """Say an outcome of a card."""
        return self._debate.cards[card].outcomes[outcome]

    def belief(self, belief: Sequence[float]) -> str:
        """Give a whole belief in one line."""
        names = (self.hypothesis(hypothesis) for hypothesis in self._debate.deck.hypotheses)
        whole = whole_percents(belief)
        return "; ".join(f"{name} {shown_percent(part)}" for name, part in zip(names, whole, strict=True))
