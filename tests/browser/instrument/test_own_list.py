"""A team makes a list its own: on the form and in the dossier, in a file and back, by keyboard, in two tabs."""

import re
from pathlib import Path

import pytest

from fii_widgets.dossier.list_records import permanent
from fii_widgets.handbook.loader import load_sound
from fii_widgets.handbook.pages import link_targets
from fii_widgets.instrument.text.source import read_instrument
from tests.browser.conftest import Launch, Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import (
    DOSSIER,
    box,
    choose,
    forget_all,
    go,
    goto,
    kept,
    offer,
    page_of,
    previewed,
    save,
    see,
    sums_up,
    wipe,
)
from tests.browser.served import Server
from tools.paths import ROOT

LIST = "stoplicht-1"
PART = f"{box(LIST)} [data-fii-section=s1-kaders]"
OWN_TEXT = "De <b>wethouder</b> doet ‘echt’ mee."
OWN_WORDS = "Wij kennen onze opdrachtgever."
#: number and sentence of every item that counts, in the order of the form
SHOWN = """(box) => [...document.querySelectorAll(`${box} .fii-item`)].filter((e) => e.checkVisibility())
  .map((e) => [...e.querySelector('legend').children].map((part) => part.textContent.trim()).join(' '))"""


def shown(tab: Tab) -> list[str]:
    return list(tab.call(SHOWN, box(LIST)))


def own_id(tab: Tab) -> str:
    """The id of the one own item."""
    return str(
        tab.wait_until("(box) => document.querySelector(`${box} [data-fii-item*='.e-']`)?.dataset.fiiItem", box(LIST))
    )


def edit(tab: Tab) -> None:
    tab.click(f"{box(LIST)} [data-fii-own-edit]")


def type_in(tab: Tab, field: str, text: str) -> None:
    """Put a text in the place of what stands in a field, as a reader does."""
    tab.click(field)
    tab.call("(field) => document.querySelector(field).select()", field)
    tab.type(text)
    tab.press("Tab")


def told(tab: Tab, sentence: str) -> None:
    tab.has_text(f"{box(LIST)} [data-fii-progress]", sentence)


def add(tab: Tab, text: str) -> str:
    type_in(tab, f"{PART} > [data-fii-own-tool] textarea", text)
    tab.click(f"{PART} > [data-fii-own-tool] button")
    told(tab, "Het punt is toegevoegd.")
    return own_id(tab)


def looks_own(tab: Tab) -> None:
    """The whole list, as the journey below makes it: numbered as the summary numbers it."""
    first = f"1 {OWN_WORDS}"
    tab.wait_until(
        f"(box, first) => {{ const items = ({SHOWN})(box); return items.length === 11 && items[0] === first; }}",
        box(LIST),
        first,
    )
    items = shown(tab)
    assert items[6] == f"7 {OWN_TEXT}"
    assert not any("wel en niet oplossen" in item for item in items)
    assert [item.split(" ")[0] for item in items] == [str(number) for number in range(1, 12)]
    text = tab.text(box(LIST))
    assert "In het handboek: ‘De opdrachtgever staat met organisatie" in text
    assert "eigen punt" in text
    sums_up(tab, LIST, "2 punten staan op rood", f"Punt 7: {OWN_TEXT} (eigen punt)", f"Punt 1: {OWN_WORDS}")
    sums_up(tab, LIST, "Uw team liet 1 punt weg uit deze lijst: ‘Het doel is zo afgebakend")


def reads_back(file: Path, item: str) -> None:
    """The file is an instrument without a fault, with the team's own list in it."""
    assert re.fullmatch(rf"{LIST}( ?\(\d\))?\.yaml", file.name)
    handbook = load_sound(ROOT)
    found = read_instrument(file.read_text("utf-8"), handbook.scales, link_targets(handbook.pages), LIST)
    assert found.faults == ()
    texts = [one.text for one in found.instrument.items]
    assert texts[0] == OWN_WORDS
    assert texts[6] == OWN_TEXT
    assert not any("wel en niet oplossen" in text for text in texts)
    assert len(texts) == 11
    assert found.instrument.items[6].id == permanent(item)


