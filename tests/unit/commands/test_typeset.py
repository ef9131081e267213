"""A paper as a PDF: every word arrives, no text becomes code, PDF/UA-1 holds, and what is missing is said in Dutch."""

import io
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from fii_widgets import cli
from fii_widgets.commands.typeset.compiler import PAPER, Made, typeset
from fii_widgets.commands.typeset.paper import paper_data
from fii_widgets.commands.typeset.woff import unpacked
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.write import text as text_of
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Bullets, Heading, Link, Links, Paper, Paragraph, Table
from tests.unit.export.test_exports_laid_out import broken
from tests.unit.states import HOSTILE, state
from tests.unit.told import whole
from tests.written import instruments
from tools.paths import ROOT

pytest.importorskip("typst")

FULL = bool(os.environ.get("FII_FULL"))
#: what would be code if a text were read as Typst
CODE = (
    "#panic()",
    '#import "x.typ"',
    '#read("/etc/passwd")',
    '")) #panic() //',
    "= kop",
    "$ x^2 $",
    "*ster* _streep_ `code`",
    "<label> @label",
    "/* weg */ // weg",
    "\\u{41} \\",
    "[a](b) ~ -- --- ...",
    "{ ] )",
)


def made(paper: Paper) -> Made:
    return typeset(PAPER, paper_data(cleaned(paper)), ROOT)


def pdf(paper: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(made(paper).content))


def squashed(text: str) -> str:
    """The text without blanks, and without the hyphens that the end of a line may put in a word."""
    return re.sub(r"[\s\u200b\xad-]", "", text)


def said(reader: PdfReader) -> str:
    return squashed("".join(page.extract_text() for page in reader.pages))


def missing(paper: Paper, reader: PdfReader) -> list[str]:
    """The words of a paper that are not in its PDF; of letters that every font has, a very long one in pieces."""
    found = said(reader)
    words = re.findall(r"[!-~À-ÿ‘’–…]{1,80}", " ".join(_texts(whole(cleaned(paper)))))
    return [word for word in words if squashed(word) not in found]


def _texts(lines: object) -> list[str]:
    """The texts of lines; the first of a line is its kind."""
    if isinstance(lines, str):
        return [lines]
    parts = lines[1:] if isinstance(lines, tuple) else lines if isinstance(lines, list) else []
    return [text for one in parts for text in _texts(one)]


def everywhere(text: str) -> Paper:
    """A text in every place that a paper has."""
    return Paper(
        title=f"T {text}",
        subtitle=text,
        blocks=(
            Heading(level=1, text=text),
            Paragraph(text=text, lead=True),
            Bullets(items=(text, text)),
            Links(items=(Link(title=text, address="https://x.example/"), Link(title="a", address=text))),
            Table(
                caption=text,
                columns=(text, "B"),
                rows=((text, "Rood"), ("", text)),
                marked=1,
                marks=("rood", text),
                pen=True,
            ),
        ),
    )


@pytest.mark.parametrize("number", range(50) if FULL else (0, 3))
def test_every_word_of_a_dossier_arrives(number: int) -> None:
    paper = build("dossier", instruments(), state(number), "", "https://handboek.example/")
    assert missing(paper, pdf(paper)) == []


def test_a_word_that_is_not_there_is_noticed() -> None:
    """Known-bad: the PDF of another paper."""
    assert missing(Paper(title="T", subtitle="zonsondergang"), pdf(Paper(title="T"))) == ["zonsondergang"]


def test_every_word_of_an_answer_of_pages_arrives() -> None:
    long = " ".join(f"w{n:04}" for n in range(1000))
    paper = Paper(title="T", blocks=(Table(caption="T", columns=("a", "b"), rows=(("x", long),)), Paragraph(text=long)))
    assert missing(paper, pdf(paper)) == []


@pytest.mark.parametrize("kind", ["dossier", "overleg", "plan-van-aanpak", "condities"])
def test_no_short_word_of_a_table_is_broken(kind: str) -> None:
    dossier = open_text((ROOT / "docs/voorbeelden/samen-leren.json").read_text("utf-8")).dossier
    paper = cleaned(build(kind, instruments(), dossier))
    assert broken(paper, "\n".join(page.extract_text() for page in pdf(paper).pages)) == set()


