"""Files that a player asks for: transcripts and pictures, never written over anything."""

from __future__ import annotations

from pathlib import Path

from debate_tui.errors import StorageError

MOST = 10_000
"""How many files of one name there may be in a folder."""


def write_new(folder: Path, name: str, suffix: str, text: str) -> Path:
    """Write a file under a name that nothing in a folder has yet. StorageError: that cannot be done."""
    path = folder / f"{name}{suffix}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(2, MOST):
            try:
                with path.open("x", encoding="utf-8") as file:
                    file.write(text)
            except FileExistsError:
                path = folder / f"{name}-{number}{suffix}"
            else:
                return path
    except OSError as error:
        raise StorageError(f"this could not be written: {error.strerror or error}", str(path)) from error
    raise StorageError("there are too many files of this name", str(folder))
