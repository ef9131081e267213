"""Many pages on one page, for paper and PDF: the whole handbook, or one phase. Copies what the pages say, adds nothing.

A page that wants this calls the macro `geheel`, which gives `<div data-fii-geheel="…"></div>`; the value is the start of the addresses it gathers,
empty for the whole handbook. Runs after the other passes, on finished pages.
"""

import posixpath
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tools.pages import markup, places
from tools.pages.markup import Node, Page
from tools.pages.parts import NO_TEXT, menu

MARK = "data-fii-geheel"
#: An example is a file to open, no text to print.
LEFT_OUT = (*NO_TEXT, "voorbeelden/")
#: What paper has no use for.
DROPPED = "nav, script, noscript, button, template, dialog, .fii-aside, .fii-status, .fii-file-only, .fii-card__foot, .fii-ingevuld, .fii-provenance, .fii-leestijd, .fii-uit"


@dataclass(frozen=True)
class Part:
    """One page, ready to stand among others."""

    address: str  #: from the site's root: "model/1-signaleren/"
    id: str  #: of its h1
    title: str
    ids: frozenset[str]  #: everything a link can lead to

    @property
    def depth(self) -> int:
        """How deep it stands: 1 for "inleiding/", 3 for a subphase."""
        return max(1, self.address.strip("/").count("/") + 1)


def write(site: Path) -> None:
    """Fill every page that gathers others."""
    gathering = [path for path in markup.pages(site) if MARK in path.read_text("utf-8")]
    if not gathering:
        return
    own = {_address(site, path) for path in gathering}
    in_menu = [address.removeprefix("./") for address in menu(site)]
    order = [address for address in in_menu if address not in own and not address.startswith(LEFT_OUT)]
    parts = {address: _part(site, address) for address in order}
    for path in gathering:
        page = markup.read(path)
        for holder in page.css(f"[{MARK}]"):
            start = holder.attrs.get(MARK) or ""
            chosen = {address: part for address, part in parts.items() if address.startswith(start)}
            _fill(holder, site, _address(site, path), chosen)
        markup.write(page, path)


def _address(site: Path, path: Path) -> str:
    return places.address_of(site, path).removeprefix("./")


def _part(site: Path, address: str) -> Part:
    page = markup.read(site / address / "index.html")
    article = _article(page)
    title = article.css_first("h1")
    if title is None:
        raise ValueError(f"{address}: no h1")
    ids = frozenset(node.attrs["id"] or "" for node in article.css("[id]"))
    return Part(address, title.attrs.get("id") or "", markup.text(title), ids)


def _article(page: Page) -> Node:
    article = page.css_first("main article")
    if article is None:
        raise ValueError("a page without an article")
    return article


def _fill(holder: Node, site: Path, here: str, parts: dict[str, Part]) -> None:
    """Put the parts, and a list of them, in the place of the holder."""
    above = min((part.depth for part in parts.values()), default=1) - 1
    first: dict[str, Part] = {}
    body = "".join(_copy(site, here, part, parts, first, part.depth - above) for part in parts.values())
    contents = "".join(
        f'<li class="fii-geheel__regel fii-geheel__regel--{part.depth - above}"><a href="#{part.id}">{escape(part.title)}</a></li>'
        for part in parts.values()
    )
    holder.replace_with(
        markup.fragment(f'<div class="fii-geheel"><ol class="fii-geheel__inhoud">{contents}</ol>{body}</div>')
    )


def _copy(site: Path, here: str, part: Part, parts: dict[str, Part], first: dict[str, Part], depth: int) -> str:
    page = markup.read(site / part.address / "index.html")
    article = _article(page)
    _refer(article, part, parts, first)
    _keep_map(article)
    for node in article.css(DROPPED):
        node.decompose()
    for node in list(markup.below(article)):
        _lower(node, depth)
        _still(node)
        _relink(node, part, here, parts)
    phase = _phase_class(page)
    return f'<section class="fii-geheel__deel fii-geheel__deel--{depth}{phase}">{article.inner_html}</section>'


def _phase_class(page: Page) -> str:
    holder = page.css_first(".fii-page")
    names = [name for name in markup.classes(holder) if name.startswith("fii-fase-")] if holder else []
    return f" {names[0]}" if names else ""


def _refer(article: Node, part: Part, parts: dict[str, Part], first: dict[str, Part]) -> None:
    """An instrument stands once: on its own page where that is here, else where it came first; elsewhere refers."""
    for form in article.css("[data-fii-widget=instrument]"):
        id_ = form.attrs.get("data-fii-id") or ""
        own = parts.get(f"checklists/{id_}/") or first.setdefault(id_, part)
        if own == part:
            continue
        link = f'<a href="#{own.id}">{escape(own.title)}</a>'
        form.replace_with(markup.fragment(f'<p class="fii-verwijs">{link}</p>'))


def _keep_map(article: Node) -> None:
    """The large map of the line is a picture here, no menu; the small ones that say where one is go."""
    for nav in article.css("nav.fii-lijn"):
        if nav.css_first(".fii-lijn__beeld--breed") is not None:
            name = escape(nav.attrs.get("aria-label") or "")
            nav.replace_with(markup.fragment(f'<figure class="fii-lijn" aria-label="{name}">{nav.inner_html}</figure>'))


def _lower(node: Node, depth: int) -> None:
    """Bring a heading below the title of the page that gathers."""
    if heading := re.fullmatch(r"h(\d)", node.tag or ""):
        level = min(6, int(heading[1]) + depth)
        attributes = "".join(f' {name}="{escape(value or "")}"' for name, value in node.attributes.items())
        node.replace_with(markup.fragment(f"<h{level}{attributes}>{node.inner_html}</h{level}>"))


def _still(node: Node) -> None:
    """On this page a form is paper and unfolded: nothing can be typed that would not be kept."""
    if "data-fii-fold-panel" in node.attributes:
        del node.attrs["hidden"]
    for name in [name for name in node.attributes if name.startswith("data-fii-")]:
        del node.attrs[name]
    if node.tag in ("input", "textarea", "select"):
        node.attrs["disabled"] = ""


def _relink(node: Node, part: Part, here: str, parts: dict[str, Part]) -> None:
    """Let links between gathered pages stay on this page, and the others keep leading where they led."""
    for name in ("href", "src"):
        value = node.attrs.get(name) if name in node.attributes else None
        if value:
            node.attrs[name] = relinked(value, part.address, here, parts)


def relinked(link: str, there: str, here: str, parts: dict[str, Part]) -> str:
    """Return a link of the page at `there` as it must read on the page at `here`."""
    if link.startswith(("http:", "https:", "mailto:", "data:")):
        return link
    path, mark, fragment = link.partition("#")
    target = posixpath.normpath(posixpath.join("/", there, path))[1:] if path else there.rstrip("/")
    directory = path.endswith(("/", "/..")) or path in ("", ".", "..")
    address = f"{target}/" if target and directory else target
    known = parts.get(address)
    if known is not None:
        return f"#{fragment if fragment in known.ids else known.id}"
    back = posixpath.relpath(f"/{target}", f"/{here}")
    return f"{back}{'/' if directory else ''}{mark}{fragment}"
