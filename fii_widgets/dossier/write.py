"""A dossier → JSON tree and text. The same dossier gives the same bytes, in Python as in file/dossier-file.js."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import KIND, SCHEMA, Dossier, Review

#: what a review keeps in registers of its own
PARTS = ("notes", "decisions", "corrections")
#: what is not written where it says this
_BRIEF = {"file": None, "minutes": None, "removed": False}


def tree(dossier: Dossier) -> dict[str, Any]:
    """Return the tree of a file: keys in a fixed order, ids sorted."""
    return {"schema": SCHEMA, "kind": KIND, **_record(dossier)}


def text(dossier: Dossier) -> str:
    """Return the text of a file."""
    return json.dumps(tree(dossier), ensure_ascii=False, indent=1) + "\n"


def plain(value: object) -> Any:
    """Return any value of a dossier as JSON can hold it."""
    if isinstance(value, Answer):
        return {name: part for name in ("choice", "note", "at") if (part := getattr(value, name))}
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, Mapping):
        return {id_: plain(value[id_]) for id_ in sorted(value)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, str):
        return str(value)
    return value


def lost(value: object) -> Any:
    """Return a value that lost, without the parts that have registers of their own."""
    written = plain(value)
    if isinstance(value, Review):
        return {name: part for name, part in written.items() if name not in PARTS}
    if isinstance(written, dict):
        written.pop("answers", None)
    return written


def _record(value: Any) -> dict[str, Any]:
    parts = {one.name: getattr(value, one.name) for one in fields(value)}
    written = {name: plain(part) for name, part in parts.items() if name not in _BRIEF or part != _BRIEF[name]}
    if isinstance(value, Dossier):
        written["versions"] = {path: [lost(one) for one in value.versions[path]] for path in sorted(value.versions)}
    return written
