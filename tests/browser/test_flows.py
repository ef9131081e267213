"""What was filled in in one instrument is offered in the next: by keyboard, told once, never over an answer."""

from pathlib import Path

from playwright.sync_api import Browser

from fii_widgets.script_words import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import answer, box, choose, forget_all, goto, holds, kept, page_of, sums_up, write
from tests.browser.served import Server
from tests.browser.test_axe import violations
from tools.places import NODE_MODULES

OFFERS = f"{box('gereedheid')} [data-fii-offers]"
SHOWN = f"() => document.querySelector('{OFFERS}')?.checkVisibility()"
GONE = f"() => !document.querySelector('{OFFERS}').checkVisibility()"
LISTEN = """(() => { window.heard = [];
  for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]'))
    new MutationObserver(() => region.textContent.trim() && window.heard.push(region.textContent))
      .observe(region, {childList: true, characterData: true, subtree: true}); })()"""


def shortlisted(tab: Tab, place: Place) -> None:
    """Put two candidates on the shortlist and go to the talk with one of them."""
    goto(tab, page_of(place, "shortlist"))
    write(tab, "sl-01@1", "Wijkteam Zuid")
    write(tab, "sl-01@2", "Stichting Noord")
    choose(tab, "sl-02@2", "ja")
    choose(tab, "sl-04@2", "nee")
    kept(tab)
    goto(tab, page_of(place, "gereedheid"))
    tab.wait_until(SHOWN)


def test_shortlist_to_gereedheid_by_keyboard(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    shortlisted(tab, place)
    shown = tab.text(OFFERS)
    assert all(
        text in shown for text in ("Wijkteam Zuid", "Stichting Noord", "Uit de shortlist, kandidaat 2", "punt 1: Ja")
    )
    assert answer(tab, "g-kandidaat") == ("", "")  # offered, not copied
    choose(tab, "g-03", "deels")
    sums_up(tab, "gereedheid", "Bij 1 punt is het antwoord deels.")
    tab.wait_until(f"() => !document.querySelector('{OFFERS}').textContent.includes('punt 3')")
    tab.evaluate(LISTEN)
    tab.evaluate(f"document.querySelector('{OFFERS} [data-fii-take]').focus()")
    tab.press("Tab")  # over the link to where it stands
    tab.press("Tab")
    tab.wait_until("() => document.activeElement.textContent.includes('Stichting Noord')")
    tab.press("Enter")
    holds(tab, {"g-kandidaat": ("", "Stichting Noord"), "g-01": ("ja", ""), "g-03": ("deels", "")})
    tab.wait_until(GONE)
    tab.wait_until("() => document.activeElement.name === 'g-kandidaat.note'")
    tab.has_text('[data-fii-item="g-kandidaat"] [data-fii-taken]', "Uit de shortlist, kandidaat 2.")
    tab.wait_until("() => window.heard.length > 0")
    sums_up(tab, "gereedheid", "Stichting Noord")
    kept(tab)
    assert tab.evaluate("window.heard") == [WORDS_FOR_SCRIPTS["told.taken"]]
    goto(tab, page_of(place, "gereedheid"))
    tab.reload()
    holds(tab, {"g-kandidaat": ("", "Stichting Noord"), "g-01": ("ja", ""), "g-03": ("deels", "")})
    assert tab.evaluate("document.querySelector('[data-fii-taken]') === null")  # said once
    tab.close()


def test_the_box_passes_axe_does_not_print_and_goes_when_it_is_not_wanted(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(path=NODE_MODULES / "axe-core" / "axe.min.js")
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    shortlisted(tab, Place("http", server.url))
    assert violations(tab.page) == []
    small = "(b) => [...b.querySelectorAll('button')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).length"
    assert tab.page.locator(OFFERS).evaluate(small) == 0
    tab.page.emulate_media(media="print")
    assert not tab.is_visible(OFFERS)
    tab.page.emulate_media(media="screen")
    assert tab.is_visible(OFFERS)
    tab.click(f"{OFFERS} [data-fii-action=no-offers]")
    tab.wait_until(GONE)
    assert tab.evaluate("document.activeElement.closest('[data-fii-item]').dataset.fiiItem") == "g-kandidaat"
    assert answer(tab, "g-kandidaat") == ("", "")
    context.close()


def test_without_python_nothing_is_offered_and_nothing_is_broken(chromium: Browser, server: Server) -> None:
    context = chromium.new_context()
    context.add_init_script("delete globalThis.WebAssembly")
    tab = ChromiumTab(context.new_page(), Path())
    goto(tab, f"{server.url}/checklists/shortlist/")
    write(tab, "sl-01@1", "Wijkteam Zuid")
    kept(tab)
    goto(tab, f"{server.url}/checklists/gereedheid/")
    choose(tab, "g-01", "ja")
    tab.has_text("[data-fii-summary]", WORDS_FOR_SCRIPTS["python.off"])
    assert not tab.is_visible(OFFERS)
    kept(tab)
    context.close()
