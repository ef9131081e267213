"""What stands in a line: texts that are strong or not, and where they lead. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from tools.pages.markup import Node, classes

_BLANK = re.compile(r"\s+")
_STRONG, _SOFT = {"strong", "b"}, {"em", "i", "cite"}
#: says out of context what who sees the page reads just above
_UNSEEN = "fii-vh"


@dataclass(frozen=True)
class Run:
    """A stretch of text that looks one way and leads to one place."""

    text: str
    strong: bool = False
    soft: bool = False
    to: str = ""  #: id in the book
    url: str = ""

    def data(self) -> dict[str, Any]:
        """As book.typ reads it; what does not hold is left out."""
        return {name: value for name, value in vars(self).items() if value}


BREAK = Run("\n")


@dataclass(frozen=True)
class Leads:
    """Where the links of a page lead from a book."""

    base: str  #: address of the page that gathers; empty: not known, and only the book itself can be reached
    ids: frozenset[str]  #: what the book has

    def at(self, run: Run, href: str) -> Run:
        """Return the run with where a link leads; the text alone where that is nowhere in or outside the book."""
        if href.startswith("#"):
            return replace(run, to=href[1:]) if href[1:] in self.ids else run
        if href.startswith(("http:", "https:", "mailto:")):
            return replace(run, url=href)
        return replace(run, url=urljoin(self.base, href)) if self.base else run


def runs(nodes: Iterable[Node], leads: Leads) -> list[dict[str, Any]]:
    """Return the line of elements and texts, with single blanks and none at its ends."""
    found = [run for node in nodes for run in _runs(node, leads, Run(""))]
    return [run.data() for run in _trimmed(found)]


def _runs(node: Node, leads: Leads, look: Run) -> Iterator[Run]:
    if node.is_text_node:
        yield replace(look, text=_BLANK.sub(" ", node.text_content or ""))
    elif node.tag == "br":
        yield BREAK
    elif node.tag == "img":  # a book has the handbook's own drawings; of another it says what is to be seen
        yield replace(look, text=f"[{node.attrs.get('alt') or ''}]")
    elif node.is_element_node and "hidden" not in node.attributes and _UNSEEN not in classes(node):
        inner = _look(node, leads, look)
        for child in node.iter(include_text=True):
            yield from _runs(child, leads, inner)


def _look(node: Node, leads: Leads, look: Run) -> Run:
    if node.tag == "a":
        return leads.at(look, node.attrs.get("href") or "")
    return replace(look, strong=look.strong or node.tag in _STRONG, soft=look.soft or node.tag in _SOFT)


def _trimmed(found: list[Run]) -> Iterator[Run]:
    """Give the runs that hold something; a blank stands once, and never at the edge of a line."""
    kept: list[Run] = []
    for run in found:
        edge = not kept or kept[-1].text.endswith((" ", "\n"))
        text = run.text.lstrip(" ") if edge and run != BREAK else run.text
        if run == BREAK and kept:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        if text:
            kept.append(replace(run, text=text))
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return (run for run in kept if run.text)
