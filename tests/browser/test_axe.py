"""axe on every page and on the states a reader meets: light and dark, 320 and 1280 px wide. No rule is waived."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.axe import AXE, LOOKS, SETTLED, one_of_each, violations
from tests.browser.conftest import READY, Place
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import (
    WIDER,
    as_file,
    dossier,
    fill,
    goto,
    offer,
    previewed,
    see,
    sums_up,
    unfold,
    unfold_card,
)
from tests.browser.meetings.test_decisions import held
from tests.browser.served import Server

BAD = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Slecht</title><main><h1>Slecht</h1><input type="text">
<p style="color:#aaa;background:#fff">bleek</p><button style="width:9px;height:9px;padding:0">a</button><button style="width:9px;height:9px;padding:0">b</button></main></html>"""


@pytest.fixture
def tab(chromium: Browser, tmp_path: Path) -> Any:
    """One page of one context for all looks: the browser's state is the reader's."""
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    yield ChromiumTab(context.new_page(), tmp_path / "downloads", READY)
    context.close()


def test_every_page(tab: ChromiumTab, server: Server, site: Path, pages: list[str], full: bool) -> None:
    """`make test` has a page for each kind of element, in one look by turns; `make test-full` has all pages in all four."""
    found = []
    turns = [LOOKS] if full else [[look] for look in LOOKS]
    for at, page in enumerate(pages if full else [page for page in pages if page in one_of_each(site)]):
        tab.goto(f"{server.url}/{page}")
        found += violations(tab.page, turns[at % len(turns)])
    assert found == []


def test_each_kind_of_element_is_on_a_page_that_is_judged(tmp_path: Path) -> None:
    for name, body in (("a", "<p>x<p class=b>y"), ("b", "<p>z"), ("c", "<p>x<input type=date>")):
        (tmp_path / f"{name}.html").write_text(f"<!doctype html><title>{name}</title>{body}", "utf-8")
    assert one_of_each(tmp_path) == {"a.html", "c.html"}


def test_every_page_in_a_folder_that_looks_different_there(tab: ChromiumTab, offline_copy_place: Place) -> None:
    """There the instruments of other pages are paper; everything else is the same page."""
    found = []
    for page in ["model/startpunt/", "checklists/gereedheid/"]:
        tab.goto(offline_copy_place.url(page))
        tab.wait_until("() => [...document.querySelectorAll('[data-fii-file-only]')].some((e) => e.checkVisibility())")
        found += violations(tab.page)
    assert found == []


@pytest.mark.no_python
def test_a_bare_page_and_a_session(tab: ChromiumTab, server: Server) -> None:
    found = []
    for page in ("model/1-signaleren/1a-opdrachtgever/", "checklists/stoplicht-1/"):
        tab.goto(f"{server.url}/{page}?kaal")
        found += violations(tab.page)
    tab.goto(f"{server.url}/trainers/")
    tab.page.get_by_role("button", name="Voeg deze allemaal toe").click()
    tab.click("[data-fii-act=questions]")
    tab.evaluate("document.querySelectorAll('.fii-bijeenkomst details').forEach((e) => { e.open = true; })")
    found += violations(tab.page)
    small = """[...document.querySelectorAll('.fii-bijeenkomst :is(button, input, select, textarea, summary)')]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 120))"""
    assert tab.evaluate(small) == []
    assert found == []


