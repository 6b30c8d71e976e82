"""Files that a player asks for: transcripts and pictures, never written over anything."""

from __future__ import annotations

from pathlib import Path

from debate_tui.errors import StorageError


def free_name(folder: Path, name: str, suffix: str) -> Path:
    """Give a file name in a folder that nothing has yet."""
    plain = folder / f"{name}{suffix}"
    numbered = (folder / f"{name}-{number}{suffix}" for number in range(2, 10_000))
    return plain if not plain.exists() else next(path for path in numbered if not path.exists())


def write_file(path: Path, text: str) -> Path:
    """Write a new file. StorageError: that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise StorageError(f"this could not be written: {error.strerror or error}", str(path)) from error
    return path
