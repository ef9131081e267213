"""A row is taken away and put back: a candidate who is none any more, a task that was none."""

import json

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, forget_all, goto, kept, see

ROW = '[data-fii-row="{}"] .fii-row__weg button'
NOTE = "(n) => document.querySelector(`[name='${n}.note']`).value"


def write(tab: Tab, item: str, words: str) -> None:
    tab.click(f'[name="{item}.note"]')
    tab.type(words)
    tab.press("Tab")
    kept(tab)


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_row_is_taken_away_and_put_back(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#plan-van-aanpak"))
    tab.wait_until("() => document.querySelector('[name=\"pa-taak@2.note\"]') !== null")
    tasks = '[data-fii-rows]:has([name="pa-taak@1.note"]) '
    assert not tab.is_visible(tasks + ROW.format(2))  # an empty row has nothing to take away
    for item, words in (
        ("pa-taak@1", "Werven"),
        ("pa-taak@2", "Bellen"),
        ("pa-trekker@2", "KV"),
        ("pa-taak@3", "Mailen"),
    ):
        write(tab, item, words)
    tab.click(tasks + ROW.format(2))
    kept(tab)
    assert [tab.call(NOTE, item) for item in ("pa-taak@1", "pa-taak@2", "pa-trekker@2", "pa-taak@3")] == [
        "Werven",
        "",
        "",
        "Mailen",
    ]
    tab.has_text("#plan-van-aanpak [data-fii-progress]", "Taak 2 is leeg.")
    tab.has_text(tasks + ROW.format(2), "Zet terug")
    assert tab.evaluate("document.activeElement.textContent") == "Zet terug"  # the keyboard is where it was
    tab.press("Enter")
    kept(tab)
    assert [tab.call(NOTE, item) for item in ("pa-taak@2", "pa-trekker@2")] == ["Bellen", "KV"]
    tab.click(tasks + ROW.format(3))  # the last one: what can be done about it stays in sight
    kept(tab)
    assert tab.is_visible(tasks + ROW.format(3))
    write(tab, "pa-taak@3", "Iets anders")
    tab.has_text(tasks + ROW.format(3), "Haal Taak 3 weg")  # what came in its place stays
    see(tab, "[data-fii-action=save]")
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))["answers"]
    assert {item: saved[item]["note"] for item in ("pa-taak@2", "pa-taak@3")} == {
        "pa-taak@2": "Bellen",
        "pa-taak@3": "Iets anders",
    }
    tab.close()
