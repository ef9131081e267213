"""More than one dossier in a browser: named, switched, saved and wiped apart; a file opened beside the one at hand."""

import json
import re
from pathlib import Path

import pytest

from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.write import text
from tests.browser.conftest import IN_THREE_ENGINES, Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import (
    DOSSIER,
    as_file,
    choose,
    dossier,
    forget_all,
    goto,
    holds,
    kept,
    offer,
    previewed,
    ready,
    see,
)

NAME = "[data-fii-dossier-name]"


def name(tab: Tab, text: str) -> None:
    see(tab, NAME)
    tab.click(NAME)
    tab.type(text)
    tab.press("Tab")


def is_called(tab: Tab, called: str) -> None:
    ready(tab)
    tab.wait_until("(name) => document.querySelector('[data-fii-dossier-name]').value === name", called)


@pytest.mark.no_python
@IN_THREE_ENGINES
def test_two_dossiers_are_kept_apart(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-01", "rood")
    name(tab, "Noord & <b>Zuid</b>")
    kept(tab)
    tab.has_text("[data-fii-status]", "Dossier ‘Noord & <b>Zuid</b>’.")
    file = tab.download("[data-fii-action=save]")
    assert re.fullmatch(r"dossier-fii-noord-b-zuid-b-\d{4}-\d\d-\d\d( ?\(\d\))?\.json", file.name)
    written = file.read_text("utf-8")
    assert text(read_dossier(json.loads(written))) == written  # Python would write the same bytes

    see(tab, "[data-fii-action=new-dossier]")
    tab.click("[data-fii-action=new-dossier]")
    tab.has_text("[data-fii-dossier-list]", "Noord & <b>Zuid</b>")
    holds(tab, {"s1-01": ("", "")})
    choose(tab, "s1-01", "groen")
    name(tab, "West")
    kept(tab)
    see(tab, "[data-fii-dossier-list]")
    tab.click("[data-fii-dossier-list] button")
    is_called(tab, "Noord & <b>Zuid</b>")
    holds(tab, {"s1-01": ("rood", "")})

    other = dossier({"s1-02": {"choice": "oranje"}}, schema=2, name={"at": "2026-11-01T10:00:00.000Z", "text": "Oost"})
    del other["actions"]
    offer(tab, as_file(tmp_path, other))
    assert "‘Open als apart dossier’" in previewed(tab)
    tab.click("[data-fii-action=apply-new]")
    is_called(tab, "Oost")
    holds(tab, {"s1-01": ("", ""), "s1-02": ("oranje", "")})

    for rest in (["Noord & <b>Zuid</b>", "West"], ["West"], []):
        before = len(rest)
        see(tab, "[data-fii-action=wipe]")
        tab.click("[data-fii-action=wipe]")
        tab.click("[data-fii-action=wipe-now]")
        tab.wait_until(
            """([left, before]) => left.includes(document.querySelector('[data-fii-dossier-name]').value)
            && document.querySelectorAll('[data-fii-dossier-list] button').length === Math.max(before - 1, 0)""",
            [rest or [""], before],
        )
        ready(tab)
    tab.close()
