"""The short checks of dependent likelihoods agree with the tables that games use."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from debate_tui.content.checks.tables import in_range
from debate_tui.content.deck import deal
from debate_tui.content.scenario import Scenario
from debate_tui.content.source import read_document
from debate_tui.content.validate import parse

COIN = (Path(__file__).parent / "valid/coin.yaml").read_text()

tenths = st.integers(1, 999).map(lambda tenth: tenth / 10)


def coin(fair: float, heavy: float, depends: str) -> str:
    start = COIN.rindex("      fair: {heads: 50}")
    end = COIN.rindex("    text: The coin lands tails.")
    rows = f"      fair: {{heads: {fair}}}\n      heavy: {{heads: {heavy}}}\n    depends: {depends}\n"
    return COIN[:start] + rows + COIN[end:]


def tables_in_range(text: str) -> bool:
    scenario = Scenario.model_validate(read_document(text.encode(), "coin.yaml").data)
    tables = deal(scenario).card("second").conditional
    return all(in_range(likelihood) for table in tables for row in table for likelihood in row)


@given(tenths, tenths, st.integers(0, 990).map(lambda tenth: tenth / 10))
def test_a_copy_is_refused_exactly_where_its_tables_leave_the_range(
    fair: float, heavy: float, share: float
) -> None:
    text = coin(fair, heavy, f"{{copies: first, share: {share}}}")

    codes = [problem.code for problem in parse(read_document(text.encode(), "coin.yaml")).problems]

    assert codes == ([] if tables_in_range(text) else ["likelihood-range"])


@given(tenths, tenths, st.integers(0, 99))
def test_an_overlap_never_leaves_the_range_that_its_rows_are_in(
    fair: float, heavy: float, share: int
) -> None:
    assert tables_in_range(coin(fair, heavy, f"{{overlaps: first, share: {share}}}"))
