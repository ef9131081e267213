"""A paper → a Word document: real headings, header rows that repeat, language and title. Only the standard library."""

from collections.abc import Iterable, Iterator

from fii_widgets.export.docx.parts import NAMESPACE, fixed_parts
from fii_widgets.export.parts.direction import runs_from_right
from fii_widgets.export.parts.pack import pack
from fii_widgets.export.parts.signs import sign
from fii_widgets.export.parts.widths import column_widths, stays_whole
from fii_widgets.export.parts.xml import HEAD, attribute, word_run
from fii_widgets.report.papers.paper import Bullets, Heading, InWords, Links, Paper, Paragraph, Table, reading, repeats

_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1134" w:bottom="1304" w:left="1134" w:header="624" w:footer="624" w:gutter="0"/>'
    "</w:sectPr>"
)
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"


def docx_bytes(paper: Paper) -> bytes:
    """Return the document."""
    body = [_paragraph(paper.title, "Title")]
    if paper.subtitle:
        body.append(_paragraph(paper.subtitle, "Subtitle"))
    before: InWords | None = None
    for block in reading(paper):
        body += _block(block, is_named=repeats(before, block))
        before = block
    document = f"{HEAD}<w:document {NAMESPACE}><w:body>{''.join(body)}{_PAGE}</w:body></w:document>"
    return pack({**fixed_parts(paper), "word/document.xml": document})


def _paragraph(text: str, style: str, before: str = "") -> str:
    side, letters = ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>") if runs_from_right(text) else ("", "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{side}</w:pPr>{before}{word_run(text, letters)}</w:p>'


def _block(block: InWords, *, is_named: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield _paragraph(block.text, f"Heading{block.level}")
        case Paragraph():
            yield _paragraph(block.text, "Lead" if block.lead else "BodyText")
        case Bullets(items=texts) | Links(texts=texts):
            yield from (_paragraph(text, "ListBullet") for text in texts)
        case Table():
            if not is_named:
                yield _paragraph(block.caption, "Caption")
            yield _table(block)
            yield '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'


def _table(table: Table) -> str:
    """Return a table. Only a row that fits on a page for certain may not go on on the next one (see `stays_whole`)."""
    widths = column_widths(table)
    look = f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{int(table.row_headers)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    properties = (
        f'<w:tblPr><w:tblStyle w:val="FiiTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={attribute(table.caption)}/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = [_paragraph(text, "TableHeading") for text in table.columns]
    rows = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cells(head, widths)}</w:tr>"]
    rows += [
        f"<w:tr>{_WHOLE if stays_whole(row, widths) else ''}{_cells(_texts(table, row, mark), widths)}</w:tr>"
        for row, mark in table.marked_rows
    ]
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _texts(table: Table, row: tuple[str, ...], mark: str) -> Iterator[str]:
    for at, text in enumerate(row):
        style = "TableRowHeading" if table.row_headers and at == 0 else "TableText"
        lit = sign(mark) if at == table.marked else ""
        light = word_run(lit, f'<w:rPr><w:rStyle w:val="Light{mark.capitalize()}"/></w:rPr>') if lit else ""
        yield _paragraph(text, style, light)


def _cells(paragraphs: Iterable[str], widths: list[int]) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{one}</w:tc>'
        for one, width in zip(paragraphs, widths, strict=True)
    )
