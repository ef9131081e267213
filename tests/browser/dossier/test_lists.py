"""The lists of a dossier: where the team is comes first, each says how far it is; a file in an empty browser just opens."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Shared
from tests.browser.handbook import DOSSIER, as_file, beyond, choose, dossier, goto, kept, take
from tests.browser.served import Server
from tests.written import instrument

AT = "2026-11-09T10:00:00.000Z"
#: the last meeting was about phase 2; lists of phases 1 and 3 were begun, one of them with a point that the team left out
TEAM: dict[str, Any] = dossier(
    {
        "s1-01": {"choice": "groen", "at": "2026-10-01T10:00:00.000Z"},
        "s1-02.verborgen": {"choice": "ja", "at": AT},
        "s3-01": {"note": "alleen een notitie", "at": AT},
    },
    schema=2,
    actions={},
    reviews={"r-1": {"at": AT, "date": "2026-11-09", "state": "closed", "phases": [2], "lights": {}}},
)
#: name, open and ids of each group that is shown, in their order
GROUPS = """[...document.querySelectorAll('[data-fii-group]:not([hidden])')].map((one) => [one.dataset.fiiGroup, one.open,
  [...one.querySelectorAll('[data-fii-list]')].map(({id}) => id)])"""


@pytest.mark.no_python
def test_where_the_team_is_comes_first(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.click("[data-fii-to=lijsten]")
    assert tab.evaluate(GROUPS)[0][:2] == ["1", True]  # where most begin
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    tab.click("[data-fii-to=lijsten]")
    groups = tab.evaluate(GROUPS)
    assert [name for name, *_ in groups] == ["2", "begonnen", "elk", "1", "3", "4", "5", "6", "wijk"]
    assert [is_open for _, is_open, _ in groups][:2] == [True, True]
    assert groups[1][2] == ["stoplicht-1", "stoplicht-3"]
    assert "stoplicht-1" not in groups[3][2]
    tab.has_text("[data-fii-group='2'] [data-fii-group-state]", "nu in gang, ")
    points = len(instrument("stoplicht-1").items) - 1
    tab.has_text("#stoplicht-1 [data-fii-fold-state]", f"1 van {points} punten ingevuld")
    tab.has_text("#stoplicht-1 [data-fii-fold-changed]", "gewijzigd op 9 november 2026")
    tab.has_text("#stoplicht-3 [data-fii-fold-state]", "0 van ")
    assert not beyond(tab)
    # nothing moves while somebody looks; the next time it stands where it belongs
    choose(tab, "s4-01", "groen")
    kept(tab)
    assert "stoplicht-4" not in tab.evaluate(GROUPS)[1][2]
    tab.click("#stoplicht-4 [data-fii-fold-button]")
    tab.click("[data-fii-to=stand]")
    tab.has_text("[data-fii-stand-line]", "Nu in gang: fase 2.")
    assert tab.evaluate("[...document.querySelectorAll('[data-fii-stop].is-nu')].map((one) => one.textContent)") == [
        "2"
    ]
    tab.click("[data-fii-to=lijsten]")
    assert tab.evaluate(GROUPS)[1][2] == ["stoplicht-1", "stoplicht-3", "stoplicht-4"]
    tab.close()


#: the name and ids of each part of a group that is shown
PARTS = """(group) => [...document.querySelectorAll(`[data-fii-group='${group}'] > [data-fii-group-part]:not([hidden])`)].map((one) =>
  [one.firstElementChild.textContent, ...[...one.querySelectorAll('[data-fii-list]')].map(({id}) => id)])"""


@pytest.mark.no_python
def test_of_a_phase_the_route_comes_first_with_who_and_how_long(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.click("[data-fii-to=lijsten]")
    deeper = ["Verdieping", "shortlist", "gereedheid", "eigenaarschap"]
    assert tab.call(PARTS, "2") == [["Route", "plan-van-aanpak", "stoplicht-2"], deeper]
    assert tab.call(PARTS, "6") == [["Route", "borging", "stoplicht-6"]]
    tab.has_text("#stoplicht-1 .fii-kenmerken", "het kernteam")
    tab.has_text("#stoplicht-1 .fii-kenmerken", "25 minuten")
    begun = {id_: {"note": "x", "at": AT} for id_ in ("pa-stip", "bo-v-datum", "s6-01")}
    meeting = {"r-1": {"at": AT, "date": "2026-11-09", "state": "closed", "phases": [1], "lights": {}}}
    take(tab, as_file(tmp_path, dossier(begun, schema=2, actions={}, reviews=meeting)))
    kept(tab)
    tab.click("[data-fii-to=lijsten]")
    assert tab.evaluate(GROUPS)[1][2] == ["plan-van-aanpak", "borging", "stoplicht-6"]
    assert tab.call(PARTS, "2") == [["Route", "stoplicht-2"], deeper]
    assert tab.call(PARTS, "6") == []
    # the team goes on in phase 2: its list comes back to its place on the route
    take(
        tab,
        as_file(
            tmp_path,
            dossier({}, schema=2, actions={}, reviews={"r-2": meeting["r-1"] | {"date": "2026-11-23", "phases": [2]}}),
        ),
    )
    kept(tab)
    tab.click("[data-fii-to=lijsten]")
    assert tab.call(PARTS, "2") == [["Route", "plan-van-aanpak", "stoplicht-2"], deeper]
    tab.close()


@pytest.mark.no_python
def test_a_file_in_an_empty_browser_needs_no_comparison(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.upload("[data-fii-file]", as_file(tmp_path, TEAM))
    tab.has_text("[data-fii-preview-lead]", "In deze browser staat nog niets: er gaat niets verloren.")
    assert tab.is_visible("[data-fii-action=apply]")
    assert not tab.is_visible("[data-fii-action=apply-new]")
    assert not tab.is_visible("[data-fii-preview-details]")
    tab.close()