def test_a_card_unfolded(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/model/2-verkennen/2a-shortlist/")
    unfold_card(tab, "gereedheid")
    assert violations(tab.page) == []


def test_papers_and_links(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/dossier/#stukken")
    tab.has_text("[data-fii-missing=agenda]", "Nog geen overleg.", seconds=90)
    tab.click("[data-fii-action=make]")
    found = violations(tab.page)
    goto(tab, f"{server.url}/checklists/stoplicht-1/")
    fill(tab, {"s1-01": ("groen", "")})
    tab.click("[data-fii-action=share]")
    tab.wait_until("() => document.querySelector('svg.fii-qr')", seconds=90)
    found += violations(tab.page)
    link = tab.evaluate("document.querySelector('[data-fii-link]').value")
    tab.press("Escape")
    fill(tab, {"s1-01": ("rood", "")})
    tab.goto(link)
    tab.wait_until("() => document.querySelector('[data-fii-linked=all]')", seconds=90)
    assert found + violations(tab.page) == []


#: item → choice or what was written, enough for each picture to have something to show
PICTURED = {
    "condities": {"cd-interventie-1": "bevorderend", "cd-interventie-2": "belemmerend", "cd-buurt-1": "speelt-niet"},
    "cfir": {"cf-i-a": "onbekend", "cf-iii-a": "belemmerend"},
    "pijlers": {"pi-fase": "startend", "pi-co-1": "deels"},
    "balans": {"ba-10": "innovatie", "ba-03": "nvt"},
    "implementatieteam": {"tm-wie@1": "M.", "tm-organisatie@1": "gevend", "tm-1@1": "ja", "tm-2@2": "deels"},
    "sleutelfiguren": {"sk-niveau@1": "lijn", "sk-partij@1": "ontvangend", "sk-groen@1": "nog-niet"},
    "outputmonitor": {"om-1@1": "Samen Leren", "om-5-doel@1": "40", "om-5-bereikt@1": "32", "om-5-doel@2": "1.200"},
}
#: of each way of drawing one; `make test-full` has all
DRAWN_APART = ("condities", "balans", "outputmonitor")
WRITTEN = ("tm-wie", "om-")
#: the drawing that is seen: its smallest letters as the eye sees them, and the words that run out of it
DRAWN = """() => [...document.querySelectorAll('.fii-beeld--telling')].filter((e) => e.checkVisibility()).map((e) => {
  const room = e.viewBox.baseVal, scale = e.getBoundingClientRect().width / room.width;
  const texts = [...e.querySelectorAll('text')];
  const outside = (t) => { const b = t.getBBox(); return b.x < -1 || b.x + b.width > room.width + 1 || b.y + b.height > room.height + 2; };
  return [Math.min(...texts.map((t) => parseFloat(getComputedStyle(t).fontSize) * scale)) >= 14, texts.filter(outside).map((t) => t.textContent)];
})"""


def test_the_pictures_of_the_summaries(tab: ChromiumTab, server: Server, tmp_path: Path, full: bool) -> None:
    given = {
        item: {"note" if item.startswith(WRITTEN) and "organisatie" not in item else "choice": value}
        for answers in PICTURED.values()
        for item, value in answers.items()
    }
    goto(tab, f"{server.url}/dossier/")
    offer(tab, as_file(tmp_path, dossier(given)))
    previewed(tab)
    tab.click("[data-fii-action=apply]")
    tab.has_text("[data-fii-widget=dossier] [data-fii-progress]", "staan nu in uw dossier")
    found = []
    looks = [("light", 360), ("dark", 1280)]
    for at, instrument in enumerate(PICTURED if full else DRAWN_APART):
        goto(tab, f"{server.url}/checklists/{instrument}/")
        tab.wait_until("() => document.querySelectorAll('.fii-beeld--telling').length === 2")
        tab.evaluate(
            "document.querySelector('.fii-meer--getekend > summary')?.click()"
        )  # folded where something stands out
        tab.click(".fii-beelddata > summary")
        found += violations(tab.page, looks if full else [looks[at % 2]])
        for width in (320, 768, 1280):
            tab.size(width, 900)
            tab.evaluate(SETTLED)
            drawn = tab.evaluate(f"({DRAWN})()")
            found += [f"{instrument} {width}: {drawn}"] if drawn != [[True, []]] else []
    # what a reader had opened stays open, and keeps the focus, when the summary is made anew
    tab.evaluate("document.querySelector('.fii-beelddata > summary').focus()")
    tab.evaluate(
        """(() => { const e = document.querySelector('[name="om-5-bereikt@1.note"]'); e.value = '41';
        e.dispatchEvent(new Event('input', { bubbles: true })); e.dispatchEvent(new Event('change', { bubbles: true })); })()"""
    )
    tab.has_text(".fii-beelddata", "41")
    assert tab.evaluate("document.querySelector('.fii-beelddata').open")
    assert tab.evaluate("document.activeElement.matches('.fii-beelddata > summary')")
    assert found == []


@pytest.mark.no_python
def test_what_holds_of_every_decision(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    """One to be looked at again, one replaced, one in which a day is being chosen, with a word that is too long."""
    content = held()
    content["reviews"]["r-2"]["decisions"]["d4"] = {
        "at": "2026-01-19T10:00:00.000Z",
        "text": "Ervaringsdeskundigheidsontwikkelingsbijeenkomstenreeks" * 2,
        "replaces": "r-1/d1",
    }
    goto(tab, f"{server.url}/dossier/")
    offer(tab, as_file(tmp_path, content))
    previewed(tab)
    tab.click("[data-fii-action=apply]")
    tab.has_text("[data-fii-widget=dossier] [data-fii-progress]", "staan nu in uw dossier")
    see(tab, "[data-fii-stand]")
    found = violations(tab.page, [("light", 320)])
    see(tab, "[data-fii-decided]")
    tab.click('[data-fii-decided-one="r-2/d3"] button')
    found += violations(tab.page, [("light", 320), ("dark", 1280)])
    tab.size(320, 800)
    assert tab.evaluate(f"({WIDER})()")[0] == 0
    assert found == []


def test_nothing_is_kept_and_nothing_is_summed_up(tab: ChromiumTab, server: Server) -> None:
    """The alert of a browser without a store, above the sentence of a Python that fell over."""
    tab.page.add_init_script(
        """Object.defineProperty(window, 'indexedDB', {value: undefined});
        window.Worker = function () { setTimeout(() => this.onmessage({data: {kind: 'fatal', detail: 'no'}})); this.terminate = () => {}; };"""
    )
    goto(tab, f"{server.url}/checklists/stoplicht-1/")
    fill(tab, {"s1-01": ("rood", "")})
    tab.has_text("[data-fii-alert]", WORDS_FOR_SCRIPTS["store.absent"])
    tab.has_text("[data-fii-summary]", WORDS_FOR_SCRIPTS["python.broken"])
    assert violations(tab.page) == []


def test_dossier_open_preview_and_question(tab: ChromiumTab, server: Server, tmp_path: Path, full: bool) -> None:
    narrow, wide = (LOOKS, LOOKS) if full else (LOOKS[:1], LOOKS[1:])
    goto(tab, f"{server.url}/dossier/#stoplicht-1")
    fill(tab, {"s1-01": ("rood", "let op")})
    sums_up(tab, "stoplicht-1", "1 punt staat op rood")
    unfold(tab, "gereedheid")
    found = violations(tab.page, narrow)
    offer(
        tab,
        as_file(
            tmp_path,
            dossier(
                {"s1-01": {"choice": "groen", "note": "nieuw"}, "g-01": {"choice": "nee"}, "oud-01": {"choice": "ja"}}
            ),
        ),
    )
    previewed(tab)
    tab.has_text("[data-fii-preview]", "oud-01")  # Python's remarks are there too
    found += violations(tab.page, wide)
    offer(tab, as_file(tmp_path, "geen json"))
    tab.wait_until("() => document.querySelector('[data-fii-complaint]').textContent !== ''")
    found += violations(tab.page, LOOKS[:1])
    see(tab, "[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe]")
    tab.wait_until("() => document.querySelector('dialog[open]')")
    found += violations(tab.page, narrow)
    assert found == []


@pytest.mark.no_python
def test_a_list_that_is_being_changed(tab: ChromiumTab, server: Server) -> None:
    """Every way out of it, too: own words, an own item, one left out, and the question before going back."""
    goto(tab, f"{server.url}/checklists/stoplicht-1/")
    tab.click("[data-fii-own-edit]")
    tab.page.fill("[data-fii-section=s1-kaders] > [data-fii-own-tool] textarea", "Een eigen punt")
    tab.click("[data-fii-section=s1-kaders] > [data-fii-own-tool] button")
    tab.click("[data-fii-item='s1-03'] [data-fii-own-action=hide]")
    found = violations(tab.page)
    small = tab.evaluate(
        """[...document.querySelectorAll('[data-fii-own-tool] button, [data-fii-own-edit]')]
        .filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.outerHTML)"""
    )
    assert small == []
    tab.page.emulate_media(media="print")  # paper has the team's list, and none of the tools
    hidden, tool = "[data-fii-item='s1-03']", "[data-fii-own-tool]"
    seen = """(e) => [...document.querySelectorAll(e)].some((one) => one.checkVisibility())"""
    assert [tab.call(seen, one) for one in (hidden, tool, "[data-fii-item='s1-01'] .fii-choices")] == [
        False,
        False,
        True,
    ]
    tab.page.emulate_media(media="screen")
    tab.page.get_by_text("Terug naar de lijst van het handboek").click()
    found += violations(tab.page, LOOKS[:1])
    assert found == []


def test_search_with_results_with_what_comes_near_and_with_nothing(tab: ChromiumTab, server: Server) -> None:
    tab.goto(f"{server.url}/")
    tab.click("[data-fii-search-open]")
    tab.click(".fii-search__filters summary")
    found = []
    for question, sentence in (
        ("team", " resultaten"),
        ("opdrachtgver", "Geen letterlijk resultaat"),
        ("qqqq", "Geen resultaat voor"),
    ):
        tab.page.fill("[data-fii-search-field]", "")
        tab.type(question)
        tab.has_text("[data-fii-search-status]", sentence)
        found += violations(tab.page)
    assert found == []


def test_the_menu_of_a_small_screen_open(tab: ChromiumTab, server: Server) -> None:
    tab.goto(f"{server.url}/model/1-signaleren/")
    tab.size(320, 900)
    tab.click("[data-fii-menu] summary")
    assert violations(tab.page, [("light", 320), ("dark", 320)]) == []


def test_a_bad_page_is_refused(tab: ChromiumTab) -> None:
    tab.page.set_content(BAD)
    tab.page.add_script_tag(path=AXE)
    rules = {line.split(": ")[1].split(" ")[0] for line in violations(tab.page, LOOKS[:1])}
    assert {"label", "color-contrast", "target-size"} <= rules
