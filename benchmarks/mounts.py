"""Which kind of file system a folder lies on."""

from __future__ import annotations

from pathlib import Path

UNKNOWN = "an unknown file system"


def file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Give the kind (`ext4`, `tmpfs`, ...) as Linux lists it; UNKNOWN where there is no such list."""
    try:
        lines = mounts.read_text(encoding="utf-8").splitlines()
    except OSError:
        return UNKNOWN
    kinds = {_unescaped(point): kind for _, point, kind, *_ in map(str.split, lines)}
    whole = folder.resolve()
    return next((kinds[str(at)] for at in (whole, *whole.parents) if str(at) in kinds), UNKNOWN)


def _unescaped(point: str) -> str:
    return point.replace(r"\040", " ")
