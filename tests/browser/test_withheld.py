"""A page is either working or visibly not: whatever of its scripts does not arrive, as it does not arrive."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.words import WORDS
from fii_widgets.words.share import FOR_SCRIPTS
from tests.browser import withheld
from tests.browser.conftest import Place, Shared
from tests.browser.driver.tab import until
from tests.browser.handbook import impatient, started
from tests.browser.served import WAYS, Server

LIST, DOSSIER, CHAPTER = withheld.PAGES
DEAD = "(s) => [...document.querySelectorAll(s)].every((e) => e.matches(':disabled'))"
CONTROLS = "[data-fii-widget] :is(input, textarea, select, button)"


def silent(found: list[withheld.Outcome]) -> list[str]:
    return [f"{one.page} without {one.script} ({one.way}): {one.result}" for one in found if one.is_silent]


def script(server: Server, name: str) -> str:
    """Give the path of the one file that has this name, or holds the class or function of this name."""
    holds = re.compile(rf"\b(?:{name}=class|class {name}|function {name})\b")
    files = sorted((server.folder / "javascripts").glob("*.js"))
    found = [file for file in files if file.name.startswith(f"{name}-") or holds.search(file.read_text("utf-8"))]
    assert len(found) == 1, (name, found)
    return f"/javascripts/{found[0].name}"


#: what a page with a form cannot do without
NEEDED = ("init", "form-page", "InstrumentWidget", "DossierState", "followPrinter", "Widget")


@pytest.mark.no_python
def test_every_script_withheld_from_a_list(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.ready = ""
    found = list(withheld.walk(tab, server, LIST, ["404"]))
    assert silent(found) == []
    told = {one.script for one in found if one.result == "told"}
    assert told >= {script(server, name) for name in NEEDED}
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize("way", [way for way in WAYS if way not in ("404", "hang")])
def test_a_script_that_came_wrong(shared: Shared, server: Server, way: str) -> None:
    tab = shared("chromium").tab()
    tab.ready = ""
    scripts = [script(server, name) for name in ("init", "Widget")]
    found = list(withheld.walk(tab, server, LIST, [way], scripts))
    assert silent(found) == []
    # without its exports init.js is what it was: it has none
    assert [one.result for one in found] == ["works" if way == "old" else "told", "told"]
    tab.close()


@pytest.mark.no_python
def test_a_script_withheld_in_firefox(shared: Shared, server: Server) -> None:
    """All of them, in every way, are for the whole run."""
    tab = shared("firefox").tab()
    tab.ready = ""
    found = list(withheld.walk(tab, server, LIST, ["404"], [script(server, name) for name in ("init", "Widget")]))
    assert [one.result for one in found] == ["told", "told"]
    tab.close()


@pytest.mark.full
@pytest.mark.parametrize("page", withheld.PAGES, ids=lambda page: page.address)
@pytest.mark.parametrize("way", [way for way in WAYS if way != "hang"])
def test_every_script_withheld_in_turn(
    shared: Shared, server: Server, kind: str, page: withheld.Page, way: str
) -> None:
    tab = shared(kind).tab()
    tab.ready = ""
    found = list(withheld.walk(tab, server, page, [way]))
    assert len(found) >= 8
    assert silent(found) == []
    tab.close()


def test_a_page_that_is_silent_is_refused(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.ready = ""
    server.withheld = {script(server, "Widget"): "404"}
    withheld.open_page(tab, f"{server.url}/{LIST.address}")
    assert tab.call(withheld.FAULTS) == []
    tab.evaluate("document.querySelectorAll('.fii-start, .fii-uit').forEach((e) => { e.hidden = true; })")
    assert any("does not say so" in one for one in tab.call(withheld.FAULTS))
    assert any("without its sentence" in one for one in tab.call(withheld.FAULTS))
    tab.evaluate("document.querySelector('[data-fii-controls]').replaceWith(document.querySelector('[data-fii-form]'))")
    assert any("nobody answers" in one for one in tab.call(withheld.FAULTS))
    tab.close()


@pytest.mark.no_python
def test_a_dead_form_that_stays_folded_is_refused(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.ready = ""
    scripts = [script(server, name) for name in ("InstrumentWidget", "init")]
    found = list(withheld.walk(tab, server, CHAPTER, ["404"], scripts))
    assert [one.result for one in found] == ["told", "told"]
    server.withheld = {scripts[0]: "404"}
    withheld.open_page(tab, f"{server.url}/{CHAPTER.address}")
    assert tab.call(withheld.FAULTS) == []
    tab.evaluate("document.querySelectorAll('[data-fii-fold-panel]').forEach((e) => { e.hidden = true; })")
    assert any("folded away" in one for one in tab.call(withheld.FAULTS))
    tab.close()


def test_the_hand_the_keyboard_and_the_reader_meet_a_dead_form(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    server.withheld = {script(server, "InstrumentWidget"): "404"}
    page.goto(f"{server.url}/{LIST.address}")
    started(page)
    sentence = page.get_by_text(WORDS["not_started"])
    assert sentence.is_visible()
    assert page.get_by_role("alert").filter(has_text="Laad de pagina opnieuw").count() == 1  # read aloud once
    label = page.locator('label:has(> input[name="s1-02"][value="rood"])')
    label.scroll_into_view_if_needed()
    place = label.bounding_box()
    assert place
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    note = page.locator('[name="s1-02.note"]')
    assert note.is_visible()  # room to write on paper
    place = note.bounding_box()
    assert place
    page.mouse.click(place["x"] + 20, place["y"] + 20)
    page.keyboard.type("Dit blijft niet staan.")
    assert page.evaluate(DEAD, CONTROLS)
    assert page.evaluate("[...document.querySelectorAll('[name$=\".note\"]')].every((e) => e.value === '')")
    assert page.locator('input[name="s1-02"]:checked').count() == 0
    page.context.close()


@pytest.mark.no_python
@pytest.mark.parametrize("part", ["init", "InstrumentWidget"])
def test_a_start_that_hangs_is_told_and_one_that_comes_late_is_whole(
    chromium: Browser, server: Server, part: str
) -> None:
    page = chromium.new_page()
    page.add_init_script(impatient(10_000, 1_000))  # the page's patience with a part
    server.withheld = {script(server, part): "hang"}
    page.goto(f"{server.url}/{LIST.address}", wait_until="commit")
    sentence = page.get_by_text(WORDS["not_started"])
    sentence.wait_for(timeout=60_000)
    assert page.evaluate(DEAD, CONTROLS)
    server.release()
    started(page)
    assert not sentence.is_visible()
    assert not page.get_by_text("Deze pagina is niet helemaal geladen").is_visible()
    page.locator('label:has(> input[name="s1-02"][value="rood"])').click()
    page.get_by_text("Opgeslagen in deze browser").first.wait_for()
    page.context.close()


def test_a_form_moves_nothing_when_it_comes_to_life(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    server.withheld = {script(server, "InstrumentWidget"): "hang"}
    page.goto(f"{server.url}/{LIST.address}", wait_until="commit")
    page.wait_for_selector("html[data-fii-begun]", state="attached")
    where = "[...document.querySelectorAll('.fii-article > *, .fii-instrument h3, [data-fii-item] *')].map((e) => JSON.stringify(e.getBoundingClientRect())).join()"
    look = "[...document.querySelectorAll('.fii-choice, textarea')].map((e) => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.opacity, s.border].join(); }).join()"
    page.evaluate("document.fonts.ready.then(() => 1)")
    before = page.evaluate(where), page.evaluate(look)
    server.release()
    started(page)
    assert (page.evaluate(where), page.evaluate(look)) == before
    page.context.close()


def cut(script: Path) -> None:
    script.write_text(script.read_text("utf-8")[:50_000], "utf-8")


@pytest.mark.parametrize(
    "spoil", [Path.unlink, cut, lambda script: script.write_text("")], ids=["gone", "cut", "empty"]
)
def test_in_a_folder_without_its_one_script(
    chromium: Browser, offline_copy: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    """Only what the pages need goes along: the copy is large."""
    for name in ("javascripts", "stylesheets", "dossier", "checklists/stoplicht-1"):
        shutil.copytree(offline_copy / name, tmp_path / name)
    spoil(tmp_path / "javascripts" / "handboek.js")
    page = chromium.new_page()
    for address in ("dossier/", "checklists/stoplicht-1/"):
        page.goto(Place("file", tmp_path.as_uri()).url(address))
        page.wait_for_selector("html.no-js", state="attached")
        assert page.locator(".fii-start").get_by_text("Deze pagina is niet helemaal geladen").is_visible()
        assert page.evaluate(DEAD, CONTROLS)
        if address == "dossier/":  # no form at all: it leads to those that are whole on paper
            assert page.get_by_text(WORDS["without_scripts"]).is_visible()
            continue
        assert page.get_by_text(WORDS["not_started"]).first.is_visible()
        assert page.locator('label:has(> input[name="s1-02"][value="rood"])').is_visible()
    page.context.close()


@pytest.mark.no_python
def test_a_part_that_is_loaded_later_tells_that_it_did_not_come(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    parts = ("share", "SearchEngine", "worker")
    server.withheld = {script(server, name): "404" for name in parts}
    tab.goto(f"{server.url}/{LIST.address}")
    tab.click('label:has(> input[name="s1-02"][value="rood"])')
    tab.has_text("[data-fii-summary]", "Uw antwoorden zijn niet veranderd.")
    tab.click("[data-fii-action=share]")
    tab.has_text("[data-fii-progress]", FOR_SCRIPTS["share.failed"])
    tab.press("Control+k")
    until(lambda: tab.evaluate("document.activeElement.matches('[data-fii-search-field]')"))
    tab.type("draagvlak")
    tab.has_text("[data-fii-search-status]", "Zoeken lukt nu niet")
    tab.close()
