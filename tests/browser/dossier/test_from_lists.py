"""Nothing is asked twice: what the dossier knows is offered in a list, and what a list holds is offered to the dossier."""

import json
from pathlib import Path

import pytest

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import (
    answer,
    dossier,
    holding,
    holds,
    kept,
    see,
    unfold,
)
from tests.browser.served import Server

AT = "2026-11-09T10:00:00.000Z"
NAME = {"at": AT, "text": "De Wissel"}
PLANNED = {"r-1": {"at": AT, "date": "2099-11-23", "state": "planned", "phases": [1]}}
OFFER = "[data-fii-setting={}]"


def taken(tab: Tab, box: str, words: str) -> None:
    tab.has_text(box, words)
    tab.click(f"{box} button[data-fii-take], {box} li button")


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_what_the_dossier_knows_is_offered_in_a_list(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    tab = shared(kind).tab()
    known = dossier({}, schema=3, actions={}, name=NAME, rhythm={"at": AT, "text": "2-wekelijks"}, reviews=PLANNED)
    holding(tab, place, tmp_path, known)
    for list_, words, filled in (
        ("opdrachtkaart", "De Wissel", {"ok-traject": ("", "De Wissel")}),
        ("eigenaarschap", "De Wissel", {"ei-v-traject": ("", "De Wissel")}),
    ):
        unfold(tab, list_)
        taken(tab, f"#{list_} [data-fii-offers]", words)
        holds(tab, filled)
    unfold(tab, "plan-van-aanpak")
    box = "#plan-van-aanpak [data-fii-offers]"
    tab.has_text(box, "Uit het dossier, hoe vaak u bij elkaar komt.")
    assert answer(tab, "pa-ritme") == ("", "")  # offered, not copied
    tab.click(f"{box} [data-fii-action=take-all]")
    holds(tab, {"pa-ritme": ("tweewekelijks", ""), "pa-volgende": ("", "2099-11-23")})
    kept(tab)
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_what_a_list_holds_is_offered_to_a_dossier_that_does_not_know_it(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    given = {
        "ok-traject": {"note": "De Wissel"},
        "ei-v-traject": {"note": "De Wissel"},
        "pa-ritme": {"choice": "maandelijks"},
        "pa-volgende": {"note": "2099-11-23"},
    }
    holding(tab, place, tmp_path, dossier(given))
    assert tab.evaluate("document.querySelector('#dossier-naam').value") == ""
    name, rhythm, day = (OFFER.format(f"dossier-{one}") for one in ("naam", "ritme", "volgende"))
    see(tab, name)
    assert tab.count(f"{name} li") == 1  # the same in two lists is one offer
    taken(tab, name, "Bij Opdrachtkaart staat: De Wissel")
    tab.wait_until("() => document.activeElement.matches('#dossier-naam')")
    assert not tab.is_visible(name)
    see(tab, rhythm)
    taken(tab, rhythm, "Bij Plan van aanpak staat: Elke maand")
    assert not tab.is_visible(rhythm)
    taken(tab, day, "23 november 2099")
    assert tab.evaluate("document.querySelector('#overleg-datum').value") == "2099-11-23"
    assert not tab.is_visible(day)
    tab.click("[name='overleg.fase'][value='1']")
    tab.click("[data-fii-action=plan-meeting]")
    tab.has_text("[data-fii-coming]", "23 november 2099")
    kept(tab)
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert (saved["name"]["text"], saved["rhythm"]["text"]) == ("De Wissel", "maandelijks")
    tab.close()


@pytest.mark.no_python
def test_a_dossier_that_has_a_name_is_offered_no_other(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    place = Place("http", server.url)
    other = {
        "ok-traject": {"note": "Anders"},
        "pa-ritme": {"choice": "constructor"},
        "pa-volgende": {"note": "volgende week"},
    }
    holding(tab, place, tmp_path, dossier(other, schema=2, name=NAME, actions={}))
    see(tab, "#dossier-naam")
    assert tab.evaluate("[...document.querySelectorAll('[data-fii-setting]')].every((box) => box.hidden)")
    tab.close()


@pytest.mark.no_python
def test_a_name_that_is_too_long_is_shown_whole_and_not_kept(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    long = "Wissel " * 20
    holding(tab, Place("http", server.url), tmp_path, dossier({"ok-traject": {"note": long}}))
    see(tab, "#dossier-naam")
    taken(tab, OFFER.format("dossier-naam"), "Wissel")
    tab.has_text("[data-fii-room]", WORDS_FOR_SCRIPTS["field.over.n"].split("{")[0])
    assert tab.evaluate("document.querySelector('#dossier-naam').value") == long.strip()
    tab.close()
