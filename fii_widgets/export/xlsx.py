"""A paper → an Excel workbook by XlsxWriter. Days are days and numbers are numbers; every other cell is written as text,
and nothing becomes a formula or a link."""

import io
from collections.abc import Mapping
from datetime import date, datetime

from fii_widgets.errors import RequestError
from fii_widgets.export.parts.pack import repack
from fii_widgets.export.parts.sheets import (
    HEADINGS,
    ITEM,
    READABLE,
    SIZES,
    SUBTITLE,
    TITLE,
    Front,
    Sheet,
    height,
    sheets,
)
from fii_widgets.export.parts.values import Number, Value
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
_CELL = {"text_wrap": True, "valign": "top"}
#: the look of a line of the sheet to read
_LOOKS: Mapping[str, Mapping[str, object]] = {
    SUBTITLE: {"font_color": "#4A5263"},
    ITEM: {"indent": 1},
    **{look: {"bold": True} for look in (TITLE, *HEADINGS)},
}
#: a day in Dutch, whatever the language of the program
_DAY = "[$-413]d mmmm yyyy"


class _Book:
    """A workbook of XlsxWriter, which has no types, with one format a look."""

    def __init__(self, book) -> None:  # type: ignore[no-untyped-def]
        self.book = book
        self.made: dict[str, object] = {}

    def format(self, name: str, **look: object):  # type: ignore[no-untyped-def]
        """Return a format, made once."""
        if name not in self.made:
            self.made[name] = self.book.add_format({**_CELL, **look})
        return self.made[name]


def xlsx_bytes(paper: Paper) -> bytes:
    """Return the workbook: the paper to read, then a sheet a table, of which the headings stay in sight and return on paper."""
    import xlsxwriter  # loaded on demand in the page

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": paper.title, "created": _date(paper.date)})
    book.set_custom_property("Language", paper.lang)
    styles = _Book(book)
    front, found = sheets(paper)
    _write_front(book.add_worksheet(front.name), front, styles)
    for sheet in found:
        _write(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    return repack(out.getvalue())


def _write_front(page, front: Front, styles: _Book) -> None:  # type: ignore[no-untyped-def]
    page.set_column(0, 0, READABLE)
    for row, (look, text) in enumerate(front.lines):
        style = styles.format(look, num_format="@", font_size=SIZES[look], **_LOOKS.get(look, {}))
        page.set_row(row, height((text,), (READABLE,), SIZES[look]))
        _write_text(page, row, 0, text, style, front.name)
    page.hide_gridlines(2)
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _write(page, sheet: Sheet, styles: _Book) -> None:  # type: ignore[no-untyped-def]
    head = styles.format("head", bold=True, bottom=1)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.set_row(0, height(sheet.columns, sheet.widths))
    for column, text in enumerate(sheet.columns):
        page.write_string(0, column, text, head)
    for number, row in enumerate(sheet.rows, 1):
        page.set_row(number, height(row, sheet.widths))
        for column, value in enumerate(row):
            _write_value(page, number, column, value, styles, sheet.name)
    _write_range(page, sheet, head)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _write_range(page, sheet: Sheet, head) -> None:  # type: ignore[no-untyped-def]
    """Mark the table as one, with a filter a column; a workbook takes only headings that differ and are short."""
    if not sheet.rows:
        return
    names = {name.casefold() for name in sheet.columns}
    size = (0, 0, len(sheet.rows), len(sheet.columns) - 1)
    if "" not in names and len(names) == len(sheet.columns) and max(map(len, names)) <= _LONGEST_HEADING:
        headings = [{"header": name, "header_format": head} for name in sheet.columns]
        page.add_table(*size, {"columns": headings, "style": "Table Style Light 1"})
    else:
        page.autofilter(*size)


def _write_value(page, row: int, column: int, value: Value, styles: _Book, sheet: str) -> None:  # type: ignore[no-untyped-def]
    match value:
        case date():
            when = datetime(value.year, value.month, value.day)
            page.write_datetime(row, column, when, styles.format("day", num_format=_DAY, align="left"))
        case Number():
            look = f"{'#,##0' if value.is_grouped else '0'}{'.' if value.decimals else ''}{'0' * value.decimals}"
            page.write_number(row, column, float(value.value), styles.format(look, num_format=look))
        case str():
            _write_text(page, row, column, value, styles.format("cell", num_format="@"), sheet)


def _write_text(page, row: int, column: int, text: str, style, sheet: str) -> None:  # type: ignore[no-untyped-def]
    if not text:
        page.write_blank(row, column, None, style)
    elif page.write_string(row, column, text, style):  # it says so with a number, and writes nothing
        raise RequestError(word("sheet_cell_too_long", size=len(text), sheet=sheet))


def _date(text: str) -> datetime:
    """Return a day that a workbook can say: it writes a year such as 202, which is half of a typed one, without its zero."""
    other = datetime(1980, 1, 1)
    try:
        return max(datetime.fromisoformat(text[:10]), other)
    except ValueError:
        return other
