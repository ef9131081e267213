"""In a page that explains it an instrument is a card, which unfolds into its form: by hand, by an address, on paper."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from fii_widgets.words import word
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import (
    box,
    choose,
    goto,
    impatient,
    kept,
    ready,
    started,
    sums_up,
    unfold_card,
    visit,
    write,
)
from tests.browser.printed import letters, squeeze
from tests.browser.served import Server
from tests.browser.test_withheld import script
from tests.browser.test_without import HIDDEN, TAKES_BACK, hidden_on_paper

SHORT = {"model/1-signaleren/1a-opdrachtgever/": 4_300, "model/2-verkennen/2b-overeenkomst/": 4_100}
PAGE, TWO = "model/2-verkennen/2b-overeenkomst/", "model/2-verkennen/2a-shortlist/"
LIST = "gereedheid"
BUTTON = f"{box(LIST)} [data-fii-fold-button]"
FIRST = f"{box(LIST)} [name='g-kandidaat.note']"
ITEM = f"{box(LIST)} [data-fii-item=g-12]"
HEIGHT = "document.documentElement.scrollHeight"
IN_VIEW = """(s) => { const box = document.querySelector(s).getBoundingClientRect();
  return document.querySelector(s).checkVisibility() && box.bottom > 0 && box.top < innerHeight; }"""
WHERE = pytest.mark.parametrize(
    ("kind", "place"),
    [("chromium", "http"), pytest.param("firefox", "http", marks=pytest.mark.full), ("firefox", "file")],
    indirect=["place"],
)


def is_folded(tab: Tab) -> bool:
    """Whether the form is out of sight; its button must say the same."""
    folded = tab.call("(s) => document.querySelector(s).getAttribute('aria-expanded') === 'false'", BUTTON)
    assert tab.is_visible(ITEM) != folded
    return bool(folded)


def test_a_chapter_with_an_instrument_is_short(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.size(1280, 900)
    for page, most in SHORT.items():
        tab.goto(f"{server.url}/{page}")
        assert tab.evaluate(HEIGHT) < most, page
        heights = "[...document.querySelectorAll('[data-fii-widget=instrument]')].map((e) => e.offsetHeight)"
        assert max(tab.evaluate(heights)) < 400, page
    tab.click(BUTTON)
    assert tab.evaluate(HEIGHT) > 6_000  # what the bound is there to refuse
    tab.close()


@WHERE
def test_it_unfolds_by_hand_and_by_the_keyboard(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    tab.goto(place.url(PAGE))
    assert is_folded(tab)
    has_focus = "(s) => document.activeElement === document.querySelector(s)"
    tab.click(BUTTON)
    assert not is_folded(tab)
    assert tab.call(has_focus, FIRST if place.kind == "http" else BUTTON)
    tab.click(BUTTON)
    assert is_folded(tab)
    for key, folded in (("Enter", False), ("Space", True)):
        tab.call("(s) => document.querySelector(s).focus()", BUTTON)
        tab.press(key)
        assert is_folded(tab) == folded
    leads = "(s) => document.querySelector(s).checkVisibility() && document.querySelector(s).href"
    link = tab.call(leads, f"{box(LIST)} [data-fii-file-only] a")
    assert link == (place.url("dossier/", f"#{LIST}") if place.kind == "file" else False)
    if place.kind == "file":
        assert tab.call("(s) => document.querySelector(s).disabled", FIRST)
    tab.close()


@WHERE
def test_an_address_that_leads_into_it_unfolds_it(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    item = f"{box(LIST)} [data-fii-item='%s']"
    for anchor, target in (
        ("#g-12", item % "g-12"),
        ("#i-g-12", item % "g-12"),
        ("#i-g-12-tekst", item % "g-12"),
        ("#i-g-kandidaat-veld", item % "g-kandidaat"),
        (f"#i-{LIST}-invullen", FIRST),
        (f"#{LIST}", box(LIST)),
    ):
        tab.goto(place.url(PAGE, anchor))
        tab.wait_until(IN_VIEW, target)
        assert not is_folded(tab), anchor
    for anchor in ("", "#sf-2b-let-op", f"#i-{LIST}", "#fii-geen", "#%E0%A4%A"):
        tab.goto(place.url(PAGE, anchor))
        assert is_folded(tab), anchor
    tab.evaluate("(() => { location.hash = 'g-12'; })()")
    tab.wait_until(IN_VIEW, ITEM)
    assert not is_folded(tab)
    tab.click(BUTTON)
    assert is_folded(tab)
    assert "#" not in tab.url()  # the same link leads there again
    tab.evaluate("(() => { location.hash = 'g-12'; })()")
    tab.wait_until(IN_VIEW, ITEM)
    tab.close()


def test_an_address_of_a_row_unfolds_only_its_own_list(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.goto(f"{server.url}/{TWO}")
    second = tab.evaluate("document.querySelector(\"[data-fii-item$='@2']\").id")
    tab.goto(f"{server.url}/{PAGE}")
    tab.goto(f"{server.url}/{TWO}#{second}")
    tab.wait_until(IN_VIEW, f"#{second}")
    assert is_folded(tab)  # the other one
    tab.close()


def test_what_a_browser_finds_in_it_unfolds_it(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    visit(page, f"{server.url}/{PAGE}#:~:text=De%20bredere%20uitvoeringskaders")
    expect(page.locator(ITEM)).to_be_visible()
    expect(page.locator(BUTTON)).to_have_attribute("aria-expanded", "true")
    page.context.close()


@pytest.mark.parametrize("kind", ["chromium", pytest.param("firefox", marks=pytest.mark.full)])
def test_a_card_says_how_far_one_is_and_starts_no_python(shared: Shared, server: Server, kind: str) -> None:
    tab = shared(kind).tab()
    goto(tab, f"{server.url}/{TWO}")
    state = f"{box(LIST)} [data-fii-fold-state]"
    assert tab.text(state) == WORDS_FOR_SCRIPTS["list.empty"]
    for name in ("shortlist", LIST):
        unfold_card(tab, name)
    write(tab, "sl-01@1", "Wijkteam Zuid")
    for item in ("g-01", "g-02"):
        choose(tab, item, "nee")
    kept(tab)
    tab.goto("about:blank")
    server.asked.clear()
    goto(tab, f"{server.url}/{PAGE}")
    tab.has_text(state, "2 antwoorden")
    time.sleep(2)  # a summary and an offer would ask for it by themselves within that
    assert server.runtime() == []
    assert is_folded(tab)
    tab.click(BUTTON)
    sums_up(tab, LIST, "Bij 2 punten is het antwoord nee.")
    tab.has_text(f"{box(LIST)} [data-fii-offers]", "Wijkteam Zuid")
    assert server.runtime() != []
    tab.reload()
    ready(tab)
    assert not is_folded(tab)  # a reload comes back to where one was at work
    tab.close()


@pytest.mark.no_python
def test_a_text_that_is_not_kept_is_not_folded_away(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    assert isinstance(tab, ChromiumTab)
    tab.goto(f"{server.url}/{PAGE}")
    tab.click(BUTTON)
    tab.page.keyboard.insert_text("te lang " * 40)
    tab.click(BUTTON)
    assert not is_folded(tab)
    tab.call(
        "(s) => { const field = document.querySelector(s); field.value = ''; field.dispatchEvent(new Event('input', {bubbles: true})); }",
        FIRST,
    )
    tab.click(BUTTON)
    assert is_folded(tab)
    tab.close()


def test_paper_has_the_whole_form(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    visit(page, f"{server.url}/{PAGE}")
    assert not page.locator(ITEM).is_visible()
    assert hidden_on_paper(page) == []
    asked = squeeze(page.locator(f"{ITEM} .fii-item__text").text_content() or "")
    text = letters(page.pdf())
    assert asked in text
    assert squeeze(word("card_fill")) not in text
    page.evaluate("document.querySelector('[data-fii-fold-panel]').hidden = true")
    assert hidden_on_paper(page) != []
    page.context.close()


def test_without_scripts_the_form_is_there_and_no_button(chromium: Browser, place: Place) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place.url(PAGE))
    assert page.evaluate(HIDDEN, TAKES_BACK) == []
    assert not page.locator(BUTTON).is_visible()
    assert page.locator(f"{box(LIST)} .fii-card a").filter(has_text=word("list_alone")).is_visible()
    context.close()


def test_a_bare_page_has_the_form_at_once(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    visit(page, f"{server.url}/{PAGE}?kaal")
    assert page.evaluate(HIDDEN, ".fii-note *, .fii-choice--leeg, .fii-choice--leeg > span") == []
    assert not page.locator(BUTTON).is_visible()
    page.context.close()


def test_a_form_that_comes_late_is_in_sight_and_stays_so(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    page.add_init_script(impatient(10_000, 1_000))  # the page's patience with a part
    server.withheld = {script(server, "InstrumentWidget"): "hang"}
    page.goto(f"{server.url}/{PAGE}", wait_until="commit")
    expect(page.get_by_text(word("not_started"))).to_be_visible(timeout=60_000)
    assert page.locator(ITEM).is_visible()
    assert not page.locator(BUTTON).is_visible()
    server.release()
    started(page)
    assert page.locator(ITEM).is_visible()
    expect(page.locator(BUTTON)).to_have_attribute("aria-expanded", "true")
    page.context.close()


def small(page: Page) -> list[str]:
    """What a finger cannot hit in a card."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('.fii-card :is(button, a)')].filter((e) => e.checkVisibility()).map((e) => [e, e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([e]) => e.outerHTML.slice(0, 90))"""
    )
    return found


def test_a_card_fits_a_small_screen_and_a_finger(chromium: Browser, server: Server) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    visit(page, f"{server.url}/{TWO}")
    assert small(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    names = page.locator(BUTTON).evaluate("(e) => e.innerText")
    assert re.match(word("card_fill"), names)
    page.locator(".fii-card button").evaluate_all("(all) => all.forEach((e) => { e.style.minHeight = '20px'; })")
    assert len(small(page)) == 2
    page.context.close()
