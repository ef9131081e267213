"""One parse a page for everything that works on the built site; knows HTML, not the handbook."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fii_widgets.errors import FiiError

Page = LexborHTMLParser
Node = LexborNode


class NoSiteError(FiiError):
    """In a folder stands no built site."""


def pages(site: Path) -> list[Path]:
    """List the HTML files of a built site, in a fixed order; a thousand that only lead from a code to its place, not.

    Raises NoSiteError where there are none.
    """
    files = sorted(path for path in site.rglob("*.html") if not is_code_page(path.relative_to(site).as_posix()))
    if not files:
        raise NoSiteError(f"{site}: hier staat geen gebouwde site. Bouw die eerst met: make site")
    return files


def is_code_page(name: str) -> bool:
    """Tell whether a file is one of the pages /ga/<code>/ (tools/passes/spots.py), which are all alike."""
    return name.startswith("ga/") and name.count("/") > 1


def parse(text: str) -> Page:
    """Parse as a browser does: errors are repaired, foreign elements keep their case."""
    return LexborHTMLParser(text)


def read(path: Path) -> Page:
    """Parse one file; the encoding is always UTF-8."""
    return parse(path.read_text("utf-8"))


def serialise(page: Page) -> str:
    """Give the page back as text. No newline is added: a parser would move it into the body each time."""
    return page.html or ""


def write(page: Page, path: Path) -> None:
    """Write a page back to its file."""
    path.write_text(serialise(page), "utf-8")


def fragment(html: str) -> Node:
    """Make the one element that a text holds, to put into a page. Raises ValueError where it holds none."""
    node = parse(f"<body>{html}</body>").css_first("body > *")
    if node is None:
        raise ValueError(f"no element: {html}")
    return node


def element(page: Page, tag: str, **attributes: str) -> Node:
    """Make an element of this page; a trailing underscore in a name is dropped, others become dashes."""
    node = page.create_node(tag)
    for name, value in attributes.items():
        node.attrs[name.rstrip("_").replace("_", "-")] = value
    return node


def elements(page: Page) -> Iterator[Node]:
    """Give every element in document order, those inside <template> too."""
    if page.root is None:
        return
    yield from _walk(page.root)


def _walk(root: Node) -> Iterator[Node]:
    for node in below(root):
        yield node
        if node.tag == "template":
            for fragment in node.template_fragments():
                yield from _walk(fragment)


def below(root: Node) -> Iterator[Node]:
    """Give an element and all elements under it, in document order; no text, no comments."""
    return (node for node in root.traverse(include_text=False) if node.is_element_node)


def texts(root: Node) -> list[Node]:
    """Give the texts under an element, those inside <template> too; a list, so that they may be replaced."""
    found: list[Node] = []
    for node in root.traverse(include_text=True):
        if node.is_text_node:
            found.append(node)
        elif node.tag == "template":
            found += [text for fragment in node.template_fragments() for text in texts(fragment)]
    return found


def children(node: Node) -> Iterator[Node]:
    """Give the elements right under an element."""
    return (child for child in node.iter() if child.is_element_node)


def around(node: Node) -> Iterator[Node]:
    """Give the elements that an element stands in, from the nearest to <html>."""
    holder = node.parent
    while holder is not None and holder.is_element_node:
        yield holder
        holder = holder.parent


def text(node: Node) -> str:
    """Give the text of a node with its white space brought back to single spaces."""
    return " ".join((node.text() or "").split())


def attribute(page: Page, selector: str, name: str) -> str:
    """Give an attribute of the first element that a selector finds; empty where there is none."""
    node = page.css_first(selector)
    return (node.attrs.get(name) or "") if node else ""


def classes(node: Node) -> list[str]:
    """Give the classes of an element."""
    return (node.attrs.get("class") or "").split()


def add_class(node: Node, name: str) -> None:
    """Add one class, once."""
    have = classes(node)
    if name not in have:
        node.attrs["class"] = " ".join([*have, name])
