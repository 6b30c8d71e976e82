"""Posteriors over cards that copy earlier ones, against a Bayesian network's variable elimination."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from debate_tui.scoring.beliefs import Floats, bayes
from debate_tui.scoring.dependence import copies

models = pytest.importorskip("pgmpy.models")
factors = pytest.importorskip("pgmpy.factors.discrete")
inference = pytest.importorskip("pgmpy.inference")


class Card(NamedTuple):
    """One card of a tree: its naive table (K, O), and which earlier card it copies with what share."""

    naive: Floats
    parent: int | None
    share: float
    observed: int


def tree(seed: int) -> tuple[Floats, list[Card]]:
    """Grow a random tree of up to six cards, each standing alone or copying an earlier one."""
    rng = np.random.default_rng(seed)
    hypotheses, outcomes = rng.integers(2, 5), rng.integers(2, 4)
    prior = rng.dirichlet(np.ones(hypotheses))
    cards = [
        Card(
            naive=rng.dirichlet(np.ones(outcomes), size=hypotheses),
            parent=int(rng.integers(place)) if place and rng.random() < 0.8 else None,
            share=float(rng.uniform(0.0, 0.99)),
            observed=int(rng.integers(outcomes)),
        )
        for place in range(rng.integers(2, 7))
    ]
    return prior, cards


def posterior(prior: Floats, cards: list[Card]) -> Floats:
    belief = prior
    for card in cards:
        table = card.naive
        if card.parent is not None:
            table = copies(table, cards[card.parent].observed, card.share)
        belief = bayes(belief, table[:, card.observed])
    return belief


def network_posterior(prior: Floats, cards: list[Card]) -> Floats:
    """Ask a Bayesian network that spells the copying out: with probability κ, what the parent showed."""
    hypotheses, outcomes = cards[0].naive.shape
    network = models.DiscreteBayesianNetwork()
    network.add_node("truth")
    network.add_cpds(factors.TabularCPD("truth", hypotheses, prior[:, None]))
    for place, card in enumerate(cards):
        name = f"card-{place}"
        network.add_edge("truth", name)
        if card.parent is None:
            cpd = factors.TabularCPD(name, outcomes, card.naive.T, ["truth"], [hypotheses])
        else:
            network.add_edge(f"card-{card.parent}", name)
            chances = np.array(
                [
                    [
                        card.share * (shown == before) + (1.0 - card.share) * row[shown]
                        for row in card.naive
                        for before in range(outcomes)
                    ]
                    for shown in range(outcomes)
                ]
            )
            parents, sizes = ["truth", f"card-{card.parent}"], [hypotheses, outcomes]
            cpd = factors.TabularCPD(name, outcomes, chances, parents, sizes)
        network.add_cpds(cpd)
    network.check_model()
    evidence = {f"card-{place}": card.observed for place, card in enumerate(cards)}
    answer = inference.VariableElimination(network).query(["truth"], evidence, show_progress=False)
    return np.asarray(answer.values)


@pytest.mark.parametrize("seed", range(25))
def test_beliefs_over_a_tree_of_copies_are_the_networks(seed: int) -> None:
    prior, cards = tree(seed)
    np.testing.assert_allclose(posterior(prior, cards), network_posterior(prior, cards), atol=1e-12)
