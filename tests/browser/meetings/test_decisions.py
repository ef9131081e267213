"""What the team decided: written with a day to look again, replaced by a later decision, looked at again, lapsed, undone."""

import json
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.dossier.file.read import read_dossier
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, dossier, goto, holding, kept, see

LIST = "[data-fii-decided] > li"
TOLD = "[data-fii-widget=meetings] [data-fii-progress]"


def review(date: str, state: str = "closed", **decisions: dict[str, Any]) -> dict[str, Any]:
    at = f"{date}T10:00:00.000Z"
    made = {own: {"at": at} | one for own, one in decisions.items()}
    return {"at": at, "date": date, "phases": [1], "state": state, "decisions": made}


def held() -> dict[str, Any]:
    """Two meetings of long ago; one decision was to be looked at again since."""
    reviews = {
        "r-1": review("2026-01-05", d1={"text": "Wij huren <b>de</b> zaal."}, d2={"text": "Ans belt.", "again": "2026-02-01"}),
        "r-2": review("2026-01-19", d3={"text": "Eén ontvangende organisatie."}),
    }  # fmt: skip
    return dossier({"s1-02": {"choice": "rood"}}, schema=3, actions={}, members={}, reviews=reviews)


def lines(tab: Tab) -> list[str]:
    found = tab.call(
        "(s) => [...document.querySelectorAll(`${s} .fii-feit__wat`)].map((e) => e.textContent.trim())", LIST
    )
    return [" ".join(one.split()) for one in found]


def press(tab: Tab, box: str, words: str) -> None:
    """Press the button with these words in the line that has the box."""
    tab.call("(s, words) => [...document.querySelectorAll(`${s} button`)].find((e) => e.firstChild.textContent === words).click()", box, words)  # fmt: skip


def line(key: str) -> str:
    return f'[data-fii-decided-one="{key}"]'


