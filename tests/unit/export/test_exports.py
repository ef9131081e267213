"""Every file says what its paper says, to somebody else's reader; nothing in it runs, and it is the same each time."""

import csv
import io
import os
import zipfile
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fii_widgets.errors import RequestError
from fii_widgets.export.formats import FORMATS, write
from fii_widgets.export.parts.safe import clean, cleaned
from fii_widgets.render.frames.dossier.papers import papers_frame
from fii_widgets.render.reports.paper import paper_html
from fii_widgets.report.papers.choice import FITTING
from fii_widgets.report.papers.make import KINDS, build
from fii_widgets.report.papers.paper import (
    Bullets,
    Heading,
    Paper,
    Paragraph,
    Table,
    for_reading,
    for_sheets,
    in_words,
    tables,
)
from tests.unit import readers
from tests.unit.offices import PLAIN, TEMPTING
from tests.unit.states import HOSTILE, LEADS, state
from tests.unit.told import squeezed, told, whole
from tests.written import instruments

FULL = bool(os.environ.get("FII_FULL"))
STATES = 50 if FULL else 10
OFFICE = ("docx", "odt", "xlsx", "ods")


@cache
def papers(number: int) -> tuple[Paper, ...]:
    """The papers of one state: every kind, each instrument in its turn; by turns in `make test`, which has few states."""
    dossier = state(number)
    found = []
    for at, kind in enumerate(KINDS):
        if not FULL and (number + at) % 4 and kind != "overleg":
            continue
        of = instruments()[number % len(instruments())].id if kind == "instrument" else ""
        try:
            found.append(cleaned(build(kind, instruments(), dossier, of, "https://handboek.example/")))
        except RequestError:
            assert kind in ("agenda", "overleg")
            assert not dossier.reviews
    return tuple(found)


#: format → somebody else's reader of its text
TEXTS = {"docx": readers.read_docx, "odt": readers.read_odt, "html": readers.read_html, "md": readers.read_md}


@pytest.mark.parametrize("number", range(STATES))
def test_texts_are_read_back_without_a_difference(number: int) -> None:
    for paper in papers(number):
        for format_, read in TEXTS.items():
            assert found_in(read(write(paper, format_)), format_) == told(paper, format_)
        assert readers.read_print(paper_html(paper)) == told(paper, "print")


def found_in(lines: readers.Lines, format_: str) -> readers.Lines:
    """Runs of white space are one space in Markdown, and an empty line is none."""
    return [line for line in squeezed(lines) if line[1:] != ("",)] if format_ == "md" else lines


def test_a_difference_of_one_sign_is_noticed() -> None:
    """Known-bad: the file of another paper, in which one cell lost a letter."""
    paper = cleaned(Paper(title="T", blocks=(Table(caption="c", columns=("a",), rows=(("Rood is het.",),)),)))
    other = cleaned(Paper(title="T", blocks=(Table(caption="c", columns=("a",), rows=(("Rood is he.",),)),)))
    for format_, read in TEXTS.items():
        assert found_in(read(write(other, format_)), format_) != told(paper, format_)
    assert readers.read_print(paper_html(other)) != told(paper, "print")


@pytest.mark.parametrize("number", range(STATES))
def test_sheets_are_read_back_without_a_difference(number: int) -> None:
    for paper in papers(number):
        asked = [[list(table.columns), *map(list, table.rows)] for table in tables(paper)]
        for format_, read in (("xlsx", readers.read_xlsx), ("ods", readers.read_ods)):
            found = list(read(write(paper, format_)).values())
            assert found[1:] == [[[shown(cell, format_) for cell in row] for row in sheet] for sheet in asked]
            names = list(read(write(paper, format_)))[1:]
            assert [row[0] for row in found[0]] == [shown(text, format_) for text in texts_of(paper, names)]
        if asked:
            files = [readers.read_csv(one) for one in readers.csv_files(write(paper, "csv"))]
            assert files == asked or files == [together(paper)]


