"""Book and papers read as a screen reader would, by two programs of others; large, so only with the full counts."""

import subprocess
from pathlib import Path

import pytest

from fii_widgets.commands.typeset.compiler import PAPER, typeset
from fii_widgets.commands.typeset.paper import paper_data
from fii_widgets.dossier.file.open import open_text
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.report.papers.make import KINDS, build
from tests.written import instruments
from tools.engines.build import environment
from tools.paths import CACHE, DOCS, ROOT
from tools.release import pdf
from tools.setup.say import SetupError

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def programs() -> Path:
    """The folder of both programs, in an environment of their own."""
    try:
        return environment("pdf", CACHE / "pdf-venv").parent
    except SetupError as error:
        pytest.skip(f"outloud and pdfua could not be had, so not run: {error}")


def faults(programs: Path, *files: Path) -> str:
    """What the two have against files; empty where they have nothing."""
    commands = (["outloud", "--fail-on", "error", "--no-info"], ["pdfua", "check"])
    done = [
        subprocess.run([str(programs / name), *words, *map(str, files)], capture_output=True, text=True, check=False)
        for name, *words in commands
    ]
    return "".join(one.stdout + one.stderr for one in done if one.returncode)


def test_the_book_can_be_read_aloud(site: Path, programs: Path, tmp_path: Path) -> None:
    assert faults(programs, pdf.make(site, tmp_path / "handboek.pdf")) == ""


def test_every_paper_of_the_examples_can_be_read_aloud(programs: Path, tmp_path: Path) -> None:
    for path in sorted(DOCS.glob("voorbeelden/*.json")):
        dossier = open_text(path.read_text("utf-8")).dossier
        for kind in KINDS:
            paper = cleaned(build(kind, instruments(), dossier, "opdrachtkaart" if kind == "instrument" else ""))
            (tmp_path / f"{path.stem}-{kind}.pdf").write_bytes(typeset(PAPER, paper_data(paper), ROOT).content)
    assert faults(programs, *tmp_path.glob("*.pdf")) == ""


def test_what_says_nothing_of_itself_is_noticed(programs: Path, tmp_path: Path) -> None:
    """Known-bad: a document without a structure."""
    import typst

    (tmp_path / "a.typ").write_text("= Kop\nTekst.", "utf-8")
    typst.compile(tmp_path / "a.typ", output=tmp_path / "a.pdf", pdf_tags=False)
    assert "FAIL" in faults(programs, tmp_path / "a.pdf")
