"""docs/*.md → what each page is: front matter, headings, ids. Reads files; knows no instruments and no HTML."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fii_widgets.handbook.phases import FILES, NAMES
from fii_widgets.instrument.text import yaml_text
from fii_widgets.system.files import read_texts

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(\{:([^}]*)\})?\s*$")
_ID = re.compile(r"#([A-Za-z0-9_-]+)")
FENCE = re.compile(r"^\s*(```|~~~)")
_RAW_ID = re.compile(r"<[a-z]+[^>]*\sid=\"([A-Za-z0-9_-]+)\"")
_LINK_TO = re.compile(r"\]\([^)\s]*#([A-Za-z0-9_-]+)\)")
_MARKUP = re.compile(r"[*_`]|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Heading:
    """One heading of a page."""

    level: int
    text: str  #: without Markdown marks
    id: str  #: empty where the author gave none
    line: int


@dataclass(frozen=True)
class Page:
    """A page as its author wrote it."""

    file: str  #: below docs/, with slashes
    text: str
    body_line: int  #: line on which the text after the front matter starts
    meta: yaml_text.Document
    headings: tuple[Heading, ...] = field(default=())

    @property
    def id(self) -> str:
        """The page's id from its front matter, or an empty text."""
        return self.value("id")

    def value(self, key: str) -> str:
        """Return a front-matter value as text; empty where it is absent or no text."""
        tree = self.meta.tree
        found = tree.get(key, "") if isinstance(tree, dict) else ""
        return found if isinstance(found, str) else ""

    @property
    def address(self) -> str:
        """Where the page is published, from the site's root: "model/1-signaleren/"."""
        stem = self.file.removesuffix(".md")
        if stem == "index":
            return ""
        return stem.removesuffix("/index") + "/"


def read_page(file: str, text: str) -> Page:
    """Take a page apart. Never raises; faults in the front matter stand in `meta.faults`."""
    lines = text.splitlines()
    meta, body_line = yaml_text.Document(), 1
    if lines and lines[0].strip() == "---":
        end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
        if end:
            meta = yaml_text.read("\n".join(lines[1:end]) + "\n", first_line=2)
            body_line = end + 2
    headings: list[Heading] = []
    for number, line in outside_code(lines, body_line):
        match = _HEADING.match(line)
        if match:
            id_ = _ID.search(match.group(4) or "")
            title = _MARKUP.sub(lambda m: m.group(1) or "", match.group(2))
            headings.append(Heading(len(match.group(1)), title, id_.group(1) if id_ else "", number))
    return Page(file, text, body_line, meta, tuple(headings))


def outside_code(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Yield (number, line) from a line on, numbered from 1, without what stands between fences."""
    fenced = False
    for number, line in enumerate(lines[first - 1 :], first):
        if FENCE.match(line):
            fenced = not fenced
        if not fenced:
            yield number, line


def read_pages(docs: Path) -> tuple[Page, ...]:
    """Read every page below docs, sorted by file. Raises SourceError with every file that cannot be read."""
    texts = read_texts(sorted(docs.rglob("*.md")), docs.parent)
    return tuple(read_page(path.relative_to(docs).as_posix(), text) for path, text in texts.items())


def link_targets(pages: tuple[Page, ...]) -> Mapping[str, tuple[str, str]]:
    """Return id → (title, address) for every page and heading, and for phases that are not written yet
    (with an empty address)."""
    targets: dict[str, tuple[str, str]] = {}
    for page in pages:
        for heading in page.headings:
            if heading.id:
                own = heading.level == 1
                title = heading.text if own else f"{heading.text} ({page.value('title') or page.headings[0].text})"
                targets[heading.id] = (title, page.address if own else f"{page.address}#{heading.id}")
        for id_, title in _raw_ids(page):
            targets.setdefault(id_, (title, f"{page.address}#{id_}"))
    for id_, name in NAMES.items():
        if id_ in targets:
            targets[id_] = (name, targets[id_][1])
        else:
            targets[id_] = (name, "")
    return targets


def linked_from(pages: tuple[Page, ...]) -> Mapping[str, tuple[Page, ...]]:
    """Return id → the pages whose text links to it, in the order of `pages`."""
    found: dict[str, dict[str, Page]] = {}
    for page in pages:
        for id_ in _LINK_TO.findall(page.text):
            found.setdefault(id_, {})[page.file] = page
    return {id_: tuple(by_file.values()) for id_, by_file in found.items()}


def _raw_ids(page: Page) -> list[tuple[str, str]]:
    """Ids of HTML that stands in the page, such as a table; named after the heading above them."""
    found = []
    for number, line in enumerate(page.text.splitlines(), 1):
        for id_ in _RAW_ID.findall(line):
            above = [heading.text for heading in page.headings if heading.line < number]
            found.append((id_, above[-1] if above else page.value("title")))
    return found


def written(pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return id → address of the phases and subphases that have a page."""
    files = {page.file: page.address for page in pages}
    return {id_: files[file] for id_, file in FILES.items() if file in files}
