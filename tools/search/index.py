"""Cut the built pages into sections and publish them as one plain script; ranks nothing, that is the browser's part.

The text itself is the index: the browser makes its tables from it on first use (docs/javascripts/search/search-engine.js).
The text is needed anyway, to show words in their context; a ready-made table beside it would double the bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.pages import markup, plain_script
from tools.pages.markup import Node, Page
from tools.pages.parts import GATHERING
from tools.search.stop_words import ASKING, STOP

#: Where the register stands in the site; its one call takes JSON text, which browsers read fastest.
FILE = "javascripts/search-register.js"
CALL = "globalThis.fiiSearchRegister"
HEADINGS = ("h1", "h2", "h3", "h4")
#: What is not text of the page: copies of other pages, menus, words on buttons and choices, drawings, the foot with sources.
SKIP_TAGS = frozenset(("nav", "footer", "script", "style", "template", "svg", "button", "select", "textarea", "dialog"))
SKIP_CLASSES = frozenset(
    (
        "fii-codes",
        "fii-ga",
        "fii-geheel",
        "fii-choices",
        "fii-note",
        "fii-status",
        "fii-aside",
        "fii-lijn",
        "fii-leestijd",
        "fii-provenance",
        "headerlink",
    )
)
#: Heading of a list of links; their words stand on the pages they lead to.
LEADS_ON = "blok-verder"
INLINE = frozenset(("a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup"))
#: Words of what readers type and what the handbook says: kept by authors, published with the pages.
ALIKE = "naslag/zoekwoorden.tsv"
#: What readers ask for, of each place that answers it: kept by authors too.
ASKED = "naslag/zoekplekken.tsv"
#: What the start page starts with in that list, for a line that starts with # says nothing.
HOME = "./"
GLOSSARY = "naslag/begrippen/"
ABBREVIATIONS = "ns-begrippen-afkortingen"
#: What a page is for the filter of the dialog, by the kind of its template. A page that is only text is what its folder is.
KINDS = {
    "start": "model", "model": "model", "fase": "model", "subfase": "model", "tekst": "model",
    "casus": "verhaal", "inzichten": "verhaal", "reflectie": "verhaal",
    "instrument": "instrument", "checklists": "instrument", "naslag": "naslag",
}  # fmt: skip
OTHER = "over"
FOLDERS = {"achtergrond": "achtergrond", "gereedschap": "gereedschap", "voorbeelden": OTHER}
#: Tells about the handbook, not of its matter: the pages that hold everything once more, and where the text comes from.
ABOUT = (*GATHERING, "bron-en-verantwoording/")
#: Pages whose matter is how the handbook was made; they answer last, for everybody writes about everything there.
ASIDE = ("over/hoe-deze-site-werkt/", "naslag/bron-en-verantwoording/")


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
    #: number of the phase the page belongs to, 0 for none
    phase: int = 0
    #: what the page is, for the filter
    kind: str = OTHER
    #: the same in the word that readers type: subfase, casus, instrument
    sort: str = ""


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
    phase, sort = _template(page)
    kind = _kind(sort, address)
    return [
        Section(
            address, item.anchor, item.heading or title, title, " ".join("".join(item.words).split()), phase, kind, sort
        )
        for item in reader.found
        if not item.leads_on and (item.heading or any(word.strip() for word in item.words))
    ]


def _template(page: Page) -> tuple[int, str]:
    """Read phase and kind of template from the frame of the page."""
    frame = page.css_first(".fii-page")
    names = " ".join(markup.classes(frame)) if frame else ""
    phase = re.search(r"\bfii-fase-(\d)", names)
    sort = re.search(r"\bfii-page--(\w+)", names)
    return int(phase[1]) if phase else 0, sort[1] if sort else ""


def _kind(sort: str, address: str) -> str:
    if address.endswith(ABOUT):
        return OTHER
    folder = FOLDERS.get(address.partition("/")[0]) if sort == "tekst" else None
    return folder or KINDS.get(sort, OTHER)


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
            # A line that asks on about another item (who does what?) says the same everywhere.
            if "data-fii-of" not in node.attrs:
                self._item(node)
        elif node.id and "fii-figure" in markup.classes(node):
            self._figure(node)
        elif node.id and node.tag == "dt":
            self._begin(node.id, markup.text(node))
        elif node.tag == "dl" and node.css("dt[id]"):
            self._apart([node])
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

    def _apart(self, parts: list[Node], anchor: str = "", heading: Node | None = None) -> None:
        """Take in sections of their own, one of them with this anchor; what follows belongs to what stands around them."""
        around = self.open
        if anchor:
            self._begin(anchor, markup.text(heading) if heading else "")
        for part in parts:
            self.walk(part)
        self.open = around

    def _figure(self, node: Node) -> None:
        self._apart([node], node.id or "", node.css_first("caption, figcaption"))

    def _item(self, node: Node) -> None:
        text = node.css_first(".fii-item__text") or node.css_first("legend") or node.css_first("label")
        self._apart(node.css(".fii-item__help"), node.id or "", text)


def alike(site: Path, found: list[Section]) -> list[tuple[str, str]]:
    """Pair what readers type with what the handbook says: the authors' list, double names of terms, abbreviations.

    Raises ValueError for a line of the list that is no pair.
    """
    pairs = list(_listed(site / ALIKE))
    for item in found:
        if item.address == GLOSSARY and " / " in item.heading:
            names = [re.sub(r"\(.*?\)", "", name).strip() for name in item.heading.split(" / ")]
            pairs += [(one, other) for one in names for other in names if one != other]
    return pairs


def _listed(file: Path) -> Iterator[tuple[str, str]]:
    """Read the authors' list: what readers type, a tab, what the handbook says; each may be several, with commas."""
    for number, line in enumerate(file.read_text("utf-8").splitlines() if file.is_file() else [], 1):
        if not line.strip() or line.startswith("#"):
            continue
        typed, tab, meant = line.partition("\t")
        if not tab or not typed.strip() or not meant.strip():
            raise ValueError(
                f"{ALIKE}:{number}: schrijf links wat lezers typen, dan een tab, dan wat er in het handboek staat"
            )
        yield from ((left.strip(), right.strip()) for left in typed.split(",") for right in meant.split(","))


