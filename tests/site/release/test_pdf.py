"""The handbook on paper, made by a real Chromium: tagged, in Dutch, with every page in its bookmarks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tools.pages import markup
from tools.passes.whole import LEFT_OUT
from tools.paths import ROOT
from tools.release import pdf


@pytest.fixture(scope="module")
def made(site: Path, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The PDF, made by the command: in a process of its own, as Playwright wants beside other browser tests."""
    target = tmp_path_factory.mktemp("pdf") / "handboek.pdf"
    env = {"FII_CHROMIUM": shutil.which("chromium") or ""} | os.environ
    command = [sys.executable, "-m", "tools.release.pdf", "--site", str(site), "--to", str(target)]
    subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=300)
    return PdfReader(target)


def entries(outline: Any) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from entries(entry)
        else:
            yield entry


def test_it_is_tagged_and_says_its_language_and_title(made: PdfReader) -> None:
    root = made.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl"
    assert made.metadata is not None
    assert made.metadata.title == "Handboek FII"


def test_every_page_of_the_menu_has_its_bookmark(made: PdfReader, site: Path) -> None:
    named = {entry.title for entry in entries(made.outline)}
    for link in markup.read(site / "index.html").css("nav.fii-nav a"):
        address = link.attrs.get("href") or ""
        if not address.startswith(LEFT_OUT):
            title = markup.read(site / address / "index.html").css_first("main article h1")
            assert title is not None
            assert markup.text(title) in named


def test_forms_are_on_paper(made: PdfReader) -> None:
    form = next(entry for entry in entries(made.outline) if entry.title == "Gereedheid")
    start = made.get_destination_page_number(form)
    assert start is not None
    assert "Notitie bij punt 13" in " ".join(page.extract_text() for page in made.pages[start : start + 6])


def test_without_a_site_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make site"):
        pdf.make(tmp_path)
