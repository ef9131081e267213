"""Documents that everybody can read: title, language, real headings in order, header rows that are marked as such."""

import io
from collections.abc import Iterator
from functools import cache

import docx
import html5lib
import odfdo
import openpyxl
import pytest
from docx.oxml.ns import qn

from fii_widgets.errors import RequestError
from fii_widgets.export.formats import FORMATS, write
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.report.papers.make import KINDS, build
from fii_widgets.report.papers.paper import Heading, Paper, Paragraph, Table
from tests.unit import readers
from tests.unit.states import state
from tests.written import instruments

#: those that hold documents; CSV and Markdown have no place for a title, a language or a mark
DOCUMENTS = tuple(format_ for format_ in FORMATS if format_ not in ("csv", "md"))
SMALL = cleaned(
    Paper(
        title="Titel",
        blocks=(
            Heading(level=1, text="Een"),
            Heading(level=2, text="Twee"),
            Paragraph(text="Tekst."),
            Table(caption="Tabel", columns=("A", "B"), rows=(("1", "2"), ("3", "4")), row_headers=True),
        ),
    )
)


@cache
def papers() -> tuple[Paper, ...]:
    """A paper of every kind, of a team that filled in a lot."""
    found = []
    for kind in KINDS:
        for number in (4, 8):
            try:
                found.append(cleaned(build(kind, instruments(), state(number), "cfir" if kind == "instrument" else "")))
            except RequestError:
                assert kind in ("agenda", "overleg")
    return tuple(found)


def faults(content: bytes, format_: str, title: str) -> list[str]:
    """Say what is missing in a document. Refuses tables without a marked row of headings."""
    if format_ in ("xlsx", "ods"):
        return [name for name, is_right in _sheets(content, format_, title) if not is_right]
    read = {"docx": readers.read_docx, "odt": readers.read_odt, "html": readers.read_html}[format_]
    levels = [line[1] for line in read(content) if line[0] == "heading"]
    steps = all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False))
    told = {"docx": _docx, "odt": _odf, "html": _html}[format_](content, title)
    return [name for name, is_right in (("headings", steps), *told) if not is_right]


def _docx(content: bytes, title: str) -> Iterator[tuple[str, bool]]:
    document = docx.Document(io.BytesIO(content))
    lang = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    yield "title", document.core_properties.title == title
    yield "language", document.core_properties.language == "nl-NL"
    yield "language of the text", lang is not None and lang.get(qn("w:val")) == "nl-NL"
    yield "header rows", all(readers.docx_header_rows(content))


def _odf(content: bytes, title: str) -> Iterator[tuple[str, bool]]:
    document = odfdo.Document(io.BytesIO(content))
    styles = document.get_part("styles.xml").serialize().decode()
    yield "title", document.meta.title == title
    yield "language", document.meta.language == "nl-NL"
    yield "language of the text", 'fo:language="nl"' in styles and 'fo:country="NL"' in styles


def _html(content: bytes, title: str) -> Iterator[tuple[str, bool]]:
    tree = html5lib.parse(content.decode("utf-8"), namespaceHTMLElements=False)
    tables = list(tree.iter("table"))
    yield "title", [node.text for node in tree.iter("title")] == [title]
    yield "language", tree.get("lang") == "nl-NL"
    yield "header rows", all({cell.get("scope") for cell in table.iter("th")} >= {"col"} for table in tables)
    yield "captions", all(table.find("caption") is not None for table in tables)


def _sheets(content: bytes, format_: str, title: str) -> Iterator[tuple[str, bool]]:
    if format_ == "ods":
        readers.read_ods(content)
        yield from _odf(content, title)
        return
    readers.read_xlsx(content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    yield "title", book.properties.title == title
    yield "language", [one.value for one in book.custom_doc_props.props if one.name == "Language"] == ["nl-NL"]
    _, *of_tables = book  # the first is there to be read
    named = [sheet for sheet in of_tables if sheet.max_row > 1 and _is_a_heading([cell.value for cell in sheet[1]])]
    yield "header rows", all(sheet.tables for sheet in named)


def _is_a_heading(cells: list[str | None]) -> bool:
    """A workbook takes a row as the headings of its table only where all differ."""
    names = [str(cell or "").casefold() for cell in cells]
    return "" not in names and len(set(names)) == len(names) and max(map(len, names)) <= 255


@pytest.mark.parametrize("format_", DOCUMENTS)
def test_every_document_tells_title_language_headings_and_header_rows(format_: str) -> None:
    assert len(papers()) > len(KINDS)
    for paper in papers():
        assert faults(write(paper, format_), format_, paper.title) == []


#: format → (what must be noticed, part of the file, what stands there, what a careless writer would leave)
BAD = [
    ("docx", "title", "docProps/core.xml", b"<dc:title>Titel", b"<dc:title>"),
    ("docx", "language", "docProps/core.xml", b"nl-NL", b"en-US"),
    ("docx", "language of the text", "word/styles.xml", b'w:lang w:val="nl-NL"', b'w:lang w:val="en-US"'),
    ("docx", "header rows", "word/document.xml", b"<w:tblHeader/>", b""),
    ("docx", "headings", "word/document.xml", b'w:val="Heading2"', b'w:val="Heading3"'),
    ("odt", "title", "meta.xml", b"<dc:title>Titel", b"<dc:title>"),
    ("odt", "language", "meta.xml", b"nl-NL", b"en-US"),
    ("odt", "language of the text", "styles.xml", b'fo:language="nl"', b""),
    ("odt", "headings", "content.xml", b'text:outline-level="2"', b'text:outline-level="3"'),
    ("ods", "title", "meta.xml", b"<dc:title>Titel", b"<dc:title>"),
    ("ods", "language of the text", "styles.xml", b'fo:language="nl"', b""),
    ("xlsx", "title", "docProps/core.xml", b"<dc:title>Titel", b"<dc:title>"),
    ("xlsx", "language", "docProps/custom.xml", b"nl-NL", b"en-US"),
]


@pytest.mark.parametrize(("format_", "fault", "part", "old", "new"), BAD)
def test_what_a_careless_writer_leaves_out_is_noticed(
    format_: str, fault: str, part: str, old: bytes, new: bytes
) -> None:
    content = readers.changed(write(SMALL, format_), part, old, new)
    assert faults(content, format_, "Titel") == [fault]


@pytest.mark.parametrize("format_", ["odt", "ods"])
def test_a_table_without_a_row_of_headings_is_refused(format_: str) -> None:
    content = write(SMALL, format_)
    for tag in (b"<table:table-header-rows>", b"</table:table-header-rows>"):
        content = readers.changed(content, "content.xml", tag, b"")
    with pytest.raises(AssertionError):
        faults(content, format_, "Titel")


def test_a_page_without_its_marks_is_noticed() -> None:
    page = write(SMALL, "html")
    for old, new, fault in (
        (b' lang="nl-NL"', b"", "language"),
        (b"<title>Titel", b"<title>", "title"),
        (b' scope="col"', b"", "header rows"),
        (b"<caption>Tabel</caption>", b"", "captions"),
        (b"<h3", b"<h4", "headings"),
    ):
        assert old in page
        assert faults(page.replace(old, new), "html", "Titel") == [fault]


def test_a_document_without_marked_header_rows_is_noticed() -> None:
    """Known-bad: a table as python-docx makes it by itself."""
    document = docx.Document()
    document.add_table(2, 2)
    out = io.BytesIO()
    document.save(out)
    assert readers.docx_header_rows(out.getvalue()) == [False]
