"""A paper → an OpenDocument workbook. Every cell is text; the row of headings is marked and returns on paper."""

from fii_widgets.export.odf.package import language, odf_bytes
from fii_widgets.export.parts.sheets import Sheet, sheets
from fii_widgets.export.parts.xml import attribute, odf
from fii_widgets.report.papers.paper import Paper

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods_bytes(paper: Paper) -> bytes:
    """Return the workbook."""
    made = sheets(paper)
    widths = sorted({width for sheet in made for width in sheet.widths})
    columns = "".join(
        f'<style:style style:name="k{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * 0.19:.2f}cm"/></style:style>'
        for width in widths
    )
    tables = "".join(_sheet(sheet) for sheet in made)
    content = (
        f"<office:automatic-styles>{columns}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    )
    return odf_bytes(paper, _TYPE, content, _styles(paper.lang))


def _sheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="k{width}" table:default-cell-style-name="Vak"/>'
        for width in sheet.widths
    )
    rows = "".join(_row(row, "Vak") for row in sheet.rows)
    return (
        f"<table:table table:name={attribute(sheet.name)}>{columns}"
        f"<table:table-header-rows>{_row(sheet.columns, 'Kop')}</table:table-header-rows>{rows}</table:table>"
    )


def _row(cells: tuple[str, ...], style: str) -> str:
    return f"<table:table-row>{''.join(_cell(text, style) for text in cells)}</table:table-row>"


def _cell(text: str, style: str) -> str:
    """Return a cell; each line of its text is a paragraph, as workbooks want it.

    A tab becomes a space: LibreOffice 7.4 leaves a tab in a cell out, and two words would be one.
    """
    if not text:
        return f'<table:table-cell table:style-name="{style}"/>'
    lines = "".join(f"<text:p>{odf(one)}</text:p>" for one in text.replace("\t", " ").split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'


def _styles(lang: str) -> str:
    cell = 'fo:wrap-option="wrap" style:vertical-align="top"'
    return (
        '<office:styles><style:default-style style:family="table-cell">'
        f"<style:text-properties {language(lang)}/></style:default-style>"
        f'<style:style style:name="Vak" style:family="table-cell"><style:table-cell-properties {cell}/></style:style>'
        f'<style:style style:name="Kop" style:family="table-cell"><style:table-cell-properties {cell} '
        'fo:border-bottom="1pt solid #1e2430"/><style:text-properties fo:font-weight="bold"/></style:style>'
        "</office:styles>"
    )
