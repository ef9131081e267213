"""Make tables readable without seeing them: heads of columns and rows are heads, and what scrolls sideways takes the keyboard."""

from html import escape
from itertools import takewhile

from tools.pages import markup
from tools.pages.markup import Node, Page

#: From this many columns on a table does not fit a telephone held upright.
WIDE = 4
WRAPPER = "fii-table-scroll"
#: a head that Markdown wrote as a cell: it says what the row is about, and looks as it did
ROW_HEAD = "fii-rijkop"


def clean(page: Page) -> None:
    """Say which cells are heads; put every wide table of the text in a named group that takes the keyboard focus."""
    for number, table in enumerate(page.css("main table"), start=1):
        _name_heads(table)
        if _columns(table) < WIDE or _is_wrapped(table):
            continue
        wrapper = markup.element(page, "div", class_=WRAPPER, role="group", tabindex="0")
        name = _name(table, number)
        if name:
            wrapper.attrs["aria-labelledby"] = name
        table.insert_before(wrapper, move=True)
        wrapper.insert_child(table, move=True)


def _name_heads(table: Node) -> None:
    """Markdown knows no head of a row, and names no direction; a table of one row has none to tell apart."""
    for head in table.css("thead th:not([scope])"):
        head.attrs["scope"] = "col"
    rows = table.css("tbody tr")
    if not table.css("thead th") or len(rows) < 2:
        return
    for row in rows:
        cell = next(iter(markup.children(row)), None)
        if cell is not None and cell.tag == "td" and markup.text(row):
            cell.replace_with(_head(cell))


def _head(cell: Node) -> Node:
    attributes = {name: value or "" for name, value in cell.attributes.items()}
    attributes["class"] = " ".join([*markup.classes(cell), ROW_HEAD])
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    # a fragment knows no row of its own
    made = markup.parse(f'<table><tbody><tr><th scope="row"{written}>{cell.inner_html}</th></tr></tbody></table>')
    return made.css("th")[0]


def _columns(table: Node) -> int:
    rows = table.css("tr")
    return max((len([cell for cell in markup.children(row) if cell.tag in ("td", "th")]) for row in rows), default=0)


def _is_wrapped(table: Node) -> bool:
    parent = table.parent
    return parent is not None and WRAPPER in markup.classes(parent)


def _name(table: Node, number: int) -> str | None:
    """Give the id of what names the table: its caption, or the heading before it."""
    caption = table.css_first("caption")
    if caption is not None:
        if not caption.id:
            caption.attrs["id"] = f"tabel-{number}"
        return caption.id
    for node in (table, *takewhile(lambda holder: holder.tag != "main", markup.around(table))):
        before = node.prev
        while before is not None:
            if before.tag in ("h1", "h2", "h3", "h4") and before.id:
                return before.id
            before = before.prev
    return None
