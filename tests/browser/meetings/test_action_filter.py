"""A member sees the own actions on a phone, where each comes from, and takes the own days along; the browser remembers who."""

from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, beyond, dossier, goto, holding, kept, see, wipe
from tests.browser.papers.test_papers import made, pick

AT = "2026-11-09T10:00:00.000Z"


def action(text: str, owner: str, due: str, **more: str) -> dict[str, Any]:
    return {"at": AT, "text": text, "owner": owner, "due": due, "state": "open", "review": "r-1", "item": ""} | more


TEAM = dossier(
    {"pa-taak@2": {"note": "Werving ervaringsdeskundigen"}, "pa-trekker@2": {"note": "TB"}, "pa-taak-datum@2": {"note": "2026-01-05"}},
    schema=2,
    reviews={
        "r-1": {"at": AT, "date": "2026-10-26", "state": "closed", "phases": [1]},
        "r-2": {"at": AT, "date": "2026-11-09", "state": "closed", "phases": [1]},
    },
    actions={
        "a-1": action("Wethouder <i>bellen</i>", "KV", "2026-11-01", item="s1-02"),
        "a-2": action("Zaal zoeken", "kv en TB", "2099-11-01"),
        "a-3": action("Folder maken", "TB", "2026-11-02"),
        "a-4": action("Uitnodigen", "AN", "2099-11-03"),
        "a-5": action("Notulen", "AN", "2099-11-04", review="r-9"),
        "a-6": action("Al gedaan", "KV", "2026-11-01", state="klaar"),
    },
)  # fmt: skip
SHOWN = """[...document.querySelectorAll('[data-fii-actions] > li:not([hidden])')].map((line) => line.querySelector('[data-fii-part=text]').value)"""
LABELS = (
    "[...document.querySelectorAll('[data-fii-which] label:has(input[type=radio])')].map((label) => label.textContent)"
)
OUTCOME = "[data-fii-which-outcome]"
ORIGIN = "[data-fii-record='{}'] [data-fii-from]"
STORED = "localStorage.getItem('fii-mij:handboek-fii')"


def ask(tab: Tab, group: str, value: str) -> None:
    tab.click(f'label:has(> input[name="acties.{group}"][value="{value}"])')


