"""Bits, pools and tempered beliefs against SciPy's own."""

from __future__ import annotations

import numpy as np
import pytest

from debate_tui.scoring.beliefs import bayes, clr, entropy_bits, expected, kl_bits, pool, temper
from debate_tui.scoring.groups import spread_bits
from debate_tui.scoring.match import reaction, stake_bits

special = pytest.importorskip("scipy.special")
stats = pytest.importorskip("scipy.stats")
distance = pytest.importorskip("scipy.spatial.distance")

rng = np.random.default_rng(7)
some = [rng.dirichlet(np.full(k, 0.3), size=2) + 1e-12 for k in (2, 3, 6) for _ in range(20)]
pairs = [pair / pair.sum(-1, keepdims=True) for pair in some]


@pytest.mark.parametrize("pair", pairs)
def test_kl_and_entropy_are_scipys(pair: np.ndarray) -> None:
    assert kl_bits(pair[0], pair[1]) == pytest.approx(stats.entropy(pair[0], pair[1], base=2), rel=1e-9)
    assert entropy_bits(pair[0]) == pytest.approx(stats.entropy(pair[0], base=2), rel=1e-9)


@pytest.mark.parametrize("pair", pairs)
def test_the_spread_of_two_is_their_jensen_shannon_divergence(pair: np.ndarray) -> None:
    divergence = distance.jensenshannon(pair[0], pair[1], base=2) ** 2
    assert spread_bits(pair) == pytest.approx(divergence, abs=1e-12)


@pytest.mark.parametrize("pair", pairs)
def test_tempering_and_pooling_are_softmaxes(pair: np.ndarray) -> None:
    prior, likelihood = pair
    reading = 1.3 * clr(likelihood)
    assert temper(prior, 0.7, reading) == pytest.approx(special.softmax(0.7 * np.log(prior) + reading))
    assert pool(pair) == pytest.approx(stats.gmean(pair) / stats.gmean(pair).sum())


def test_stake_is_the_mutual_information_of_the_joint_distribution() -> None:
    belief, table = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(3), size=4)
    joint = belief[:, None] * table
    independent = belief[:, None] * expected(belief, table)
    assert stake_bits(belief, table) == pytest.approx(
        special.rel_entr(joint, independent).sum() / np.log(2.0)
    )


def test_reaction_is_the_slope_of_a_weighted_regression() -> None:
    before, after = rng.dirichlet(np.ones(5), size=2)
    likelihood = rng.uniform(0.05, 0.95, size=5)
    promise = bayes(before, likelihood)
    slope, _ = np.polyfit(np.log(likelihood), np.log(after / before), 1, w=np.sqrt(promise))
    assert reaction(promise, before, after, likelihood) == pytest.approx(slope)
