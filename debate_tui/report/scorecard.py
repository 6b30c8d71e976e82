"""A scorecard in sentences: what it comes to first, then every part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.claims import Claim
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Started
from debate_tui.engine.lines import size_of
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.reasons import TOO_SMALL
from debate_tui.engine.scorecard import Scorecard
from debate_tui.engine.standing import Ghosts
from debate_tui.report.cruxes import in_words
from debate_tui.report.follow_through import share
from debate_tui.report.glossary import POINTS_FOR
from debate_tui.report.kept import below_nothing, kept_in_words
from debate_tui.report.style import style
from debate_tui.report.words import (
    SLIPS,
    Names,
    and_bits,
    even,
    in_100,
    joined,
    plural,
    points,
    shown_percent,
)
from debate_tui.scoring.points import surprise_bits

POINTS_OF_ONE_CARD = 57.0
"""The standard error of one card's points: eight cards give about 20."""
PERSUADED_FROM_BITS = 0.005
"""What two decimals show as nothing is told as nothing."""


class Section(NamedTuple):
    """A part of the scorecard: a title and its sentences."""

    title: str
    sentences: tuple[str, ...]


def sections(debate: Debate, started: Started, seat: str, card: Scorecard) -> list[Section]:
    """Tell a seat's scorecard: what it comes to first."""
    teller = _Teller(Names(debate, started), seat, card, debate.scenario.level)
    told = [
        ("What it comes to", teller.summary()),
        ("Points", teller.points()),
        ("Follow-through", teller.match()),
        ("Card by card", teller.cards()),
        ("Said and done", teller.floor()),
        ("Where you part", teller.cruxes()),
    ]
    return [Section(title, tuple(sentences)) for title, sentences in told if sentences]


class _Teller:
    def __init__(self, names: Names, seat: str, card: Scorecard, level: int) -> None:
        self.level = level
        self.names = names
        self.seat = seat
        self.card = card
        self.counted = counted(card)

    def summary(self) -> list[str]:
        truth = self.card.truth
        told = [] if truth is None else [f"The truth here: {self.names.hypothesis(truth)}."]
        if self.card.par is not None:
            did = "saw the evidence coming" if self.card.truth is None else "did"
            told.append(f"You {did} {self._beside_the_room(self.card.par)}.")
        kept = kept_in_words(self.card, self.names)
        told += [kept] if kept else []
        updates = style(self.card.cards)
        told += [] if updates is None else [updates]
        if lucky(self.card):
            told.append("Lucky: you counted one source twice, and it came out your way.")
        return told

    def _beside_the_room(self, par: float) -> str:
        """Compare with the others; so few cards as a game has can be luck."""
        how = "better" if par > 0 else "less well"
        if not round(par):
            return "as well as the others at the table"
        if abs(par) >= margin(self.counted):
            return f"{how} than the others at the table"
        by = plural(abs(round(par)), "point")
        return f"{how} than the others by {by}, which over {plural(self.counted, 'card')} can be luck"

    def points(self) -> list[str]:
        card = self.card
        if card.points is None:
            return ["No points: no card in this game was new to you and counted."]
        name = f"Foresight, {POINTS_FOR['foresight']}:" if card.truth is None else "Points"
        told = [
            f"{name} {points(card.points)} ({plural(self.counted, 'card')}: ± {margin(self.counted)}).",
            "0 is knowing nothing, 100 certainty in what happened; below 0, something else was expected.",
        ]
        if card.truth is not None:
            parts = {"foresight": card.foresight, "likelihood": card.likelihood, "verdict": card.verdict}
            told_of = [f"{part} {points(parts[part] or 0)} ({what})" for part, what in POINTS_FOR.items()]
            told.append(f"They are the mean of {joined(told_of)}.")
        if card.cast_points and card.par is not None:
            each = "; ".join(f"{self.names.who(who)} {points(p)}" for who, p in card.cast_points.items())
            told.append(f"{_beside_the_mean(card.par)}: {each}.")
        ghosts = card.ghosts
        if ghosts.frozen is not None and ghosts.kept is not None:
            told.append(
                f"Had you never moved: {points(ghosts.frozen)}. "
                f"Had you kept every promise: {points(ghosts.kept)}.{_why_not_better(ghosts)}"
            )
        return told

    def match(self) -> list[str]:
        card = self.card
        if card.follow_through is None:
            told = [f"Not read: {why_not_read(card)}."]
        else:
            told = [_delivered(card.follow_through, card.follow_through_amended)]
        if card.in_character is not None:
            told.append(f"In character: {share(card.in_character)} of what your character would have moved.")
        whose = card.whose_evidence
        if whose is not None and sum(read is not None for read in whose.follow_through.values()) > 1:
            source = self.names.figures(self.seat, whose.largest)
            told.append(f"Your beliefs went most nearly where {source} led.")
        return told

    def cards(self) -> list[str]:
        return [self._card(number, score) for number, score in enumerate(self.card.cards, 1)]

    def _card(self, number: int, score: CardScore) -> str:
        told = ["no prediction"]
        if score.m is not None:
            expected = dict(zip(score.m, whole_percents(list(score.m.values())), strict=True))
            bits = float(surprise_bits(score.m[score.outcome]))
            told = [f"expected {in_100(expected[score.outcome])} in 100{and_bits(bits, self.level)}"]
            told.append(f"foresight {points(score.foresight)}")
            if score.follow_through is not None:
                amended = _amended(score.follow_through, score.follow_through_amended)
                told.append(f"{share(score.follow_through)} of the promise{_aside(amended)}")
        kept = "kept" in score.flags
        told += [FLAG_WORDS[flag] for flag in score.flags if not (kept and flag == "unbacked")]
        told += [] if score.fresh else ["practice"]
        return f"{number}. {self.names.card(score.card)}: {', '.join(told)}."

    def floor(self) -> list[str]:
        card = self.card
        told = [self._claim(claim) for claim in card.priced_in]
        for call in card.calls:
            slip, verdict = SLIPS.get(call.slip, call.slip), "right" if call.right else "not so"
            told.append(f"You called {self.names.who(call.to, inside=True)} for {slip}: {verdict}.")
        duels = [score.duel_bits for score in card.cards if score.duel_bits is not None]
        if duels:
            won = sum(bits > 0 and not even(bits) for bits in duels)
            drawn = sum(map(even, duels))
            as_good = f", {drawn} as good as even" if drawn else ""
            told.append(f"Duels: {won} of {len(duels)} won{as_good}.")
        if card.persuasion_bits is not None:
            told.append(_persuasion(card.persuasion_bits))
        return told

    def _claim(self, claim: Claim) -> str:
        who, card = self.names.who(claim.speaker), self.names.card(claim.card)
        judged = {
            "foreseen": "foreseen: it was likely, and it moved nothing much",
            "irrelevant": "irrelevant: by those figures every outcome says the same",
            "unbacked": "not backed by the figures that were locked",
        }[claim.kind]
        cost = f"; it cost “{self.names.hypothesis(claim.costliest)}” most" if claim.costliest else ""
        others = (self._other_way(claim, each) for each in claim.would_have if each != claim.outcome)
        other_ways = " ".join(others)
        return f"{who} said “priced in” of “{card}”: {judged}{cost}. {other_ways}".rstrip()

    def _other_way(self, claim: Claim, outcome: str) -> str:
        """Say how far the same figures would have moved their owner had it come out the other way."""
        after, before = claim.would_have[outcome], claim.before
        gained = max(before, key=lambda hypothesis: after[hypothesis] - before[hypothesis])
        was, now = (whole_percents(list(b.values()))[list(b).index(gained)] for b in (before, after))
        words = self.names.outcome(claim.card, outcome)
        if was == now:
            return f"Had it been “{words}”: it would hardly have moved anything either."
        far = f"{size_of(before[gained], after[gained])} towards “{self.names.hypothesis(gained)}”"
        return f"Had it been “{words}”: {far}, {shown_percent(was)} to {shown_percent(now)}."

    def cruxes(self) -> list[str]:
        parted = self.card.cruxes.items()
        return [in_words(crux, self.seat, who, self.names) for who, crux in parted if crux is not None]


