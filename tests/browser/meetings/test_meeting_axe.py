"""axe in a meeting from its first step to the box after it, with *Meer* open, and in a member's own copy: one page for all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.dossier.write import text
from fii_widgets.render.frames.dossier.meetings import STEPS
from tests import year
from tests.browser.axe import AXE, LOOKS, violations
from tests.browser.conftest import READY, Place
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, beyond, goto, holding, kept, take
from tests.browser.meetings.test_hour import light
from tests.browser.meetings.test_meetings import agree, close, decide
from tests.browser.served import Server

#: a member's own copy, as the page makes it
AT = "2026-11-01T10:00:00.000Z"
COPY = {
    "schema": 3, "kind": "fii-dossier", "edition": "handboek-fii", "content": "0.1.0", "saved": AT, "answers": {},
    "history": [], "member": "m-1", "asked": {"at": AT, "text": "stoplicht-1"},
    "members": {"m-1": {"at": AT, "label": "PL", "role": "projectleider", "side": "gevend", "gone": False, "answers": {}}},
}  # fmt: skip


@pytest.fixture
def tab(chromium: Browser, tmp_path: Path) -> Iterator[ChromiumTab]:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    yield ChromiumTab(context.new_page(), tmp_path / "downloads", READY)
    context.close()


def test_every_step_the_box_after_it_more_and_an_own_copy(
    tab: ChromiumTab, server: Server, tmp_path: Path, full: bool
) -> None:
    turns = [LOOKS] if full else [[look] for look in LOOKS]
    found: list[str] = []

    def look(at: int) -> None:
        found.extend([*violations(tab.page, turns[at % len(turns)]), *beyond(tab)])

    place = Place("http", server.url)
    holding(tab, place, tmp_path, json.loads(text(year.held(2))))
    goto(tab, place.url(DOSSIER))
    tab.click("[data-fii-begin]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    for at, step in enumerate(STEPS):
        tab.click(f"[data-fii-step-tab={step}]")
        if step == "lichten":
            light(tab, "s1-02", "rood", "Vraag het na.")
        if step == "besluiten":
            decide(tab, "Wij gaan door.")
        if step == "acties":
            agree(tab, "Bellen", "PL")
        look(at)
    tab.click("[data-fii-action=close-meeting]")
    look(0)
    tab.click("[data-fii-action=close-not]")
    close(tab)
    tab.wait_until("() => !document.querySelector('[data-fii-meeting-done]').hidden")
    look(1)
    tab.size(320, 900)
    tab.click("[data-fii-more]")
    found += violations(tab.page, [("light", 320), ("dark", 320)])
    goto(tab, place.url(DOSSIER))
    take(tab, _copy(tmp_path))
    kept(tab)
    for at, view in enumerate(("stand", "lijsten", "team")):
        goto(tab, place.url(DOSSIER, f"#{view}"))
        look(at)
    assert found == []


def _copy(folder: Path) -> Path:
    file = folder / "exemplaar.json"
    file.write_text(json.dumps(COPY), "utf-8")
    return file
