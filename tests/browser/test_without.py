"""Without JavaScript, without WebAssembly, without the runtime's bytes: what must work then works."""

import pytest
from playwright.sync_api import Browser, Page

from fii_widgets.words import word
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Launch, Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.tab import until
from tests.browser.handbook import (
    DOSSIER,
    EXPLAINED,
    GIVEN,
    INSTRUMENTS,
    box,
    choose,
    fill,
    goto,
    holds,
    is_empty,
    kept,
    offer,
    page_of,
    previewed,
    save,
    see,
    sums_up,
    wipe,
)
from tests.browser.printed import letters, squeeze
from tests.browser.served import Server
from tests.written import IDS

PAPER = sorted(
    {*(f"checklists/{id_}/" for id_ in INSTRUMENTS), *(page for pages in EXPLAINED.values() for page in pages)}
)
#: the own page of every other instrument
OTHERS = sorted({f"checklists/{id_}/" for id_ in IDS} - set(PAPER))
#: Everything of a form that a pen needs: what is asked, what can be chosen, where to write.
HIDDEN = """(left_out) => [...document.querySelectorAll('[data-fii-widget=instrument]')].flatMap((instrument) =>
  [...instrument.querySelectorAll('legend, .fii-item__text, .fii-choice, .fii-choice > span, .fii-field label, textarea, input[type=text]')]
    .filter((e) => !left_out || !e.matches(left_out))
    .filter((e) => !e.checkVisibility({visibilityProperty: true, opacityProperty: true}) || e.getClientRects().length === 0
      || e.getBoundingClientRect().width < 4 || e.getBoundingClientRect().height < 4)
    .map((e) => e.outerHTML.slice(0, 120)))"""
#: what takes a choice back is there once there is one
TAKES_BACK = ".fii-choice--leeg, .fii-choice--leeg > span"
#: what paper leaves out on purpose: that, and in a table what its head says once for all lines
NOT_ON_PAPER = f"{TAKES_BACK}, .fii-row :is(legend, .fii-item__text, .fii-choice, .fii-choice > span)"
ASKED = """() => [...document.querySelectorAll('[data-fii-item] .fii-item__text, [data-fii-item].fii-field label')].map((e) => { const said = e.cloneNode(true); said.querySelectorAll('.fii-vh').forEach((extra) => extra.remove()); return said.textContent; })"""

CUT_OFF = """() => [...document.querySelectorAll('[data-fii-item] .fii-choice > span')]
  .filter((e) => e.getBoundingClientRect().right > e.closest('[data-fii-item]').getBoundingClientRect().right + 1).map((e) => 'cut off: ' + e.textContent)"""
OFFERED = """() => [...new Set([...document.querySelectorAll('[data-fii-item] .fii-choice:not(.fii-choice--leeg) > span')].map((e) => e.textContent))]"""


#: What measures itself inside what measures itself; Python brings the text of a summary when the page is there.
MEASURED = """() => { const measures = (e) => getComputedStyle(e).containerType !== 'normal';
  return [...document.querySelectorAll('main *')].filter((e) => getComputedStyle(e).containerName !== 'samenvatting' && measures(e))
    .filter((e) => { while ((e = e.parentElement)) if (measures(e)) return true; return false; }).map((e) => e.outerHTML.slice(0, 80)); }"""


def stands(words: str, text: str) -> bool:
    """Whether it was printed: in one piece, or over the end of a sheet, where the foot stands between its words."""
    return squeeze(words) in text or all(squeeze(word) in text for word in words.split())


def hidden_on_paper(page: Page) -> list[str]:
    """What a sheet lacks, or cuts off at its edge. The page is as wide as between the margins of an A4."""
    page.set_viewport_size({"width": 643, "height": 900})
    page.emulate_media(media="print")
    hidden: list[str] = page.evaluate(HIDDEN, NOT_ON_PAPER) + page.evaluate(CUT_OFF)
    page.emulate_media(media="null")
    return hidden


