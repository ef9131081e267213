"""Two built sites → where they differ in text, ids and links, page by page. Reads both, writes nothing.

Two things are made equal first, because a reader cannot tell them apart: an address is compared by where it leads
("./", "." and "" are one place), and white space by whether it parts two words.
"""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.check_site.links import addresses, is_local
from tools.check_site.site import Site, SitePage
from tools.pages.markup import Node

#: elements that do not begin a new word of their own
INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "small", "span", "strong", "sub", "sup", "time")
)  # fmt: skip
#: what differs: these may not, and text is told as well
IDS, LINKS, PAGES, TEXT = "ids", "links", "pages", "text"
FATAL = (PAGES, IDS, LINKS)
#: words times words that may be compared one by one, and how many are shown of what is too much for that
_MANY, _SHOWN = 4_000_000, 30


@dataclass(frozen=True)
class Difference:
    """What one page says otherwise in one of the two sites."""

    page: str
    kind: str
    #: what only the first has, and what only the second has
    first: tuple[str, ...]
    second: tuple[str, ...]


def compare(first: Path, second: Path) -> list[Difference]:
    """Return every difference between two built sites, in the order of the pages."""
    one, other = Site(first), Site(second)
    missing = [name for name in one.pages if name not in other.pages]
    added = [name for name in other.pages if name not in one.pages]
    differences = [Difference(name, PAGES, (name,), ()) for name in missing]
    differences += [Difference(name, PAGES, (), (name,)) for name in added]
    for name in sorted({*one.pages} & {*other.pages}):
        differences += _of_page(name, one.pages[name], other.pages[name])
    return sorted(differences, key=lambda difference: (difference.page, difference.kind))


def _of_page(name: str, one: SitePage, other: SitePage) -> Iterator[Difference]:
    for kind, see in ((IDS, ids), (LINKS, links)):
        here, there = Counter(see(one)), Counter(see(other))
        if here != there:
            yield Difference(name, kind, tuple((here - there).elements()), tuple((there - here).elements()))
    here_words, there_words = words(one), words(other)
    if here_words != there_words:
        yield Difference(name, TEXT, *_passages(here_words, there_words))


def ids(page: SitePage) -> Iterator[str]:
    """Give every id of a page, those in templates too."""
    return (node.id for node in page.all_nodes if node.id)


def links(page: SitePage) -> Iterator[str]:
    """Give every address on a page as where it leads, with the element that names it."""
    for node in page.all_nodes:
        for address in addresses(node):
            yield f"<{node.tag}> {_place(page, address)}"


def _place(page: SitePage, address: str) -> str:
    if not is_local(address):
        return address
    target = page.resolve(address)
    return f"{target.file or address}{'#' if target.fragment else ''}{target.fragment}"


def words(page: SitePage) -> list[str]:
    """Give the words of a page in order, its title and those in templates too."""
    return "".join(_pieces(page.tree.root)).split() if page.tree.root else []


def _pieces(node: Node) -> Iterator[str]:
    parted = "" if node.tag in INLINE else " "
    yield parted
    inner: Iterable[Node] = node.template_fragments() if node.tag == "template" else node.iter(include_text=True)
    for child in inner:
        if child.is_text_node:
            yield child.text_content or ""
        elif child.is_element_node or node.tag == "template":
            yield from _pieces(child)
    yield parted


def _passages(here: list[str], there: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the passages that differ, with three words before each so that they can be found."""
    start = next((at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    start = max(0, start - 3)
    here, there = here[start:], there[start:]
    if len(here) * len(there) > _MANY:  # two pages that have little in common: where it begins says enough
        return (" ".join(here[:_SHOWN]),), (" ".join(there[:_SHOWN]),)
    first: list[str] = []
    second: list[str] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag != "equal":
            first.append(" ".join(here[max(0, a - 3) : b]))
            second.append(" ".join(there[max(0, c - 3) : d]))
    return tuple(first), tuple(second)
