"""Sentences a reader can take in: limits on every page, and the measure itself is measured."""

import pytest

from fii_widgets.handbook.pages import Page, read_page, read_pages
from tools.pages.readability import NOT_COUNTED, measure
from tools.paths import DOCS

PAGES = [page for page in read_pages(DOCS) if page.id not in NOT_COUNTED]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_a_page_reads_without_stumbling(page: Page) -> None:
    assert measure(page).faults == []


def test_sentences_are_found_in_paragraphs_and_lists() -> None:
    page = read_page(
        "x.md", "# Kop\n\nEen zin. Nog *een*\nzin?\n\n- Punt één.\n- Punt twee\n\n| tabel | hier |\n{{ lijn() }}\n"
    )
    assert measure(page).sentences == ("Een zin.", "Nog een zin?", "Punt één.", "Punt twee")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Woord " * 36 + ".", "zin van 36"),
        ("Een twee drie vier vijf zes zeven acht negen tien elf twaalf. " * 22, "264 woorden"),
    ],
)
def test_what_is_too_long_is_named(text: str, fault: str) -> None:
    assert any(fault in found for found in measure(read_page("x.md", f"# Kop\n\n{text}\n")).faults)