def test_with_scripts_off_every_page_is_a_complete_paper_form(chromium: Browser, server: Server, full: bool) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in PAPER + (OTHERS if full else []):
        page.goto(f"{server.url}/{address}")
        asked = page.evaluate(ASKED)
        assert len(asked) >= 2
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(HIDDEN, TAKES_BACK) == [], address
        assert hidden_on_paper(page) == [], address
        assert page.evaluate(
            "[...document.querySelectorAll('[data-fii-item]')].every((e) => e.querySelector('textarea, input[type=text], input[type=date]') || e.querySelectorAll('input').length >= 3)"
        )
        text = letters(page.pdf())
        assert [words for words in asked + page.evaluate(OFFERED) if not stands(words, text)] == [], address
    context.close()


def test_a_form_that_arrives_in_pieces_is_whole(chromium: Browser, server: Server) -> None:
    """Chromium leaves out what it had read of a form with a size container of its own inside another, now and then."""
    page = chromium.new_page()
    for address in PAPER:
        page.goto(f"{server.url}/{address}")
        assert page.evaluate(MEASURED) == [], address
    page.evaluate("document.querySelector('.fii-form').style.containerType = 'inline-size'")
    assert len(page.evaluate(MEASURED)) == 1
    page.context.close()


def test_with_scripts_off_the_other_instruments_and_the_copy_in_a_folder_hide_nothing(
    chromium: Browser, server: Server, offline_copy_place: Place, full: bool
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    in_folder = ["checklists/gereedheid/", "model/1-signaleren/"]
    for url in [f"{server.url}/{one}" for one in (OTHERS if full else OTHERS[::4])] + [
        offline_copy_place.url(one) for one in in_folder
    ]:
        page.goto(url)
        assert page.locator("[data-fii-widget=instrument] [data-fii-item]").count() >= 2, url
        assert page.evaluate(HIDDEN, TAKES_BACK) == [], url
        assert hidden_on_paper(page) == [], url
    context.close()


@pytest.mark.parametrize("where", ["http", "file"])
def test_with_scripts_off_the_dossier_says_what_it_is_and_leads_to_every_list(
    chromium: Browser, server: Server, offline_copy_place: Place, where: str
) -> None:
    place = Place("http", server.url) if where == "http" else offline_copy_place
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place.url(DOSSIER))
    assert page.get_by_text(word("without_scripts")).is_visible()
    links = page.locator(".fii-zonder a")
    assert links.count() == len(IDS) + 1
    assert page.locator(".fii-dossier :is(button, input, textarea):visible").count() == 0
    for link in (links.first, links.nth(len(IDS) - 1)):
        page.goto(place.url(DOSSIER))
        link.click()
        assert page.locator("[data-fii-item]").count() > 1
    context.close()


