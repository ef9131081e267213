"""Publish what the proefbank asks for: the text of every instrument, and what a text may name elsewhere.

A site without that page gets nothing.
"""

from pathlib import Path
from typing import Any

from fii_widgets.handbook import pages
from fii_widgets.handbook.loader import Handbook, load
from fii_widgets.instrument.text import source
from tools.pages import plain_script
from tools.paths import ROOT

PAGE = "proefbank"
KNOWN = "globalThis.fiiKnown"
SOURCE = "globalThis.fiiSource"


def write(site: Path) -> None:
    """Write the scripts under `proefbank/`, one for each instrument to begin with."""
    folder = site / PAGE
    if not (folder / "index.html").is_file():
        return
    handbook = load(ROOT)
    plain_script.write(folder / "bekend.js", KNOWN, known(handbook))
    for loaded in handbook.instruments.values():
        text = (ROOT / loaded.file).read_text("utf-8")
        plain_script.write(folder / "bron" / f"{loaded.instrument.id}.js", SOURCE, text)


def known(handbook: Handbook) -> dict[str, Any]:
    """Give what an instrument may name, as `fii_widgets.render.form.trial` takes it."""
    return {
        "scales": dict(handbook.scales),
        "targets": {id_: list(target) for id_, target in pages.link_targets(handbook.pages).items()},
        "pages": sorted(page.id for page in handbook.pages if page.id),
        "ids": {
            id_: loaded.file for loaded in handbook.instruments.values() for id_ in source.own_ids(loaded.instrument)
        },
        "trees": [loaded.tree for loaded in handbook.published],
    }
