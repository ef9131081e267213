"""A trainer opens an example beside the own dossier: six reviews to look back on, and nothing of one's own touched."""

import pytest

from tests.browser.axe import AXE, LOOKS, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Browser, Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import choose, forget_all, goto, holds, kept, previewed, ready, see

NAME = "Voorbeeld (verzonnen): Samen Leren"
LINK = "a[href$='#voorbeeld-samen-leren']"
#: addresses that name no example of the page stay as they are; one that does is taken out of the address at once
HASHES = """(async () => { const seen = [];
  for (const hash of ['#voorbeeld-../../dossier-fii', '#voorbeeld-geen', '#hb-dossier-voorbeelden']) {
    const told = new Promise((done) => addEventListener('hashchange', done, {once: true}));
    location.hash = hash; await told; seen.push(location.hash);
  } return seen; })()"""


def with_an_own_dossier(browser: Browser, place: Place) -> Tab:
    """A tab on the dossier, in which one light is red and nothing else is filled in."""
    tab = browser.tab()
    forget_all(tab, place)
    choose(tab, "s1-01", "rood")
    kept(tab)
    return tab


def accessible(tab: ChromiumTab, full: bool) -> list[str]:
    """Six reviews as somebody looks back on them: the folds of meetings open, one review and two beside each other shown."""
    tab.click("[data-fii-past] li:last-child button")
    tab.has_text("[data-fii-past-review]", "Verslag van het overleg", seconds=90)
    tab.click("[data-fii-action=compare-meetings]")
    tab.wait_until("() => document.querySelector('[data-fii-compared] table')", seconds=90)
    tab.evaluate("document.querySelectorAll('#verloop details').forEach((one) => { one.open = true; })")
    return violations(tab.page, LOOKS if full else LOOKS[:1])


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_an_example_opens_beside_the_own_dossier(shared: Shared, kind: str, place: Place, full: bool) -> None:
    tab = with_an_own_dossier(shared(kind), place)
    if isinstance(tab, ChromiumTab):
        tab.page.add_init_script(path=AXE)

    goto(tab, place.url("voorbeelden/"))
    tab.click(LINK)
    ready(tab)
    shown = previewed(tab)
    assert NAME in shown
    assert "6 overleggen" in shown
    assert not tab.is_visible("[data-fii-action=apply]")
    holds(tab, {"s1-01": ("rood", "")})

    see(tab, "[data-fii-action=apply-new]")
    tab.click("[data-fii-action=apply-new]")
    tab.wait_until("(name) => document.querySelector('[data-fii-dossier-name]').value === name", NAME)
    ready(tab)
    holds(tab, {"s1-01": ("groen", "")})
    see(tab, "[data-fii-history]")
    tab.has_text("[data-fii-history]", "rood sinds 8 september 2026, 5 overleggen lang", seconds=90)
    if isinstance(tab, ChromiumTab):
        assert accessible(tab, full) == []
    assert not tab.is_visible("[data-fii-preview]")  # a reload does not ask again

    see(tab, "[data-fii-dossier-list]")
    tab.click("[data-fii-dossier-list] button")  # back to one's own
    tab.wait_until("() => document.querySelector('[data-fii-dossier-name]').value === ''")
    ready(tab)
    holds(tab, {"s1-01": ("rood", "")})

    assert tab.evaluate(HASHES) == ["#voorbeeld-../../dossier-fii", "#voorbeeld-geen", "#hb-dossier-voorbeelden"]
    assert not tab.is_visible("[data-fii-preview]")
    tab.close()


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_an_instrument_is_filled_in_by_an_example_and_only_after_a_yes(shared: Shared, kind: str, place: Place) -> None:
    tab = with_an_own_dossier(shared(kind), place)
    tab.goto(place.url("checklists/stoplicht-1/"))
    tab.click("a[data-fii-filled='samen-leren']")
    tab.has_text("[data-fii-dialog=linked]", "Deze link vult 9 punten in bij", seconds=90)
    assert ("dossier/" in tab.url()) == (place.kind == "file")
    holds(tab, {"s1-01": ("rood", "")})
    tab.click("[data-fii-linked=empty-only]")
    holds(tab, {"s1-01": ("rood", ""), "s1-02": ("groen", "")})
    tab.click("[data-fii-linked=undo]")
    holds(tab, {"s1-01": ("rood", ""), "s1-02": ("", "")})
    kept(tab)
    forget_all(tab, place)
    tab.close()
