"""A file of an earlier schema → the tree of today's: one step a version, in a table. Unknown items are kept."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from fii_widgets.dossier.records import NEVER, SCHEMA

type Tree = dict[str, Any]


def migrate(tree: Mapping[str, Any]) -> Tree:
    """Bring a tree to today's schema, one version at a time. Guarantees: no answer is changed or dropped."""
    found = dict(tree)
    while (schema := found.get("schema")) in MIGRATIONS:
        found = MIGRATIONS[int(schema or 0)](found)
    return found


def _from_1(tree: Tree) -> Tree:
    """Schema 2 gives the dossier a name, reviews, actions, members and places, all by id."""
    saved = tree.get("saved") or NEVER
    answers = tree.get("answers", {})
    actions = tree.get("actions", [])
    return {
        "schema": 2,
        "kind": tree.get("kind"),
        "edition": tree.get("edition"),
        "content": tree.get("content", ""),
        "saved": saved,
        "answers": {id_: {"at": saved, **one} if isinstance(one, Mapping) else one for id_, one in answers.items()}
        if isinstance(answers, Mapping)
        else answers,
        "actions": {f"a-{number}": _action(one, saved) for number, one in enumerate(actions, 1)}
        if isinstance(actions, list)
        else actions,
        "history": tree.get("history", []),
    }


def _action(value: object, saved: str) -> Tree:
    """Schema 1 did not say what an action is; whatever stands there is kept as words."""
    text = value.get("text") if isinstance(value, Mapping) else None
    return {
        "at": saved,
        "text": text if isinstance(text, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)[:5000],
        "state": "open",
    }


#: schema → the step to the next one
MIGRATIONS: dict[int, Callable[[Tree], Tree]] = {1: _from_1}
assert set(MIGRATIONS) == set(range(1, SCHEMA))
