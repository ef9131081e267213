"""JSON Schema of the dossier file, schema 2 (published as schema/dossier-2.json). Pure; a promise, like every schema.

Schema 1 stands in fii_widgets/schema.py; files of every schema open for ever.
"""

from enum import StrEnum
from typing import Any

from fii_widgets.dossier.read import EVENTS, ITEM_ID, RECORD_ID
from fii_widgets.dossier.records import (
    KIND,
    SCHEMA,
    Action,
    ActionState,
    Dossier,
    Member,
    Openness,
    Place,
    Review,
    ReviewState,
    Rhythm,
    Side,
    Text,
)

type Tree = dict[str, Any]

_ITEM = f"^{ITEM_ID.pattern}$"
_RECORD = f"^{RECORD_ID.pattern}$"
_TEXT: Tree = {"type": "string", "maxLength": 5000}
_TIME: Tree = {"type": "string", "format": "date-time"}
_DAY: Tree = {"type": "string", "format": "date"}
_NO_DAY: Tree = {"anyOf": [_DAY, {"const": ""}]}


def dossier_schema_2() -> Tree:
    """Return the schema of a saved dossier, version 2. Unknown item ids are allowed and kept."""
    answer = _object({"choice": _TEXT, "note": _TEXT, "at": _TIME}, required=["at"])
    text = _object({"at": _TIME, "text": _TEXT}, required=["at", "text"])
    review = {
        "at": _TIME | {"description": "wanneer dit is gezet; van een gesloten overleg: wanneer het werd gesloten"},
        "date": _DAY,
        "next": _NO_DAY | {"description": "dag van het volgende overleg; leeg: niet afgesproken"},
        "phases": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 6}, "uniqueItems": True},
        "state": _enum(ReviewState),
        "present": {"type": "array", "items": _TEXT, "description": "rollen of initialen"},
        "agenda": _TEXT,
        "lights": _map(_TEXT, _ITEM) | {"description": "punt → keuze, vastgelegd bij het sluiten"},
        "notes": _map(text, _ITEM),
        "decisions": _map(text, _RECORD),
        "corrections": _map(text, _RECORD) | {"description": "het enige dat na het sluiten nog bij komt"},
    }
    action = {
        "at": _TIME,
        "text": _TEXT,
        "item": {"anyOf": [{"type": "string", "pattern": _ITEM}, {"const": ""}]},
        "review": {"anyOf": [{"type": "string", "pattern": _RECORD}, {"const": ""}]},
        "owner": _TEXT | {"description": "een rol of initialen"},
        "due": _NO_DAY,
        "state": _enum(ActionState),
    }
    place = {"at": _TIME, "label": _TEXT, "gone": {"type": "boolean"}, "answers": _map(answer, _ITEM)}
    member = place | {"role": _TEXT, "side": _enum(Side)}
    lost = {"anyOf": [answer, text, _object(review), _object(action), _object(member), _object(place)]}
    change = _object({"item": _TEXT, "before": _maybe(answer), "after": _maybe(answer)}, required=["item"])
    event = _object(
        {"at": _TIME, "event": {"enum": list(EVENTS)}, "file": _TEXT, "changes": {"type": "array", "items": change}},
        required=["at", "event", "changes"],
    )
    properties = {
        "schema": {"const": SCHEMA},
        "kind": {"const": KIND},
        "edition": _TEXT | {"description": "naam van de uitgave waarin dit is ingevuld"},
        "content": _TEXT | {"description": "versie van de inhoud"},
        "saved": _TIME,
        "name": _maybe(text) | {"description": "hoe het dossier heet"},
        "rhythm": _maybe(_setting(Rhythm)) | {"description": "hoe vaak het team overlegt"},
        "team": _maybe(_setting(Openness)) | {"description": "open: ook kleine groepen mogen apart te zien zijn"},
        "member": {"anyOf": [{"type": "string", "pattern": _RECORD}, {"const": ""}]},
        "answers": _map(answer, _ITEM),
        "reviews": _map(_object(review, required=["at", "date", "state"]), _RECORD),
        "actions": _map(_object(action, required=["at", "text", "state"]), _RECORD),
        "members": _map(_object(member, required=["at"]), _RECORD),
        "places": _map(_object(place, required=["at"]), _RECORD),
        "versions": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": lost},
            "description": "wat bij het samenvoegen niet bleef staan: plaats → eerdere waarden",
        },
        "history": {"type": "array", "items": event},
    }
    assert set(properties) == {"schema", "kind", *Dossier.__dataclass_fields__}
    for kind, written in ((Review, review), (Action, action), (Member, member), (Place, place)):
        assert set(kind.__dataclass_fields__) == set(written), kind
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dossier van Handboek FII",
        **_object(properties, required=["schema", "kind", "edition", "saved", "answers"]),
    }


def _object(properties: Tree, *, required: list[str] | None = None) -> Tree:
    return {"type": "object", "properties": properties, "required": required or ["at"], "additionalProperties": False}


def _map(value: Tree, ids: str) -> Tree:
    return {"type": "object", "propertyNames": {"pattern": ids}, "additionalProperties": value}


def _maybe(value: Tree) -> Tree:
    return {"anyOf": [{"type": "null"}, value]}


def _enum(kind: type[StrEnum]) -> Tree:
    return {"enum": [one.value for one in kind]}


def _setting(kind: type[StrEnum]) -> Tree:
    assert set(Text.__dataclass_fields__) == {"at", "text"}
    return _object({"at": _TIME, "text": _enum(kind)}, required=["at", "text"])