def test_paper_that_lacks_something_is_refused(chromium: Browser, server: Server) -> None:
    # Without scripts: the page's own may mend what is broken here.
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/checklists/stoplicht-1/")
    assert page.evaluate(HIDDEN, TAKES_BACK) == []
    assert hidden_on_paper(page) == []
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet(); document.adoptedStyleSheets.push(sheet);
        sheet.replaceSync('@media print { .fii-note textarea { display: none } .fii-choice--rood { visibility: hidden } }'); }"""
    )
    assert page.evaluate(HIDDEN, TAKES_BACK) == []
    hidden = hidden_on_paper(page)
    assert sum("<textarea" in one for one in hidden) == sum("fii-choice--rood" in one for one in hidden) > 0
    page.evaluate(
        "document.querySelectorAll('textarea')[1].hidden = true; document.querySelector('.fii-choice').hidden = true"
    )
    page.evaluate("document.querySelector('.fii-item__text').textContent = ''")
    assert len(page.evaluate(HIDDEN, TAKES_BACK)) >= 3
    assert squeeze("De opdrachtgever staat met organisatie") not in letters(page.pdf())
    context.close()


@pytest.mark.parametrize("where", ["http", pytest.param("file", marks=pytest.mark.full)])
def test_a_list_that_is_open_in_the_dossier_prints_every_point_and_note(
    chromium: Browser, server: Server, offline_copy_place: Place, where: str
) -> None:
    place = Place("http", server.url) if where == "http" else offline_copy_place
    context = chromium.new_context()
    context.set_default_timeout(90_000)
    page = context.new_page()
    page.goto(place.url(DOSSIER, "#stoplicht-1"))
    page.locator("#stoplicht-1 [data-fii-status]").filter(has_text=".").wait_for()
    page.locator('input[name="s1-02"][value="rood"]').locator("..").click()
    page.locator("[data-fii-item=s1-02] [data-fii-note-toggle]").click()
    page.locator('[name="s1-02.note"]').fill("Volgende week bellen wij de wethouder.")
    page.locator("[data-fii-summary] .fii-finding--rood").first.wait_for(timeout=90_000)
    text = letters(page.pdf())
    for wanted in [*page.evaluate(ASKED), "Volgende week bellen wij de wethouder.", "1 punt staat op rood"]:
        assert stands(wanted, text), wanted
    context.close()


def without_webassembly(launch: Launch, kind: str) -> Tab:
    made = launch(kind, flags=["--js-flags=--jitless"], preferences={"javascript.options.wasm": False})
    tab = made.tab()
    tab.goto("about:blank")
    assert tab.evaluate("typeof WebAssembly") == "undefined"
    return tab


def test_without_webassembly_all_but_the_summary_works(launch: Launch, kind: str, place: Place) -> None:
    tab = without_webassembly(launch, kind)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    fill(tab, GIVEN["stoplicht-1"])
    kept(tab)
    tab.has_text(f"{box('stoplicht-1')} [data-fii-summary]", WORDS_FOR_SCRIPTS["python.off"])
    assert tab.text(f"{box('stoplicht-1')} [data-fii-summary]") == WORDS_FOR_SCRIPTS["python.off"]
    file = save(tab)
    wipe(tab)
    offer(tab, file)
    assert "In het bestand: 1 lijst. In deze browser staat nog niets: er gaat niets verloren." in previewed(tab)
    tab.has_text("[data-fii-preview]", WORDS_FOR_SCRIPTS["preview.no-python"])
    tab.click("[data-fii-action=apply]")
    holds(tab, GIVEN["stoplicht-1"])
    tab.click("[data-fii-action=undo]")
    is_empty(tab)
    tab.evaluate("(() => { window.print = () => { window.printed = true; }; })()")
    see(tab, "[data-fii-action=print-all]")
    tab.click("[data-fii-action=print-all]")
    assert tab.evaluate("window.printed === true")


#: writes down every sentence of the start of Python that a reader could see from now on
STEPS = """(summary) => { window.steps = [];
  const told = (change) => change.target.matches('[data-fii-step]') ? [...change.addedNodes].map((text) => text.data) : [];
  new MutationObserver((changes) => window.steps.push(...changes.flatMap(told)))
    .observe(document.querySelector(summary), {childList: true, subtree: true}); }"""


def test_an_answer_is_kept_while_not_one_byte_of_the_runtime_was_answered(
    shared: Shared, kind: str, server: Server
) -> None:
    server.hold_runtime()
    place = Place("http", server.url)
    tab = shared(kind).tab()
    goto(tab, page_of(place, "stoplicht-1"))
    choose(tab, "s1-02", "rood")
    kept(tab)
    until(server.runtime, explain=lambda: "no file of the runtime is asked for")
    assert server.answered_runtime == 0
    tab.reload()
    holds(tab, {"s1-02": ("rood", "")})
    summary = f"{box('stoplicht-1')} [data-fii-summary]"
    tab.has_text(summary, WORDS_FOR_SCRIPTS["python.step.archive"])
    assert server.answered_runtime == 0
    tab.call(STEPS, summary)
    server.release()
    sums_up(tab, "stoplicht-1", "1 punt staat op rood")
    assert server.answered_runtime > 0
    steps = [WORDS_FOR_SCRIPTS[f"python.step.{step}"] for step in ("loader", "start", "ready")]
    archive = WORDS_FOR_SCRIPTS["python.step.archive"]  # it stood there already, and may be said again
    seen = [step for step in tab.evaluate("window.steps") if step != archive]
    assert seen[:3] == steps  # a busy machine may have to start it once more
    assert tab.count("[data-fii-step]") == 0
    tab.close()