def together(paper: Paper) -> list[list[str]]:
    """The tables of a paper in one, where their columns are the same: each row says where it stood."""
    found = list(tables(paper))
    (columns,) = {table.columns for table in found}
    return [["Tabel", *columns], *([table.caption, *row] for table in found for row in table.rows)]


def shown(text: str, format_: str) -> str:
    """A tab is a space in an OpenDocument workbook: LibreOffice leaves a tab out (see test_exports_office)."""
    return text.replace("\t", " ") if format_ == "ods" else text


def texts_of(paper: Paper, names: list[str]) -> list[str]:
    """What the sheet to read says, in order: of a table its caption and its sheet, once, however it is cut for paper."""
    found = [paper.title, *([paper.subtitle] if paper.subtitle else [])]
    sheets = iter(names)
    for block in in_words(paper):
        lines = whole(Paper(title="", blocks=(block,)))[1:]
        is_table = isinstance(block, Table)
        found += [f"{block.caption}: zie blad ‘{next(sheets)}’"] if is_table else [line[-1] for line in lines]
    return found


def test_fifty_states_take_every_instrument() -> None:
    assert len({instruments()[number % len(instruments())].id for number in range(50)}) == len(instruments()) == 29


def test_texts_in_another_order_are_noticed() -> None:
    """Known-bad: the same texts, two of them changed about."""
    blocks = (Paragraph(text="een"), Paragraph(text="twee"))
    paper, other = (Paper(title="T", blocks=one) for one in (blocks, blocks[::-1]))
    for format_, read in (("xlsx", readers.read_xlsx), ("ods", readers.read_ods)):
        (sheet,) = read(write(other, format_)).values()
        assert [row[0] for row in sheet] == texts_of(other, [])
        assert [row[0] for row in sheet] != texts_of(paper, [])


@pytest.mark.parametrize("lead", LEADS)
def test_no_text_becomes_a_formula_wherever_it_stands_and_in_whatever_format(lead: str) -> None:
    text = f"{lead}SOM(A1)"  # no number, which would be kept text for another reason
    blocks = (
        Heading(level=1, text=text),
        Paragraph(text=text, lead=True),
        Bullets(items=(text, f"{text}{lead}")),
        Table(caption=text, columns=(text, "Tweede"), rows=((text, "a"), ("b", text)), row_headers=True),
    )
    paper = cleaned(Paper(title=text, subtitle=text, blocks=blocks))
    for format_, read in TEXTS.items():
        assert found_in(read(write(paper, format_)), format_) == told(paper, format_)
    assert readers.read_print(paper_html(paper)) == told(paper, "print")
    table = paper.blocks[3]
    assert isinstance(table, Table)
    rows = [list(table.columns), *map(list, table.rows)]
    for read_sheets, format_ in ((readers.read_xlsx, "xlsx"), (readers.read_ods, "ods")):
        first, second = read_sheets(write(paper, format_)).values()
        assert second == [[shown(cell, format_) for cell in row] for row in rows]
        assert {shown(line[-1], format_) for line in whole(paper)[:-1]} <= {row[0] for row in first}
    assert readers.read_csv(write(paper, "csv")) == rows
    texts = cleaned(replace(paper, blocks=blocks[:3]))  # without a table a CSV file holds the text
    assert [row[0] for row in readers.read_csv(write(texts, "csv"))] == [
        line[-1] for line in whole(texts) if line[0] != "subtitle"
    ]


def test_the_readers_of_documents_refuse_what_is_worked_out() -> None:
    """Known-bad: a field in Word, and a formula in a table of OpenDocument."""
    paper = Paper(title="T", blocks=(Table(caption="c", columns=("a",), rows=(("1",),)),))
    field = b'<w:fldSimple w:instr="= 1 + 1"/>'
    with pytest.raises(AssertionError):
        readers.read_docx(
            readers.changed(
                write(paper, "docx"), "word/document.xml", b"<w:sectPr>", b"<w:p>" + field + b"</w:p><w:sectPr>"
            )
        )
    formula = b' table:formula="of:=1+1" office:value-type="string">'
    for format_, read in (("odt", readers.read_odt), ("ods", readers.read_ods)):
        with pytest.raises(AssertionError):
            read(readers.changed(write(paper, format_), "content.xml", b' office:value-type="string">', formula))


