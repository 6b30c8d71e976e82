"""The debate's vocabulary: what an argument can do (moves, verbs) and what can be wrong with it (slips)."""

from __future__ import annotations

from typing import Literal

Verb = Literal["press", "deflate", "link", "clarify", "call", "concede"]

Move = Literal[
    "count-bits",
    "counterexample",
    "cite-the-source",
    "compare-worlds",
    "list-the-unsolved",
    "invert-the-burden",
    "distinguish",
    "priced-in",
    "scope-the-regime",
    "measurement-confound",
    "demand-recency",
    "streetlight",
    "wrong-lesson",
    "reframe-as-crux",
    "lower-the-bar",
    "policy-turn",
    "explain-the-believers",
    "double-counting",
    "subsume",
    "refuse-the-split",
    "ask-preregistration",
    "call-hindsight",
    "flag-moved-goalposts",
    "concede-bounded",
    "acknowledge",
    "self-reflection",
    "check-shared-terms",
]

Slip = Literal[
    "hindsight",
    "streetlight",
    "double-counting",
    "moving-goalposts",
    "motte-and-bailey",
    "cherry-picking",
    "false-precision",
    "unfalsifiable",
    "typical-mind",
    "survivorship",
    "bulverism",
    "hair-splitting",
    "normalisation",
    "low-baseline",
    "volume-as-weight",
    "absence-of-search",
]

BehaviourSlip = Literal["over-reacting", "under-reacting", "double-counting"]
"""Slips of behaviour: how a mind moved, not what it said. Anyone can be called for these."""

VERB_OF: dict[Move, Verb] = {
    "count-bits": "press",
    "counterexample": "press",
    "cite-the-source": "press",
    "compare-worlds": "press",
    "list-the-unsolved": "press",
    "invert-the-burden": "press",
    "distinguish": "press",
    "priced-in": "deflate",
    "scope-the-regime": "deflate",
    "measurement-confound": "deflate",
    "demand-recency": "deflate",
    "streetlight": "deflate",
    "wrong-lesson": "deflate",
    "reframe-as-crux": "deflate",
    "lower-the-bar": "deflate",
    "policy-turn": "deflate",
    "explain-the-believers": "deflate",
    "double-counting": "link",
    "subsume": "link",
    "refuse-the-split": "link",
    "ask-preregistration": "call",
    "call-hindsight": "call",
    "flag-moved-goalposts": "call",
    "concede-bounded": "concede",
    "acknowledge": "concede",
    "self-reflection": "concede",
    "check-shared-terms": "clarify",
}

CALLS_OUT: dict[Move, tuple[Slip, ...]] = {
    "ask-preregistration": ("hindsight", "unfalsifiable"),
    "call-hindsight": ("hindsight",),
    "flag-moved-goalposts": ("moving-goalposts",),
}
"""Which slips an authored call is about, the likeliest first."""
