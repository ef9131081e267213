"""Remembers what a folder was made from, inside that folder: thrown away together, never out of step."""

import hashlib
from pathlib import Path
from typing import Iterable

_NAME = ".fii-stamp-{}"


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """One hash over the contents of files and some words."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_fresh(folder: Path, name: str, value: str) -> bool:
    """Whether `folder` was made from exactly this."""
    stamp = folder / _NAME.format(name)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == value


def write(folder: Path, name: str, value: str) -> None:
    """Say that `folder` is now made from this. Written last, so that a broken-off step is done again."""
    (folder / _NAME.format(name)).write_text(value, encoding="utf-8")
