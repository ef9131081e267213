"""Publish each example dossier as a plain script too, beside its file: /dossier/ opens it in a folder as well.

A site without examples gets nothing.
"""

from pathlib import Path

from tools.pages import plain_script

FOLDER = "voorbeelden"
CALL = "globalThis.fiiVoorbeeld"


def write(site: Path) -> None:
    """Write the scripts, the text of a file in each as it is."""
    for path in (site / FOLDER).glob("*.json"):
        plain_script.write(path.with_suffix(".js"), CALL, path.read_text("utf-8"))
