"""A sound dossier, every place in it, and the list of classes to which its spoiled copies belong. Makes no file."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import cycle
from typing import Any

from fii_widgets.dossier.records import SCHEMA

MOMENT = "2026-11-01T10:00:00.000Z"


def whole() -> dict[str, Any]:
    """Return a dossier with one of everything, sound."""
    answer = {"choice": "rood", "note": "Notitie", "at": MOMENT, "cleaned": MOMENT}
    text = {"at": MOMENT, "text": "Woorden", "cleaned": MOMENT}
    return {
        "schema": SCHEMA, "kind": "fii-dossier", "edition": "handboek-fii", "content": "0.1.0", "saved": MOMENT,
        "name": dict(text), "rhythm": {"at": MOMENT, "text": "maandelijks"}, "team": {"at": MOMENT, "text": "open"}, "asked": {"at": MOMENT, "text": "stoplicht-1"}, "keeper": {"at": MOMENT, "text": "m-1"}, "member": "",
        "answers": {"s1-01": dict(answer), "s1-02": dict(answer), "g-kandidaat": {"note": "Zuid", "at": MOMENT}, "oud-9": dict(answer)},
        "reviews": {"r-1": {"at": MOMENT, "date": "2026-10-01", "next": "2026-10-15", "phases": [1, 2], "state": "closed", "present": ["PL"],
                            "agenda": "Punten", "lights": {"s1-01": "rood"}, "notes": {"s1-01": dict(text)}, "decisions": {"d-1": text | {"again": "2026-12-01", "replaces": "r-0/d-0"}},
                            "corrections": {"c-1": text | {"removed": True, "again": "2026-12-15", "about": "d-1", "lapsed": True}},
                            "minutes": {"name": "Zuid", "previous": "2026-09-17", "elsewhere": [{"title": "Condities", "count": 2}],
                                        "boards": [{"phase": 1, "title": "Stoplicht", "points": [{"id": "s1-01", "number": 1, "text": "Punt", "was": None,
                                                    "now": {"shape": "rood", "label": "Rood"}, "noted": "2026-09-17"}]}],
                                        "tasks": [{"id": "a-1", "text": "Bellen", "owner": "PL", "due": "2026-12-01", "state": "open", "origin": "Punt",
                                                   "agreed": "2026-10-01", "late": 0, "made": True}],
                                        "topics": [{"text": "De zaal", "said": "Te klein", "discussed": True}],
                                        "notes": {"s1-01": "0a1b2c3d"}, "decisions": {"d-1": "4e5f6071"},
                                        "earlier": [{"date": "2026-09-17", "text": "Wij beginnen", "lapsed": True, "again": "2026-12-15"}]}}},
        "actions": {"a-0": {"at": MOMENT, "text": "Weg", "item": "", "review": "", "owner": "", "due": "", "state": "open", "removed": True},
                    "a-1": {"at": MOMENT, "text": "Bellen", "item": "s1-01", "review": "r-1", "owner": "PL", "due": "2026-12-01", "state": "open"}},
        "topics": {"t-1": {"at": MOMENT, "text": "De zaal", "item": "s1-01", "review": "r-1", "said": "Te klein"}},
        "members": {"m-1": {"at": MOMENT, "label": "PL", "role": "leider", "side": "gevend", "gone": False, "asked": "stoplicht-1", "given": "2026-10-20", "answers": {"s1-01": dict(answer)}}},
        "places": {"p-1": {"at": MOMENT, "label": "Noord", "gone": False, "answers": {"s1-01": dict(answer)}}},
        "rounds": {"n-1": {"at": MOMENT, "instrument": "gereedheid", "date": "2026-10-20", "subject": 2, "answers": {"g-01": dict(answer)}, "removed": True}},
        "versions": {"s1-01": [dict(answer)], "settings/name": [dict(text)]},
        "history": [{"at": MOMENT, "event": "opened", "file": "a.json", "changes": [{"item": "s1-01", "before": None, "after": dict(answer)}]}],
        "aside": [{"where": "answers/s1-09", "text": ["null"]}],
        "forgotten": {"actions/a-9/": MOMENT, "members/m-1/s1-09": MOMENT, "aside/answers%2Fx": MOMENT, "history/2026-10-01T10:00:00.000Z": MOMENT},
    }  # fmt: skip


type Spot = tuple[str | int, ...]


def spots(tree: Any, here: Spot = ()) -> Iterator[tuple[Spot, Any]]:
    """Give every place in a tree with what stands there, containers too."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        yield (*here, key), value
        yield from spots(value, (*here, key))


def put(tree: dict[str, Any], spot: Spot, value: Any) -> dict[str, Any]:
    """Return the tree with another value at one place."""
    made = deepcopy(tree)
    at: Any = made
    for key in spot[:-1]:
        at = at[key]
    at[spot[-1]] = value
    return made


def each_and_all(places: Sequence[Spot], values: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Yield the dossier with a value at each of these places by turns, and then each value at all of them."""
    turn = cycle(values)
    for spot in places:
        yield str(spot), put(TREE, spot, next(turn))
    for value in values:
        made = TREE
        for spot in places:
            made = put(made, spot, value)
        yield f"everywhere {value[:30]}", made


def renamed(tree: dict[str, Any], spot: Spot, key: str) -> dict[str, Any]:
    """Return the tree with another key at one place."""
    made = deepcopy(tree)
    at: Any = made
    for step in spot[:-1]:
        at = at[step]
    at[key] = at.pop(spot[-1])
    return made


TREE = whole()
TEXTS = [spot for spot, value in spots(TREE) if isinstance(value, str) and spot[-1] in ("note", "text", "label", "role", "owner", "agenda", "said", "choice", "file", "content", 0)]  # fmt: skip
TIMES = [
    spot
    for spot, _ in spots(TREE)
    if spot[-1] in ("at", "saved", "cleaned") or (spot[0] == "forgotten" and len(spot) == 2)
]
KEYS: list[Spot] = [("answers", "s1-01"), ("reviews", "r-1"), ("actions", "a-1"), ("topics", "t-1"), ("members", "m-1"), ("places", "p-1"), ("rounds", "n-1"), ("rounds", "n-1", "answers", "g-01"), ("versions", "s1-01"), ("reviews", "r-1", "notes", "s1-01"), ("reviews", "r-1", "decisions", "d-1"), ("reviews", "r-1", "lights", "s1-01"), ("members", "m-1", "answers", "s1-01"), ("forgotten", "actions/a-9/")]  # fmt: skip

type Named = Iterator[tuple[str, Any]]
#: class → what makes its files: a name, and a tree, a text or bytes
CLASSES: dict[str, Callable[[], Named]] = {}


def hostile(name: str) -> Callable[[Callable[[], Named]], Callable[[], Named]]:
    """Put what makes files of a class on the list."""

    def add(make: Callable[[], Named]) -> Callable[[], Named]:
        CLASSES[name] = make
        return make

    return add
