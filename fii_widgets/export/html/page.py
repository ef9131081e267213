"""A paper → one HTML file that reads, prints and can carry its dossier. Self-contained: no script, nothing fetched.

The file's own policy allows its one style sheet and nothing else. The dossier stands in it as data (see carried).
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator

from fii_widgets.export.html.carried import data_element
from fii_widgets.export.html.style import STYLE, line_mark
from fii_widgets.render.markup import Html, element
from fii_widgets.render.parts import grid
from fii_widgets.report.papers.paper import Bullets, Heading, InWords, Links, Paper, Paragraph, Table, reading, repeats
from fii_widgets.words import word

#: shapes of choices that have one of their own
_SHAPES = frozenset({"groen", "oranje", "rood", "onbekend", "nvt", "leeg"})


def html_bytes(paper: Paper, dossier: str = "") -> bytes:
    """Return the page. `dossier` is the text of a dossier file; with it, the page opens in the handbook as a dossier."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", paper.title),
        element("style", Html(STYLE)),
    )
    top = element(
        "header",
        line_mark(),
        element("h1", paper.title, dir="auto"),
        element("p", paper.subtitle, class_="subtitle", dir="auto") if paper.subtitle else None,
    )
    foot = element("footer", element("p", word("paper_carries"))) if dossier else None
    body = element("body", top, element("main", list(_blocks(paper))), foot, data_element(dossier))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=paper.lang)}\n".encode()


def _blocks(paper: Paper) -> Iterator[Html]:
    before: InWords | None = None
    for block in reading(paper):
        yield _block(block, is_named=repeats(before, block))
        before = block


def _block(block: InWords, *, is_named: bool) -> Html:
    match block:
        case Heading():
            return element(f"h{min(block.level + 1, 6)}", block.text, dir="auto")
        case Paragraph():
            return element("p", block.text, class_="lead" if block.lead else None, dir="auto")
        case Bullets():
            return element("ul", [element("li", item, dir="auto") for item in block.items])
        case Links():
            return element(
                "ul", [element("li", element("a", one.title, href=_safe(one.address))) for one in block.items]
            )
        case Table():
            return _table(block, is_named=is_named)


def _safe(address: str) -> str | None:
    """Return an address of the web; of others none: a link without one is text."""
    return address if address.startswith(("https://", "http://")) else None


def _table(table: Table, *, is_named: bool) -> Html:
    inside = grid(table.caption, table.columns, [_row(table, row, mark) for row, mark in table.marked_rows])
    # a table may be wider than a phone: it scrolls in a place of its own, by keyboard too
    kind = "table named" if is_named else "table"
    return element("div", inside, class_=kind, role="region", aria_label=table.caption, tabindex="0")


def _row(table: Table, row: Iterable[str], mark: str) -> Html:
    cells = []
    for at, text in enumerate(row):
        tag, scope = ("th", "row") if table.row_headers and at == 0 else ("td", None)
        shape = f"mark {mark}" if at == table.marked and mark in _SHAPES else None
        cells.append(element(tag, text, scope=scope, class_=shape, dir="auto"))
    return element("tr", cells)
