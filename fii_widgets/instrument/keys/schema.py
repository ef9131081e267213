"""JSON Schema of an instrument file and of the scales, for authors' editors; from the table of keys (table). Pure.

That of dossiers stands in dossier/keys/schema.py.
"""

from collections.abc import Iterable
from typing import Any

from fii_widgets.instrument.keys import table
from fii_widgets.instrument.keys.flows import GIVER_KEY
from fii_widgets.instrument.shapes import IDENTIFIER
from fii_widgets.shapes.shape import DIALECT, Tree


def instrument_schema(scales: Iterable[str] = ()) -> Tree:
    """Return the schema of checklists/*.yaml as authors write them: scales by name, links by id.

    scales: the names that an editor may complete; without them any name will do.
    """
    names = list(scales)
    scale: Tree = {
        "description": "een naam uit schalen.yaml",
        **({"enum": names} if names else {"type": "string"}),
    }
    kinds = []
    for record in dict.fromkeys(table.KINDS.values()):
        schema = record.schema()
        named = [kind for kind, one in table.KINDS.items() if one is record]
        schema["properties"]["soort"] = {"enum": named, "description": "het soort instrument"}
        schema["properties"]["schaal"] = {
            **scale,
            "description": "de schaal van alle punten, een naam uit schalen.yaml",
        }
        kinds.append(_as_written(schema, scale))
    return {"$schema": DIALECT, "title": "Instrument van Handboek FII", "oneOf": kinds}


def scales_schema() -> Tree:
    """Return the schema of checklists/schalen.yaml: the name of a scale is its id."""
    scale = table.SCALE.schema()
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


def _as_written(node: Any, scale: Tree) -> Any:
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
