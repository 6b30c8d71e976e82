"""Commands as a clumsy or hostile player would send them: most legal somewhere, many not now, some never."""

from __future__ import annotations

from hypothesis import strategies as st

from debate_tui.engine import commands as co

SEATS = st.sampled_from(["you", "you", "you", "you", "other", "nobody"])
PERSONAS = st.sampled_from(["asker", "optimist", "skeptic", "self", "nobody"])
CARDS = st.sampled_from([None, "works", "again", "strange", "coda", "nothing"])
ARGUMENTS = st.sampled_from(
    [
        "expected",
        "works-well",
        "not-by-all",
        "said-twice",
        "show-the-forecast",
        "fair-point",
        "only-later",
        "x",
    ]
)
SLIPS = st.sampled_from(["over-reacting", "under-reacting", "double-counting", "hindsight", "unheard-of"])
NUMBERS = st.one_of(
    st.integers(1, 98).map(float),
    st.sampled_from([0.0, 100.0, -5.0, 1e-300, 1e-9, float("nan"), float("inf"), 99.999999]),
)


def summing(count: int) -> st.SearchStrategy[list[float]]:
    """Draw percents that sum to 100."""
    weights = st.lists(st.integers(1, 1000), min_size=count, max_size=count)
    return weights.map(lambda parts: [100.0 * part / sum(parts) for part in parts])


BELIEFS = st.one_of(st.none(), summing(3), summing(3), st.lists(NUMBERS, max_size=4))
ROWS = st.one_of(
    st.none(),
    st.lists(summing(2), min_size=3, max_size=3),
    st.lists(summing(3), min_size=3, max_size=3),
    st.lists(st.lists(NUMBERS, max_size=3), max_size=4),
)

COMMANDS = st.one_of(
    st.builds(co.Open, SEATS, BELIEFS),
    st.builds(co.Predict, SEATS, ROWS, st.one_of(st.none(), st.none(), PERSONAS)),
    st.builds(co.Predict, SEATS),
    st.builds(co.Believe, SEATS, BELIEFS),
    st.builds(co.Pass, SEATS),
    st.builds(co.Skip, SEATS),
    st.builds(co.Know, SEATS),
    st.builds(co.NameRival, SEATS, st.one_of(st.none(), PERSONAS)),
    st.builds(co.Argue, SEATS, ARGUMENTS, st.one_of(st.none(), PERSONAS)),
    st.builds(co.ArgueBare, SEATS, st.sampled_from(["press", "deflate", "link", "clarify"]), CARDS),
    st.builds(co.Concede, SEATS, PERSONAS, CARDS),
    st.builds(co.Call, SEATS, PERSONAS, SLIPS, CARDS),
    st.builds(co.Undo, SEATS, st.booleans()),
)

GAMES = st.lists(COMMANDS, max_size=60)
