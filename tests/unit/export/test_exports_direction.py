"""A text in a script from right to left runs so in every document that has a place for it; another document is as it was."""

import io
import re
import zipfile

import pytest

from fii_widgets.export.formats import write
from fii_widgets.export.parts.direction import runs_from_right
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.report.papers.paper import Bullets, Heading, Paper, Paragraph, Table

ARABIC, DUTCH = "(1) مرحبا بالجميع", "Welkom, מיכל"


@pytest.mark.parametrize(
    ("text", "is_so"), [(ARABIC, True), (DUTCH, False), ("שלום", True), ("12 %", False), ("", False)]
)
def test_the_first_letter_decides(text: str, is_so: bool) -> None:
    assert runs_from_right(text) == is_so


def document(text: str, format_: str) -> str:
    paper = cleaned(
        Paper(
            title=text,
            blocks=(
                Heading(level=1, text=text),
                Paragraph(text=text),
                Bullets(items=(text,)),
                Table(caption="Tabel", columns=("A", "B"), rows=((text, text),)),
            ),
        )
    )
    content = write(paper, format_)
    if format_ == "html":
        return content.decode()
    name = {"docx": "word/document.xml", "odt": "content.xml"}[format_]
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_word_and_opendocument_run_from_the_right_where_the_text_does() -> None:
    word, odt = document(ARABIC, "docx"), document(ARABIC, "odt")
    assert word.count("<w:bidi/>") == word.count("<w:rtl/>") == 6
    assert odt.count('_rl"') == 6 + odt.count('style:writing-mode="rl-tb"')
    assert odt.count('style:writing-mode="rl-tb"') == 5  # title, heading, text, list, cell
    assert "<w:bidi/>" not in document(DUTCH, "docx")
    assert "rl-tb" not in document(DUTCH, "odt")


def test_the_report_leaves_it_to_the_browser() -> None:
    html = document(DUTCH, "html")
    for tag in ("h1", "h2", "p", "li", "td"):
        found = re.findall(f"<{tag}\\b[^>]*>", html)
        assert found, tag
        assert [one for one in found if 'dir="auto"' not in one] == []
