"""Make wide tables reachable: a table that scrolls sideways must also scroll by keyboard."""

from itertools import takewhile

from tools.pages import markup
from tools.pages.markup import Node, Page

#: From this many columns on a table does not fit a telephone held upright.
WIDE = 4
WRAPPER = "fii-table-scroll"


def clean(page: Page) -> None:
    """Put every wide table of the text in a named group that takes the keyboard focus."""
    for number, table in enumerate(page.css("main table"), start=1):
        if _columns(table) < WIDE or _is_wrapped(table):
            continue
        wrapper = markup.element(page, "div", class_=WRAPPER, role="group", tabindex="0")
        name = _name(table, number)
        if name:
            wrapper.attrs["aria-labelledby"] = name
        table.insert_before(wrapper, move=True)
        wrapper.insert_child(table, move=True)


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
