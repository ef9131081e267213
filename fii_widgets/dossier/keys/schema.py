"""JSON Schema of today's dossier file, from the table of keys (table). Pure; a promise, like every schema.

Those of earlier versions are kept as they were published (docs/schema): files of every schema open for ever. That of
instruments stands in instrument/keys/schema.py.
"""

from typing import Any

from fii_widgets.dossier.keys.table import DOSSIER
from fii_widgets.shapes.shape import DIALECT, Tree


def dossier_schema() -> Tree:
    """Return the schema of a saved dossier. Unknown item ids are allowed and kept."""
    return {"$schema": DIALECT, "title": "Dossier van Handboek FII", **_as_published(DOSSIER.schema())}


def _as_published(node: Any) -> Any:
    """Put each description last, where it has always stood: the file that is published stays the same."""
    if isinstance(node, list):
        return [_as_published(child) for child in node]
    if not isinstance(node, dict):
        return node
    return {key: _as_published(node[key]) for key in sorted(node, key=lambda key: key == "description")}
