"""Publish each example dossier as a plain script too, beside its file: /dossier/ opens it in a folder as well.

A site without examples gets nothing.
"""

from pathlib import Path

from tools.pages import plain_script

FOLDER = "voorbeelden"
CALL = "globalThis.fiiVoorbeeld"


def write(site: Path) -> int:
    """Write the scripts, the text of a file in each as it is; give how many there are."""
    files = sorted((site / FOLDER).glob("*.json"))
    for path in files:
        plain_script.write(path.with_suffix(".js"), CALL, path.read_text("utf-8"))
    return len(files)
