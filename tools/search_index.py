"""Cut the built pages into sections and publish them as one plain script; ranks nothing, that is the browser's part.

The text itself is the index: the browser makes its tables from it on first use (docs/javascripts/search-engine.js).
The text is needed anyway, to show words in their context; a ready-made table beside it would double the bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tools import markup, plain_script
from tools.markup import Node, Page

#: Where the register stands in the site; its one call takes JSON text, which browsers read fastest.
FILE = "javascripts/search-register.js"
CALL = "globalThis.fiiSearchRegister"
HEADINGS = ("h1", "h2", "h3")
#: What is not text of the page: copies of other pages, menus, words on buttons and choices, drawings, the foot with sources.
SKIP_TAGS = frozenset(("nav", "footer", "script", "style", "template", "svg", "button", "select", "textarea", "dialog"))
SKIP_CLASSES = frozenset(
    ("fii-geheel", "fii-choices", "fii-note", "fii-status", "fii-aside", "fii-lijn", "fii-leestijd", "headerlink")
)
#: Heading of a list of links; their words stand on the pages they lead to.
LEADS_ON = "blok-verder"
INLINE = frozenset(("a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup"))
_STOP = (
    "aan al als bij dan dat de der des deze die dit door dus een en er had heb hebben heeft het hier hij hoe ik in is "
    "je kan kunnen maar me met mijn na naar niet nog nu of om onder ook op over s t te tot u uit uw van veel voor "
    "want waren was wat we wel werd wie wij wordt worden zal ze zich zij zijn zo zonder zou"
)
#: Words that say nothing alone; a question made of them only finds nothing.
STOP = tuple(_STOP.split())


@dataclass(frozen=True)
class Section:
    """A stretch of a page under one heading, as far as the next."""

    #: directory address from the root of the site, without a slash before it
    address: str
    #: id of the heading, empty for the top of the page
    anchor: str
    heading: str
    #: heading of the page
    page: str
    text: str


@dataclass
class _Open:
    """A section that is being filled."""

    anchor: str
    heading: str
    #: whether it only leads on to pages that are found by themselves
    leads_on: bool = False
    words: list[str] = field(default_factory=list)


def sections(page: Page, name: str) -> list[Section]:
    """Cut one page into sections; `name` is its path in the site. A page that is no page of the book has none."""
    main = page.css_first("main article") or page.css_first("main")
    if main is None or name == "404.html":
        return []
    address = name.removesuffix("index.html")
    reader = _Reader(address)
    reader.walk(main)
    title = reader.title or markup.text(page.css_first("title") or main)
    return [
        Section(address, item.anchor, item.heading or title, title, " ".join("".join(item.words).split()))
        for item in reader.found
        if not item.leads_on and (item.heading or any(word.strip() for word in item.words))
    ]


class _Reader:
    """Walks a page once, in the order of reading."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.title = ""
        self.open = _Open("", "")
        self.found = [self.open]

    def walk(self, node: Node) -> None:
        """Take in the text under a node."""
        for child in node.iter(include_text=True):
            if child.is_text_node:
                self.open.words.append(child.text_content or "")
            elif child.is_element_node and not self._skips(child):
                self._take(child)

    def _take(self, node: Node) -> None:
        if node.tag in HEADINGS and (node.id or node.tag == "h1"):
            self._heading(node)
        elif node.attrs.get("data-fii-item") and node.id:
            self._item(node)
        else:
            apart = "" if node.tag in INLINE else " "
            self.open.words.append(apart)
            self.walk(node)
            self.open.words.append(apart)

    def _skips(self, node: Node) -> bool:
        if node.tag in SKIP_TAGS or "data-fii-noindex" in node.attrs or SKIP_CLASSES & set(markup.classes(node)):
            return True
        # An instrument stands on several pages; its items are found on the page that is its own.
        instrument = node.attrs.get("data-fii-id")
        return bool(instrument) and self.address != f"checklists/{instrument}/"

    def _heading(self, node: Node) -> None:
        heading = markup.text(node)
        if node.tag == "h1" and not self.title:
            self.title = heading
            self.open.heading = heading
        else:
            self._begin(node.id or "", heading)
            self.open.leads_on = LEADS_ON in markup.classes(node)

    def _begin(self, anchor: str, heading: str) -> None:
        self.open = _Open(anchor, heading)
        self.found.append(self.open)

    def _item(self, node: Node) -> None:
        around = self.open
        text = node.css_first(".fii-item__text") or node.css_first("legend") or node.css_first("label")
        self._begin(node.id or "", markup.text(text) if text else "")
        for part in node.css(".fii-item__help"):
            self.walk(part)
        # What follows the item belongs to what stands around it, not to the item.
        self.open = around


def register(found: list[Section]) -> dict[str, object]:
    """Give the register in the shape that search-engine.js describes."""
    pages = list(dict.fromkeys((item.address, item.page) for item in found))
    place = {page: number for number, page in enumerate(pages)}
    rows = [(place[item.address, item.page], item.anchor, item.heading, item.text) for item in found]
    return {"pages": pages, "sections": rows, "stop": STOP}


def write(site: Path, found: list[Section]) -> None:
    """Publish the register as a plain script, which opens on http and from a folder alike."""
    plain_script.write(site / FILE, CALL, register(found))
