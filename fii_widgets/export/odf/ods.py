"""A paper → an OpenDocument workbook. Days are days and numbers are numbers, every other cell is text; the row of headings
is marked, stays in sight and returns on paper."""

import re
from collections.abc import Iterable
from datetime import date

from fii_widgets.export.odf.package import language, odf_bytes
from fii_widgets.export.parts.sheets import (
    HEADINGS,
    ITEM,
    LINE,
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
from fii_widgets.export.parts.xml import attribute, odf
from fii_widgets.report.papers.paper import Paper
from fii_widgets.words.common import day

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
#: a character of a column, in centimetres
_CHARACTER = 0.2
#: points of a row of one line, of the largest letters
_LOW = 18 * LINE
_ROW = re.compile(r'<table:table-row table:style-name="r(\d+)">')


def ods_bytes(paper: Paper) -> bytes:
    """Return the workbook: the paper to read, then a sheet a table."""
    front, found = sheets(paper)
    widths = sorted({READABLE, *(width for sheet in found for width in sheet.widths)})
    columns = "".join(
        f'<style:style style:name="k{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * _CHARACTER:.2f}cm"/></style:style>'
        for width in widths
    )
    numbers = {_look(cell): cell for sheet in found for row in sheet.rows for cell in row if isinstance(cell, Number)}
    tables = f"{_front(front)}{''.join(map(_sheet, found))}"
    content = (
        f"<office:automatic-styles>{columns}{_row_styles(tables)}{_PAGES}"
        f"{''.join(_number_style(numbers[name]) for name in sorted(numbers))}{_DAYS}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}{_ranges(found)}"
        "</office:spreadsheet></office:body>"
    )
    return odf_bytes(paper, _TYPE, content, _styles(paper.lang), _settings(front, found))


def _front(front: Front) -> str:
    rows = "".join(_row([text], look, height((text,), (READABLE,), SIZES[look])) for look, text in front.lines)
    column = f'<table:table-column table:style-name="k{READABLE}" table:default-cell-style-name="Vak"/>'
    return f'<table:table table:name={attribute(front.name)} table:style-name="Staand">{column}{rows}</table:table>'


def _sheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="k{width}" table:default-cell-style-name="Vak"/>'
        for width in sheet.widths
    )
    rows = "".join(_row(row, "Vak", height(row, sheet.widths)) for row in sheet.rows)
    return (
        f'<table:table table:name={attribute(sheet.name)} table:style-name="Liggend">{columns}'
        f"<table:table-header-rows>{_row(sheet.columns, 'Kop', height(sheet.columns, sheet.widths))}</table:table-header-rows>{rows}</table:table>"
    )


def _row(cells: Iterable[Value], style: str, points: int) -> str:
    inside = "".join(_cell(one, style) for one in cells)
    return f'<table:table-row table:style-name="r{points}">{inside}</table:table-row>'


def _row_styles(tables: str) -> str:
    """Return a style for each height of a row that stands in the tables.

    A row of one line grows with what somebody types. LibreOffice would make a higher one fit its screen, and on paper,
    where a line may be broken sooner, the next row would run over it.
    """
    return "".join(
        f'<style:style style:name="r{points}" style:family="table-row"><style:table-row-properties '
        f'style:row-height="{points}pt" style:use-optimal-row-height="{str(points <= _LOW).lower()}"/></style:style>'
        for points in sorted({int(one) for one in _ROW.findall(tables)})
    )


def _cell(value: Value, style: str) -> str:
    """Return a cell; each line of its text is a paragraph, as workbooks want it.

    A tab becomes a space: LibreOffice 7.4 leaves a tab in a cell out, and two words would be one.
    """
    match value:
        case date():
            shown, kind = day(value.isoformat()), f'office:value-type="date" office:date-value="{value.isoformat()}"'
            style = "Dag"
        case Number():
            shown, kind = value.text, f'office:value-type="float" office:value="{value.value}"'
            style = _look(value)
        case str():
            shown, kind = value, 'office:value-type="string"'
    if not shown:
        return f'<table:table-cell table:style-name="{style}"/>'
    lines = "".join(f"<text:p>{odf(one)}</text:p>" for one in shown.replace("\t", " ").split("\n"))
    return f'<table:table-cell table:style-name="{style}" {kind}>{lines}</table:table-cell>'


def _look(number: Number) -> str:
    """Name the style of a number: its decimals, and whether its thousands are apart."""
    return f"Getal{number.decimals}{'d' if number.is_grouped else ''}"


