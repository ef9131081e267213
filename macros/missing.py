"""What a plain `mkdocs build` or `serve` lacks, and how to get it: told on the console, once a build. Changes nothing.

`make site` makes all of it; tools/build leaves these lines out.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

#: below mkdocs: shown as it is, and no reason for `--strict` to stop
_LOG = logging.getLogger("mkdocs.handboek")
#: what has to be there below docs → what a reader misses without it
MADE = {
    "runtime/runtime.json": "docs/runtime ontbreekt: invullen en bewaren kan, een samenvatting niet.",
    "stylesheets/fonts/*.woff2": "docs/stylesheets/fonts ontbreekt: u ziet de letters van uw computer.",
}
SEARCH = "het register ontbreekt in een site die mkdocs alleen maakt: zoeken werkt daarin niet."
HOW = "Wilt u de hele site? Gebruik: python tools/do.py serve (of: site). Dat haalt en maakt wat nodig is."


def missing(docs: Path) -> Iterator[str]:
    """Yield what a site lacks that mkdocs makes alone, in the words of who sees it."""
    yield from (said for pattern, said in MADE.items() if not any(docs.glob(pattern)))
    yield SEARCH


def tell(docs: Path) -> None:
    """Say what is missing and how to get it."""
    for said in (*missing(docs), HOW):
        _LOG.info(said)
