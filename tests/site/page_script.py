"""Ask a script of the page itself, in Node: what it makes of each text."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from fii_widgets.dossier.keys.page import page_table
from tools.paths import ROOT

#: modules of the page and what VERDICT needs of them
READS = {
    "file/file-kinds.js": "readFile",
    "file/dossier-file.js": "readText",
    "file/json-scan.js": "parseText",
    "file/report-file.js": "carried",
    "base/turns.js": "Turns",
}
#: reads a file, given as base64, as the page does; `opened` or `newer`, or the code of why not. A tree that JSON.parse
#: would have built otherwise is a fault of ours.
VERDICT = """async (file) => {
  try {
    const text = await readFile(new Blob([Buffer.from(file, 'base64')]));
    const { newer } = await readText(text, 'handboek-fii');
    const { isDeepStrictEqual } = await import('node:util');
    const json = carried(text);
    if (!isDeepStrictEqual(await parseText(json, new Turns()), JSON.parse(json))) return 'misread';
    return newer ? 'newer' : 'opened';
  } catch (error) {
    return error.code ?? String(error.stack);
  }
}"""


def put_table(folder: Path) -> None:
    """Put the page's table of shapes where page_table.mjs looks for it."""
    (folder / "shapes.json").write_text(json.dumps(page_table()), "utf-8")


def answers(script: str, names: str, ask: str, texts: list[str], folder: Path) -> list[Any]:
    """Import `names` from a module of the page and call the function `ask` on every text; JSON comes back."""
    return asked({script: names}, ask, texts, folder)


def asked(scripts: dict[str, str], ask: str, texts: list[str], folder: Path) -> list[Any]:
    """Import names from modules of the page, by module, and call the function `ask` on every text; JSON comes back."""
    modules = {(ROOT / "docs/javascripts" / script).as_uri(): names for script, names in scripts.items()}
    (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
    put_table(folder)
    imports = "".join(f"import {{ {names} }} from {json.dumps(module)};" for module, names in modules.items())
    told = (
        f"import {json.dumps((ROOT / 'tests/site/page_table.mjs').as_uri())};"
        f"{imports}import fs from 'node:fs';"
        "const found = [];"
        f"for (const text of JSON.parse(fs.readFileSync('texts.json', 'utf8'))) found.push(await ({ask})(text));"
        "fs.writeFileSync('found.json', JSON.stringify(found));"
    )
    (folder / "ask.mjs").write_text(told, "utf-8")
    subprocess.run([os.environ.get("FII_NODE", "node"), "ask.mjs"], cwd=folder, check=True, timeout=600)
    found: list[Any] = json.loads((folder / "found.json").read_text("utf-8"))
    return found
