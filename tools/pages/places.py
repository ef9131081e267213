"""The places of a built site that people link to: its pages, its anchors, and what leads on to them. Promises nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.pages import markup
from tools.pages.parts import GATHERING
from tools.paths import SITE

#: what an alias left in a page, and the pages that are an alias (tools/passes/moved.py)
ALIAS = "data-fii-alias"
ALIAS_PAGE = 'meta[name="fii-alias"]'
#: ids that are a page's own machinery, no place anyone links to
_MACHINERY = re.compile(
    r"inhoud|tabel-\d+|(i|d|dossier)-.+|fig-\d+-.+|.+-(veld|tekst|notitie|uitleg|paneel)|.+-rij-\d+(-.+)?"
)


def address_of(site: Path, path: Path) -> str:
    """Return the address of the page in a file: "model/", and "./" for the first page."""
    return f"{path.parent.relative_to(site).as_posix()}/"


def addressed(site: Path) -> Iterator[tuple[str, markup.Page]]:
    """Give every page of a site with its address; no alias, and not the page for what is not found."""
    for path in markup.pages(site):
        page = markup.read(path)
        if path.name == "index.html" and not page.css_first(ALIAS_PAGE):
            yield address_of(site, path), page


def offered(site: Path = SITE) -> list[str]:
    """Return the addresses a site offers, sorted: "model/" and "model/#fii-fasen". Aliases are not among them."""
    found: set[str] = set()
    for address, page in addressed(site):
        found.add(address)
        article = page.css_first("main article")
        own = "h1[id]" if address.endswith(GATHERING) else "[id]"
        places = article.css(own) if article else []
        found |= {f"{address.removeprefix('./')}#{node.id}" for node in places if is_place(node)}
    return sorted(found)


def is_place(node: markup.Node) -> bool:
    """Tell whether the id of an element is one that people link to."""
    machinery = _MACHINERY.fullmatch(node.id or "")
    return not machinery and ALIAS not in node.attributes and "fii-field--asked" not in markup.classes(node)
