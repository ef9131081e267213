"""A paper → an OpenDocument text: real headings, header rows that repeat, language and title. Standard library only."""

from collections.abc import Iterator

from fii_widgets.export.docx.document import column_widths
from fii_widgets.export.odf.package import language, odf_bytes
from fii_widgets.export.parts.xml import attribute, odf
from fii_widgets.report.papers.paper import Bullets, Heading, InWords, Links, Paper, Paragraph, Table, reading
from fii_widgets.words import word

_TYPE = "application/vnd.oasis.opendocument.text"
#: what stands between the margins, in tenths of a millimetre
_WIDTH = 1700


def odt_bytes(paper: Paper) -> bytes:
    """Return the document."""
    body = [f'<text:p text:style-name="Title">{odf(paper.title)}</text:p>']
    if paper.subtitle:
        body.append(f'<text:p text:style-name="Subtitle">{odf(paper.subtitle)}</text:p>')
    styles: list[str] = []
    for block in reading(paper):
        body += _table(block, styles) if isinstance(block, Table) else _block(block)
    content = (
        f"<office:automatic-styles>{''.join(styles)}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    )
    return odf_bytes(paper, _TYPE, content, _styles(paper))


def _paragraph(text: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{odf(text)}</text:p>'


def _block(block: InWords) -> Iterator[str]:
    match block:
        case Heading():
            name = f'text:style-name="Heading_20_{block.level}"'
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


def _table(table: Table, styles: list[str]) -> Iterator[str]:
    """Yield caption and table; the widths of its columns join the styles of the document."""
    name = f"Tabel{sum('table-properties' in style for style in styles) + 1}"
    styles.append(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="17cm" '
        'table:align="margins" fo:margin-bottom="0.4cm" table:border-model="collapsing"/></style:style>'
    )
    columns = ""
    for number, width in enumerate(column_widths(table, _WIDTH)):
        styles.append(
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width / 100:.2f}cm"/></style:style>'
        )
        columns += f'<table:table-column table:style-name="{name}.{number}"/>'
    yield _paragraph(table.caption, "Caption")
    head = _row(table.columns, len(table.columns))
    rows = "".join(_row(row, int(table.row_headers)) for row in table.rows)
    yield (
        f'<table:table table:name="{name}" table:style-name="{name}"><table:title>{odf(table.caption)}</table:title>'
        f"{columns}<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
    )


def _row(cells: tuple[str, ...], headings: int) -> str:
    inside = "".join(
        f'<table:table-cell table:style-name="{"Kop" if at < headings else "Vak"}" office:value-type="string">'
        f"{_paragraph(text, 'Table_20_Heading' if at < headings else 'Table_20_Contents')}</table:table-cell>"
        for at, text in enumerate(cells)
    )
    return f'<table:table-row table:style-name="Rij">{inside}</table:table-row>'


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
    ("Table_20_Contents", "Table Contents", "Standard", 'fo:margin-top="0.07cm" fo:margin-bottom="0.07cm"', f'{_SANS} fo:font-size="9.5pt"'),
    ("Table_20_Heading", "Table Heading", "Table_20_Contents", "", 'fo:font-weight="bold"'),
    ("Footer", "Footer", "Standard", "", f'{_SANS} fo:font-size="8.5pt" fo:color="#4a5263"'),
)  # fmt: skip
_SIZES = (16, 13, 11.5, 11, 10.5)


def _styles(paper: Paper) -> str:
    made = [
        f'<style:default-style style:family="paragraph"><style:text-properties {_SERIF} fo:font-size="10.5pt" '
        f'fo:color="#1e2430" {language(paper.lang)} fo:hyphenate="false"/></style:default-style>',
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
        '<style:style style:name="Rij" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
        _cell("Vak", "0.5pt solid #c9c2b4"),
        _cell("Kop", "1pt solid #1e2430"),
    ]
    for level, size in enumerate(_SIZES, 1):
        made.append(
            f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
            f'style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="{level}" '
            f'style:class="text"><style:paragraph-properties fo:margin-top="{0.75 - 0.1 * level:.2f}cm" fo:margin-bottom="0.18cm" '
            f'fo:keep-with-next="always"/><style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        )
    made += [_style(*style) for style in _STYLES]
    return (
        f"<office:styles>{''.join(made)}{_BULLETS}</office:styles>"
        '<office:automatic-styles><style:page-layout style:name="Blad"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="2.3cm" fo:margin-bottom="1.4cm" fo:margin-left="2cm" fo:margin-right="2cm"/>'
        '<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="Blad"><style:footer><text:p text:style-name="Footer">'
        f'{odf(paper.title)} · {odf(word("page"))} <text:page-number text:select-page="current">1</text:page-number></text:p>'
        "</style:footer></style:master-page></office:master-styles>"
    )


def _cell(name: str, line: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" '
        f'fo:border-bottom="{line}" style:vertical-align="top"/></style:style>'
    )


def _style(name: str, title: str, follows: str, layout: str, letters: str) -> str:
    return (
        f'<style:style style:name="{name}" style:display-name={attribute(title)} style:family="paragraph" '
        f'style:parent-style-name="{follows}" style:class="text"><style:paragraph-properties {layout}/>'
        f"<style:text-properties {letters}/></style:style>"
    )


_BULLETS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.7cm"/>'
    "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
)
