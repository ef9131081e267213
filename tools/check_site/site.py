"""The built site as the rules see it: every page parsed once, every file and id known."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.pages import markup
from tools.pages.markup import Node

_CARRIES = re.compile(r"fii\d+~([a-z0-9-]+)~")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where, which rule, what, what to do next."""

    page: str
    rule: str
    what: str
    next: str

    def __str__(self) -> str:
        return f"{self.page}: {self.rule}: {self.what} {self.next}"


@dataclass(frozen=True)
class Target:
    """Where a relative address leads inside the site."""

    #: path of a file from the root of the site; None where it leads out of the folder
    file: str | None
    fragment: str


class SitePage:
    """One page: its elements in order, those of templates apart."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.tree = markup.read(path)
        #: what the browser makes of the page
        self.nodes: list[Node] = [] if self.tree.root is None else list(markup.below(self.tree.root))
        #: those and what scripts copy out of templates
        self.all_nodes: list[Node] = list(markup.elements(self.tree))

    @cached_property
    def ids(self) -> list[str]:
        """Every id of the page, doubles included."""
        return [node.id for node in self.nodes if node.id]

    @cached_property
    def labels(self) -> frozenset[str]:
        """Ids that a <label for> points at."""
        return frozenset(node.attrs.get("for") or "" for node in self.tagged("label"))

    def tagged(self, *tags: str) -> Iterator[Node]:
        """Give the elements with these tags, those in templates too."""
        return (node for node in self.all_nodes if node.tag in tags)

    def resolve(self, address: str) -> Target:
        """Find where a relative address leads; a folder leads to its index.html."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        if not path:
            return Target(self.name, unquote(parts.fragment))
        if path.startswith("/"):
            # Only the page for unknown addresses may do this; it does not know its own depth.
            base = self.root if self.root.endswith("/") else f"{self.root}/"
            joined = path.removeprefix(base).lstrip("/")
        else:
            joined = posixpath.join(posixpath.dirname(self.name), path)
        normal = posixpath.normpath(joined) if joined else "."
        if normal == ".." or normal.startswith("../"):
            return Target(None, "")
        folder = path.endswith(("/", "/.", "/..")) or path in (".", "..") or normal == "."
        return Target(
            posixpath.normpath(posixpath.join(normal, "index.html")) if folder else normal, unquote(parts.fragment)
        )

    @cached_property
    def root(self) -> str:
        """What the template wrote as the root of the site."""
        return markup.attribute(self.tree, 'meta[name="fii-root"]', "content") or "/"


class Site:
    """A folder with a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = frozenset(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        names = {path.relative_to(folder).as_posix(): path for path in markup.pages(folder)}
        self.pages = {name: SitePage(name, path) for name, path in names.items()}

    def has_id(self, file: str, fragment: str) -> bool:
        """Tell whether a page has the id that an address ends in; other files have no ids to check."""
        page = self.pages.get(file)
        if page is not None and (carried := _CARRIES.match(fragment)):
            # choices for an instrument (fii_widgets/export/link.py): it must stand on that page
            return page.tree.css_first(f'[data-fii-id="{carried[1]}"]') is not None
        return page is None or fragment in ("", "top") or fragment in page.ids


#: what is wrong, and what to do next
Fault = tuple[str, str]
Rule = Callable[[SitePage, Site], Iterator[Fault]]


def shown(node: Node) -> str:
    """Show an element in a message: its tag, its id or what else tells it from its neighbours."""
    for name in ("id", "name", "href", "src", "class"):
        value = node.attrs.get(name)
        if value:
            return f'<{node.tag} {name}="{value}">'
    words = markup.text(node)[:40]
    return f"<{node.tag}>" + (f" ({words})" if words else "")