def test_a_team_makes_its_list_saves_it_and_has_it_back(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind).tab()
    goto(tab, page_of(place, LIST))
    edit(tab)
    item = add(tab, OWN_TEXT)
    assert re.fullmatch(r"stoplicht-1\.e-[a-z0-9]{6}", item)
    type_in(tab, "[data-fii-item='s1-01'] [data-fii-own-text]", OWN_WORDS)
    tab.click("[data-fii-item='s1-03'] [data-fii-own-action=hide]")
    told(tab, "Het punt is weggelaten.")
    tab.click(f"[data-fii-item='{item}'] [data-fii-own-action=up]")
    told(tab, "Verplaatst: dit punt staat nu op plaats 3")
    reads_back(tab.download(f"{box(LIST)} [data-fii-own-yaml]"), item)
    told(tab, f"{LIST}.yaml")
    edit(tab)
    choose(tab, item, "rood")
    choose(tab, "s1-01", "rood")
    looks_own(tab)
    kept(tab)
    tab.reload()
    looks_own(tab)

    goto(tab, place.url(DOSSIER, f"#{LIST}"))
    looks_own(tab)
    assert tab.evaluate("document.querySelector('[data-fii-lapsed]').hidden")
    file = save(tab)
    wipe(tab)
    see(tab, f"#{LIST}")
    tab.wait_until(
        f"(box) => !document.querySelector(`${{box}} [data-fii-item*='.e-']`) && ({SHOWN})(box).length === 11",
        box(LIST),
    )
    assert "3 Het doel is zo afgebakend" in shown(tab)[2]
    choose(tab, "s1-02", "groen")  # an empty browser has nothing to compare a file with
    offer(tab, file)
    text = previewed(tab)
    assert f"Eigen punt ‘{OWN_TEXT}’ in Stoplicht fase 1" in text
    assert "Keuze: was niet ingevuld, wordt Rood." in text
    assert f"wordt ‘{OWN_WORDS}’" in text
    assert "De volgorde van de punten verandert." in text
    assert ".e-" not in text
    tab.click("[data-fii-action=apply]")
    see(tab, f"#{LIST}")
    looks_own(tab)
    tab.click("[data-fii-action=undo]")
    tab.wait_until("(box) => !document.querySelector(`${box} [data-fii-item*='.e-']`)", box(LIST))
    kept(tab)  # while it is on its way to the store, the page asks before it is left
    forget_all(tab, place)


@pytest.mark.no_python
def test_the_list_is_changed_by_keyboard_alone_and_goes_back_after_a_question(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/checklists/{LIST}/")
    go(tab, "(e) => e.matches('[data-fii-own-edit]')")
    tab.press("Enter")
    go(tab, "(e) => e.matches('[data-fii-item=s1-01] [data-fii-own-action=down]')")
    tab.press("Enter")
    told(tab, "Verplaatst: dit punt staat nu op plaats 2")
    assert tab.evaluate("document.activeElement.matches('[data-fii-item=s1-01] [data-fii-own-action=down]')")
    assert shown(tab)[1].startswith("2 De opdrachtgever staat")
    tab.press("Enter")  # it is the last of its part: nothing happens, and the focus stays
    assert shown(tab)[1].startswith("2 De opdrachtgever staat")
    tab.press("Tab")
    tab.press("Space")
    told(tab, "Het punt is weggelaten.")
    assert tab.evaluate("document.activeElement.textContent").startswith("Zet terug")
    go(tab, "(e) => e.matches('[data-fii-section=s1-kaders] > [data-fii-own-tool] textarea')")
    tab.type("Met de toetsen")
    tab.press("Tab")
    tab.press("Enter")
    told(tab, "Het punt is toegevoegd.")
    assert tab.evaluate("document.activeElement.matches('[data-fii-section=s1-kaders] textarea')")
    go(tab, "(e) => e.textContent === a", "Terug naar de lijst van het handboek")
    tab.press("Enter")
    tab.has_text("dialog[open]", "Uw eigen punt verdwijnt")
    tab.press("Escape")
    tab.wait_until("() => !document.querySelector('dialog[open]')")
    assert tab.evaluate("document.activeElement.textContent") == "Terug naar de lijst van het handboek"
    own_id(tab)
    tab.press("Enter")
    tab.wait_until("() => document.querySelector('dialog[open]')?.contains(document.activeElement)")
    go(tab, "(e) => e.textContent === a", "Zet de lijst terug")
    tab.press("Enter")
    told(tab, "De lijst is weer die van het handboek.")
    go(tab, "(e) => e.textContent === a", "Klaar met aanpassen")
    tab.press("Enter")
    assert tab.evaluate("document.activeElement.matches('[data-fii-own-edit]')")
    assert len(shown(tab)) == 11
    assert shown(tab)[0].startswith("1 De opdrachtgever staat")
    tab.close()


@pytest.mark.no_python
def test_two_tabs_share_the_list_and_neither_loses_what_the_other_added(shared: Shared, server: Server) -> None:
    browser = shared("chromium")
    one, two = browser.tab(), browser.tab()
    for tab in (one, two):
        goto(tab, f"{server.url}/checklists/{LIST}/")
        edit(tab)
    add(one, "Van de een")
    two.has_text(PART, "Van de een")
    type_in(two, f"{PART} > [data-fii-own-tool] textarea", "Van de ander")
    two.click(f"{PART} > [data-fii-own-tool] button")
    for tab in (one, two):
        tab.wait_until(f"(box) => ({SHOWN})(box).length === 13", box(LIST))
    assert shown(one) == shown(two)
    assert [item.split(" ", 1)[1] for item in shown(one)[8:10]] == ["Van de een", "Van de ander"]
    one.close()
    two.close()
