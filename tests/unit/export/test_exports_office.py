"""What was text stays text in an office program: a real LibreOffice opens the files. Elsewhere these count as not run."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from fii_widgets.export.formats import write
from fii_widgets.export.parts.safe import clean
from fii_widgets.report.papers.paper import Paper, Table
from tests.unit import readers
from tests.unit.offices import DUTCH, ENGLISH, PLAIN, TEMPTING, office

TEXTS = tuple(clean(text) for text in (*TEMPTING, *PLAIN))
PAPER = Paper(title="T", blocks=(Table(caption="c", columns=("een", "twee"), rows=tuple((t, t) for t in TEXTS)),))


@pytest.mark.parametrize("day", ["0202-12-06", "0002-01-01", "9998-12-31", ""])
def test_a_workbook_was_made_in_a_year_of_four_digits(day: str) -> None:
    core = zipfile.ZipFile(io.BytesIO(write(replace(PAPER, date=day), "xlsx"))).read("docProps/core.xml").decode()
    assert re.search(r"<dcterms:created[^>]*>\d{4}-\d\d-\d\dT", core)


@pytest.mark.parametrize("language", [DUTCH, ENGLISH])
def test_every_cell_of_a_csv_is_text_and_reads_back_as_it_was(language: int, tmp_path: Path) -> None:
    """Quotes are not taken for "text" (seventh option), and special numbers are looked for (eighth): the hardest way."""
    found = office(write(PAPER, "csv"), "csv", tmp_path / "in", f"59,34,76,1,,{language},false,true")
    assert {kind for row in found for kind, _ in row} == {"s"}
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([value for _, value in row] for row in found)
    assert readers.read_csv(out.getvalue().encode())[1:] == [[text, text] for text in TEXTS]


@pytest.mark.parametrize("separators", ["44", "9", "59/44/9", "124"])
def test_no_cell_becomes_a_formula_whatever_the_separator(separators: str, tmp_path: Path) -> None:
    found = office(write(PAPER, "csv"), "csv", tmp_path / "in", f"{separators},34,76,1,,{DUTCH},false,true,false")
    assert "f" not in {kind for row in found for kind, _ in row}


def test_the_same_texts_without_our_signs_do_not_stay_text(tmp_path: Path) -> None:
    """Known-bad: only quotes around them; and a line break under a comma, as an attacker would have it."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([text] for text in TEXTS)
    found = office(out.getvalue().encode(), "csv", tmp_path / "in", f"59,34,76,1,,{DUTCH},false,true")
    assert {kind for row in found for kind, _ in row} >= {"s", "n", "d", "b", "f"}
    found = office(b'"x";"a\n=1+1,b"\r\n', "csv", tmp_path / "in", f"44,34,76,1,,{DUTCH},false,true")
    assert "f" in {kind for row in found for kind, _ in row}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_every_cell_of_a_workbook_is_the_text_that_it_was(kind: str, tmp_path: Path) -> None:
    found = office(write(PAPER, kind), kind, tmp_path / "in")
    texts = [
        text.replace("\t", " ") if kind == "ods" else text for text in TEXTS
    ]  # LibreOffice would leave the tab out
    assert [[value for _, value in row] for row in found[1:]] == [[text, text] for text in texts]
    assert {cell_kind for row in found for cell_kind, _ in row} == {"s"}