def test_the_reader_of_sheets_refuses_a_formula() -> None:
    """Known-bad: what openpyxl makes of the same text by itself."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["=1+1"])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(AssertionError):
        readers.read_xlsx(out.getvalue())


def test_the_reader_of_csv_refuses_a_formula() -> None:
    for cell in ("=1+1", " =1", "\t=1", "＝1", "a\n=1", "a,=1", "a|@x", "a;-1"):
        with pytest.raises(AssertionError):
            readers.read_csv(f'"{cell}"\r\n'.encode())


def in_a_table(*texts: str) -> Paper:
    rows = tuple((text,) for text in texts)
    return cleaned(Paper(title="x", blocks=(Table(caption="c", columns=("a",), rows=rows),)))


def test_a_cell_that_starts_with_an_apostrophe_keeps_it() -> None:
    assert readers.read_csv(write(in_a_table("'t is zo", "''"), "csv")) == [["a"], ["'t is zo"], ["''"]]


def test_what_an_office_would_make_something_else_of_gets_one_apostrophe_and_reads_back() -> None:
    """That this makes it text was seen in LibreOffice: test_exports_office."""
    asked = [[clean(text)] for text in (*TEMPTING, *PLAIN)]
    content = write(in_a_table(*TEMPTING, *PLAIN), "csv")
    assert readers.read_csv(content)[1:] == asked
    raw = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    left = [cell for [cell] in raw if not cell.startswith("'")]
    for text in TEMPTING:  # what is a word to an office, or has its apostrophe further on
        assert clean(text) not in left or text in ("0x1F", "½")
    assert left[-len(PLAIN) :] == list(PLAIN)


@given(st.lists(st.text("='\"+-@;,|\t\n 5aé＝#/", max_size=12), min_size=1, max_size=4))
def test_whatever_was_typed_reads_back_from_a_csv(texts: list[str]) -> None:
    content = write(in_a_table(*texts), "csv")
    assert readers.read_csv(content)[1:] == [[clean(text)] for text in texts]


def test_a_text_that_a_cell_of_excel_cannot_hold_is_refused_and_not_left_out() -> None:
    """XlsxWriter passes over such a text and says nothing."""
    assert readers.read_xlsx(write(in_a_table("x" * 32_767), "xlsx"))["c"][1] == ["x" * 32_767]
    with pytest.raises(RequestError, match="ods"):
        write(in_a_table("x" * 32_768), "xlsx")


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


def test_a_character_that_no_file_can_hold_leaves_a_sign_and_goes_in_no_silence() -> None:
    """Until version 0.1 they went without a trace, and a line end of Word (a vertical tab) glued two words together."""
    paper = cleaned(
        Paper(title="a\x00b\ud800", blocks=(Paragraph(text="x\x0by\r\nz\u2028w\x85v"), Paragraph(text=" \n")))
    )
    assert (paper.title, paper.blocks) == ("a␀b\ufffd", (Paragraph(text="x\ny\nz\nw\nv"),))
    assert clean("\x1b[31m\x7f\x9b\ufffe\t") == "␛[31m␡\ufffd\ufffd\t"


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
    paper = build("dossier", instruments(), dossier)
    said = " ".join(str(line) for line in whole(paper))
    assert "Gesprek met de wethouder staat gepland." in said


def test_a_column_of_days_or_numbers_counts_and_any_other_is_text() -> None:
    columns = ("Wat", "Wanneer", "Hoeveel", "Nummer", "Gemengd", "Jaren")
    rows = (
        ("a", "22 september 2026", "1.200", "0612345678", "3 mei 2026", "2026"),
        ("b", "Niet ingevuld", "12,50", "12", "volgende week", ""),
        ("c", "1 maart 2028", "0", "", "12", "3"),
    )
    paper = Paper(title="T", blocks=(Table(caption="c", columns=columns, rows=rows),))
    sheet = openpyxl.load_workbook(io.BytesIO(write(paper, "xlsx")))["c"]
    kinds = ["".join(cell.data_type for cell in column[1:]) for column in sheet.iter_cols()]
    assert kinds == ["sss", "dsd", "nnn", "ssn", "sss", "nnn"]  # an empty cell is "n" for openpyxl
    assert [cell.value for cell in sheet["C"][1:]] == [1200, 12.5, 0]
    for format_, read in (("xlsx", readers.read_xlsx), ("ods", readers.read_ods)):
        assert read(write(paper, format_))["c"] == [list(columns), *map(list, rows)]
    content = zipfile.ZipFile(io.BytesIO(write(paper, "ods"))).read("content.xml").decode()
    assert 'office:value-type="date" office:date-value="2026-09-22"' in content
    assert 'office:value-type="float" office:value="12.50"' in content


@pytest.mark.parametrize("text", ["31 februari 2026", "1 januari 1900", "01 mei 2026", "1,", "1.20", "00", "٣", "1e5"])
def test_what_is_not_quite_a_day_or_a_number_stays_text(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write(in_a_table(text), "xlsx")))["c"]
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", text)


def test_a_table_of_a_workbook_has_filters_and_its_headings_stay_in_sight() -> None:
    paper = Paper(title="T", blocks=(Table(caption="D'n c", columns=("a", "b"), rows=(("1", "x"),)),))
    sheet = openpyxl.load_workbook(io.BytesIO(write(paper, "xlsx")))["D'n c"]
    assert [table.autoFilter.ref for table in sheet.tables.values()] == ["A1:B2"]
    same = Paper(title="T", blocks=(Table(caption="c", columns=("a", "a"), rows=(("1", "x"),)),))
    assert openpyxl.load_workbook(io.BytesIO(write(same, "xlsx")))["c"].auto_filter.ref == "A1:B2"
    with zipfile.ZipFile(io.BytesIO(write(paper, "ods"))) as archive:
        assert "'D''n c'.A1:'D''n c'.B2".replace("'", "&#x27;") in archive.read("content.xml").decode()
        assert 'config:name="VerticalSplitPosition" config:type="int">1<' in archive.read("settings.xml").decode()


def test_a_csv_file_holds_one_table_and_several_come_as_several_files() -> None:
    one, two = (Table(caption=name, columns=("a",), rows=(("x",),)) for name in ("Lopende acties", "Afgesloten"))
    assert readers.read_csv(write(Paper(title="T", blocks=(one,)), "csv")) == [["a"], ["x"]]
    both = write(Paper(title="T", blocks=(one, two)), "csv")
    assert readers.read_csv(both) == [["Tabel", "a"], ["Lopende acties", "x"], ["Afgesloten", "x"]]
    other = write(Paper(title="T", blocks=(one, replace(two, columns=("b",)))), "csv")
    assert [info.filename for info in readers.members(other)] == ["1-lopende-acties.csv", "2-afgesloten.csv"]
    assert [readers.read_csv(file) for file in readers.csv_files(other)] == [[["a"], ["x"]], [["b"], ["x"]]]


def test_what_does_not_exist_is_said_in_words() -> None:
    for kind, of, part in (
        ("gedicht", "", "soort"),
        ("instrument", "nee", "instrument"),
        ("overleg", "r-9", "overleg"),
    ):
        with pytest.raises(RequestError, match=part):
            build(kind, instruments(), state(1) if kind != "overleg" else state(0), of)


def test_a_workbook_stands_before_csv_and_the_page_says_why() -> None:
    for formats in FITTING.values():
        assert "csv" not in formats or formats.index("ods") < formats.index("xlsx") < formats.index("csv")
        assert "odt" not in formats or formats.index("odt") < formats.index("docx")
    assert '<p hidden data-fii-about="csv">Kies voor een rekenblad liever .ods of .xlsx' in papers_frame()
