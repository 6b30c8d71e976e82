"""A follow-through as people read it: what home shows without any of the scoring."""

from __future__ import annotations


def share(fraction: float) -> str:
    """Give a follow-through in percent, no lower than "below −100%"."""
    return "below −100%" if fraction < -1.0 else f"{round(100 * fraction)}%".replace("-", "−")
