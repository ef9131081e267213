"""The handbook as a book: it can be read aloud, every page number in front is right, and it names no machine."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from fii_widgets.handbook.phases import PHASES
from tools.pages import markup
from tools.passes.whole import LEFT_OUT
from tools.paths import ROOT
from tools.release import pdf

ADDRESS = "https://handboek.example/fii/"


def made_of(site: Path, folder: Path, address: str) -> Path:
    """Make the book by the command, with the handbook at an address or at none."""
    target = folder / "handboek.pdf"
    command = [sys.executable, "-m", "tools.release.pdf", "--site", str(site), "--to", str(target)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"HANDBOEK_URL": address}, check=True, timeout=300)
    return target


@pytest.fixture(scope="module")
def file(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_of(site, tmp_path_factory.mktemp("pdf"), "")


@pytest.fixture(scope="module")
def book(file: Path) -> PdfReader:
    return PdfReader(file)


@pytest.fixture(scope="module")
def pages(book: PdfReader) -> list[str]:
    return [page.extract_text() for page in book.pages]


def squashed(text: str) -> str:
    return re.sub(r"[\s\xad\u2010\u2011-]", "", text)


def told(pages: list[str], start: str, end: str) -> list[tuple[str, int]]:
    """The lines of a list with page numbers: the pages from one that begins with a word up to another."""
    first = next(at for at, text in enumerate(pages) if text.startswith(start))
    last = next(at for at, text in enumerate(pages[first:], first) if end in text)
    text = re.sub(r"(?<![.\d])\n(?!\d+$)", " ", "\n".join(pages[first : last + 1]).removeprefix(start), flags=re.M)
    return [(title.strip(), int(page)) for title, page in re.findall(r"(\S[^\n]*?)\s*(?:\.\s?){4,}\s*(\d+)\b", text)]


def entries(outline: Any) -> list[Any]:
    return [one for entry in outline for one in (entries(entry) if isinstance(entry, list) else [entry])]


def astray(lines: list[tuple[str, int]], book: PdfReader) -> list[tuple[str, int]]:
    """Lines on whose page no heading of that title begins."""
    begins = {(squashed(one.title), book.get_destination_page_number(one)) for one in entries(book.outline)}
    return [(title, page) for title, page in lines if (squashed(title), page - 1) not in begins]


def test_each_page_number_of_the_contents_is_that_of_the_page(book: PdfReader, pages: list[str]) -> None:
    lines = told(pages, "Inhoud", "Codes")
    assert len(lines) > 90
    assert astray(lines, book) == []
    assert all(squashed(title) in squashed(pages[page - 1]) for title, page in lines)
    assert [pages[page - 1].rstrip().rpartition("\n")[2] for _, page in lines] == [str(page) for _, page in lines]


def test_a_wrong_page_number_is_noticed(book: PdfReader, pages: list[str]) -> None:
    """Known-bad: every number one too high."""
    lines = [(title, page + 1) for title, page in told(pages, "Inhoud", "Codes")]
    assert astray(lines, book) == lines


def test_every_page_of_the_menu_has_its_bookmark(book: PdfReader, site: Path) -> None:
    named = {entry.title for entry in entries(book.outline)}
    for link in markup.read(site / "index.html").css("nav.fii-nav a"):
        address = link.attrs.get("href") or ""
        page = markup.read(site / address / "index.html")
        if not address.startswith(LEFT_OUT) and page.css_first(".fii-geheel") is None:
            title = page.css_first("main article h1")
            assert title is not None
            assert markup.text(title) in named


def test_it_keeps_to_pdf_ua_and_says_its_language_title_and_day(book: PdfReader) -> None:
    root: Any = book.trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    assert book.metadata is not None
    assert book.metadata.title == "Handboek FII"
    assert book.metadata.creation_date is not None


def kinds(element: Any) -> list[str]:
    """The kinds of an element of the structure and of all below it."""
    element = element.get_object()
    if not isinstance(element, dict):
        return []
    below = element.get("/K", [])
    inner = [kind for one in (below if isinstance(below, list) else [below]) for kind in kinds(one)]
    return [*([str(element["/S"])] if "/S" in element else []), *inner]


def test_few_elements_say_nothing_of_themselves(book: PdfReader) -> None:
    """Of the PDF that a browser made, half were NonStruct."""
    root: Any = book.trailer["/Root"]
    found = kinds(root["/StructTreeRoot"])
    assert len(found) > 10_000
    assert found.count("/NonStruct") < len(found) / 10
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/Figure", "/TOC", "/TOCI", "/Link"} <= set(found)


def test_each_phase_begins_on_a_right_page(pages: list[str], book: PdfReader) -> None:
    places = {entry.title: book.get_destination_page_number(entry) for entry in entries(book.outline)}
    for phase in PHASES:
        at = places[f"{phase.number} {phase.title}"]
        assert at is not None
        assert at % 2 == 0  # counted from 0: pages 1, 3, 5 are right ones
        assert pages[at].count(phase.title) >= 1


def test_forms_are_there_to_fill_in_by_hand(pages: list[str]) -> None:
    form = next(text for text in pages if text.startswith("Stoplicht fase 1"))
    for word in ("Groen", "Oranje", "Rood", "Onbekend", "Notitie"):
        assert form.count(word) >= 5
    assert "Wis" not in form.split()


def addresses(book: PdfReader) -> set[str]:
    notes = [note.get_object() for page in book.pages for note in page.get("/Annots", ())]
    return {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}


def test_it_names_no_machine_and_no_place_that_it_does_not_know(book: PdfReader, pages: list[str]) -> None:
    assert [address for address in addresses(book) if not address.startswith(("https://", "http://", "mailto:"))] == []
    everything = "\n".join([*addresses(book), *pages])
    assert "127.0.0.1" not in everything
    assert "localhost" not in everything


@pytest.mark.full
def test_where_the_address_is_known_it_leads_there_and_the_rest_is_the_same_each_time(
    file: Path, site: Path, tmp_path: Path
) -> None:
    book = PdfReader(made_of(site, tmp_path, ADDRESS))
    assert f"{ADDRESS}dossier/" in addresses(book)
    assert f"{ADDRESS}ga/" in "".join(page.extract_text() for page in book.pages[-12:])
    assert made_of(site, tmp_path, "").read_bytes() == file.read_bytes()


def test_without_a_site_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make site"):
        pdf.make(tmp_path)