def test_a_table_that_fits_stays_on_one_page_and_a_longer_one_goes_on() -> None:
    table = Table(caption="T", columns=("Een", "Twee"), rows=(("rij", "tekst"),) * 15)
    above = Paragraph(text="regel\n" * 30)
    at = [page.extract_text().count("tekst") for page in pdf(Paper(title="T", blocks=(above, table))).pages]
    assert at == [0, 15]
    long = [
        page.extract_text().count("tekst")
        for page in pdf(Paper(title="T", blocks=(replace(table, rows=table.rows * 6),))).pages
    ]
    assert min(long) > 0
    assert sum(long) == 90


@pytest.mark.parametrize("text", [*CODE, *HOSTILE])
def test_no_text_becomes_code(text: str) -> None:
    paper = everywhere(text)
    assert missing(paper, pdf(paper)) == []


@settings(max_examples=300 if FULL else 15, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from(CODE))
def test_no_text_stops_the_compiler(text: str, code: str) -> None:
    paper = everywhere(f"{text}{code}{text}")
    assert squashed(code) in said(pdf(paper))


def test_it_keeps_to_pdf_ua() -> None:
    reader = pdf(everywhere("tekst"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    assert reader.metadata is not None
    assert reader.metadata.title == "T tekst"
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["tekst"]


def test_only_an_address_of_the_web_is_a_link() -> None:
    bad = Links(items=(Link(title="a", address="javascript:alert(1)"), Link(title="b", address="https://x.example/")))
    notes = [note.get_object() for page in pdf(Paper(title="T", blocks=(bad,))).pages for note in page["/Annots"]]
    assert {note["/A"]["/URI"] for note in notes} == {"https://x.example/"}


def test_the_compiler_refuses_what_a_screen_reader_cannot_follow() -> None:
    """Known-bad: a document without a name."""
    import typst

    with pytest.raises(typst.TypstError, match="title"):
        made(Paper(title=""))


def test_the_same_paper_gives_the_same_bytes_with_the_day_of_the_dossier() -> None:
    paper = build("dossier", instruments(), state(3))
    assert made(paper).content == made(paper).content
    reader = pdf(paper)
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date().isoformat() == paper.date


def test_letters_of_other_alphabets_are_there_and_others_are_numbered() -> None:
    paper = Paper(title="T", blocks=(Paragraph(text="Łukasz Ğül Ωmega Привет Việt 漢 \U0001f600"),))
    one = made(paper)
    found = said(PdfReader(io.BytesIO(one.content)))
    for word in ("Łukasz", "Ğül", "Ωmega", "Привет", "Việt", "[U+6F22]", "[U+1F600]"):
        assert word in found
    assert one.without == {"漢", "\U0001f600"}


def test_the_letters_are_those_of_the_handbook() -> None:
    names = {str(font) for page in pdf(everywhere("Ğ")).pages for font in _fonts(page)}
    assert {name.partition("+")[2] for name in names} == {
        "SourceSerif4", "SourceSans3", "SourceSerif4latin-ext", "SourceSans3latin-ext"
    }  # fmt: skip


def _fonts(page: object) -> list[str]:
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    return [font.get_object()["/BaseFont"] for font in fonts]


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(ValueError, match="WOFF"):
        unpacked(b"wOF2 nee", "x")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.json"
    path.write_text(text_of(state(3)), "utf-8")
    return path


def fii(*words: object) -> int:
    return cli.main(["--map", str(ROOT), "export", *map(str, words)])


def test_the_command_writes_it_and_names_letters_that_are_missing(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fii(saved, "dossier", "--als", "pdf", "--naar", tmp_path / "d.pdf") == 0
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "nummer van het teken: " in capsys.readouterr().err


def test_without_typst_it_says_what_to_do(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert fii(saved, "--als", "pdf", "--naar", tmp_path / "d.pdf") == 1
    assert "pip install typst" in capsys.readouterr().err
    assert not (tmp_path / "d.pdf").exists()


def test_without_letters_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="letters van het handboek"):
        typeset(PAPER, {}, tmp_path)
