"""Where was that decided? One field finds what stands in the dossier, without Python, and leads to it."""

from pathlib import Path

from fii_widgets.dossier.write import text
from tests import year
from tests.browser.conftest import Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, as_file, beyond, goto, kept, see, take
from tests.browser.meetings.test_action_filter import TEAM
from tests.browser.served import Server

FIELD, TOLD, MORE = "[data-fii-find]", "[data-fii-found-told]", "[data-fii-action=find-more]"
LINES = "[...document.querySelectorAll('[data-fii-found] > li')].map((line) => line.textContent)"


def find(tab: Tab, words: str) -> None:
    tab.click(FIELD)
    tab.evaluate("document.activeElement.select()")
    tab.press("Delete")
    tab.type(words)


def test_what_was_agreed_is_found_and_leads_to_where_it_stands(shared: Shared, server: Server, tmp_path: Path) -> None:
    server.hold_runtime()
    tab = shared("chromium").tab()
    decided = {"d-1": {"at": "2026-10-26T10:00:00.000Z", "text": "Eén <b>buurtkamer</b>"}}
    team = TEAM | {"reviews": {**TEAM["reviews"], "r-1": {**TEAM["reviews"]["r-1"], "decisions": decided}}}
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, team))
    kept(tab)
    see(tab, FIELD)
    find(tab, "een BUURT")
    tab.has_text(TOLD, "1 gevonden.")
    assert tab.evaluate(LINES) == ["Eén <b>buurtkamer</b> Besluit · 26 oktober 2026"]
    assert tab.evaluate("[...document.querySelectorAll('[data-fii-found] mark')].map((one) => one.textContent)") == [
        "Eén",
        "buurt",
    ]
    find(tab, "gedaan")
    tab.has_text("[data-fii-found]", "Al gedaan Actie · KV · klaar op 1 november 2026 · klaar")
    tab.size(320, 640)
    assert beyond(tab) == []
    tab.size(1280, 800)
    tab.click("[data-fii-found] a")
    tab.wait_until("() => document.activeElement.value === 'Al gedaan'")
    see(tab, FIELD)
    find(tab, "<i>zwaan")
    tab.has_text(TOLD, "Niets gevonden voor ‘<i>zwaan’")
    find(tab, "x")
    tab.has_text(TOLD, "")
    assert tab.evaluate(LINES) == []
    server.release()
    tab.close()


def test_of_a_year_some_are_shown_and_the_others_are_within_reach(
    shared: Shared, server: Server, tmp_path: Path
) -> None:
    server.hold_runtime()
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, text(year.held())))
    kept(tab)
    see(tab, FIELD)
    find(tab, "er")
    tab.wait_until("() => document.querySelectorAll('[data-fii-found] > li').length === 20")
    tab.has_text(TOLD, "gevonden; u ziet de eerste 20.")
    tab.click(MORE)
    tab.wait_until("() => document.querySelectorAll('[data-fii-found] > li').length > 20")
    assert tab.evaluate("document.activeElement === document.querySelector('[data-fii-found] > li:nth-child(21) a')")
    server.release()
    tab.close()
