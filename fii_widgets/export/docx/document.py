"""A paper → a Word document: real headings, header rows that repeat, language and title. Only the standard library."""

from collections.abc import Iterator

from fii_widgets.export.docx.parts import NAMESPACE, fixed_parts
from fii_widgets.export.parts.pack import pack
from fii_widgets.export.parts.xml import HEAD, attribute, word_run
from fii_widgets.report.papers.paper import Bullets, Heading, InWords, Links, Paper, Paragraph, Table, reading

#: what stands between the margins, in twentieths of a point
_WIDTH = 9638
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1134" w:bottom="1304" w:left="1134" w:header="624" w:footer="624" w:gutter="0"/>'
    "</w:sectPr>"
)


def docx_bytes(paper: Paper) -> bytes:
    """Return the document."""
    body = [_paragraph(paper.title, "Title")]
    if paper.subtitle:
        body.append(_paragraph(paper.subtitle, "Subtitle"))
    for block in reading(paper):
        body += _block(block)
    document = f"{HEAD}<w:document {NAMESPACE}><w:body>{''.join(body)}{_PAGE}</w:body></w:document>"
    return pack({**fixed_parts(paper), "word/document.xml": document})


def _paragraph(text: str, style: str, extra: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{word_run(text)}</w:p>'


def _block(block: InWords) -> Iterator[str]:
    match block:
        case Heading():
            yield _paragraph(block.text, f"Heading{block.level}")
        case Paragraph():
            yield _paragraph(block.text, "Lead" if block.lead else "BodyText")
        case Bullets(items=texts) | Links(texts=texts):
            yield from (_paragraph(text, "ListBullet") for text in texts)
        case Table():
            yield _paragraph(block.caption, "Caption", "<w:keepNext/>")
            yield _table(block)
            yield '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'


def _table(table: Table) -> str:
    widths = column_widths(table, _WIDTH)
    look = f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{int(table.row_headers)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    properties = (
        f'<w:tblPr><w:tblStyle w:val="FiiTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={attribute(table.caption)}/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    rows = [f"<w:tr>{head}{_cells(table.columns, widths, len(table.columns))}</w:tr>"]
    rows += [
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cells(row, widths, int(table.row_headers))}</w:tr>"
        for row in table.rows
    ]
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cells(row: tuple[str, ...], widths: list[int], headings: int) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(text, 'TableHeading' if at < headings else 'TableText')}</w:tc>"
        for at, (text, width) in enumerate(zip(row, widths, strict=True))
    )


def column_widths(table: Table, total: int) -> list[int]:
    """Divide a width over the columns by what stands in them; none gets less than a few letters."""
    weights = []
    for at, head in enumerate(table.columns):
        longest = max([len(head), *(len(row[at]) for row in table.rows)])
        word = max(len(piece) for text in (head, *(row[at] for row in table.rows)) for piece in (text.split() or [""]))
        weights.append(max(min(longest, 46), min(word + 2, 18), 5))
    widths = [total * weight // sum(weights) for weight in weights]
    return [*widths[:-1], total - sum(widths[:-1])]
