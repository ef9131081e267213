"""A paper → an Excel workbook by XlsxWriter. Every cell is written as text; nothing becomes a formula, link or number."""

import io
from datetime import datetime

from fii_widgets.errors import RequestError
from fii_widgets.export.parts.pack import repack
from fii_widgets.export.parts.sheets import Sheet, sheets
from fii_widgets.report.papers.paper import Paper
from fii_widgets.words import word

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: more than a workbook's table can have as a heading
_LONGEST_HEADING = 255


def xlsx_bytes(paper: Paper) -> bytes:
    """Return the workbook: a row of headings a sheet, marked as such, that stays in sight and returns on paper."""
    import xlsxwriter  # loaded on demand in the page

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": paper.title, "created": _date(paper.date)})
    book.set_custom_property("Language", paper.lang)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for sheet in sheets(paper):
        _write(book.add_worksheet(sheet.name), sheet, head, cell)
    book.close()
    return repack(out.getvalue())


def _write(page, sheet: Sheet, head, cell) -> None:  # type: ignore[no-untyped-def]  # XlsxWriter's own classes
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for column, text in enumerate(sheet.columns):
        page.write_string(0, column, text, head)
    for number, row in enumerate(sheet.rows, 1):
        for column, text in enumerate(row):
            if page.write_string(number, column, text, cell):  # it says so with a number, and writes nothing
                raise RequestError(word("sheet_cell_too_long", size=len(text), sheet=sheet.name))
    names = {name.casefold() for name in sheet.columns}
    if sheet.rows and "" not in names and len(names) == len(sheet.columns) and max(map(len, names)) <= _LONGEST_HEADING:
        headings = [{"header": name, "header_format": head} for name in sheet.columns]
        size = (0, 0, len(sheet.rows), len(sheet.columns) - 1)
        page.add_table(*size, {"columns": headings, "style": "Table Style Light 1", "autofilter": False})
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _date(text: str) -> datetime:
    """Return a day that a workbook can say: it writes a year such as 202, which is half of a typed one, without its zero."""
    other = datetime(1980, 1, 1)
    try:
        return max(datetime.fromisoformat(text[:10]), other)
    except ValueError:
        return other
