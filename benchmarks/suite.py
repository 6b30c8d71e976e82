"""All benchmarks by name, and how large each is where time is short."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import games, growth, index, load, posterior, save, screen, startup
from benchmarks.row import Row


class Benchmark(NamedTuple):
    """How to measure one row; `quick` are the sizes for when half a minute has to do for all of them."""

    measure: Callable[..., Row]
    quick: Mapping[str, Any]

    def run(self, folder: Path, *, quick: bool) -> Row:
        """Measure it; the folder is its own and empty."""
        return self.measure(folder, **(self.quick if quick else {}))


SUITE = {
    "version": Benchmark(startup.version, {"rounds": 15}),
    "home": Benchmark(screen.home, {"scenarios": 100, "rounds": 3}),
    "home-memory": Benchmark(screen.home_memory, {"scenarios": 100, "rounds": 1}),
    "key": Benchmark(screen.key, {"presses": 30}),
    "key-slowest": Benchmark(screen.key_slowest, {"presses": 30}),
    "lock": Benchmark(screen.lock, {"rounds": 2}),
    "scroll": Benchmark(screen.scroll, {"presses": 30}),
    "load": Benchmark(load.load, {"arguments": 1_500, "rounds": 3}),
    "index-cold": Benchmark(index.index_cold, {"scenarios": 100, "rounds": 2}),
    "index-unchanged": Benchmark(index.index_unchanged, {"scenarios": 100}),
    "games": Benchmark(games.games, {"number": 100, "rounds": 3}),
    "games-looking": Benchmark(games.games_looking, {"number": 50, "rounds": 3}),
    "posterior": Benchmark(posterior.posterior, {"queries": 50, "rounds": 3}),
    "save": Benchmark(save.save, {"events": 200}),
    "growth-cards": Benchmark(growth.growth_cards, {"rounds": 3}),
    "growth-said": Benchmark(growth.growth_said, {"rounds": 3}),
    "growth-players": Benchmark(growth.growth_players, {"players": 10, "rounds": 3}),
    "growth-arguments": Benchmark(growth.growth_arguments, {"arguments": 500, "rounds": 3}),
}
