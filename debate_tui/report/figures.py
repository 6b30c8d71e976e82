"""Figures drawn with characters: bars, splits, dumbbells and sparklines, all on a scale from 0 to 100%.

Each gives plain text of an exact number of cells; colour comes on top and never says anything alone.
"""

from __future__ import annotations

from collections.abc import Sequence

EIGHTHS = " ▏▎▍▌▋▊▉█"
LEVELS = "▁▂▃▄▅▆▇█"
BEFORE = "│"
PROMISED, YOURS, BOTH = "○", "●", "◉"


def bar(share: float, width: int) -> str:
    """Draw a share (0 to 1) as a bar, to an eighth of a cell; what is not 0 shows."""
    eighths = round(max(0.0, min(share, 1.0)) * width * 8)
    eighths = max(eighths, 1) if share > 0.0 else 0
    full, part = divmod(eighths, 8)
    return ("█" * full + (EIGHTHS[part] if part else "")).ljust(width)[:width]


def place(share: float, width: int) -> int:
    """Give the cell of a scale of `width` cells on which a share (0 to 1) lies."""
    return max(0, min(width - 1, int(share * width)))


def bar_with_mark(share: float, mark: float, width: int) -> str:
    """Draw a bar with a mark where it was before."""
    drawn = bar(share, width)
    cell = place(mark, width)
    return drawn[:cell] + BEFORE + drawn[cell + 1 :]


def split(shares: Sequence[float], width: int) -> list[str]:
    """Divide a line of cells between shares: one piece each, led by its number where it has a cell."""
    ends, total = [], 0.0
    for share in shares:
        total += share
        ends.append(round(total * width))
    pieces, start = [], 0
    for number, end in enumerate(ends, 1):
        cells = end - start
        pieces.append((str(number) + "▇" * (cells - 1)) if cells > 0 else "")
        start = end
    return pieces


def dumbbell(promised: float, reported: float, width: int, before: float | None = None) -> str:
    """Draw what was promised and reported on one scale, joined by a line, with a mark where it was before."""
    one, other = place(promised, width), place(reported, width)
    cells = ["·"] * width
    for cell in range(min(one, other), max(one, other)):
        cells[cell] = "─"
    if before is not None:
        cells[place(before, width)] = BEFORE
    cells[one], cells[other] = PROMISED, YOURS
    if one == other:
        cells[one] = BOTH
    return "".join(cells)


def sparkline(shares: Sequence[float]) -> str:
    """Draw a course of shares, a cell each, on a scale from 0 to 100%."""
    return "".join(LEVELS[place(share, len(LEVELS))] for share in shares)


def level(share: float, cells: int = 4) -> str:
    """Draw a strength as a few filled and empty blocks."""
    full = round(max(0.0, min(share, 1.0)) * cells)
    return "▇" * full + "▁" * (cells - full)


def change(before: int, after: int) -> str:
    """Say how a whole percent changed: by how much, and an arrow."""
    if before == after:
        return "="
    return f"+{after - before} ▲" if after > before else f"−{before - after} ▼"
