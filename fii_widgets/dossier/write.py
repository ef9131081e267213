"""A dossier → JSON tree and the text of a file that opens again. The same dossier gives the same bytes, in Python as in
file/dossier-file.js.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from math import ceil
from typing import Any

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.keys.minutes import MINUTES, POINT
from fii_widgets.dossier.keys.table import ACTION, CORRECTION, DECISION, DOSSIER, EVENT, MEMBER, REVIEW, ROUND
from fii_widgets.dossier.keys.walk import rebuilt
from fii_widgets.dossier.limits import BYTES, KEYS
from fii_widgets.dossier.records import KIND, SCHEMA, Dossier, Member, Place, Review
from fii_widgets.errors import RequestError
from fii_widgets.shapes.record import ABSENT, Record
from fii_widgets.shapes.shape import Shape
from fii_widgets.words import word

#: what a review keeps in registers of its own
PARTS = ("notes", "decisions", "corrections")
#: what is not written where it says this, as the table has it; of an answer see `plain`
_BRIEF = {
    key.name: None if key.default is ABSENT else key.default
    for record in (ACTION, CORRECTION, DECISION, DOSSIER, EVENT, MEMBER, MINUTES, POINT, REVIEW, ROUND)
    for key in record.keys
    if key.brief or (not key.needed and key.default is ABSENT)
}


def tree(dossier: Dossier) -> dict[str, Any]:
    """Return the tree of a file: keys in a fixed order, ids sorted."""
    return {"schema": SCHEMA, "kind": KIND, **_record(dossier)}


@dataclass(frozen=True, kw_only=True)
class Written:
    """The text of a file, and what had no room in it."""

    text: str
    forgotten: int  #: so many lines of the history, the oldest


def text(dossier: Dossier) -> str:
    """Return the text of a file (see `written`)."""
    return written(dossier).text


def written(dossier: Dossier, too_large: str = "dossier_size") -> Written:
    """Return the text of a file that opens again: with room to read it, and as much smaller as it has to be.

    Guarantees: what was opened from a file fits in one. At the end the oldest of the history is left out; answers never
    are. Raises RequestError where no file has room; too_large: what it says then.
    """
    whole = tree(dossier)
    for less in _lesser(whole):
        if made := _fitting(less):
            return Written(text=made, forgotten=len(whole["history"]) - len(less["history"]))
    raise RequestError(word(too_large))


def _lesser(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the tree, then each with less of its history than the one before."""
    yield whole
    while history := whole["history"]:
        whole = whole | {"history": history[ceil(len(history) / 4) :]}
        yield whole


def _fitting(whole: dict[str, Any]) -> str | None:
    """Write a tree with room to read it, or as small as it has to be; None where it could not be opened again.

    Smaller is without spaces, and then without what a reader adds by itself.
    """
    for form, space in ((lambda found: found, 1), (lambda found: found, None), (_briefly, None)):
        found = form(whole)
        made = _json(found, space)
        if _fits(found, made):
            return made
    return None


def _fits(found: Any, made: str) -> bool:
    """Whether a tree, with the text that was made of it, can be opened again: what the reader counts, counted before."""
    keys, commas = _counted(found)
    return len(made.encode()) <= BYTES and keys <= KEYS and commas <= 2 * KEYS


def _briefly(whole: dict[str, Any]) -> Any:
    return rebuilt(DOSSIER, whole, _brief)


def _brief(shape: Shape, value: Any) -> Any:
    """Leave out of a record what a reader adds by itself."""
    if not isinstance(shape, Record):
        return value
    return {key.name: value[key.name] for key in shape.keys if key.name in value and value[key.name] != key.default}


def _json(found: Any, space: int | None) -> str:
    return json.dumps(found, ensure_ascii=False, indent=space, separators=None if space else (",", ":")) + "\n"


def _counted(value: Any) -> tuple[int, int]:
    """Return how many keys and how many commas a tree has."""
    if not isinstance(value, dict | list):
        return 0, 0
    parts = value.values() if isinstance(value, dict) else value
    below = [_counted(part) for part in parts if isinstance(part, dict | list)]
    own = len(value) if isinstance(value, dict) else 0
    return own + sum(keys for keys, _ in below), max(len(value) - 1, 0) + sum(commas for _, commas in below)


def plain(value: object) -> Any:
    """Return any value of a dossier as JSON can hold it."""
    if isinstance(value, Answer):
        return {name: part for name in ("choice", "note", "at", "cleaned") if (part := getattr(value, name))}
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, Mapping):
        return {id_: plain(value[id_]) for id_ in in_order(value)}
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
    if isinstance(value, Member | Place):
        written.pop("answers", None)
    return written


def _record(value: Any) -> dict[str, Any]:
    parts = {one.name: getattr(value, one.name) for one in fields(value)}
    written = {name: plain(part) for name, part in parts.items() if name not in _BRIEF or part != _BRIEF[name]}
    if isinstance(value, Dossier):
        written["versions"] = {path: [lost(one) for one in value.versions[path]] for path in in_order(value.versions)}
    return written


def in_order(keys: Iterable[str]) -> list[str]:
    """Sort keys as they stand in a file. Scripts keep keys that are whole numbers first, from low to high, whatever is done."""
    return sorted(keys, key=lambda key: (0, int(key), "") if _is_number(key) else (1, 0, key))


def _is_number(key: str) -> bool:
    return re.fullmatch("0|[1-9][0-9]{0,9}", key) is not None and int(key) < 2**32 - 1
