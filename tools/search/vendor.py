"""The two libraries of the search, with types and licences, for docs/javascripts/vendor/; changes no code."""

from importlib.metadata import files
from importlib.util import find_spec
from pathlib import Path

from tools.paths import NODE_MODULES

STEMMER = "dutch-stemmer.js"
_STEMMER_TYPES = "export class DutchStemmer { stemWord(word: string): string }\n"


def stemmer() -> str:
    """Give the Dutch stemmer as an ES module; raise ModuleNotFoundError where Sphinx is not installed.

    Sphinx ships the stemmers that the Snowball compiler makes for JavaScript. PyPI's snowballstemmer has the same
    algorithm in Python: a test compares the two on every word of the site.
    """
    spec = find_spec("sphinx")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("sphinx")
    folder = Path(spec.submodule_search_locations[0]) / "search" / "minified-js"
    base = (folder / "base-stemmer.js").read_text("utf-8")
    dutch = (folder / STEMMER).read_text("utf-8")
    # The two were written to be loaded one after the other as plain scripts; only a module's edges are added.
    return (
        f"// Dutch stemmer by Snowball, BSD-3-Clause.\nvar BaseStemmer;\n{base}\n{dutch}\nexport {{ DutchStemmer }};\n"
    )


def texts() -> dict[str, str]:
    """Give both libraries, and all that belongs to them, by the names of their files."""
    package = NODE_MODULES / "minisearch"
    code = (package / "dist" / "es" / "index.js").read_text("utf-8")
    return {
        # The map is not shipped: without this pointer a browser's developer tools do not ask for it.
        "minisearch.js": code.split("\n//# sourceMappingURL=")[0] + "\n",
        "minisearch.d.ts": (package / "dist" / "es" / "index.d.ts").read_text("utf-8"),
        "minisearch.LICENSE.txt": (package / "LICENSE.txt").read_text("utf-8"),
        STEMMER: stemmer(),
        "dutch-stemmer.d.ts": _STEMMER_TYPES,
        "dutch-stemmer.LICENSE.txt": _snowball_licence(),
    }


def _snowball_licence() -> str:
    """Give Snowball's licence as its Python package ships it."""
    (file,) = (file for file in files("snowballstemmer") or () if file.name == "COPYING")
    return file.read_text("utf-8")
