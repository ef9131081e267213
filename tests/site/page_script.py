"""Ask a script of the page itself, in Node: what it makes of each text."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from fii_widgets.dossier.fields import page_table
from tools.places import ROOT


def put_table(folder: Path) -> None:
    """Put the page's table of shapes where page_table.mjs looks for it."""
    (folder / "shapes.json").write_text(json.dumps(page_table()), "utf-8")


def answers(script: str, names: str, ask: str, texts: list[str], folder: Path) -> list[Any]:
    """Import `names` from a module of the page and call the function `ask` on every text; JSON comes back."""
    module = (ROOT / "docs/javascripts" / script).as_uri()
    (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
    put_table(folder)
    asked = (
        f"import {json.dumps((ROOT / 'tests/site/page_table.mjs').as_uri())};"
        f"import {{ {names} }} from {json.dumps(module)};import fs from 'node:fs';"
        "const texts = JSON.parse(fs.readFileSync('texts.json', 'utf8'));"
        f"fs.writeFileSync('found.json', JSON.stringify(texts.map({ask})));"
    )
    (folder / "ask.mjs").write_text(asked, "utf-8")
    subprocess.run([os.environ.get("FII_NODE", "node"), "ask.mjs"], cwd=folder, check=True, timeout=300)
    found: list[Any] = json.loads((folder / "found.json").read_text("utf-8"))
    return found
