"""The proefbank as an author meets it: a mistake, its line, its repair, the instrument; in both browsers, at both places."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.axe import AXE, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import go
from tests.browser.served import Server
from tools.paths import ROOT

PAGE = "proefbank/"
TWENTY = ROOT / "tests" / "examples" / "invalid" / "twintig-fouten.yaml"
EXAMPLE = (ROOT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")
MESSAGES = TWENTY.with_name("twintig-fouten.error.txt").read_text("utf-8").splitlines()
CURSOR = """() => { const e = document.activeElement;
  return e.selectionStart === undefined ? null : [e.value.slice(0, e.selectionStart).split('\\n').length, e.value.slice(e.selectionStart, e.selectionEnd)]; }"""
PROBLEMS = """() => [...document.querySelectorAll('[data-fii-problems] li')].map((li) =>
  `${li.querySelector('button').textContent.match(/[0-9]+/)}: ${li.querySelector('span').textContent}`)"""


def told(tab: Tab, text: str) -> None:
    tab.has_text("[data-fii-told]", text, seconds=90)


def begin(tab: Tab, place: Place) -> None:
    """Open the page on an empty bench: the folder's storage is shared between tests."""
    tab.goto(place.url(PAGE))
    tab.evaluate("localStorage.clear()")
    tab.goto(place.url(PAGE))
    told(tab, "Geen fouten gevonden.")


def test_a_mistake_is_told_at_its_line_and_mended(shared: Shared, kind: str, place: Place) -> None:
    browser = shared(kind)
    tab = browser.tab()
    before = len(browser.seen.errors())
    begin(tab, place)
    tab.upload("[data-fii-file]", TWENTY)
    told(tab, "20 fouten. De eerste staat op regel 2.")
    assert tab.call(PROBLEMS) == MESSAGES

    tab.click("[data-fii-problems] li:nth-child(12) button")
    line = int(MESSAGES[11].split(":")[0])
    assert tab.call(CURSOR) == [line, TWENTY.read_text("utf-8").splitlines()[line - 1]]

    tab.click("[data-fii-action=back]")
    told(tab, "Geen fouten gevonden.")
    tab.evaluate(
        "(() => { const e = document.querySelector('[data-fii-text]'); e.focus(); const at = e.value.indexOf('\\nsoort: checklist') + 17; e.setSelectionRange(at, at); })()"
    )
    tab.type("x")
    told(tab, f"1 fout, op regel {EXAMPLE[: EXAMPLE.index('soort: checklist')].count(chr(10)) + 1}.")
    assert tab.is_visible("[data-fii-older]")
    tab.press("Backspace")
    told(tab, "Geen fouten gevonden.")
    assert not tab.is_visible("[data-fii-problem-box]")

    tab.click('label:has(> input[name="proef-vb-01"][value="rood"])')
    tab.has_text("[data-fii-summary]", "1 punt staat op rood")
    tab.has_text("[data-fii-summary]", "Wat u vraagt of doet bij rood of oranje.")

    # the text is kept, what was tried is not, and the dossier was never touched
    tab.evaluate(
        "(() => { const e = document.querySelector('[data-fii-text]'); e.focus(); e.setSelectionRange(0, 0); })()"
    )
    tab.type("# van mij ")
    tab.has_text("[data-fii-draft]", "los van uw dossier")
    told(tab, "Geen fouten gevonden.")
    tab.reload()
    told(tab, "Geen fouten gevonden.")
    assert str(tab.evaluate("document.querySelector('[data-fii-text]').value")).startswith("# van mij ")
    assert tab.count("[data-fii-result] input:checked[value=rood]") == 0
    if place.kind == "http":
        assert tab.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    tab.evaluate("localStorage.clear()")
    assert browser.seen.errors()[before:] == []
    tab.close()


def test_by_keyboard_with_every_instrument_to_begin_with(shared: Shared, server: Server) -> None:
    place = Place("http", server.url)
    tab = shared("chromium").tab()
    begin(tab, place)
    go(tab, "(e) => e.matches('[data-fii-choice]')")
    tab.type("Bal")
    go(tab, "(e) => e.matches('[data-fii-action=take]')")
    tab.press("Enter")
    tab.has_text("[data-fii-result]", "Balans")
    go(tab, "(e) => e.matches('[data-fii-text]')")
    tab.type("x")
    told(tab, "fout")
    go(tab, "(e) => e.closest('[data-fii-problems]') !== null")  # Tab leads out of the text
    tab.press("Enter")
    assert tab.call(CURSOR)[0] >= 1
    assert tab.evaluate("document.activeElement.matches('[data-fii-text]')")
    saved = tab.download("[data-fii-action=save]")
    assert re.fullmatch(r"balans( ?\(\d\))?\.yaml", saved.name)
    assert saved.read_text("utf-8") == tab.evaluate("document.querySelector('[data-fii-text]').value")
    tab.close()


def test_axe_with_mistakes_and_with_the_form(chromium: Browser, server: Server, tmp_path: Path) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    begin(tab, Place("http", server.url))
    found = violations(tab.page)
    tab.upload("[data-fii-file]", TWENTY)
    told(tab, "20 fouten.")
    found += violations(tab.page)
    context.close()
    assert found == []
