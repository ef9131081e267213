"""A file of an earlier schema → the tree of today's: one step a version, in a table; the same steps as in file/dossier-file.js.

A step says what became otherwise and passes on all the rest, so that the reader keeps or refuses it; it drops nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any

from fii_widgets.dossier.records import SCHEMA

type Tree = dict[str, Any]


def migrate(tree: Mapping[str, Any]) -> Tree:
    """Bring a tree to today's schema, one version at a time. Guarantees: nothing is changed or dropped."""
    migrated = dict(tree)
    while (schema := migrated.get("schema")) in MIGRATIONS:
        migrated = MIGRATIONS[int(schema or 0)](migrated)
    return migrated


def _from_1(tree: Tree) -> Tree:
    """Schema 2 gives every answer its time, and actions an id. Schema 1 knew of an action its words only."""
    saved, answers, actions = tree.get("saved"), tree.get("answers"), tree.get("actions")
    migrated = tree | {"schema": 2}
    if isinstance(answers, Mapping):
        migrated["answers"] = {id_: _with(part, at=saved) for id_, part in answers.items()}
    if isinstance(actions, list):
        migrated["actions"] = {f"a-{n}": _with(part, at=saved, state="open") for n, part in enumerate(actions, 1)}
    return migrated


def _from_2(tree: Tree) -> Tree:
    """Schema 3 has room for longer texts, and for what a browser could not read."""
    return tree | {"schema": 3}


def _with(value: object, **parts: object) -> object:
    return {**parts, **value} if isinstance(value, Mapping) else value


#: schema → the step to the next one
MIGRATIONS: dict[int, Callable[[Tree], Tree]] = {1: _from_1, 2: _from_2}
assert set(MIGRATIONS) == set(range(1, SCHEMA))
