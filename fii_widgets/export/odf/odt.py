"""A paper → an OpenDocument text: real headings, header rows that repeat, language and title. Standard library only."""

import re
from collections.abc import Iterable, Iterator

from fii_widgets.export.odf.package import language, odf_bytes
from fii_widgets.export.parts.direction import runs_from_right
from fii_widgets.export.parts.signs import COLOURS, SIGNS, sign
from fii_widgets.export.parts.widths import column_widths, stays_whole
from fii_widgets.export.parts.xml import attribute, odf
from fii_widgets.report.papers.paper import Bullets, Heading, InWords, Links, Paper, Paragraph, Table, reading, repeats
from fii_widgets.words import word

_TYPE = "application/vnd.oasis.opendocument.text"
#: behind the name of a style: the same for a text that runs from right to left
_RIGHT = "_rl"
#: twentieths of a point in a centimetre, the unit of widths
_CENTIMETRE = 567


def odt_bytes(paper: Paper) -> bytes:
    """Return the document."""
    body = [_paragraph(paper.title, "Title")]
    if paper.subtitle:
        body.append(_paragraph(paper.subtitle, "Subtitle"))
    styles = list(_CELLS)
    before: InWords | None = None
    for block in reading(paper):
        if isinstance(block, Table):
            body += _table(block, styles, is_named=repeats(before, block))
        else:
            body += _block(block)
        before = block
    styles += _from_right("".join(body))
    content = (
        f"<office:automatic-styles>{''.join(styles)}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    )
    return odf_bytes(paper, _TYPE, content, _styles(paper))


def _paragraph(text: str, style: str) -> str:
    return f'<text:p text:style-name="{_sided(style, text)}">{odf(text)}</text:p>'


def _sided(style: str, text: str) -> str:
    return f"{style}{_RIGHT}" if runs_from_right(text) else style


def _from_right(body: str) -> Iterator[str]:
    """Yield the styles of what runs from right to left; a document without has none."""
    for name in sorted(set(re.findall(rf'text:style-name="(\w+){_RIGHT}"', body))):
        yield (
            f'<style:style style:name="{name}{_RIGHT}" style:family="paragraph" style:parent-style-name="{name}">'
            '<style:paragraph-properties fo:text-align="start" style:writing-mode="rl-tb"/></style:style>'
        )


def _block(block: InWords) -> Iterator[str]:
    match block:
        case Heading():
            name = f'text:style-name="{_sided(f"Heading_20_{block.level}", block.text)}"'
            yield f'<text:h {name} text:outline-level="{block.level}">{odf(block.text)}</text:h>'
        case Paragraph():
            yield _paragraph(block.text, "Lead" if block.lead else "Text_20_body")
        case Bullets(items=texts) | Links(texts=texts):
            yield _list(texts)
        case _:
            pass


def _list(items: tuple[str, ...]) -> str:
    rows = "".join(f"<text:list-item>{_paragraph(item, 'List_20_Bullet')}</text:list-item>" for item in items)
    return f'<text:list text:style-name="Bullets">{rows}</text:list>'


def _table(table: Table, styles: list[str], *, is_named: bool) -> Iterator[str]:
    """Yield caption and table; the widths of its columns join the styles of the document. Only a row that fits on a
    page for certain may not go on on the next one (see `stays_whole`)."""
    name = f"Tabel{sum('table-properties' in style for style in styles) + 1}"
    styles.append(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="17cm" '
        'table:align="margins" fo:margin-bottom="0.4cm" table:border-model="collapsing"/></style:style>'
    )
    columns = ""
    widths = column_widths(table)
    for number, width in enumerate(widths):
        styles.append(
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width / _CENTIMETRE:.3f}cm"/></style:style>'
        )
        columns += f'<table:table-column table:style-name="{name}.{number}"/>'
    if not is_named:
        yield _paragraph(table.caption, "Caption")
    head = _row([_paragraph(text, "Table_20_Heading") for text in table.columns], "Kop")
    last = len(table.rows) - 1
    rows = "".join(
        _row(_texts(table, row, mark), "Slot" if at == last else "Vak", is_whole=stays_whole(row, widths))
        for at, (row, mark) in enumerate(table.marked_rows)
    )
    yield (
        f'<table:table table:name="{name}" table:style-name="{name}"><table:title>{odf(table.caption)}</table:title>'
        f"{columns}<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
    )


def _texts(table: Table, row: tuple[str, ...], mark: str) -> Iterator[str]:
    for at, text in enumerate(row):
        style = "Table_20_Row_20_Heading" if table.row_headers and at == 0 else "Table_20_Contents"
        lit = sign(mark) if at == table.marked else ""
        light = f'<text:span text:style-name="Light_20_{mark}">{lit}</text:span>' if lit else ""
        yield f'<text:p text:style-name="{_sided(style, text)}">{light}{odf(text)}</text:p>'


def _row(paragraphs: Iterable[str], style: str, *, is_whole: bool = False) -> str:
    inside = "".join(
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{one}</table:table-cell>'
        for one in paragraphs
    )
    whole = ' table:style-name="Heel"' if is_whole else ""
    return f"<table:table-row{whole}>{inside}</table:table-row>"


