"""Take the definitions out of the built glossary and publish them as one plain script; the words stay the page's own."""

from pathlib import Path

from tools.pages import markup, plain_script
from tools.pages.markup import Node

#: The one page with terms, and where docs/javascripts/page/terms.js finds its list.
GLOSSARY = "naslag/begrippen/index.html"
FILE = "javascripts/terms-list.js"
CALL = "globalThis.fiiTerms"
ANCHOR = "term-"


def collect(site: Path) -> dict[str, tuple[str, str]]:
    """Give every term by its anchor, with its name and its definition: the first paragraph under its heading.

    A site without a glossary has none. Raises ValueError for a heading of a term with no text under it.
    """
    path = site / GLOSSARY
    if not path.is_file():
        return {}
    terms: dict[str, tuple[str, str]] = {}
    for heading in markup.read(path).css("main article :is(h2, h3, h4, dt)"):
        anchor = heading.id or ""
        if not anchor.startswith(ANCHOR):
            continue
        definition = _after(heading)
        if not definition:
            raise ValueError(f"{GLOSSARY}: '{anchor}' has no definition under it")
        terms[anchor] = (markup.text(heading), definition)
    return terms


def write(site: Path) -> int:
    """Publish the list; give how many terms there are. Without terms there is no file."""
    terms = collect(site)
    if not terms:
        return 0
    plain_script.write(site / FILE, CALL, terms)
    return len(terms)


def _after(heading: Node) -> str:
    """Give the text of the element right after a heading, where that is a text."""
    node = heading.next
    while node is not None and not node.is_element_node:
        node = node.next
    return markup.text(node) if node is not None and node.tag in ("p", "dd") else ""
