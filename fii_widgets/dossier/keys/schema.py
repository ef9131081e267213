"""JSON Schema of today's dossier file, from the one table (fields). Pure; a promise, like every schema.

Those of earlier versions are kept as they were published (docs/schema): files of every schema open for ever.
"""

from fii_widgets.dossier.keys.table import DOSSIER
from fii_widgets.dossier.shapes import Tree


def dossier_schema() -> Tree:
    """Return the schema of a saved dossier. Unknown item ids are allowed and kept."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dossier van Handboek FII",
        **DOSSIER.schema(),
    }
