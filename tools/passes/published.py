"""Publish the JSON Schemas of the dossier file, of an instrument and of the scales beside the pages."""

import json
from pathlib import Path

from fii_widgets.dossier.keys.schema import dossier_schema
from fii_widgets.dossier.records import SCHEMA
from fii_widgets.handbook.loader import load
from fii_widgets.instrument.keys import schema
from tools.paths import ROOT

FOLDER = "schema"


def write(site: Path) -> None:
    """Write the schemas under `schema/`, the same bytes for the same model."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    documents = {
        f"dossier-{SCHEMA}.json": dossier_schema(),  # those of before stand in docs/schema, as they were published
        "checklist.json": schema.instrument_schema(load(ROOT).scales),
        "schalen.json": schema.scales_schema(),
    }
    for name, document in documents.items():
        (folder / name).write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
