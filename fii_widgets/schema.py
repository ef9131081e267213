"""JSON Schema: of an instrument file and of the scales (for authors' editors), and of a dossier file of schema 1. Pure.

What authors write comes from the table of keys (fields); the dossier schema is the promise that files saved with it
open for ever. That of today's dossiers stands in dossier/schema.py.
"""

from collections.abc import Iterable
from typing import Any

from fii_widgets import fields
from fii_widgets.flow_fields import GIVER_KEY
from fii_widgets.shapes import IDENTIFIER

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOSSIER_SCHEMA = 1


def instrument_schema(scales: Iterable[str] = ()) -> dict[str, Any]:
    """Return the schema of checklists/*.yaml as authors write them: scales by name, links by id.

    scales: the names that an editor may complete; without them any name will do.
    """
    names = list(scales)
    scale: dict[str, Any] = {
        "description": "een naam uit schalen.yaml",
        **({"enum": names} if names else {"type": "string"}),
    }
    kinds = []
    for record in dict.fromkeys(fields.KINDS.values()):
        schema = record.schema()
        named = [kind for kind, one in fields.KINDS.items() if one is record]
        schema["properties"]["soort"] = {"enum": named, "description": "het soort instrument"}
        schema["properties"]["schaal"] = {
            **scale,
            "description": "de schaal van alle punten, een naam uit schalen.yaml",
        }
        kinds.append(_as_written(schema, scale))
    return {"$schema": DIALECT, "title": "Instrument van Handboek FII", "oneOf": kinds}


def scales_schema() -> dict[str, Any]:
    """Return the schema of checklists/schalen.yaml: the name of a scale is its id."""
    scale = fields.SCALE.schema()
    del scale["properties"]["id"]
    scale["required"].remove("id")
    names = {"pattern": f"^{IDENTIFIER.pattern}$"}
    return {
        "$schema": DIALECT,
        "title": "Schalen van Handboek FII",
        "type": "object",
        "propertyNames": names,
        "additionalProperties": {"description": "een schaal: de keuzes bij een punt", **scale},
    }


def _as_written(node: Any, scale: dict[str, Any]) -> Any:
    """Authors name a scale or a source; the loader puts it in full. So the name replaces the whole."""
    if isinstance(node, list):
        return [_as_written(child, scale) for child in node]
    if not isinstance(node, dict):
        return node
    result = {key: _as_written(value, scale) for key, value in node.items()}
    properties = result.get("properties")
    if isinstance(properties, dict):
        properties.pop(GIVER_KEY, None)
    if isinstance(properties, dict) and isinstance(properties.get("schaal"), dict):
        properties["schaal"] = scale
        result["required"] = [key for key in result.get("required", []) if key != "schaal"]
    return result


def dossier_schema() -> dict[str, Any]:
    """Return the schema of a saved dossier, version 1. Unknown item ids are allowed and kept."""
    time = {"type": "string", "format": "date-time"}
    text = {"type": "string", "maxLength": 5000}
    answer = {
        "type": "object",
        "properties": {
            "choice": {**text, "description": "id van de keuze; ontbreekt: niet ingevuld"},
            "note": {**text, "description": "notitie, of de tekst van een veld"},
            "at": {**time, "description": "wanneer dit is ingevuld"},
        },
        "additionalProperties": False,
    }
    nothing_or_answer = {"anyOf": [{"type": "null"}, answer]}
    change = {
        "type": "object",
        "properties": {"item": text, "before": nothing_or_answer, "after": nothing_or_answer},
        "required": ["item", "before", "after"],
        "additionalProperties": False,
    }
    event = {
        "type": "object",
        "properties": {
            "at": time,
            "event": {"enum": ["opened", "undone", "wiped"]},
            "file": text,
            "changes": {"type": "array", "items": change},
        },
        "required": ["at", "event", "changes"],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": "Dossier van Handboek FII",
        "type": "object",
        "properties": {
            "schema": {"const": DOSSIER_SCHEMA},
            "kind": {"const": "fii-dossier"},
            "edition": {**text, "description": "naam van de uitgave waarin dit is ingevuld"},
            "content": {**text, "description": "versie van de inhoud"},
            "saved": time,
            "answers": {
                "type": "object",
                "propertyNames": {"pattern": "^[A-Za-z0-9][A-Za-z0-9@._-]{0,79}$"},
                "additionalProperties": answer,
            },
            "history": {"type": "array", "items": event},
            "actions": {"type": "array", "items": {"type": "object"}},
        },
        "required": ["schema", "kind", "edition", "content", "saved", "answers", "history", "actions"],
        "additionalProperties": False,
    }
