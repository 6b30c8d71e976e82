"""One posterior over a chain of cards that copy each other, beside pgmpy's variable elimination."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.row import Row, SkippedError
from benchmarks.timing import best_of
from debate_tui.scoring.beliefs import Floats, bayes
from debate_tui.scoring.dependence import copies

CARDS, HYPOTHESES, OUTCOMES = 12, 3, 3

Observed = NDArray[np.intp]
"""What came out of each card, in each world: (N, T)."""


@dataclass(frozen=True)
class Chain:
    """T cards, each of which copies the one before it.

    `prior` (K); `tables` (T, O, O, K): for each card, outcome of the card before (any, for the first) and
    outcome of its own, the probability of that under each hypothesis.
    """

    prior: Floats
    tables: Floats


def chain(seed: int = 1) -> Chain:
    """Draw a chain at random."""
    rng = np.random.default_rng(seed)
    naive = rng.dirichlet(np.ones(OUTCOMES), size=(CARDS, HYPOTHESES))
    share = rng.uniform(0.1, 0.9, CARDS)
    share[0] = 0.0
    tables = [
        [copies(naive[card], before, share[card]).T for before in range(OUTCOMES)] for card in range(CARDS)
    ]
    return Chain(rng.dirichlet(np.ones(HYPOTHESES)), np.array(tables))


def posterior(_folder: Path, *, batch: int = 10_000, queries: int = 200, rounds: int = 5) -> Row:
    """Work out posteriors: ours for a batch of worlds, the network's one after the other."""
    cards = chain()
    ask = network(cards)
    observed = np.random.default_rng(2).integers(OUTCOMES, size=(batch, CARDS))
    times = best_of(
        rounds,
        lambda: [ask(world) for world in observed[:queries]],
        lambda: posteriors(cards, observed),
    )
    return Row(
        "posterior",
        f"posteriors over {CARDS} dependent cards, {batch:,} at once, beside pgmpy's variable elimination",
        queries / times.floor,
        batch / times.ours,
        "/s",
        budget=1_000.0,
        note="tables and network were ready before the clock started",
    )


def posteriors(cards: Chain, observed: Observed) -> Floats:
    """Give the beliefs (N, K) after all that was observed."""
    before = np.concatenate([np.zeros_like(observed[:, :1]), observed[:, :-1]], axis=1)
    likelihood = cards.tables[np.arange(CARDS), before, observed]
    return bayes(cards.prior, likelihood.prod(axis=1))


def network(cards: Chain) -> Callable[[Observed], Floats]:
    """Build the same chain as a Bayesian network; what it gives works out one world's posterior (K).

    SkippedError: pgmpy is not installed.
    """
    models, factors, inference = _pgmpy("models", "factors.discrete", "inference")
    net = models.DiscreteBayesianNetwork()
    net.add_node("truth")
    net.add_cpds(factors.TabularCPD("truth", HYPOTHESES, cards.prior[:, None]))
    for place, table in enumerate(cards.tables):
        parents, sizes, chances = ["truth"], [HYPOTHESES], table[0]
        if place:
            parents, sizes = ["truth", f"card-{place - 1}"], [HYPOTHESES, OUTCOMES]
            chances = table.transpose(1, 2, 0).reshape(OUTCOMES, -1)
        net.add_edges_from([(parent, f"card-{place}") for parent in parents])
        net.add_cpds(factors.TabularCPD(f"card-{place}", OUTCOMES, chances, parents, sizes))
    net.check_model()
    elimination = inference.VariableElimination(net)

    def ask(observed: Observed) -> Floats:
        evidence = {f"card-{place}": int(outcome) for place, outcome in enumerate(observed)}
        return np.asarray(elimination.query(["truth"], evidence, show_progress=False).values)

    return ask


def _pgmpy(*modules: str) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own deprecations as it is imported
        try:
            return [import_module(f"pgmpy.{module}") for module in modules]
        except ModuleNotFoundError as absent:
            why = f"{absent.name} is not installed (it comes with the dependency group `oracles`)"
            raise SkippedError(why) from None
