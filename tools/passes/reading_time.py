"""Say how long a page takes to read: its text, without instruments, menus, lists of sources and data."""

from tools.pages import markup
from tools.pages.markup import Node, Page

#: words a minute, for a text that one reads to use
PACE = 200
#: What is not read as text, or only by who opens it.
_TAGS = frozenset(("nav", "footer", "script", "style", "template", "svg", "form", "dialog", "button"))
_CLASSES = frozenset(("fii-instrument", "fii-leestijd", "fii-provenance", "fii-vh", "headerlink"))


def clean(page: Page) -> None:
    """Fill in the line for it, on the pages that have one."""
    line, article = page.css_first("p.fii-leestijd"), page.css_first("article")
    if line is None or article is None:
        return
    minutes = max(1, -(-_words(article) // PACE))
    line.inner_html = f"Leestijd: ongeveer {minutes} {'minuut' if minutes == 1 else 'minuten'}"


def _words(node: Node) -> int:
    total = 0
    for child in node.iter(include_text=True):
        if child.is_text_node:
            total += len((child.text_content or "").split())
        elif child.is_element_node and child.tag not in _TAGS and not _CLASSES.intersection(markup.classes(child)):
            total += _words(child)
    return total
