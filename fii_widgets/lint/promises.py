"""What was published stays: every page and id of links.lock is there, or aliassen.yml says where it went. Opens no files.

Told where it went missing: at the line that has another id now, else at the one above it. What leads there from
elsewhere is not told: the build looks after the rest (tools/addresses).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import Handbook, Loaded
from fii_widgets.handbook.pages import Page
from fii_widgets.handbook.promised import ALIASES, Promised
from fii_widgets.instrument.text.yaml_text import Document, texts
from fii_widgets.lint.links import Targets


@dataclass(frozen=True)
class Written:
    """A file with ids, each at its line, and whether it can be read at all."""

    file: str
    lines: Mapping[str, int]
    whole: bool


def check_promises(handbook: Handbook, targets: Targets, told: Collection[tuple[str, int]]) -> Iterator[Problem]:
    """Yield what was published and is gone; told: the places at which something else was said already."""
    pages = {page.address: page for page in handbook.pages}
    sheets = {loaded.address: loaded for loaded in handbook.published}
    for address, ids in handbook.promised.pages.items():
        if address not in pages and address not in sheets:
            yield _lost_page(address, pages)
            continue
        now = targets.pages.get(pages[address].file if address in pages else f"{address[:-1]}.md")
        missing = [id_ for id_ in ids if now is not None and id_ not in now]
        for id_ in missing:
            found = _lost(id_, address, pages.get(address), sheets.get(address), handbook.promised)
            if found and (found.file, found.line) not in told:
                yield found


def gone(promised: Promised) -> dict[str, frozenset[str]]:
    """Return file → ids of which this module tells when they are missing."""
    return {f"{address.rstrip('/') or 'index'}.md": frozenset(ids) for address, ids in promised.pages.items()}


def _lost(id_: str, address: str, page: Page | None, sheet: Loaded | None, promised: Promised) -> Problem | None:
    """Say that an id is gone, in the file that it was in; nothing where that cannot be read."""
    if sheet and not (page and id_.startswith("cl-")):
        where = _of_sheet(sheet)
    elif page:
        where = _of_page(page)
    else:
        return None
    if not where.whole:
        return None
    alias = f"{address}#{id_}: {address}"
    fresh = [one for one in where.lines if not promised.is_of(address, one)]
    if near := get_close_matches(id_, fresh, n=1, cutoff=0.5):
        message = f"'{id_}' is gepubliceerd en heet hier nu '{near[0]}'. Zet '{id_}' terug: links en bewaarde antwoorden hangen eraan."
        if not sheet:
            message += f" Moet het anders heten, zet dan in {ALIASES}: {alias}#{near[0]}"
        return Problem(where.file, where.lines[near[0]], message)
    before = [one for one in promised.pages[address] if one < id_ and one in where.lines]
    message = f"'{id_}' is gepubliceerd en staat hier niet meer. Zet het terug, of zet in {ALIASES}: {alias}"
    return Problem(where.file, where.lines[before[-1]] if before else 1, message)


def _of_sheet(sheet: Loaded) -> Written:
    return Written(sheet.file, _ids(sheet.document), not sheet.document.broken)


def _of_page(page: Page) -> Written:
    """A page with a heading that has no id is not whole: that is told, and it may be this one."""
    headings = {heading.id: heading.line for heading in page.headings if heading.id}
    whole = not page.meta.broken and all(heading.id for heading in page.headings)
    return Written(f"docs/{page.file}", headings, whole)


def _ids(document: Document) -> dict[str, int]:
    """Return what an author wrote as an id, whatever its form; the first line of each."""
    found: dict[str, int] = {}
    for path, text in texts(document.tree):
        if path[-1] == "id":
            found.setdefault(text, document.line(path))
    return found


def _lost_page(address: str, pages: Mapping[str, Page]) -> Problem:
    """Say that a page is gone: where it has another name now, or else under the name it had."""
    name = address.rstrip("/").rpartition("/")[2]
    near = get_close_matches(name, [one.rstrip("/").rpartition("/")[2] for one in pages], n=1, cutoff=0.8)
    moved = [page for one, page in pages.items() if near and one.rstrip("/").rpartition("/")[2] == near[0]]
    message = f"de pagina '{address}' is gepubliceerd en is er niet meer. Zet het bestand terug, of zet in {ALIASES}: {address}: "
    file = f"docs/{moved[0].file}" if moved else f"docs/{address.rstrip('/')}.md"
    return Problem(file, 1 if moved else 0, message + (moved[0].address if moved else "het nieuwe adres"))
