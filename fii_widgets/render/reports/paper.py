"""A paper → HTML for the page and its printer: only what the page's allow-list has. Nothing of a file: see export/html."""

from fii_widgets.render import parts
from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.pictures.draw import drawings
from fii_widgets.report.papers.paper import (
    Block,
    Bullets,
    Heading,
    Links,
    Paper,
    Paragraph,
    Picture,
    Table,
    for_reading,
)


def paper_html(paper: Paper, level: int = 2) -> Html:
    """Return a title, as a heading of this level, and the blocks of a paper. Links are text: an address of elsewhere may
    not stand in the page."""
    return join(
        [
            element(f"h{level}", paper.title, class_="fii-verslag__titel"),
            element("p", paper.subtitle, class_="fii-verslag__kop") if paper.subtitle else None,
            [_block(block, level) for block in paper.blocks],
        ]
    )


def _block(block: Block, level: int) -> Html:
    match block:
        case Heading():
            page = "fii-verslag__vel" if block.new_page else None
            return element(f"h{min(block.level + level, 6)}", block.text, class_=page)
        case Paragraph():
            return _lines(block.text, "fii-lead" if block.lead else None)
        case Bullets():
            return element("ul", [element("li", item) for item in block.items])
        case Links():
            return element("ul", [element("li", one.title) for one in block.items])
        case Table():
            return join(map(_table, for_reading(block)))
        case Picture():
            table = parts.table(block.table.caption, block.table.columns, block.table.rows, "fii-beeldtabel")
            return join([drawings(block.drawn), table, map(_lines, block.notes)])


def _lines(text: str, class_: str | None = None) -> Html:
    """What was written, line by line."""
    return join([element("p", line, class_=class_) for line in text.splitlines() if line.strip()])


def _table(table: Table) -> Html:
    rows = [_row(table, row, shape) for row, shape in table.marked_rows]
    pen = " fii-verslag__tabel--pen" if table.pen else ""
    return parts.grid(table.caption, table.columns, rows, f"fii-verslag__tabel fii-verslag__tabel--stuk{pen}")


def _row(table: Table, row: tuple[str, ...], shape: str) -> Html:
    cells = []
    for at, text in enumerate(row):
        tag, scope = ("th", "row") if table.row_headers and at == 0 else ("td", None)
        # the mark stands before the first line
        first, *more = text.splitlines() or [""]
        content = [element("p", parts.mark(shape) if at == table.marked else None, first), _lines("\n".join(more))]
        cells.append(element(tag, content, scope=scope))
    return element("tr", cells)
