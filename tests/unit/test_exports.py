"""Every file says what its paper says, to somebody else's reader; nothing in it runs, and it is the same each time."""

import io
import os
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree

import docx
import odfdo
import openpyxl
import pytest

from fii_widgets.errors import RequestError
from fii_widgets.export.csv import read_csv as read_back
from fii_widgets.export.formats import FORMATS, write
from fii_widgets.export.safe import cleaned
from fii_widgets.report.paper import (
    Bullets,
    Heading,
    Link,
    Links,
    Paper,
    Paragraph,
    Table,
    for_reading,
    for_sheets,
    reading,
    tables,
)
from fii_widgets.report.papers import KINDS, build
from tests.unit import readers
from tests.unit.states import HOSTILE, LEADS, instruments, state

STATES = 50 if os.environ.get("FII_FULL") else 10
OFFICE = ("docx", "odt", "xlsx", "ods")


@cache
def papers(number: int) -> tuple[Paper, ...]:
    """The papers of one state: each kind takes its turn, so that fifty states hold every kind several times."""
    dossier = state(number)
    found = []
    for at, kind in enumerate(KINDS):
        if (number + at) % 4 and kind != "overleg":
            continue
        of = instruments()[number % len(instruments())].id if kind == "instrument" else ""
        try:
            found.append(cleaned(build(kind, instruments(), dossier, of, "https://handboek.example/")))
        except RequestError:
            assert kind in ("agenda", "overleg")
            assert not dossier.reviews
    return tuple(found)


def expected(paper: Paper) -> readers.Lines:
    """What a reader of text must find."""
    lines: readers.Lines = [("title", paper.title), *([("subtitle", paper.subtitle)] if paper.subtitle else [])]
    for block in reading(paper):
        match block:
            case Heading():
                lines.append(("heading", block.level, block.text))
            case Paragraph():
                lines.append(("text", block.text))
            case Bullets():
                lines += [("item", item) for item in block.items]
            case Links():
                lines += [("item", f"{link.title}: {link.address}") for link in block.items]
            case Table():
                lines.append(("table", block.caption, list(block.columns), [list(row) for row in block.rows]))
    return lines


def squeezed(lines: Any) -> Any:
    """Take runs of white space for one space, as Markdown does."""
    if isinstance(lines, str):
        return " ".join(lines.split())
    return type(lines)(squeezed(one) for one in lines) if isinstance(lines, list | tuple) else lines


@pytest.mark.parametrize("number", range(STATES))
def test_texts_are_read_back_without_a_difference(number: int) -> None:
    for paper in papers(number):
        lines = expected(paper)
        assert readers.read_docx(write(paper, "docx")) == lines
        assert readers.read_odt(write(paper, "odt")) == lines
        said = [line for line in readers.read_html(write(paper, "html")) if line[0] != "carries"]
        links = {f"{link.title}: {link.address}": link.title for link in links_of(paper)}
        in_html = [("item", links.get(line[1], line[1])) if line[0] == "item" else line for line in lines]
        assert said == in_html
        flat = [line for line in squeezed(readers.read_md(write(paper, "md"))) if line[1:] != ("",)]
        assert flat == in_markdown(lines)


def links_of(paper: Paper) -> list[Link]:
    return [link for block in paper.blocks if isinstance(block, Links) for link in block.items]


def in_markdown(lines: readers.Lines) -> readers.Lines:
    """Markdown has no captions and no subtitle: both are paragraphs."""
    found: readers.Lines = []
    for line in squeezed(lines):
        if line[0] == "table":
            found += [("text", line[1]), ("table", "", *line[2:])]
        elif line[0] == "subtitle":
            found.append(("text", line[1]))
        elif line[1:] != ("",):
            found.append(line)
    return found


@pytest.mark.parametrize("number", range(STATES))
def test_sheets_are_read_back_without_a_difference(number: int) -> None:
    for paper in papers(number):
        asked = [[list(table.columns), *map(list, table.rows)] for table in tables(paper)]
        for format_, read in (("xlsx", readers.read_xlsx), ("ods", readers.read_ods)):
            found = list(read(write(paper, format_)).values())
            assert found[1:] == asked
            texts = {row[1] for row in found[0]}
            assert {text for line in expected(paper) if line[0] != "table" for text in [line[-1]]} <= texts
        rows = [row for row in readers.read_csv(write(paper, "csv")) if row]
        captioned = [[[table.caption]] if len(asked) > 1 else [] for table in tables(paper)]
        assert (
            rows == [row for caption, one in zip(captioned, asked, strict=True) for row in (*caption, *one)]
            or not asked
        )


@pytest.mark.parametrize("lead", LEADS)
def test_no_text_becomes_a_formula_in_any_column(lead: str) -> None:
    text = f"{lead}1+1"
    paper = cleaned(
        Paper(
            title="Proef",
            blocks=(Table(caption=text, columns=(text, "Tweede"), rows=((text, "a"), ("b", text))),),
        )
    )
    table = paper.blocks[0]
    assert isinstance(table, Table)
    rows = [list(table.columns), *map(list, table.rows)]
    assert list(readers.read_xlsx(write(paper, "xlsx")).values())[1] == rows
    assert list(readers.read_ods(write(paper, "ods")).values())[1] == rows
    assert readers.read_csv(write(paper, "csv")) == rows
    assert read_back(write(paper, "csv")) == rows


