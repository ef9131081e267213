"""Is every page in the menu? Reads the text of mkdocs.yml as an author does; knows nothing else of that file."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from fii_widgets.errors import Problem
from fii_widgets.handbook.pages import Page
from fii_widgets.system.files import read_text

SITE = "mkdocs.yml"
_LEFT_OUT = re.compile(r"^not_in_nav:.*\n((?:[ \t]+.*\n|\n)*)", re.M)


def check_menu(project: Path, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Yield the pages that no reader can find; nothing where the folder has no site to build."""
    if not (project / SITE).is_file():
        return
    text = read_text(project / SITE)
    found = _LEFT_OUT.search(text)
    left_out = found[1].split() if found else []
    for page in pages:
        # an instrument's own page comes into the menu by itself (macros.own_pages)
        if page.value("soort") == "instrument" or any(fnmatch(page.file.rpartition("/")[2], rule) for rule in left_out):
            continue
        if not re.search(rf"(?:^|[\s\"']){re.escape(page.file)}[\"']?\s*$", text, re.M):
            title = page.value("title") or page.id
            yield Problem(
                f"docs/{page.file}",
                1,
                f"deze pagina staat niet in het menu. Zet in {SITE} onder 'nav', op de goede plek: "
                f'- "{title}": {page.file}',
            )
