"""Candidates beside each other on /dossier/: stored facts without Python, the way to both lists, one that is chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.instrument.flow import MOST_ROWS, key_of
from tests.browser.axe import AXE, EVERY_LOOK, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, beyond, dossier, forget_all, goto, holding, holds, kept, page_of, unfold
from tests.browser.served import Server

FOLD = "[data-fii-candidates]"
ONE = ".fii-kandidaten > li:nth-child({})"
GIVEN = {
    "sl-01@1": {"note": "Stichting Oost"},
    "sl-02@1": {"choice": "nee"},
    "sl-11@1": {"note": "2026-12-04"},
    "sl-01@2": {"note": "de  wissel"},
    "sl-08@2": {"choice": "extern"},
    "g-kandidaat": {"note": "Wijkteam Zuid"},
    "g-01": {"choice": "ja"},
    "g-kandidaat@2": {"note": "De Wissel"},
    "g-gesproken@2": {"note": "manager"},
    "g-01@2": {"choice": "nee", "note": "Zij zoeken iets anders."},
    "g-02@2": {"choice": "ja"},
    "g-03@2": {"choice": "ja"},
}
THREE = "(fold) => document.querySelectorAll(`${fold} li h3`).length === 3"
TOPS = "(fold) => [...document.querySelectorAll(`${fold} li h3`)].map((e) => Math.round(e.getBoundingClientRect().top))"


@pytest.fixture
def tab(chromium: Browser, tmp_path: Path) -> Iterator[ChromiumTab]:
    context = chromium.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 844})
    context.add_init_script(path=AXE)
    yield ChromiumTab(context.new_page(), tmp_path / "downloads")
    context.close()


def names(tab: Tab) -> list[str]:
    return list(tab.call("(fold) => [...document.querySelectorAll(`${fold} h3`)].map((e) => e.textContent)", FOLD))


def choose(tab: Tab, number: int) -> None:
    tab.click(f"{ONE.format(number)} .fii-actions button")
    kept(tab)


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_candidates_stand_beside_each_other_and_one_is_chosen(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#lijsten"))
    assert not tab.is_visible(FOLD)  # an empty dossier has no candidates
    holding(tab, place, tmp_path, dossier(GIVEN))
    goto(tab, place.url(DOSSIER, "#kandidaten"))
    tab.has_text("[data-fii-candidates-state]", "3 kandidaten")
    tab.wait_until(THREE, FOLD)
    assert names(tab) == ["Stichting Oost", "de wissel", "Wijkteam Zuid"]
    oost, wissel, zuid = (tab.text(ONE.format(n)) for n in (1, 2, 3))
    for fact in ("Nee", "4 december 2026", "Nog niet begonnen"):
        assert fact in oost, fact
    for fact in ("Extern", "manager", "Nee: 1", "Ja: 2", "Niet ingevuld: ", "De interventie past bij de bedoeling"):
        assert fact in wissel, fact
    assert "Staat niet op de shortlist." in zuid

    choose(tab, 2)
    tab.has_text("[data-fii-candidates-state]", "3 kandidaten, gekozen: de wissel")
    assert names(tab) == ["Stichting Oost", "de wissel (gekozen)", "Wijkteam Zuid"]
    assert tab.evaluate("document.activeElement.textContent") == "Neem de keuze terug: de wissel"
    choose(tab, 3)  # one at a time
    assert names(tab) == ["Stichting Oost", "de wissel", "Wijkteam Zuid (gekozen)"]
    choose(tab, 3)
    assert names(tab) == ["Stichting Oost", "de wissel", "Wijkteam Zuid"]
    choose(tab, 2)

    tab.click(f"{ONE.format(2)} a[href='#g-kandidaat@2']")
    holds(tab, {"g-kandidaat": ("", "De Wissel")})
    tab.has_text("#gereedheid .fii-per [aria-pressed=true]", "De Wissel (gekozen)")
    tab.click("#gereedheid .fii-per a")  # and back again
    tab.wait_until("() => document.activeElement.id === 'kandidaten'")
    tab.click(f"{ONE.format(2)} a[href='#sl-01@2']")
    tab.has_text("#shortlist [data-fii-row='2'] .fii-row__title", "Kandidaat 2 (gekozen)")
    assert tab.text("#shortlist [data-fii-row='1'] .fii-row__title") == "Kandidaat 1"
    tab.close()


def test_the_facts_stand_there_without_python(shared: Shared, server: Server, tmp_path: Path) -> None:
    server.hold_runtime()
    tab = shared("chromium").tab()
    place = Place("http", server.url)
    holding(tab, place, tmp_path, dossier(GIVEN))
    goto(tab, place.url(DOSSIER, "#kandidaten"))
    tab.wait_until(THREE, FOLD)
    assert "Nee: 1" in tab.text(ONE.format(2))
    server.release()
    tab.close()


@pytest.mark.no_python
def test_on_a_phone_they_stand_under_each_other(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    place = Place("http", server.url)
    holding(tab, place, tmp_path, dossier(GIVEN | {"sl-gekozen": {"note": "De Wissel"}}))
    goto(tab, place.url(DOSSIER, "#kandidaten"))
    tab.wait_until(THREE, FOLD)
    for width, lines in ((1280, 1), (390, 3)):
        tab.size(width, 844)
        assert len(set(tab.call(TOPS, FOLD))) == lines, width
    assert violations(tab.page, EVERY_LOOK) == []
    assert beyond(tab) == []


def rename(tab: ChromiumTab, name: str, text: str) -> None:
    """Type another name in a field, and leave it."""
    tab.page.locator(f"[name='{name}']").fill(text)
    tab.press("Tab")
    kept(tab)


def test_another_name_in_one_list_is_another_name_everywhere(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    place = Place("http", server.url)
    holding(tab, place, tmp_path, dossier(GIVEN | {"sl-gekozen": {"note": "De Wissel"}}))
    unfold(tab, "shortlist")
    rename(tab, "sl-01@2.note", "Buurtkamer Oost")
    told = "#shortlist [data-fii-item='sl-01@2'] [data-fii-taken]"
    tab.has_text(told, "in de lijst Gereedheid van één kandidaat.")
    tab.has_text(told, "Ook bij de keuze staat nu deze naam.")
    goto(tab, place.url(DOSSIER, "#kandidaten"))
    tab.wait_until(THREE, FOLD)
    assert names(tab) == ["Stichting Oost", "Buurtkamer Oost (gekozen)", "Wijkteam Zuid"]
    # the other way round, on the list's own page, and what was cleared first stays the same one
    goto(tab, page_of(place, "gereedheid"))
    tab.page.get_by_role("button", name="Buurtkamer Oost").click()
    rename(tab, "g-kandidaat.note", "")
    rename(tab, "g-kandidaat.note", "Het Anker")
    goto(tab, page_of(place, "shortlist"))
    holds(tab, {"sl-01@2": ("", "Het Anker")})
    # here only: they are two from now on
    rename(tab, "sl-01@2.note", "De Haven")
    tab.click("[data-fii-item='sl-01@2'] [data-fii-taken] button")
    kept(tab)
    goto(tab, place.url(DOSSIER, "#kandidaten"))
    tab.wait_until("(fold) => document.querySelectorAll(`${fold} li h3`).length === 4", FOLD)
    assert names(tab) == ["Stichting Oost", "De Haven", "Wijkteam Zuid", "Het Anker (gekozen)"]


def test_a_row_that_is_emptied_is_free_for_another_candidate(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    place = Place("http", server.url)
    holding(tab, place, tmp_path, dossier(GIVEN))
    unfold(tab, "shortlist")
    rename(tab, "sl-01@2.note", "De Wissel Noord")
    tab.page.get_by_role("button", name="Haal Kandidaat 2 weg").click()
    kept(tab)
    rename(tab, "sl-01@2.note", "Een ander")
    goto(tab, place.url(DOSSIER, "#kandidaten"))
    tab.wait_until("(fold) => document.querySelectorAll(`${fold} li h3`).length === 4", FOLD)
    assert names(tab) == ["Stichting Oost", "Een ander", "Wijkteam Zuid", "De Wissel Noord"]


def test_at_the_limit_stands_a_sentence(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    place = Place("http", server.url)
    many = {key_of("g-kandidaat", n, subjects=True): {"note": f"Kandidaat nummer {n}"} for n in range(1, MOST_ROWS + 1)}
    many |= {f"sl-01@{n}": {"note": f"Rij {n}"} for n in range(1, MOST_ROWS)}
    holding(tab, place, tmp_path, dossier(many))
    unfold(tab, "gereedheid")
    tab.has_text("#gereedheid .fii-per .fii-vol", f"Er is plaats voor {MOST_ROWS}.")
    assert violations(tab.page) == []
    unfold(tab, "shortlist")
    assert not tab.is_visible("#shortlist .fii-vol")  # one can be added
    tab.click("#shortlist [data-fii-add-row]")
    rename(tab, f"sl-01@{MOST_ROWS}.note", "De laatste")
    tab.has_text("#shortlist .fii-vol:not([hidden])", f"Er is plaats voor {MOST_ROWS} rijen.")


def test_the_chosen_one_is_offered_where_a_list_asks_for_it(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    place = Place("http", server.url)
    holding(tab, place, tmp_path, dossier(GIVEN | {"sl-gekozen": {"note": "De Wissel"}}))
    goto(tab, page_of(place, "gereedheid"))  # the page of the list knows it too
    tab.has_text(".fii-per", "De Wissel (gekozen)")
    assert tab.evaluate("document.querySelector('.fii-per a').getAttribute('href')").endswith("dossier/#kandidaten")
    holding(tab, place, tmp_path, dossier(GIVEN | {"sl-gekozen": {"note": "Stichting Oost"}}))
    unfold(tab, "cfir")
    tab.has_text("#cfir [data-fii-offers-list]", "Uit de shortlist, de gekozen organisatie", seconds=90)
    tab.close()