def test_the_reader_of_sheets_refuses_a_formula() -> None:
    """Known-bad: what openpyxl makes of the same text by itself."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["=1+1"])
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(AssertionError):
        readers.read_xlsx(out.getvalue())


def test_the_reader_of_csv_refuses_a_formula() -> None:
    for cell in ("=1+1", " =1", "\t=1", "＝1"):
        with pytest.raises(AssertionError):
            readers.read_csv(f'"{cell}"\r\n'.encode())


def test_a_cell_that_starts_with_an_apostrophe_keeps_it() -> None:
    paper = Paper(title="x", blocks=(Table(caption="c", columns=("a",), rows=(("'t is zo",), ("''",))),))
    assert read_back(write(paper, "csv")) == [["a"], ["'t is zo"], ["''"]]


def test_the_same_paper_gives_the_same_bytes_and_members_are_stored_with_one_date() -> None:
    paper = papers(3)[0]
    for format_ in FORMATS:
        assert write(paper, format_) == write(paper, format_)
    for format_ in OFFICE:
        for info in readers.members(write(paper, format_)):
            assert (info.compress_type, info.date_time) == (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))
    assert readers.members(write(paper, "odt"))[0].filename == "mimetype"
    assert readers.members(write(paper, "ods"))[0].filename == "mimetype"


@pytest.mark.parametrize("format_", OFFICE)
def test_every_part_is_well_formed(format_: str) -> None:
    for number in (1, 2):
        for paper in papers(number):
            with zipfile.ZipFile(io.BytesIO(write(paper, format_))) as archive:
                for name in archive.namelist():
                    if name.endswith((".xml", ".rels")):
                        ElementTree.fromstring(archive.read(name))


def test_documents_tell_title_language_headings_and_header_rows() -> None:
    paper = papers(4)[0]
    assert list(tables(paper))
    content = write(paper, "docx")
    document = docx.Document(io.BytesIO(content))
    assert (document.core_properties.title, document.core_properties.language) == (paper.title, "nl-NL")
    assert 'w:lang w:val="nl-NL"' in document.styles.element.xml
    assert all(readers.docx_header_rows(content))
    levels = [style.name for style in document.styles if style.name and style.name.startswith("Heading")]
    assert levels == [f"Heading {level}" for level in range(1, 6)]
    for format_ in ("odt", "ods"):
        odf = odfdo.Document(io.BytesIO(write(paper, format_)))
        assert (odf.meta.title, odf.meta.language) == (paper.title, "nl-NL")
        styles = odf.get_part("styles.xml").serialize().decode()
        assert 'fo:language="nl"' in styles
        assert 'fo:country="NL"' in styles
    book = openpyxl.load_workbook(io.BytesIO(write(paper, "xlsx")))
    assert book.properties.title == paper.title
    assert all(sheet.tables for sheet in book if sheet.max_row > 1 and all(cell.value for cell in sheet[1]))
    html = write(paper, "html").decode()
    assert '<html lang="nl-NL">' in html
    assert html.count("<caption>") == html.count("<thead>") == html.count("<table>")
    assert '<th scope="col">' in html


def test_a_document_without_marked_header_rows_is_noticed() -> None:
    """Known-bad: a table as python-docx makes it by itself."""
    document = docx.Document()
    document.add_table(2, 2)
    out = io.BytesIO()
    document.save(out)
    assert readers.docx_header_rows(out.getvalue()) == [False]


def test_text_that_no_file_can_hold_is_taken_out() -> None:
    paper = cleaned(Paper(title="a\x00b\ud800", blocks=(Paragraph(text="x\x0by\r\nz"), Paragraph(text=" \n"))))
    assert (paper.title, paper.blocks) == ("ab", (Paragraph(text="xy\nz"),))


def test_many_records_are_cut_for_paper_and_turned_for_sheets() -> None:
    rows = tuple((f"vraag {n}", *(f"{n}.{at}" for at in range(7))) for n in range(8))
    table = Table(caption="T", columns=("Punt", *(f"Regel {n + 1}: x" for n in range(7))), rows=rows, records=True)
    cuts = for_reading(table)
    assert [len(cut.columns) for cut in cuts] == [4, 4, 2]
    assert [cut.caption for cut in cuts] == ["T (1 van 3)", "T (2 van 3)", "T (3 van 3)"]
    turned = for_sheets(table)
    assert turned.columns == ("Regel", *(f"vraag {n}" for n in range(8)))
    assert turned.rows[1] == ("Regel 2", *(f"{n}.1" for n in range(8)))
    assert for_reading(replace(table, rows=rows[:4]))[0] == for_sheets(replace(table, rows=rows[:4]))


def test_every_kind_of_paper_holds_what_was_typed() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE)
    dossier = state(7)
    whole = build("dossier", instruments(), dossier)
    said = " ".join(str(line) for line in expected(whole))
    assert "Gesprek met de wethouder staat gepland." in said


def test_what_does_not_exist_is_said_in_words() -> None:
    for kind, of, part in (
        ("gedicht", "", "soort"),
        ("instrument", "nee", "instrument"),
        ("overleg", "r-9", "overleg"),
    ):
        with pytest.raises(RequestError, match=part):
            build(kind, instruments(), state(1) if kind != "overleg" else state(0), of)
