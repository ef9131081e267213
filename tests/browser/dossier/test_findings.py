"""What stands out in the lists: Python says it once, and the first view shows it after that, while the answers are the same."""

from pathlib import Path

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, forget_all, goto, kept, ready, take, unfold, wipe
from tests.browser.served import Server
from tests.proof.hostile.stores import STORE
from tools.paths import ROOT

PART = "[data-fii-stand-part=found]"
RULE = "Minder aandacht is een van de belangrijkste signalen dat de steun afneemt."
HIDDEN = "(s) => document.querySelector(s).hidden"
#: changes what is kept, past the page; `found` is what stands there
PUT = """async (change) => {
  const db = await new Promise((done) => { const asked = indexedDB.open(STORE); asked.onsuccess = () => done(asked.result); });
  const rest = db.transaction('rest', 'readwrite').objectStore('rest');
  const found = await new Promise((done) => { const asked = rest.get('findings'); asked.onsuccess = () => done(asked.result); });
  rest.put({ ...found, ...change, lines: found.lines.map((line) => ({ ...line, ...change.line })) }, 'findings');
  await new Promise((done) => { rest.transaction.oncomplete = done; });
  db.close();
  return true;
}""".replace("STORE", f"'{STORE}'")


def found_once(tab: Tab, url: str, folder: Path) -> None:
    """Open a dossier in which something stands out, and look at its lists until Python said so."""
    goto(tab, url)
    take(tab, as_file(folder, dossier({"dr-2": {"choice": "nee"}, "s1-02": {"choice": "rood"}})))
    kept(tab)
    tab.click("[data-fii-to=lijsten]")
    tab.has_text("[data-fii-overview]", "Draagkracht", seconds=90)
    tab.click("[data-fii-to=stand]")
    tab.has_text(PART, RULE)
    tab.has_text(PART, "Draagkracht, punt 2")
    assert "Stoplicht" not in tab.text(PART)


def test_it_stands_there_in_a_folder_too(shared: Shared, offline_copy_place: Place, tmp_path: Path) -> None:
    tab = shared("firefox").tab()
    forget_all(tab, offline_copy_place)
    found_once(tab, offline_copy_place.url(DOSSIER), tmp_path)
    tab.reload()
    ready(tab)
    tab.has_text(PART, RULE)
    tab.close()


def test_it_goes_when_an_answer_changes_and_comes_when_python_speaks(
    shared: Shared, server: Server, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    found_once(tab, f"{server.url}/{DOSSIER}", tmp_path)
    server.hold_runtime()
    asked = len(server.runtime())
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.has_text(PART, RULE)
    assert len(server.runtime()) == asked  # nobody asked for it
    unfold(tab, "draagkracht")
    choose(tab, "dr-2", "deels")
    tab.click("[data-fii-to=stand]")
    tab.wait_until(HIDDEN, PART)
    server.release()
    tab.wait_until(f"() => !({HIDDEN})('{PART}')", seconds=90)
    tab.has_text(PART, RULE)
    # a link leads to the point, and nothing is left of it after a wipe
    choose(tab, "dr-2", "nee")
    tab.click("[data-fii-to=stand]")
    tab.has_text(PART, "Draagkracht, punt 2", seconds=90)
    tab.click(f"{PART} a[href='#dr-2']")
    tab.wait_until("() => document.activeElement.closest('[data-fii-item=dr-2]') !== null")
    wipe(tab)
    unfold(tab, "draagkracht")
    choose(tab, "dr-3", "ja")
    tab.click("[data-fii-to=stand]")
    tab.wait_until("() => document.querySelector('[data-fii-stand]').checkVisibility()")
    assert "Minder aandacht" not in tab.text(PART)
    tab.close()


def test_what_another_program_put_there_is_text_or_is_dropped(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    url = f"{server.url}/{DOSSIER}"
    found_once(tab, url, tmp_path)
    harm = "<img src=x onerror=fiiRan=1>"
    tab.call(PUT, {"line": {"text": harm}})
    server.hold_runtime()
    goto(tab, url)
    tab.has_text(PART, harm)
    assert tab.count(f"{PART} img") == 0
    tab.call(PUT, {"line": {"about": "javascript:alert(1)"}})
    goto(tab, url)
    tab.has_text("[data-fii-stand-phases]", "Fase 1: 1 rood")
    assert tab.call(HIDDEN, PART)
    server.release()
    tab.click("[data-fii-to=lijsten]")
    tab.has_text("[data-fii-overview]", "Draagkracht", seconds=90)
    tab.click("[data-fii-to=stand]")
    tab.has_text(PART, RULE)
    tab.close()


@pytest.mark.parametrize("example", ["ajt", "moeders-van-rotterdam"])
def test_a_phone_shows_everything_of_it_in_two_screens(shared: Shared, server: Server, example: str) -> None:
    tab = shared("chromium").tab()
    tab.size(390, 844)
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, ROOT / f"docs/voorbeelden/{example}.json")
    kept(tab)
    goto(tab, f"{server.url}/{DOSSIER}#lijsten")
    tab.wait_until("() => document.querySelector('[data-fii-overview] li')", seconds=90)
    goto(tab, f"{server.url}/{DOSSIER}#stand")
    tab.wait_until(f"() => !({HIDDEN})('{PART}')")
    ends = "[...document.querySelectorAll('[data-fii-stand-part]:not([hidden])')].map((part) => part.getBoundingClientRect().bottom + scrollY)"
    assert len(tab.evaluate(ends)) >= 4
    assert max(tab.evaluate(ends)) <= 2 * 844
    tab.close()
