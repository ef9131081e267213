"""`python -m tools.release.pdf`: the whole handbook as dist/handboek-fii-<version>.pdf, a book for paper and PDF/UA-1.

Typst sets what the page /alles/ of the built site gathers (see tools/release/book). Needs site/ and node_modules.
"""

import argparse
import os
import sys
from pathlib import Path

import fii_widgets
from fii_widgets.commands import terminal
from fii_widgets.commands.typeset.compiler import typeset
from fii_widgets.system import files
from tools.paths import DIST, DOCS, ROOT, SITE
from tools.release.book.gather import PAGE, book

_TEMPLATE = Path(__file__).parent / "book" / "book.typ"


def make(site: Path = SITE, target: Path | None = None) -> Path:
    """Set the handbook; return the file. Raises FileNotFoundError where the site was not built."""
    if not (site / PAGE / "index.html").exists():
        raise FileNotFoundError(f"{site.name}/{PAGE} is not there; run `make site` first")
    target = target or DIST / f"handboek-fii-{fii_widgets.__version__}.pdf"
    data = book(site, DOCS / "stylesheets", ROOT / "codes.lock", os.environ.get("HANDBOEK_URL", ""))
    made = typeset(_TEMPLATE, data, ROOT)
    if made.without:
        print(f"pdf: no letter for {' '.join(sorted(made.without))}; their numbers stand there", file=sys.stderr)
    target.parent.mkdir(parents=True, exist_ok=True)
    files.write(made.content, target, overwrite=True)
    return target


def main(arguments: list[str] | None = None) -> int:
    """Make the PDF and say where it is and how large."""
    parser = argparse.ArgumentParser(prog="python -m tools.release.pdf")
    parser.add_argument("--site", type=Path, default=SITE, help="another built site than site/")
    parser.add_argument("--to", type=Path, help="another file than the one in dist/")
    asked = parser.parse_args(arguments)
    try:
        target = make(asked.site, asked.to)
    except FileNotFoundError as error:
        print(f"pdf: {error}", file=sys.stderr)
        return 1
    print(f"pdf: {target.name}, {target.stat().st_size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
