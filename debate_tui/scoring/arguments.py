"""Arguments: how strong each one is once all that was said for and against it has been heard."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence


def strengths(
    base: Mapping[str, float],
    attacks: Mapping[str, Sequence[str]],
    supports: Mapping[str, Sequence[str]],
    of: Collection[str] | None = None,
) -> dict[str, float]:
    """Give the final strength, 0 to 1, of every argument in `base`, or of some, in that order: DF-QuAD.

    `base` holds each argument's strength before any reply, 0 to 1; `attacks[v]` and `supports[v]` name those
    that attack and support v, each counted once (names not in `base` have not been said and do not count).
    Raises ValueError where arguments lean on each other in a circle. Takes time in proportion to the graph.
    Source: Rago, Toni, Aurisicchio & Baroni 2016.
    """
    final: dict[str, float] = {}
    opened: set[str] = set()
    asked = base if of is None else of
    waiting = list(asked)
    while waiting:
        v = waiting[-1]
        if v not in attacks and v not in supports:
            final[v] = base[waiting.pop()]
            continue
        against, in_favour = attacks.get(v, ()), supports.get(v, ())
        unheard = [u for u in (*against, *in_favour) if u in base and u not in final]
        if not unheard:
            final[v] = _combine(base[v], _together(against, final), _together(in_favour, final))
            waiting.pop()
        elif v in opened:
            raise ValueError(f"the argument {v!r} leans on itself")
        else:
            opened.add(v)
            waiting += unheard
    return {v: final[v] for v in asked}


def _together(replies: Sequence[str], final: Mapping[str, float]) -> float:
    """Give the strength of replies that say the same, each for its own reason and counted once."""
    if not replies:
        return 0.0
    unconvinced = 1.0
    for u in dict.fromkeys(replies):
        if u in final:
            unconvinced *= 1.0 - final[u]
    return 1.0 - unconvinced


def _combine(base: float, attack: float, support: float) -> float:
    """Move the base strength towards 0 or 1 by the difference."""
    if attack >= support:
        return base - base * (attack - support)
    return base + (1.0 - base) * (support - attack)
