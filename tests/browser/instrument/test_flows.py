"""What was filled in in one instrument is offered in the next: by keyboard, told once, never over an answer."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.axe import AXE, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import (
    DOSSIER,
    answer,
    box,
    choose,
    fill,
    forget_all,
    goto,
    holds,
    kept,
    page_of,
    sums_up,
    write,
)
from tests.browser.served import Server

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
    assert tab.evaluate("window.heard") == [
        WORDS_FOR_SCRIPTS["told.taken"].replace("{uitkomst}", "Bij 1 punt is het antwoord deels.")
    ]
    goto(tab, page_of(place, "gereedheid"))
    tab.reload()
    holds(tab, {"g-kandidaat": ("", "Stichting Noord"), "g-01": ("ja", ""), "g-03": ("deels", "")})
    assert tab.evaluate("document.querySelector('[data-fii-taken]') === null")  # said once
    tab.close()


#: flow → (what is filled in in the source, the receiver, what must stand there first, what the offer fills, its words)
FLOWS: dict[str, tuple[str, dict[str, tuple[str, str]], str, dict[str, tuple[str, str]], dict[str, tuple[str, str]], str]] = {
    "implementatieteam to plan-van-aanpak": (
        "implementatieteam", {"tm-wie@1": ("", "AB"), "tm-organisatie@1": ("gevend", "")},
        "plan-van-aanpak", {"pa-taak@1": ("", "bellen")}, {"pa-trekker@1": ("", "AB"), "pa-organisatie@1": ("gevend", "")},
        "Uit het implementatieteam, persoon 1",
    ),
    "implementatieteam to implementatieplan": (
        "implementatieteam", {"tm-wie@1": ("", "AB")},
        "implementatieplan", {"ip-4-conditie@1": ("", "Budget")}, {"ip-4-wie@1": ("", "AB")},
        "Uit het implementatieteam, persoon 1",
    ),
    "condities to implementatieplan": (
        "condities", {"cd-locatie-1": ("belemmerend", "")},
        "implementatieplan", {}, {"ip-4-conditie@1": ("", "Toegankelijkheid"), "ip-4-richting@1": ("hindert", "")},
        "Uit de condities; deze hindert nu",
    ),
    "outputmonitor to condities": (
        "outputmonitor", {f"om-{id_}@1": ("", text) for id_, text in (("1", "Beweegles"), ("2-waar", "Zuid"), ("5-doel", "100"), ("5-bereikt", "60"))},
        "condities", {}, {"cd-v-interventie": ("", "Beweegles"), "cd-v-gebied": ("", "Zuid")},
        "Uit de outputmonitor, regel 1",
    ),
}  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize("flow", FLOWS)
def test_flow_is_offered_taken_and_says_where_it_came_from(
    chromium: Browser, server: Server, tmp_path: Path, flow: str
) -> None:
    source, given, receiver, first, filled, words = FLOWS[flow]
    context = chromium.new_context()
    tab = ChromiumTab(context.new_page(), tmp_path)
    place = Place("http", server.url)
    goto(tab, page_of(place, source))
    fill(tab, given)
    kept(tab)
    goto(tab, page_of(place, receiver))
    fill(tab, first)
    offers = f"{box(receiver)} [data-fii-offers]"
    tab.wait_until("(box) => document.querySelector(box)?.checkVisibility()", offers, seconds=90)
    tab.has_text(offers, words)
    assert [answer(tab, cell) for cell in filled] == [("", "")] * len(filled)  # offered, not copied
    tab.click(f"{offers} [data-fii-take]")
    holds(tab, filled)
    tab.has_text(f'[data-fii-item="{next(iter(filled))}"] [data-fii-taken]', words)
    kept(tab)
    context.close()


@pytest.mark.no_python
def test_who_is_in_the_team_is_offered_as_the_owner_of_an_action(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    context = chromium.new_context()
    tab = ChromiumTab(context.new_page(), tmp_path)
    place = Place("http", server.url)
    goto(tab, page_of(place, "implementatieteam"))
    fill(tab, {"tm-wie@2": ("", "CD"), "tm-wie@1": ("", "AB"), "tm-organisatie@1": ("gevend", "")})
    kept(tab)
    goto(tab, place.url(DOSSIER, "#acties"))
    offered = "() => [...document.querySelectorAll('#overleg-namen option')].map((one) => one.value).join(', ')"
    tab.wait_until(f"() => ({offered})() === 'AB, CD'")
    tab.evaluate("document.querySelector('[data-fii-action=add-action]').click()")
    assert tab.evaluate("document.querySelector('[data-fii-actions] [data-fii-part=owner]').list.id") == "overleg-namen"
    assert tab.evaluate("document.querySelector('[data-fii-actions] [data-fii-part=owner]').value") == ""
    context.close()


def test_the_box_passes_axe_does_not_print_and_goes_when_it_is_not_wanted(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
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
