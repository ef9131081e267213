"""`python -m tools.release.hand_out`: put the zip and the book on the site, and say on its page what they are.

Comes after tools.build, tools.offline and tools.release.pdf. Run again, it makes the same.
"""

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

from fii_widgets.commands import terminal
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word
from tools.offline import pages
from tools.pages import markup
from tools.paths import DIST, SITE

#: the page that names the files, and the folder in which they stand
PAGE, FOLDER = "over/downloaden/index.html", "downloaden"
PLACE = "data-fii-hand-out"
#: the files by their ending, in the order of the page
KINDS = ("zip", "pdf")


def main(arguments: list[str] | None = None) -> int:
    """Copy what stands in dist/ of this version; say what is missing, and leave the site as it was then."""
    parser = argparse.ArgumentParser(prog="python -m tools.release.hand_out")
    parser.add_argument("--site", type=Path, default=SITE)
    parser.add_argument("--dist", type=Path, default=DIST)
    asked = parser.parse_args(arguments)
    edition, version = pages.identity(markup.read(asked.site / "index.html"))
    made = [asked.dist / f"{edition}-{version}.{kind}" for kind in KINDS]
    if absent := [file.name for file in made if not file.is_file()]:
        print(f"release: {', '.join(absent)} is not in {asked.dist.name}/: make offline, make pdf", file=sys.stderr)
        return 1
    place(asked.site, made)
    print(f"release: {asked.site.name}/ has {', '.join(file.name for file in made)}, named on {PAGE}")
    return 0


def place(site: Path, files: list[Path]) -> None:
    """Copy the files, and name each with its size and its hash."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    (site / FOLDER).mkdir()
    page = markup.read(site / PAGE)
    where = page.css_first(f"[{PLACE}]")
    if where is None:
        raise ValueError(f"{PAGE} has no place for the files")
    parts = [_named(shutil.copyfile(file, site / FOLDER / file.name)) for file in files]
    where.replace_with(markup.fragment(element("ul", parts, class_="fii-uitgave", data_fii_hand_out=True)))
    markup.write(page, site / PAGE)


def _named(file: Path) -> Html:
    content = file.read_bytes()
    kind = file.suffix[1:]
    size = f"{len(content) / 1e6:.1f}".replace(".", ",")
    link = element(
        "a",
        word(f"hand_out_{kind}", size=size),
        class_="fii-button",
        href=f"../../{FOLDER}/{file.name}",
        download="",
    )
    digest = element("code", hashlib.sha256(content).hexdigest())
    return element(
        "li", link, element("p", word(f"hand_out_{kind}_for")), element("p", word("hand_out_hash"), " ", digest)
    )


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
