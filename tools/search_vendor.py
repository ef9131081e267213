"""Bring the two libraries of the search into docs/javascripts/vendor/; changes nothing in what they do."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path("docs/javascripts/vendor")
STEMMER = "dutch-stemmer.js"
MINISEARCH = "minisearch.js"
#: Sphinx ships the stemmers that the Snowball compiler makes for JavaScript; PyPI's snowballstemmer has the same
#: algorithm in Python, and a test compares the two on every word of the site.
_LICENCE = "/* Dutch stemmer by Snowball (snowballstem.org), BSD-3-Clause, as shipped with Sphinx. */"


def stemmer() -> str:
    """Give the Dutch stemmer as an ES module; raise ModuleNotFoundError where Sphinx is not installed."""
    spec = find_spec("sphinx")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("sphinx")
    folder = Path(spec.submodule_search_locations[0]) / "search" / "minified-js"
    base = (folder / "base-stemmer.js").read_text("utf-8")
    dutch = (folder / "dutch-stemmer.js").read_text("utf-8")
    return f"{_LICENCE}\nvar BaseStemmer;\n{base}\n{dutch}\nexport {{ DutchStemmer }};\n"


def minisearch(node_modules: Path) -> str:
    """Give MiniSearch as the ES module of its package, without the pointer to its source map."""
    text = (node_modules / "minisearch" / "dist" / "es" / "index.js").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("//# sourceMappingURL=")]
    return "/* MiniSearch by Luca Ongaro, MIT. */\n" + "\n".join(lines) + "\n"


def write(node_modules: Path, folder: Path = FOLDER) -> list[Path]:
    """Write both modules and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {folder / STEMMER: stemmer(), folder / MINISEARCH: minisearch(node_modules)}
    for path, text in written.items():
        path.write_text(text, "utf-8")
    return list(written)


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "node_modules"))