def say_who(tab: Tab, name: str) -> None:
    tab.click("[data-fii-me]")
    tab.evaluate("document.activeElement.select()")
    tab.press("Delete")
    tab.type(name)
    tab.press("Tab")


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_member_sees_the_own_actions_and_the_browser_remembers_who(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    holding(tab, place, tmp_path, TEAM)
    tab.evaluate("localStorage.removeItem('fii-mij:handboek-fii')")
    goto(tab, place.url(DOSSIER))
    see(tab, "[data-fii-actions]")
    tab.wait_until(f"() => {SHOWN}.length === 6")
    assert tab.evaluate(LABELS) == [
        "Alle open acties (6)",
        "Te laat (3)",
        "Van iedereen (6)",
        "Van mij",
        "Van een ander",
    ]
    ask(tab, "wie", "mine")
    tab.has_text(OUTCOME, "Vul in wie u bent. Tot dan ziet u de acties van iedereen.")
    say_who(tab, "KV")
    tab.has_text(OUTCOME, "U ziet 2 van de 6 open acties.")
    assert tab.evaluate(SHOWN) == ["Wethouder <i>bellen</i>", "Zaal zoeken"]
    ask(tab, "welke", "late")
    tab.has_text(OUTCOME, "U ziet 1 van de 6 open acties.")
    assert tab.evaluate(LABELS) == [
        "Alle open acties (2)",
        "Te laat (1)",
        "Van iedereen (3)",
        "Van mij (1)",
        "Van een ander",
    ]
    # what is asked for stays while the page stands; what an address leads to is shown all the same
    tab.click("[data-fii-to=stand]")
    tab.click("[data-fii-to=acties]")
    assert tab.evaluate(SHOWN) == ["Wethouder <i>bellen</i>"]
    tab.evaluate("location.hash = '#a-3'")
    tab.wait_until("() => document.activeElement.value === 'Folder maken'")
    tab.evaluate("location.hash = '#a-6'")
    tab.wait_until("() => document.activeElement.value === 'Al gedaan'")
    # another time, and another who
    tab.reload()
    see(tab, "[data-fii-actions]")
    tab.wait_until(f"() => {SHOWN}.length === 6")
    ask(tab, "wie", "mine")
    tab.wait_until(f"() => {SHOWN}.length === 2")
    say_who(tab, "AN")
    ask(tab, "welke", "late")
    tab.has_text(OUTCOME, "Geen enkele actie van AN is te laat.")
    assert tab.evaluate(SHOWN) == []
    ask(tab, "wie", "one")
    tab.has_text(OUTCOME, "Kies een naam.")
    # it is of this browser, never of the dossier, and goes with what is wiped
    ask(tab, "wie", "mine")
    say_who(tab, "Zwanenburg")
    tab.has_text(OUTCOME, "Geen enkele actie van Zwanenburg is te laat.")
    assert tab.evaluate(STORED) == "Zwanenburg"
    see(tab, "[data-fii-action=save]")
    assert "Zwanenburg" not in tab.download("[data-fii-action=save]").read_text("utf-8")
    wipe(tab)
    assert not tab.evaluate(STORED)
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize(
    "strange", [pytest.param("x" * 81, marks=pytest.mark.full), "KV\u0007", "<img src=x onerror=fiiRan=1>"]
)
def test_what_stands_in_the_store_for_who_one_is_is_looked_at(
    shared: Shared, place: Place, tmp_path: Path, strange: str
) -> None:
    tab = shared("chromium").tab()
    holding(tab, place, tmp_path, TEAM)
    tab.call("(text) => localStorage.setItem('fii-mij:handboek-fii', text)", strange)
    tab.reload()
    see(tab, "[data-fii-actions]")
    ask(tab, "wie", "mine")
    is_name = strange.startswith("<")
    tab.has_text(OUTCOME, f"{strange} heeft geen open acties." if is_name else "Vul in wie u bent.")
    assert tab.evaluate("document.querySelector('[data-fii-me]').value") == (strange if is_name else "")
    assert tab.evaluate("typeof fiiRan") == "undefined"
    tab.evaluate("localStorage.removeItem('fii-mij:handboek-fii')")
    tab.close()


def test_an_action_says_where_it_comes_from_and_leads_there(shared: Shared, place: Place, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    holding(tab, place, tmp_path, TEAM)
    see(tab, "[data-fii-actions]")
    tab.has_text(ORIGIN.format("a-1"), "Afgesproken in: Overleg van 26 oktober 2026")
    tab.has_text(ORIGIN.format("a-1"), "Hoort bij:")
    tab.has_text(ORIGIN.format("l.pa-taak@2"), "Deze actie staat in: Plan van aanpak")
    assert tab.text(ORIGIN.format("a-5")) == ""  # of a meeting that is not here
    tab.size(320, 640)
    assert beyond(tab) == []
    tab.size(1280, 800)
    tab.click(f"{ORIGIN.format('a-1')} a[href='#s1-02']")
    tab.wait_until("() => document.activeElement.closest('[data-fii-item=s1-02]') !== null")
    tab.evaluate("history.back()")
    tab.click(f"{ORIGIN.format('a-1')} a[href='#r-1']")
    tab.wait_until(
        "() => document.activeElement.closest('[data-fii-record=r-1]') && !document.querySelector('#verloop').hidden"
    )
    tab.has_text("[data-fii-past-review]", "26 oktober 2026", seconds=90)
    tab.close()


def test_the_days_of_one_owner_go_into_a_calendar(shared: Shared, place: Place, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    holding(tab, place, tmp_path, TEAM)
    kept(tab)
    see(tab, "[data-fii-widget=papers]")
    row = "document.querySelector('[data-fii-of-row=acties]').hidden"
    pick(tab, "stuk", "acties")
    assert tab.evaluate(row)  # a list on paper is of the whole team
    pick(tab, "soort", "ics-taken")
    tab.wait_until("() => document.querySelectorAll('[data-fii-of=acties] option').length === 5", seconds=90)
    assert not tab.evaluate(row)
    tab.evaluate("document.querySelector('[data-fii-of=acties]').value = 'TB'")
    tasks = icalendar.Calendar.from_ical(made(tab, "acties", "ics-taken")).walk("VTODO")
    assert [str(one["SUMMARY"]) for one in tasks] == [
        "Werving ervaringsdeskundigen (TB)",
        "Folder maken (TB)",
        "Zaal zoeken (kv en TB)",
    ]
    tab.close()
