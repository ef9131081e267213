"""What a paper looks like once it is laid out: a real LibreOffice makes the pages. Elsewhere these count as not run."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.records import Dossier
from fii_widgets.export.formats import write
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.export.parts.widths import PAGE, column_widths, stays_whole
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Heading, Paper, Table, for_reading, in_words
from tests import year
from tests.unit.states import state
from tests.written import instruments

FULL = bool(os.environ.get("FII_FULL"))
EXAMPLES = sorted(Path(__file__).parents[3].glob("docs/voorbeelden/*.json"))
#: a word of up to this many letters stands on one line
WHOLE = 14


def laid_out(contents: Sequence[bytes], kind: str, folder: Path) -> list[str]:
    """Let LibreOffice make pages of files: of each the text on them, line by line as it stands there."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here: not run")
    folder.mkdir(exist_ok=True)
    files = [folder / f"in-{number}.{kind}" for number in range(len(contents))]
    for path, content in zip(files, contents, strict=True):
        path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [
        "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(path.with_suffix(".pdf").read_bytes())).pages)
        for path in files
    ]


def words(letter: str, many: int) -> str:
    return " ".join(f"{letter}{n:04}" for n in range(many))


def broken(paper: Paper, text: str) -> set[str]:
    """Words of tables, of up to WHOLE letters, that nowhere stand in one piece on a page."""
    told = {word for block in in_words(paper) if isinstance(block, Table) for word in _words_of(block)}
    return {word for word in told if len(word) <= WHOLE and word not in text}


def _words_of(table: Table) -> Iterator[str]:
    for text in (*table.columns, *(cell for row in table.rows for cell in row)):
        yield from re.findall(r"[A-Za-zÀ-ÿ]+", text)  # of letters that every machine has


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_every_word_of_an_answer_of_pages_arrives_on_paper(kind: str, tmp_path: Path) -> None:
    """Until version 0.4 a row could not break: 945 of 999 words of one answer were on no page."""
    columns = ("Punt", "Nu", words("kop", 300))
    rows = (("een", "Rood", words("a", 200)), ("twee", "Groen", words("b", 1000)), ("drie", "Oranje", "kort"))
    table = Table(caption="T", columns=columns, rows=rows, row_headers=True, marked=1, marks=("rood", "groen"))
    (text,) = laid_out([write(cleaned(Paper(title="T", blocks=(table,))), kind)], kind, tmp_path / "in")
    for asked in (columns[2], rows[0][2], rows[1][2], "kort"):
        assert [word for word in asked.split() if word not in text] == []


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_no_short_word_is_broken_over_lines(kind: str, tmp_path: Path) -> None:
    """Of the papers of an example and of a full dossier; with FII_FULL of all examples, some states and part of a year."""
    dossiers = [open_text(path.read_text("utf-8")).dossier for path in EXAMPLES]
    made = [*dossiers, year.held(2), *map(state, (4, 7, 8))] if FULL else [dossiers[-1], state(4)]
    kinds = ("dossier", "overleg", "plan-van-aanpak") if FULL else ("dossier", "overleg")
    papers = [cleaned(build(one, instruments(), dossier)) for dossier in made for one in kinds if _has(one, dossier)]
    found = laid_out([write(paper, kind) for paper in papers], kind, tmp_path / "in")
    assert [broken(paper, text) for paper, text in zip(papers, found, strict=True)] == [set()] * len(papers)


def _has(kind: str, dossier: Dossier) -> bool:
    return kind != "overleg" or bool(dossier.reviews)


def test_a_broken_word_is_noticed(tmp_path: Path) -> None:
    """Known-bad: more columns than the page has room for, whatever their widths."""
    word = "beleidsmakers"
    paper = Paper(title="T", blocks=(Table(caption="c", columns=tuple("abcdefghi"), rows=((word,) * 9,)),))
    assert broken(paper, *laid_out([write(paper, "odt")], "odt", tmp_path / "in")) == {word}


def test_columns_are_the_page_together_and_as_wide_as_their_longest_word() -> None:
    rows = (("Een punt met heel veel woorden " * 6, "Onbekend", "24 november 2026", "x" * 400),)
    widths = column_widths(Table(caption="c", columns=("Punt", "Nu", "Voor wanneer", "Notitie"), rows=rows))
    assert sum(widths) == PAGE
    assert widths[1] > 8 * 190 * 0.6 + 170
    assert widths[2] > 16 * 190 * 0.6 + 170  # a date stands on one line
    assert min(widths) > 700
    assert column_widths(Table(caption="c", columns=("Een",), rows=())) == [PAGE]
    assert sum(column_widths(Table(caption="c", columns=("",) * 12, rows=(("x" * 90,) * 12,)))) == PAGE


@pytest.mark.parametrize("number", range(10 if FULL else 3))
def test_no_column_of_any_paper_is_a_letter_wide(number: int) -> None:
    for kind in ("dossier", "condities", "monitor"):
        paper = cleaned(build(kind, instruments(), state(number)))
        for table in (one for block in in_words(paper) if isinstance(block, Table) for one in for_reading(block)):
            assert min(column_widths(table)) >= 500
            assert sum(column_widths(table)) == PAGE


def test_a_row_stays_whole_only_where_it_fits_for_certain() -> None:
    assert stays_whole(("3. Van elke kandidaat kennen wij de cultuur.", "Rood"), (4000, 1200))
    assert not stays_whole((words("a", 100), "Rood"), (4000, 1200))
    assert not stays_whole(("een\n" * 16, "Rood"), (4000, 1200))


def test_a_title_of_a_table_is_not_said_twice() -> None:
    table = Table(caption="Taken", columns=("a",), rows=(("1",),))
    under = Paper(title="T", blocks=(Heading(level=1, text="Taken"), table))
    apart = Paper(title="T", blocks=(Heading(level=1, text="Werk"), table))
    assert (write(under, "md").count(b"Taken"), write(apart, "md").count(b"Taken")) == (1, 1)
    for kind, caption in (
        ("docx", b'w:val="Caption"'),
        ("odt", b'text:style-name="Caption"'),
        ("html", b'class="table"'),
    ):
        assert caption not in write(under, kind)
        assert caption in write(apart, kind)
