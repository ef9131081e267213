"""The places of a built site that people link to: its pages, its anchors, and what leads on to them. Promises nothing."""

import re
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


def offered(site: Path = SITE) -> list[str]:
    """Return the addresses a site offers, sorted: "model/" and "model/#fii-fasen". Aliases are not among them."""
    found: set[str] = set()
    for path in markup.pages(site):
        if path.name != "index.html":
            continue
        folder = path.parent.relative_to(site).as_posix()
        address = "" if folder == "." else f"{folder}/"
        page = markup.read(path)
        if page.css_first(ALIAS_PAGE):
            continue
        found.add(address or "./")
        article = page.css_first("main article")
        own = "h1[id]" if address.endswith(GATHERING) else "[id]"
        found |= {f"{address}#{node.id}" for node in (article.css(own) if article else []) if is_place(node)}
    return sorted(found)


def is_place(node: markup.Node) -> bool:
    """Tell whether the id of an element is one that people link to."""
    machinery = _MACHINERY.fullmatch(node.id or "")
    return not machinery and ALIAS not in node.attributes and "fii-field--asked" not in markup.classes(node)
