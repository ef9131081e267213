"""The workplace: one view at a time, every address leads to its own, a list is in the page when open, facts need no Python."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from fii_widgets.dossier.write import text
from fii_widgets.render.frames.dossier.view import VIEWS
from tests import year
from tests.browser.axe import AXE, LOOKS, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import (
    DOSSIER,
    as_file,
    beyond,
    choose,
    dossier,
    forget_all,
    go_to_view,
    goto,
    kept,
    take,
    unfold,
)
from tests.browser.served import Server
from tools.paths import ROOT

AT = "2026-11-09T10:00:00.000Z"
#: two meetings ago a point was red, and it still is; another turned green; one action is late, one is not
TEAM: dict[str, Any] = dossier(
    {"s1-01": {"choice": "groen"}, "s1-02": {"choice": "rood", "note": "Vraag het na."}, "s1-03": {"choice": "oranje"}},
    schema=2,
    name={"at": AT, "text": "Wijk <b>Noord</b>"},
    reviews={
        "r-1": {"at": AT, "date": "2026-10-26", "state": "closed", "phases": [1], "lights": {"s1-01": "rood", "s1-02": "rood"}},
        "r-2": {
            "at": AT, "date": "2026-11-09", "next": "2026-11-23", "state": "closed", "phases": [1], "lights": {"s1-02": "rood"},
            "decisions": {"d-1": {"at": AT, "text": "Wij gaan <b>door</b>."}},
        },
    },
    actions={
        "a-1": {"at": AT, "text": "Wethouder <i>bellen</i>", "owner": "PL", "due": "2026-11-01", "state": "open", "review": "r-1"},
        "a-2": {"at": AT, "text": "Later", "owner": "", "due": "2099-11-01", "state": "open", "review": "r-1"},
    },
    members={"m-1": {"at": AT, "label": "Ans"}, "m-2": {"at": AT, "label": "Bo", "answers": {"s1-01": {"at": AT, "choice": "rood"}}}},
)  # fmt: skip
STAND = "[data-fii-stand-part={}]"
#: what every address on this page ever was must bring into sight: the element itself, or the list whose form it is
LOCKED = [
    line.partition("#")[2]
    for line in (ROOT / "links.lock").read_text("utf-8").splitlines()
    if line.startswith("dossier/#")
]
BROUGHT = """(id) => { const target = document.getElementById(id); const view = target?.closest('[data-fii-view]');
  if (target?.matches('[data-fii-list]')) return target.matches('.is-open') && !view.hidden;
  if (target?.matches('[data-fii-view]')) return !target.hidden;
  return Boolean(target) && !view?.hidden && !target.closest('details:not([open])'); }"""
#: elements of a page, and its height
SIZE = "[document.querySelectorAll('*').length, document.documentElement.scrollHeight]"
MOST_ELEMENTS, MOST_HEIGHT = 3_000, 2_400


@pytest.fixture
def tab(chromium: Browser, tmp_path: Path) -> Iterator[ChromiumTab]:
    context = chromium.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    context.add_init_script(path=AXE)
    yield ChromiumTab(context.new_page(), tmp_path / "downloads")
    context.close()


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_every_address_ever_published_leads_to_its_view(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER))
    for fragment in [*LOCKED, *VIEWS, "d-s1-02", "sl-01@3", "d-stoplicht-1-paneel", "s1-02"]:
        if fragment.startswith("voorbeeld-") or fragment.endswith("-mist"):
            continue  # one opens an example (file/test_examples.py), the others are lines that are empty now
        tab.call("(id) => { location.hash = id; }", fragment)
        wanted = {
            "s1-02": "stoplicht-1",
            "d-s1-02": "stoplicht-1",
            "sl-01@3": "shortlist",
            "d-stoplicht-1-paneel": "stoplicht-1",
        }
        tab.wait_until(BROUGHT, wanted.get(fragment, fragment), seconds=10)
    tab.close()


@pytest.mark.no_python
def test_a_link_to_a_point_gives_it_the_focus(shared: Shared, kind: str, server: Server) -> None:
    tab = shared(kind).tab()
    goto(tab, f"{server.url}/{DOSSIER}#s1-02")
    tab.wait_until("() => document.activeElement.closest('[data-fii-item=s1-02]') !== null")
    tab.call("() => { location.hash = 'g-01'; }")
    tab.wait_until("() => document.activeElement.closest('[data-fii-item=g-01]') !== null")
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_a_point_that_has_the_focus_when_the_page_comes_shows_what_was_kept(
    shared: Shared, kind: str, server: Server, tmp_path: Path
) -> None:
    """Else a reader finds it empty, and what is typed there takes the place of what was kept."""
    tab = shared(kind).tab()
    forget_all(tab, Place("http", server.url))
    tab.goto(f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, dossier({"s1-02": {"choice": "rood"}, "pa-taak@2": {"note": "Werven"}})))
    kept(tab)
    for point, shown in (
        ("s1-02", "document.querySelector('[name=s1-02]:checked')?.value === 'rood'"),
        ("pa-taak@2", "document.activeElement.value === 'Werven'"),
    ):
        goto(tab, f"{server.url}/{DOSSIER}#{point}")
        tab.wait_until(f"(id) => document.activeElement.name?.startsWith(id) && {shown}", point)
    tab.type(" in de wijk")
    kept(tab)
    goto(tab, f"{server.url}/checklists/plan-van-aanpak/")
    tab.wait_until("() => document.querySelector('[name=\"pa-taak@2.note\"]').value === 'Werven in de wijk'")
    tab.close()


def test_an_address_that_leads_nowhere_is_seen(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    assert not tab.call(BROUGHT, "nergens")
    assert not tab.call(BROUGHT, "overleg-datum")
    tab.close()


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_the_third_road_of_an_empty_dossier_leads_into_the_fold(shared: Shared, place: Place) -> None:
    tab = shared("chromium").tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER))
    tab.click("[data-fii-stand-empty] [href='#hb-dossier-voorbeelden']")
    tab.wait_until("() => document.activeElement.id === 'hb-dossier-voorbeelden'")
    assert tab.is_visible("[data-fii-example]")
    tab.close()


@pytest.mark.no_python
def test_the_views_are_a_way_through_the_history_of_the_browser(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    title = tab.evaluate("document.title")
    for view in ("acties", "team"):
        tab.click(f"[data-fii-to={view}]")
        tab.wait_until("(v) => document.activeElement.matches(`#${v} > h2`)", view)
        assert tab.evaluate("document.title").startswith(f"{view.capitalize()} – ")
        assert tab.evaluate("document.querySelectorAll('[data-fii-view]:not([hidden])').length") == 1
        assert tab.evaluate("document.querySelector('[data-fii-to][aria-current]').dataset.fiiTo") == view
    tab.evaluate("history.back()")
    tab.wait_until("() => !document.querySelector('#acties').hidden")
    tab.evaluate("history.back()")
    tab.wait_until("() => !document.querySelector('#stand').hidden")
    assert tab.evaluate("document.title") == title
    tab.close()


def test_stored_facts_stand_there_without_python(shared: Shared, server: Server, tmp_path: Path) -> None:
    server.hold_runtime()
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    asked = len(server.runtime())
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.has_text("[data-fii-stand-phases]", "Fase 1: 1 rood 1 oranje 1 groen")
    tab.has_text(STAND.format("red"), "fase 1 · al 2 overleggen")
    tab.has_text(STAND.format("late"), "Wethouder <i>bellen</i> PL ·")
    assert "Later" not in tab.text(STAND.format("late"))
    tab.has_text(STAND.format("decided"), "Wij gaan <b>door</b>. 9 november 2026")
    tab.has_text(STAND.format("further"), "1 exemplaar van het team is nog niet terug")
    tab.has_text("[data-fii-stand-meeting]", "23 november 2026")
    tab.has_text("[data-fii-widget=dossier] [data-fii-status]", "Dossier ‘Wijk <b>Noord</b>’.")
    assert len(server.runtime()) == asked  # nobody asked for it
    # an action is made of a red light, and one that is late is done: both from here
    tab.click("[data-fii-act-on='s1-02']")
    tab.wait_until("() => document.activeElement.matches('[data-fii-actions] textarea')")
    tab.type("Navragen")
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.wait_until("() => !document.querySelector('[data-fii-act-on]')")
    tab.click("[data-fii-finish=a-1]")
    tab.wait_until("(s) => document.querySelector(s).hidden", STAND.format("late"))
    tab.has_text("[data-fii-widget=dossier] [data-fii-progress]", "‘Wethouder <i>bellen</i>’ staat op klaar.")
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))["actions"]
    assert saved["a-1"]["state"] == "klaar"
    assert [(one["text"], one["item"]) for one in saved.values() if one["text"] == "Navragen"] == [
        ("Navragen", "s1-02")
    ]
    server.release()
    tab.close()


@pytest.mark.no_python
def test_a_list_is_in_the_page_while_it_is_open_and_what_was_given_stays(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    assert tab.count("[data-fii-item]") == 0
    unfold(tab, "stoplicht-1")
    choose(tab, "s1-01", "rood")
    tab.click("[data-fii-item=s1-01] [data-fii-note-toggle]")
    tab.click("[name='s1-01.note']")
    tab.type("nog niet af")  # and at once, within the pause of a typist
    tab.click("#stoplicht-1 [data-fii-fold-button]")
    assert tab.count("[data-fii-item]") == 0
    tab.has_text("#stoplicht-1 [data-fii-fold-state]", "1 van 11 punten ingevuld")
    unfold(tab, "stoplicht-1")
    assert tab.evaluate("document.querySelector('[name=\"s1-01.note\"]').value") == "nog niet af"
    # what is too long to be kept would be lost with its field: the list stays open
    tab.call(
        """() => { const note = document.querySelector('[name="s1-01.note"]'); note.value = 'x'.repeat(10_001);
        for (const kind of ['input', 'change']) note.dispatchEvent(new Event(kind, {bubbles: true})); }"""
    )
    tab.click("#stoplicht-1 [data-fii-fold-button]")
    assert tab.count("[data-fii-item]") > 0
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize("filled", ["empty", "a team", "a year"])
def test_each_view_is_light_and_passes_axe(
    tab: ChromiumTab, server: Server, tmp_path: Path, filled: str, full: bool
) -> None:
    """`make test` has axe on the views of a team, which have all that those of a year have more of."""
    goto(tab, f"{server.url}/{DOSSIER}")
    if filled != "empty":
        take(tab, as_file(tmp_path, TEAM if filled == "a team" else text(year.held())))
        kept(tab)
    found: list[str] = []
    for view in VIEWS:
        go_to_view(tab, view)
        tab.wait_until("(v) => !document.getElementById(v).hidden", view)
        elements, height = tab.evaluate(SIZE)
        if elements > MOST_ELEMENTS or (height > MOST_HEIGHT and filled == "empty"):
            found.append(f"{view}: {elements} elements, {height} px")
    for at, view in enumerate(VIEWS):
        go_to_view(tab, view)
        if full or filled == "a team":
            found += violations(tab.page, LOOKS if full else [LOOKS[at % len(LOOKS)]])
        found += [f"{view}: {one}" for one in beyond(tab)]
    assert not found, "\n".join(found)


LATER = "(holder) => document.querySelectorAll(`${holder} details[data-fii-later]`).length"
TABLES = "(holder) => document.querySelectorAll(`${holder} table`).length"


def test_what_python_says_of_a_year_comes_fold_by_fold(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, text(year.held())))
    kept(tab)
    for view, holder, at_first in (("verloop", "[data-fii-history]", 2), ("team", "[data-fii-spread]", 0)):
        tab.click(f"[data-fii-to={view}]")
        tab.wait_until(f"(holder) => ({LATER})(holder) > 5 && ({TABLES})(holder) === {at_first}", holder, seconds=90)
        assert tab.evaluate(SIZE)[0] <= MOST_ELEMENTS
        fold = f"{holder} details[data-fii-later]:not([open], [data-fii-later^=team_]) > summary"
        tab.evaluate(f"document.querySelector({fold!r}).focus()")
        tab.press("Enter")
        tab.wait_until(f"(holder) => ({TABLES})(holder) > {at_first}", holder)
        tab.press("Enter")
        tab.wait_until(f"(holder) => ({TABLES})(holder) === {at_first}", holder)
    tab.click("[data-fii-to=verloop]")  # its tables left with the view, and come back with it
    tab.wait_until(f"(holder) => ({TABLES})(holder) === 2", "[data-fii-history]")
    tab.click("[data-fii-to=bewaren]")
    tab.wait_until(f"(holder) => ({TABLES})(holder) === 0", "[data-fii-history]")
    assert tab.evaluate(SIZE)[0] <= MOST_ELEMENTS


def test_a_view_that_is_too_heavy_is_refused(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/{DOSSIER}#lijsten")
    tab.evaluate("document.querySelectorAll('[data-fii-fold-button]').forEach((one) => one.click())")
    elements, _ = tab.evaluate(SIZE)
    assert elements > MOST_ELEMENTS