def _number_style(number: Number) -> str:
    name, grouped = _look(number), ' number:grouping="true"' if number.is_grouped else ""
    return (
        f'<number:number-style style:name="{name}n" number:language="nl" number:country="NL"><number:number '
        f'number:decimal-places="{number.decimals}" number:min-decimal-places="{number.decimals}" '
        f'number:min-integer-digits="1"{grouped}/></number:number-style>'
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Vak" '
        f'style:data-style-name="{name}n"/>'
    )


def _ranges(found: list[Sheet]) -> str:
    """Give each table its filters."""
    made = "".join(
        f'<table:database-range table:name="Tabel{number}" table:target-range-address={attribute(_range(sheet))} '
        'table:display-filter-buttons="true"/>'
        for number, sheet in enumerate(found, 1)
        if sheet.rows
    )
    return f"<table:database-ranges>{made}</table:database-ranges>" if made else ""


def _range(sheet: Sheet) -> str:
    name = "'" + sheet.name.replace("'", "''") + "'"
    return f"{name}.A1:{name}.{_letters(len(sheet.columns))}{len(sheet.rows) + 1}"


def _letters(column: int) -> str:
    """Name a column as workbooks do: 1 is A, 27 is AA."""
    before, last = divmod(column - 1, 26)
    return f"{_letters(before) if before else ''}{chr(ord('A') + last)}"


def _settings(front: Front, found: list[Sheet]) -> str:
    """Keep the row of headings of each table in sight; the sheet to read comes first."""
    item = '<config:config-item config:name="{}" config:type="{}">{}</config:config-item>'.format
    frozen = "".join(
        f"<config:config-item-map-entry config:name={attribute(sheet.name)}>"
        f"{item('VerticalSplitMode', 'short', 2)}{item('VerticalSplitPosition', 'int', 1)}"
        f"{item('ActiveSplitRange', 'short', 2)}{item('PositionBottom', 'int', 1)}</config:config-item-map-entry>"
        for sheet in found
    )
    return (
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{frozen}</config:config-item-map-named>'
        f"{item('ActiveTable', 'string', odf(front.name))}"
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
    )


_PAGES = "".join(
    f'<style:style style:name="{name}" style:family="table" style:master-page-name="{name}">'
    '<style:table-properties table:display="true"/></style:style>'
    for name in ("Staand", "Liggend")
)
_DAYS = (
    '<number:date-style style:name="Dagn" number:language="nl" number:country="NL"><number:day/><number:text> '
    '</number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text>'
    '<number:year number:style="long"/></number:date-style><style:style style:name="Dag" style:family="table-cell" '
    'style:parent-style-name="Vak" style:data-style-name="Dagn"><style:paragraph-properties fo:text-align="start"/>'
    "</style:style>"
)
#: look of a line of the sheet to read → properties of its letters, besides their size
_LOOKS = {SUBTITLE: 'fo:color="#4a5263"', **dict.fromkeys((TITLE, *HEADINGS), 'fo:font-weight="bold"')}


def _styles(lang: str) -> str:
    cell = 'fo:wrap-option="wrap" style:vertical-align="top"'
    looks = "".join(
        f'<style:style style:name="{look}" style:family="table-cell" style:parent-style-name="Vak">'
        f'{_INDENT if look == ITEM else ""}<style:text-properties fo:font-size="{size}pt" {_LOOKS.get(look, "")}/></style:style>'
        for look, size in SIZES.items()
    )
    return (
        '<office:styles><style:default-style style:family="table-cell">'
        f"<style:text-properties {language(lang)}/></style:default-style>"
        f'<style:style style:name="Vak" style:family="table-cell"><style:table-cell-properties {cell}/></style:style>'
        f'<style:style style:name="Kop" style:family="table-cell"><style:table-cell-properties {cell} '
        'fo:border-bottom="1pt solid #1e2430"/><style:text-properties fo:font-weight="bold"/></style:style>'
        f"{looks}</office:styles><office:automatic-styles>{_layout('Staand', '21cm', '29.7cm', 'portrait')}"
        f"{_layout('Liggend', '29.7cm', '21cm', 'landscape')}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Staand" style:page-layout-name="StaandBlad"/>'
        '<style:master-page style:name="Liggend" style:page-layout-name="LiggendBlad"/></office:master-styles>'
    )


_INDENT = '<style:paragraph-properties fo:margin-left="0.4cm"/>'


def _layout(name: str, width: str, height: str, orientation: str) -> str:
    return (
        f'<style:page-layout style:name="{name}Blad"><style:page-layout-properties fo:page-width="{width}" '
        f'fo:page-height="{height}" style:print-orientation="{orientation}" style:scale-to-X="1" style:scale-to-Y="0" '
        'fo:margin="1.5cm"/></style:page-layout>'
    )
