"""All files that mean harm, in classes; the same each time. Opens none of them.

Each stands as bytes; one that is still a tree can also be put into a store, record by record (`stores`).
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.proof.hostile import texts, trees
from tests.proof.hostile.ground import CLASSES

#: the modules that put their classes on the list
MAKERS = (trees, texts)


@dataclass(frozen=True)
class Hostile:
    """One file."""

    kind: str  #: its class
    name: str
    content: bytes
    tree: dict[str, Any] | None = None


@cache
def all_files() -> tuple[Hostile, ...]:
    """Return them all, one class after another."""
    return tuple(_hostile(kind, name, content) for kind, make in CLASSES.items() for name, content in make())


def _hostile(kind: str, name: str, content: Any) -> Hostile:
    if isinstance(content, bytes):
        return Hostile(kind, name, content)
    if isinstance(content, str):
        return Hostile(kind, name, content.encode("utf-8", "surrogatepass"))
    return Hostile(kind, name, json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass"), content)
