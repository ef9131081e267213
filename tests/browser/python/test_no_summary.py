"""Python that does not come, falls over or falls silent: one plain sentence says why, and the form goes on."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place
from tests.browser.handbook import impatient, visit
from tests.browser.served import Server, served

#: A worker that says only this: at its start, and when it is asked something. Of the client's three patiences the one
#: that has to run out does so at once. `false` gives the page its real worker back.
STANDS_IN = """window.standsIn = true; window.made = 0; { const Real = Worker, later = setTimeout, [atStart, asked, patience] = SAYS;
  const speak = (worker, kinds, id) => later(() => kinds.forEach((kind) => worker.onmessage({data: {kind, id, detail: 'no'}})));
  window.Worker = function (...given) {
    window.made += 1;
    if (!window.standsIn) return new Real(...given);
    const worker = {terminate() {}, postMessage: ({id}) => speak(worker, asked, id)};
    speak(worker, atStart);
    return worker;
  };
  window.setTimeout = (work, wait, ...more) => later(work, window.standsIn && wait === patience ? 0 : wait, ...more); }"""
#: what happens → (which sentence, what the worker says at its start and when asked, whose end the page waits for)
WAYS: dict[str, tuple[str, tuple[list[str], list[str], int]]] = {
    "never speaks": ("slow", ([], [], 60_000)),
    "never answers": ("slow", (["ready"], ["taken"], 10_000)),
    "shows no sign of life": ("broken", (["ready"], [], 4_000)),
    "falls over at its start": ("broken", (["fatal"], [], 0)),
    "falls over when asked": ("broken", (["ready"], ["taken", "fatal"], 0)),
}
#: the same in a folder, where another road is named; and a browser that makes no such worker at all
IN_A_FOLDER = {
    "never speaks": STANDS_IN.replace("SAYS", json.dumps(([], [], 10_000))),  # its script came along: it is told sooner
    "falls over at its start": STANDS_IN.replace("SAYS", json.dumps(WAYS["falls over at its start"][1])),
    "is refused": "window.Worker = function () { throw new DOMException('refused', 'SecurityError'); };",
    "cannot be heard": """{ const Real = Worker; window.Worker = function (...given) {
      const worker = new Real(...given); setTimeout(() => worker.onmessageerror(new MessageEvent('messageerror'))); return worker; }; }""",
}
SUMMARY = "#stoplicht-1 [data-fii-summary]"


def full_when(ways: Iterable[str], *rare: str) -> list[object]:
    """These ways, of which the rare ones are for `make test-full`."""
    return [pytest.param(way, marks=pytest.mark.full) if way in rare else way for way in ways]


def choose(page: Page, item: str) -> None:
    page.locator(f"input[name='{item}'][value='rood']").check()


def says_why(page: Page, code: str) -> None:
    """The sentence stands in the place of the summary, and everything else is as it was."""
    expect(page.locator(SUMMARY), code).to_have_text(WORDS_FOR_SCRIPTS[f"python.{code}"])
    expect(page.locator("#stoplicht-1 [data-fii-status]")).to_contain_text(
        WORDS_FOR_SCRIPTS["status.here"].split("{")[0]
    )
    expect(page.locator("[data-fii-alert]").filter(has_text=".")).to_have_count(0)


@pytest.mark.parametrize("way", full_when(WAYS, "never answers", "shows no sign of life"))
def test_says_why_and_tries_again_with_the_next_answer(chromium: Browser, server: Server, way: str) -> None:
    code, said = WAYS[way]
    page = chromium.new_page(base_url=server.url)
    page.add_init_script(STANDS_IN.replace("SAYS", json.dumps(said)))
    visit(page, "/checklists/stoplicht-1/")
    choose(page, "s1-01")
    says_why(page, code)
    made = page.evaluate("window.made")
    # A worker that had started is replaced and asked again; one may also have been started ahead of the first question.
    assert made >= (2 if "ready" in said[0] else 1)
    if way == "never speaks":
        page.evaluate("window.standsIn = false")
        choose(page, "s1-02")
        expect(page.locator(SUMMARY)).to_contain_text("2 punten staan op rood", timeout=90_000)
        assert page.evaluate("window.made") > made
    page.context.close()


@pytest.mark.parametrize("way", full_when(IN_A_FOLDER, "never speaks", "falls over at its start"))
def test_in_a_folder_names_the_road_that_works(chromium: Browser, offline_copy_place: Place, way: str) -> None:
    page = chromium.new_page()
    page.add_init_script(IN_A_FOLDER[way])
    visit(page, offline_copy_place.url("dossier/", "#stoplicht-1"))
    choose(page, "s1-01")
    says_why(page, "folder")
    page.context.close()


def test_a_part_that_never_comes_is_not_waited_for(chromium: Browser, offline_copy_place: Place) -> None:
    page = chromium.new_page()
    page.route("**/runtime/fii.zip.js", lambda _: None)
    page.add_init_script(impatient(45_000))  # the page's patience with its scripts
    visit(page, offline_copy_place.url("dossier/", "#stoplicht-1"))
    choose(page, "s1-01")
    says_why(page, "missing")
    page.context.close()


@pytest.mark.parametrize("where", ["http", "file"])
def test_says_that_a_copy_has_no_runtime(
    chromium: Browser, site: Path, offline_copy: Path, tmp_path: Path, where: str
) -> None:
    """As a host that leaves out large files has it, or a folder of which half was copied."""
    whole = site if where == "http" else offline_copy
    shutil.copytree(whole, tmp_path, ignore=shutil.ignore_patterns("runtime"), dirs_exist_ok=True)
    with served(tmp_path) as server:
        place = Place("http", server.url) if where == "http" else Place("file", tmp_path.as_uri())
        page = chromium.new_page()
        visit(page, place.url("dossier/", "#stoplicht-1"))
        choose(page, "s1-01")
        says_why(page, "missing")
        page.context.close()