@pytest.mark.no_python
def test_a_decision_whose_day_has_come_is_told_on_the_first_view_and_answered_there(
    shared: Shared, place: Place, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    holding(tab, place, tmp_path, held())
    goto(tab, place.url(DOSSIER))
    again = "[data-fii-stand-part=again]"
    tab.has_text(again, "Ans belt.")
    tab.has_text(again, "opnieuw te bekijken sinds 1 februari 2026")
    tab.has_text("[data-fii-stand-part=decided]", "Eén ontvangende organisatie.")
    press(tab, again, "Vervalt")
    tab.wait_until("() => document.querySelector('[data-fii-stand-part=again]').hidden")
    assert tab.evaluate("document.activeElement.matches('[data-fii-view-title]')")
    assert "Ans belt." not in tab.text("[data-fii-stand-part=decided]")
    kept(tab)
    tab.reload()
    # the list of all: what lapsed says so, and can hold again
    see(tab, "[data-fii-decided]")
    tab.wait_until("(s) => document.querySelectorAll(s).length === 3", LIST)
    first, second, third = lines(tab)
    assert first == "Eén ontvangende organisatie. 19 januari 2026 · geldt"
    assert second == "Wij huren <b>de</b> zaal. 5 januari 2026 · geldt"
    assert third.startswith("Ans belt. 5 januari 2026 · vervallen op ")
    press(tab, line("r-1/d2"), "Geldt toch weer")
    tab.wait_until("(s) => document.querySelector(s).textContent.includes('· geldt')", line("r-1/d2"))
    press(tab, line("r-1/d2"), "Maak ongedaan")
    tab.wait_until("(s) => document.querySelector(s).textContent.includes('vervallen op')", line("r-1/d2"))
    assert tab.evaluate("document.activeElement.closest('li').dataset.fiiDecidedOne") == "r-1/d2"
    tab.close()


def test_a_decision_gets_a_day_and_a_later_one_takes_its_place(shared: Shared, place: Place, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    holding(tab, place, tmp_path, held())
    see(tab, "[data-fii-decided]")
    tab.wait_until("(s) => document.querySelectorAll(s).length === 3", LIST)
    press(tab, line("r-2/d3"), "Wijzig")
    tab.wait_until("(s) => document.activeElement.matches(`${s} input[type=date]`)", line("r-2/d3"))
    tab.call("(s) => { document.querySelector(`${s} input`).value = '2099-03-01'; }", line("r-2/d3"))
    press(tab, line("r-2/d3"), "Leg de dag vast")
    tab.wait_until("(s) => document.querySelector(s).textContent.includes('opnieuw bekijken op 1 maart 2099')", line("r-2/d3"))  # fmt: skip
    tab.has_text(TOLD, "‘Eén ontvangende organisatie.’ geldt nog. Opnieuw bekijken op 1 maart 2099.")
    # in a meeting: looked back on, then replaced
    see(tab, "[data-fii-stand]")
    tab.click("[data-fii-begin]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    tab.has_text("[data-fii-again-box]", "Ans belt.")
    press(tab, "[data-fii-again-box]", "Bespreek dit")
    tab.has_text(TOLD, "‘Ans belt.’ staat bij de onderwerpen voor het overleg.")
    press(tab, "[data-fii-again-box]", "Geldt nog")
    tab.wait_until("() => document.querySelector('[data-fii-again-box]').hidden")
    see(tab, "[data-fii-decisions]")
    tab.click("[data-fii-action=add-decision]")
    tab.type("Wij kopen de zaal.")
    tab.press("Tab")
    select = "[data-fii-decisions] [data-fii-part=replaces]"
    assert tab.call("(s) => [...document.querySelector(s).options].map((e) => e.textContent)", select) == [
        "Nee",
        "19 januari 2026: Eén ontvangende organisatie.",
        "5 januari 2026: Wij huren <b>de</b> zaal.",
        "5 januari 2026: Ans belt.",
    ]
    tab.call("(s) => { const e = document.querySelector(s); e.value = 'r-1/d1'; e.dispatchEvent(new Event('change', {bubbles: true})); }", select)  # fmt: skip
    tab.wait_until("(s) => document.querySelector(s).textContent.includes('door ‘Wij kopen de zaal.’')", line("r-1/d1"))
    assert len(lines(tab)) == 3  # what is decided now stands above, in its own line
    kept(tab)
    # taken away, the earlier one holds again; put back, it does not
    tab.click("[data-fii-decisions] [data-fii-remove]")
    tab.wait_until("(s) => document.querySelector(s).textContent.includes('· geldt')", line("r-1/d1"))
    tab.press("Enter")
    tab.wait_until("(s) => document.querySelector(s).textContent.includes('vervangen op')", line("r-1/d1"))
    see(tab, "[data-fii-action=close-meeting]")
    tab.has_text("[data-fii-review]", "Wij kopen de zaal. (vervangt het besluit van 5 januari 2026", seconds=90)
    tab.has_text("[data-fii-review]", "Besluit van 5 januari 2026, ‘Ans belt.’: geldt nog")
    tab.click("[data-fii-action=close-meeting]")
    tab.click("[data-fii-action=close-now]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-done]')", seconds=90)
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    (new,) = saved.reviews.keys() - {"r-1", "r-2"}
    assert [one.replaces for one in saved.reviews[new].decisions.values()] == ["r-1/d1"]
    assert [one.text for one in saved.reviews[new].minutes.earlier or ()] == [
        "Eén ontvangende organisatie.",
        "Ans belt.",
    ]  # type: ignore[union-attr]
    assert {one.about for one in saved.reviews["r-1"].corrections.values()} == {"d2"}
    tab.close()


@pytest.mark.no_python
def test_of_many_decisions_the_newest_stand_there_and_the_rest_on_demand(
    shared: Shared, place: Place, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    many = {f"d{number:02}": {"text": f"Besluit {number}."} for number in range(13)}
    holding(tab, place, tmp_path, held() | {"reviews": {"r-1": review("2026-01-05", **many)}})
    see(tab, "[data-fii-decided]")
    tab.wait_until("(s) => document.querySelectorAll(s).length === 10", LIST)
    press(tab, "[data-fii-decided-box]", "Toon alle 13 besluiten")
    tab.wait_until("(s) => document.querySelectorAll(s).length === 13", LIST)
    assert tab.evaluate("document.activeElement.dataset.fiiDecidedOne") == "r-1/d10"
    assert not tab.is_visible("[data-fii-decided-box] > p button")
    tab.close()
