"""A file of an earlier schema → the tree of today's: one step a version, in a table. Unknown items are kept."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from fii_widgets.dossier.limits import STRING, DossierError
from fii_widgets.dossier.records import NEVER, SCHEMA

type Tree = dict[str, Any]


def migrate(tree: Mapping[str, Any]) -> Tree:
    """Bring a tree to today's schema, one version at a time. Guarantees: nothing is changed or dropped.

    Raises DossierError where an action cannot be kept as words.
    """
    found = dict(tree)
    while (schema := found.get("schema")) in MIGRATIONS:
        found = MIGRATIONS[int(schema or 0)](found)
    return found


def _from_1(tree: Tree) -> Tree:
    """Schema 2 gives the dossier a name, reviews, actions, members and places, all by id.

    What schema 1 did not know goes along as it stands: the reader of schema 2 keeps it, or refuses the file and says where.
    """
    saved = tree.get("saved") or NEVER
    answers, actions = tree.get("answers", {}), tree.get("actions", [])
    if isinstance(answers, Mapping):
        answers = {id_: {"at": saved, **one} if isinstance(one, Mapping) else one for id_, one in answers.items()}
    if isinstance(actions, list):
        actions = {f"a-{number}": _action(one, saved) for number, one in enumerate(actions, 1)}
    return {**tree, "schema": 2, "saved": saved, "answers": answers, "actions": actions}


def _action(value: object, saved: str) -> Tree:
    """Schema 1 did not say what an action is; whatever stands there is kept as words, whole."""
    words = value.get("text") if isinstance(value, Mapping) and value.keys() == {"text"} else None
    if not isinstance(words, str):
        words = json.dumps(value, ensure_ascii=False, sort_keys=True)
        if len(words) > STRING:
            raise DossierError("string")
    return {"at": saved, "text": words, "state": "open"}


#: schema → the step to the next one
MIGRATIONS: dict[int, Callable[[Tree], Tree]] = {1: _from_1}
assert set(MIGRATIONS) == set(range(1, SCHEMA))