def _cell(name: str, *lines: str) -> str:
    edges = " ".join(lines)
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.15cm" '
        f'fo:padding-top="0.05cm" fo:padding-bottom="0.05cm" {edges} style:vertical-align="top"/></style:style>'
    )


_INK, _RULE = "1pt solid #1e2430", "0.5pt solid #c9c2b4"
#: styles of cells and rows stand with their table and not with the named ones: LibreOffice passes over a named one
_CELLS = (
    _cell("Kop", f'fo:border-top="{_INK}" fo:border-bottom="{_INK}"'),
    _cell("Vak", f'fo:border-bottom="{_RULE}"'),
    _cell("Slot", f'fo:border-bottom="{_INK}"'),
    '<style:style style:name="Heel" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
)
_SERIF = "fo:font-family=\"Cambria, Caladea, 'Liberation Serif', serif\""
_SANS = "fo:font-family=\"Calibri, Carlito, 'Liberation Sans', sans-serif\""
#: (name, name for people, follows, properties of the paragraph, properties of its letters)
_STYLES = (
    ("Text_20_body", "Text body", "Standard", 'fo:margin-bottom="0.21cm" fo:line-height="125%"', ""),
    ("Lead", "Lead", "Text_20_body", "", 'fo:font-size="13pt"'),
    ("Title", "Title", "Standard", 'fo:margin-bottom="0.1cm" fo:keep-with-next="always"', 'fo:font-size="22pt" fo:font-weight="bold"'),
    ("Subtitle", "Subtitle", "Standard", 'fo:margin-bottom="0.6cm"', f'{_SANS} fo:color="#4a5263"'),
    ("Caption", "Caption", "Standard", 'fo:margin-top="0.35cm" fo:margin-bottom="0.14cm" fo:keep-with-next="always"', f'{_SANS} fo:font-weight="bold" fo:font-size="10pt"'),
    ("List_20_Bullet", "List Bullet", "Text_20_body", 'fo:margin-bottom="0.1cm"', ""),
    ("Table_20_Contents", "Table Contents", "Standard", 'fo:margin-top="0.07cm" fo:margin-bottom="0.07cm" fo:orphans="2" fo:widows="2"', f'{_SANS} fo:font-size="9.5pt"'),
    ("Table_20_Heading", "Table Heading", "Table_20_Contents", 'fo:keep-with-next="always"', 'fo:font-weight="bold"'),
    ("Table_20_Row_20_Heading", "Table Row Heading", "Table_20_Contents", "", ""),
    ("Footer", "Footer", "Standard", "", f'{_SANS} fo:font-size="8.5pt" fo:color="#4a5263"'),
)  # fmt: skip
_SIZES = (16, 13, 11.5, 11, 10.5)


def _styles(paper: Paper) -> str:
    made = [
        f'<style:default-style style:family="paragraph"><style:text-properties {_SERIF} fo:font-size="10.5pt" '
        f'fo:color="#1e2430" {language(paper.lang)} fo:hyphenate="false"/></style:default-style>',
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
    ]
    for level, size in enumerate(_SIZES, 1):
        made.append(
            f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
            f'style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="{level}" '
            f'style:class="text"><style:paragraph-properties fo:margin-top="{0.75 - 0.1 * level:.2f}cm" fo:margin-bottom="0.18cm" '
            f'fo:keep-with-next="always"/><style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        )
    made += [_style(*style) for style in _STYLES]
    made += [_light(shape) for shape in SIGNS]
    return (
        f"<office:styles>{''.join(made)}{_BULLETS}</office:styles>"
        '<office:automatic-styles><style:page-layout style:name="Blad"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="2.3cm" fo:margin-bottom="1.4cm" fo:margin-left="2cm" fo:margin-right="2cm"/>'
        '<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="Blad"><style:footer><text:p text:style-name="Footer">'
        f'{odf(paper.title)} · {odf(word("page"))} <text:page-number text:select-page="current">1</text:page-number> '
        f"{odf(word('page_of'))} <text:page-count>1</text:page-count></text:p>"
        "</style:footer></style:master-page></office:master-styles>"
    )


def _style(name: str, title: str, follows: str, layout: str, letters: str) -> str:
    return (
        f'<style:style style:name="{name}" style:display-name={attribute(title)} style:family="paragraph" '
        f'style:parent-style-name="{follows}" style:class="text"><style:paragraph-properties {layout}/>'
        f"<style:text-properties {letters}/></style:style>"
    )


def _light(shape: str) -> str:
    """Return the style of a light's sign: what an organisation restyles once changes in every table."""
    colour = f'fo:color="#{COLOURS[shape]}"' if shape in COLOURS else ""
    return (
        f'<style:style style:name="Light_20_{shape}" style:display-name="Light {shape}" style:family="text">'
        f"<style:text-properties {colour}/></style:style>"
    )


_BULLETS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.7cm"/>'
    "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
)
