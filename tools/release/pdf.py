"""`python -m tools.release.pdf`: the whole handbook as dist/handboek-fii-<version>.pdf, tagged and with bookmarks.

Chromium prints the page /alles/ of the built site; nothing is laid out here. Needs site/ and a Chromium.
"""

import argparse
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

import fii_widgets
from fii_widgets.commands import terminal
from fii_widgets.system import files
from tools.file_server import served
from tools.paths import DIST, SITE

PAGE = "alles/"
#: the words of the headings that Chromium makes bookmarks of, in their order
HEADINGS = """[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((heading) => heading.checkVisibility()).map((heading) => heading.textContent.trim().replace(/\\s+/g, ' '))"""
#: Chromium asks its maker's hosts for things a build has no use for. No sandbox: containers run as root.
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def make(site: Path = SITE, target: Path | None = None) -> Path:
    """Print the handbook; return the file. Raises FileNotFoundError where the site was not built."""
    if not (site / PAGE / "index.html").exists():
        raise FileNotFoundError(f"{site.name}/{PAGE} is not there; run `make site` first")
    target = target or DIST / f"handboek-fii-{fii_widgets.__version__}.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("FII_CHROMIUM"), args=QUIET)
        page = browser.new_page(color_scheme="light")
        page.emulate_media(media="print")
        page.goto(f"{address}/{PAGE}", wait_until="networkidle")
        page.wait_for_selector("html[data-fii-started]", state="attached")  # a script that comes late moves headings
        made = page.pdf(prefer_css_page_size=True, print_background=False, tagged=True, outline=True)
        headings = page.evaluate(HEADINGS)
        name = page.text_content(".fii-merk__naam") or ""
        browser.close()
    files.write(_named(made, headings, name.strip()), target, overwrite=True)
    return target


def _named(content: bytes, headings: list[str], name: str) -> bytes:
    """Give the PDF its title and its bookmarks their words: Chromium doubles those it had to lay out twice."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    bookmarks = list(_flat(writer.outline))
    if len(bookmarks) != len(headings):
        raise ValueError(f"{len(bookmarks)} bookmarks for {len(headings)} headings")
    for bookmark, heading in zip(bookmarks, headings, strict=True):
        bookmark.node[NameObject("/Title")] = TextStringObject(heading)
    writer.add_metadata({"/Title": name, "/Creator": "", "/Producer": ""})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _flat(outline: Any) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


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