FLAG_WORDS = {
    "kept": "as promised",
    "under": "too little",
    "over": "too far",
    "away": "the wrong way",
    "sideways": "sideways",
    "unbacked": "unbacked",
    "double-counted": "counted twice",
    "read-as-if-independent": "read alone",
}


def _why_not_better(ghosts: Ghosts) -> str:
    """Explain what seems to speak against keeping promises; nothing where keeping them paid."""
    if ghosts.frozen is None or ghosts.kept is None or round(ghosts.frozen) < round(ghosts.kept):
        return ""
    as_well = "as well" if round(ghosts.frozen) == round(ghosts.kept) else "better"
    return (
        f" That standing still did {as_well} is what few cards, luck and figures that were off can do: "
        "keeping promises pays when the figures are right."
    )


def counted(card: Scorecard) -> int:
    """Count the cards that gave points."""
    return sum(score.fresh and score.point_card for score in card.cards)


def course(card: Scorecard) -> list[Mapping[str, float]]:
    """Give the beliefs of a seat: at the opening, and after each card; nothing where there was no card."""
    return [*(score.before for score in card.cards[:1]), *(score.after for score in card.cards)]


def margin(cards: int) -> int:
    """Give the standard error of the points of so many cards, to the nearest 5; of none, as of one."""
    return int(5 * round(POINTS_OF_ONE_CARD / max(cards, 1) ** 0.5 / 5))


def _amended(first: float, amended: float | None) -> str:
    """Give the follow-through to what was promised after points had been granted; the first one counts."""
    if amended is None or share(amended) == share(first):
        return ""
    return f"{share(amended)} once points had been granted"


def _aside(text: str) -> str:
    return f" ({text})" if text else ""


def _beside_the_mean(par: float) -> str:
    """Say how far above or below the mean of the others somebody's points are."""
    by = abs(round(par))
    if not by:
        return "Your points are the mean of the others"
    return f"Your points are {by} {'above' if par > 0 else 'below'} the mean of the others"


def why_not_read(card: Scorecard) -> str:
    """Say why there is no follow-through, without the measure that it has in the record."""
    why = card.reasons.get("follow_through", "")
    return "your figures promised too little to judge by" if why == TOO_SMALL else why


def _delivered(first: float, amended: float | None) -> str:
    """Say what share of the promise was delivered; of less than nothing, how staying put would have done."""
    then = _amended(first, amended)
    if below_nothing(first):
        figures = "; ".join(part for part in (share(first), then) if part)
        return f"You ended further from what you promised than if you had stayed put ({figures})."
    return f"You delivered {share(first)} of what you promised{_aside(then)}."


def _persuasion(bits: float) -> str:
    """Say whether the room foresaw the later cards better for having heard the player."""
    if abs(bits) < PERSUADED_FROM_BITS:
        return "Persuasion: what you said made next to no difference to how the room foresaw the later cards."
    how = "better" if bits > 0.0 else "less well"
    return f"Persuasion: for having heard you, the room foresaw the later cards {how}."


def lucky(card: Scorecard) -> bool:
    """Whether double counting paid: the points are above those of keeping every promise."""
    doubled = any("double-counted" in score.flags for score in card.cards)
    kept = card.ghosts.kept
    return doubled and card.points is not None and kept is not None and card.points > kept
