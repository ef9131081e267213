"""Let old addresses lead on (aliassen.yml): a small page for a page, an empty element for a place. Checks nothing itself.

Runs last, so that what it adds is found by no search and stands in no copy of a page.
"""

from html import escape
from pathlib import Path

from fii_widgets.words import word
from tools.addresses import aliases
from tools.addresses.aliases import Alias, Aliases
from tools.pages import markup, places
from tools.pages.markup import Node, Page
from tools.pages.places import ALIAS, ALIAS_PAGE
from tools.passes import small_page

#: Elements that can hold an empty element at their very start; before all others it stands apart.
_HOLDING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "td", "th", "div", "section"))


def clear(site: Path) -> None:
    """Take away the pages that an earlier run made."""
    for path in markup.pages(site):
        if markup.read(path).css_first(ALIAS_PAGE):
            path.unlink()


def strip(page: Page) -> None:
    """Take out of a page what an earlier run put in."""
    for node in page.css(f"[{ALIAS}]"):
        node.decompose()


def write(site: Path, leads: Path = aliases.FILE) -> Aliases:
    """Make every alias work; raise SourceError where the file is wrong, before anything is written."""
    found = aliases.read(places.offered(site), leads)
    for alias in found:
        page, mark, anchor = alias.old.partition("#")
        if not mark:
            _write_page(site, alias, found)
        elif (page or "./") in found.now:
            _put_place(site, page, anchor, alias)
    return found


def _write_page(site: Path, alias: Alias, found: Aliases) -> None:
    """A page in the place of one that moved, with the places on it that went elsewhere."""
    path = site / alias.old / "index.html"
    places = [other for other in found if other.old.startswith(f"{alias.old}#")]
    listed = "".join(
        f'<li><a id="{escape(other.old.partition("#")[2])}" href="{_link(alias.old, other.new)}">'
        f"{escape(title(site, other.new))}</a></li>"
        for other in places
    )
    others = f"<p>{word('moved_places')}</p><ul>{listed}</ul>" if listed else ""
    lead = f'<a href="{_link(alias.old, alias.new)}" data-fii-onward="">{escape(title(site, alias.new))}</a>'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        small_page.write(
            small_page.site_name(site),
            "../" * alias.old.count("/"),
            word("moved_from", address=alias.old.strip("/")),
            word("moved"),
            f"<p>{word('moved_to')} {lead}</p>{others}",
            _canonical(site, alias.new),
        ),
        "utf-8",
    )


def _put_place(site: Path, page: str, anchor: str, alias: Alias) -> None:
    """Put an empty element with the old id at the new place, or a line that leads to another page."""
    path = site / page / "index.html"
    tree = markup.read(path)
    article = tree.css_first("main article")
    there, _, target = alias.new.partition("#")
    if article is None:
        raise ValueError(f"{page}: no article")
    if there == page or (there == "./" and page == ""):
        node = next((node for node in article.css("[id]") if node.id == target), None) or article.css_first("h1")
        if node is not None:
            _mark(tree, node, anchor)
    else:
        line = (
            f'<p id="{escape(anchor)}" class="fii-verhuisd" {ALIAS}=""><a href="{_link(page, alias.new)}" '
            f'data-fii-onward="">{word("moved_place", title=escape(title(site, alias.new)))}</a></p>'
        )  # it shows only to who asks for it by its address; scripts follow it
        article.insert_child(markup.fragment(line), move=True)
    markup.write(tree, path)


def _mark(tree: Page, node: Node, anchor: str) -> None:
    mark = markup.element(tree, "span", id=anchor, data_fii_alias="", class_="fii-oud-anker")
    first = node.first_child
    if node.tag not in _HOLDING:
        node.insert_before(mark, move=True)
    elif first is None:
        node.insert_child(mark, move=True)
    else:
        first.insert_before(mark, move=True)


def _link(page: str, address: str) -> str:
    """Write an address as a link on a page."""
    return escape(("../" * page.count("/") or "./") + address.removeprefix("./"))


def title(site: Path, address: str) -> str:
    """Name a place: the heading of its page, and its own."""
    page, _, anchor = address.removeprefix("./").partition("#")
    article = markup.read(site / page / "index.html").css_first("main article")
    heading = article.css_first("h1") if article else None
    node = next((node for node in article.css("[id]") if node.id == anchor), None) if article and anchor else None
    own = markup.text(node) if node is not None and node.tag in ("h2", "h3", "h4") else ""
    return ": ".join(part for part in (markup.text(heading) if heading else "", own) if part)


def _canonical(site: Path, address: str) -> str:
    """The address on the web of the new page, where the publisher named one."""
    page = markup.read(site / address.removeprefix("./").partition("#")[0] / "index.html")
    return markup.attribute(page, 'link[rel="canonical"]', "href")