def abbreviations(page: Page) -> list[tuple[str, str]]:
    """Give the pairs of the table with abbreviations, both ways; only what the table writes out."""
    heading = page.css_first(f"#{ABBREVIATIONS}")
    table = (
        heading.parent.css_first(f"#{ABBREVIATIONS} ~ * table, #{ABBREVIATIONS} ~ table")
        if heading and heading.parent
        else None
    )
    pairs: list[tuple[str, str]] = []
    for row in table.css("tbody tr") if table else ():
        short, meaning = (markup.text(cell) for cell in row.css("td, th")[:2])
        full = re.split(r"[,;]", meaning)[0].strip()
        if full[:1].isupper() or full.lower().startswith(short[:1].lower()):
            pairs += [(short, full), (full, short)]
    return pairs


def asked(site: Path, found: list[Section]) -> list[tuple[int, str]]:
    """Pair each listed place with what readers ask for it: number of the section, question.

    A line is an address, a tab, and questions with commas. Raises ValueError for a line that is none; a place that this
    site does not have is left out, for an edition may leave pages out.
    """
    file = site / ASKED
    places = {f"{item.address}#{item.anchor}" if item.anchor else item.address: at for at, item in enumerate(found)}
    pairs: list[tuple[int, str]] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines() if file.is_file() else [], 1):
        if not line.strip() or line.startswith("#"):
            continue
        address, tab, questions = line.partition("\t")
        if not tab or not address.strip() or not questions.strip():
            raise ValueError(f"{ASKED}:{number}: schrijf links een adres, dan een tab, dan wat lezers typen")
        at = places.get(address.strip().removeprefix(HOME))
        if at is not None:
            pairs += [(at, question.strip()) for question in questions.split(",") if question.strip()]
    return pairs


def register(
    found: list[Section], pairs: list[tuple[str, str]], questions: list[tuple[int, str]] | None = None
) -> dict[str, object]:
    """Give the register in the shape that search/search-engine.js describes."""
    pages = list(dict.fromkeys((item.address, item.page, item.phase, item.kind, item.sort) for item in found))
    place = {page[:2]: number for number, page in enumerate(pages)}
    rows = [(place[item.address, item.page], item.anchor, item.heading, item.text) for item in found]
    return {
        "pages": pages, "sections": rows, "stop": STOP, "asking": ASKING, "alike": list(dict.fromkeys(pairs)),
        "asked": questions or [], "aside": [page[0] for page in pages if page[0] in ASIDE],
    }  # fmt: skip


def write(site: Path, found: list[Section]) -> None:
    """Publish the register as a plain script, which opens on http and from a folder alike."""
    glossary = site / GLOSSARY / "index.html"
    pairs = alike(site, found) + (abbreviations(markup.read(glossary)) if glossary.is_file() else [])
    plain_script.write(site / FILE, CALL, register(found, pairs, asked(site, found)))
