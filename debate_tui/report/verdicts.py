"""What a round card says of an update, in sentences: always at least one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from debate_tui.engine.card_scores import CardScore
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.promise import SAYS_NOTHING_DB, Promise, movement
from debate_tui.engine.state import Play
from debate_tui.report.words import Names, shown_percent
from debate_tui.scoring.beliefs import TOLERANCE
from debate_tui.scoring.flags import KEPT_WITHIN

STOOD_STILL = 0.005
"""Beliefs that are closer than this on every hypothesis are the same to anybody who gives whole percents."""


def verdicts(score: CardScore, names: Names) -> list[str]:
    """Say how an update compares with what its owner's figures had promised."""
    if score.m is None:
        said = ["No promise to compare with: you made no prediction."]
        return said + (["Unbacked: you moved all the same."] if "unbacked" in score.flags else [])
    return [_movement(score, names), *_counting(score)]


def granted(play: Play, names: Names) -> str:
    """Say what a promise had become once points were granted, and whether that was kept; else nothing."""
    if play.amended == play.promise:
        return ""
    told = f"Once a point was granted, the promise was: {names.belief(play.amended)}."
    missed = [abs(now - then) for now, then in zip(play.after or (), play.amended, strict=False)]
    kept = bool(missed) and max(missed) <= KEPT_WITHIN + TOLERANCE
    return f"{told} That one was kept: the first one counts, and both are on the scorecard." if kept else told


def _movement(score: CardScore, names: Names) -> str:
    promise = movement(score.before, score.q)
    promised = "to stay" if promise is None else _towards(promise, names)
    says_nothing = score.weight_db < SAYS_NOTHING_DB
    stood_still = _furthest(score.before, score.after) < STOOD_STILL
    sentences = {
        "kept": _kept("unbacked" in score.flags, stood_still=stood_still, says_nothing=says_nothing),
        "under": f"Too little: {'you stayed put' if stood_still else 'you moved less than half as far'}; "
        f"your figures promised {promised}.",
        "over": f"Too far: your figures promised {promised}, and you moved half as far again, or more.",
        "away": f"The wrong way: your figures promised {promised}, and you moved against it.",
        "sideways": f"Sideways: your figures promised {promised}; {_beside(score, names)}.",
        "unbacked": "Unbacked: you moved, though your figures had promised next to nothing."
        if says_nothing
        else f"Unbacked: your figures promised {promised}, which from where you stood is next to nothing, "
        "and you moved further.",
    }
    earned = next((sentences[flag] for flag in sentences if flag in score.flags), None)
    if earned is not None:
        return earned
    if score.follow_through is None:
        if says_nothing:
            return "Your figures promised that this would teach you nothing, and you moved little."
        return f"Your figures promised {promised}: here that is too little to judge by, and you moved little."
    return f"Most of the way: your figures promised {promised}, and you delivered most of it."


def _towards(promise: Promise, names: Names) -> str:
    return f"{promise.size} {promise.direction} “{names.hypothesis(promise.hypothesis)}”"


def _kept(unbacked: bool, *, stood_still: bool, says_nothing: bool) -> str:
    """Say that a promise was kept, within three points: also where next to nothing was promised."""
    if unbacked:
        return "As promised: your figures had said next to nothing, and you came within three points of it."
    if stood_still:
        little = "nothing" if says_nothing else "little"
        return f"As promised, within three points: your figures had said {little}, and you stayed put."
    return "As promised: you moved as far as your figures had said."


def _beside(score: CardScore, names: Names) -> str:
    """Say what went another way than promised; whoever gained most as promised is no news."""
    meant, gained = _gainer(score.before, score.q), _gainer(score.before, score.after)
    if meant != gained:
        return f"you added most to “{names.hypothesis(gained)}”"
    others = [hypothesis for hypothesis in score.q if hypothesis != meant]
    amiss = max(others, key=lambda hypothesis: abs(score.after[hypothesis] - score.q[hypothesis]))
    place = list(score.q).index(amiss)
    said, now = (shown_percent(_whole(belief)[place]) for belief in (score.q, score.after))
    return f"you went that way, but “{names.hypothesis(amiss)}” is at {now} where they had said {said}"


def _whole(belief: Mapping[str, float]) -> list[int]:
    return whole_percents(list(belief.values()))


def _counting(score: CardScore) -> Iterator[str]:
    if "double-counted" in score.flags:
        yield (
            "Counted twice: you are nearer to where this card alone would lead than to your promise, "
            "and it partly repeats an earlier one."
        )
    if "read-as-if-independent" in score.flags:
        yield "Read alone: your figures leave out that this card partly repeats an earlier one."


def _gainer(before: Mapping[str, float], after: Mapping[str, float]) -> str:
    return max(before, key=lambda hypothesis: after[hypothesis] - before[hypothesis])


def _furthest(before: Mapping[str, float], after: Mapping[str, float]) -> float:
    return max(abs(after[hypothesis] - before[hypothesis]) for hypothesis in before)
