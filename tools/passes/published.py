"""Publish the JSON Schemas of the dossier file and of an instrument beside the pages."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = "schema"


def write(site: Path) -> None:
    """Write the schemas under `schema/`, the same bytes for the same model."""
    try:
        from fii_widgets import schema
    except ImportError:  # pragma: no cover - the reading pages build without the instruments' package
        return
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    for name, document in schema.published().items():
        (folder / name).write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
