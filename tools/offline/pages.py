"""Rewrite one page for a folder: addresses, policy, script. Leaves every word as it is."""

import re
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tools.pages import markup
from tools.pages.markup import Page
from tools.passes import policy

#: The one plain script that takes the place of the modules.
SCRIPT = "handboek.js"
_MODULE = re.compile(r"init-\w+\.js$")


def rewrite(text: str) -> str:
    """Give the page as it stands in the copy."""
    page = markup.parse(text)
    for node in markup.elements(page):
        address = node.attrs.get("href")
        if node.tag in ("a", "area", "link") and address:
            node.attrs["href"] = with_index(address)
    for script in page.css('script[type="module"]'):
        source = script.attrs.get("src") or ""
        if not _MODULE.search(source):
            raise ValueError(f"a module that is not in the plain script: {source}")
        script.attrs["src"] = _MODULE.sub(SCRIPT, source)
        del script.attrs["type"]
        script.attrs["defer"] = ""
    for link in page.css('link[rel="canonical"], link[rel="modulepreload"]'):
        link.decompose()  # the page on the web, and the modules there; this one stands on a disk
    policy.clean(page, policy.OFFLINE)
    return markup.serialise(page)


def with_beginning(text: str) -> str:
    """Give the home page with what one can do in a copy, below what the handbook is for."""
    page = markup.parse(text)
    first = page.css_first("main article .vogelvlucht") or page.css_first("main article h1")
    if first is None:
        raise ValueError("the home page has no heading")
    first.insert_after(markup.fragment((Path(__file__).parent / "begin.html").read_text("utf-8")), move=True)
    return markup.serialise(page)


def with_index(address: str) -> str:
    """Let an address of a folder end in index.html; query and fragment stay."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    last = parts.path.rpartition("/")[2]
    if last not in ("", ".", ".."):
        return address
    path = "index.html" if parts.path == "." else f"{parts.path.rstrip('/')}/index.html"
    return urlunsplit(parts._replace(path=path))


def identity(page: Page) -> tuple[str, str]:
    """Give edition and version as the template wrote them."""
    edition, version = (
        markup.attribute(page, f'meta[name="fii-{name}"]', "content") for name in ("edition", "version")
    )
    if not edition or not version:
        raise ValueError("index.html names no edition or version")
    return edition, version


def name(page: Page) -> str:
    """Give the name of the handbook, or of the edition, as the head of every page has it."""
    node = page.css_first(".fii-merk__naam")
    return markup.text(node) if node else ""
