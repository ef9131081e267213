"""What holds between pages: every work is cited, every date is that of the last change."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from fii_widgets.handbook.pages import Page, linked_from, read_pages
from tests.browser.handbook import EXPLAINED, INSTRUMENTS
from tools.paths import DOCS, ROOT

PAGES = read_pages(DOCS)
#: works in the guide's list that its text never cites
NOT_CITED = {"lit-movisie-2019", "lit-scheffelaar-kuiper-2017"}
WORKS = [h.id for page in PAGES for h in page.headings if page.id == "ns-literatuur" and h.id.startswith("lit-")]
TEXTS = tuple(page for page in PAGES if page.id != "ns-literatuur")


@pytest.mark.parametrize("work", WORKS)
def test_a_work_is_cited_from_a_page_and_leads_back(work: str) -> None:
    literature = next(page for page in PAGES if page.id == "ns-literatuur").text
    assert f'{{{{ aangehaald("{work}") }}}}' in literature
    if work not in NOT_CITED:
        assert linked_from(TEXTS).get(work), "no page links to this work"


def history_is_whole() -> bool:
    """Whether git can tell when a page last changed: not in a shallow clone or an unpacked archive."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        return False
    shallow = ["git", "rev-parse", "--is-shallow-repository"]
    return subprocess.run(shallow, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip() == "false"


@pytest.mark.skipif(not history_is_whole(), reason="the history is not whole here")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_a_page_says_the_day_of_its_last_change(page: Page) -> None:
    command = ["git", "log", "-1", "--format=%cs", "--", str(Path("docs") / page.file)]
    changed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    assert page.value("gewijzigd") >= changed, f"set gewijzigd: {changed} in docs/{page.file}"


def test_the_browser_tests_know_every_page_that_carries_their_instruments() -> None:
    """Paper and the copy in a folder are looked at there: a page that is missing from the list is looked at by nobody."""
    found = {
        id_: {page.address for page in PAGES if re.search(rf'\{{\{{ instrument\("{id_}"(?!, eigen_pagina)', page.text)}
        for id_ in INSTRUMENTS
    }
    assert found == {id_: set(pages) for id_, pages in EXPLAINED.items()}
