"""Files that mean harm, or come from elsewhere: a clear sentence, answers intact, and the instrument goes on."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import IN_THREE_ENGINES, Place, Shared
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import (
    DOSSIER,
    as_file,
    choose,
    complains,
    dossier,
    forget_all,
    goto,
    holds,
    kept,
    offer,
    previewed,
    sums_up,
)
from tests.browser.served import Server
from tools.paths import ROOT

HARM = "<img src=x onerror=\"document.title='x'\"><script>document.title='x'</script>"
#: name → (which sentence, what is in the file)
REFUSED: dict[str, tuple[str, object]] = {
    "3,000 nested brackets": ("depth", "[" * 3000 + "]" * 3000),
    "10 MB": ("size", b" " * 10_000_000),
    "not JSON": ("json", "dit is geen json {"),
    "a key twice": ("duplicate", '{"schema": 1, "kind": "fii-dossier", "\\u006bind": "x"}'),
    "a prototype": (
        "prototype",
        json.dumps(dossier({})).replace('"answers": {}', '"answers": {"__proto__": {"at": "2026-11-01T10:00:00Z"}}'),
    ),
    "another kind": ("kind", [1, 2]),
    "zipped": ("zip", b"PK\x03\x04" + b"\x00" * 40),
    "half of it": ("cut", json.dumps(dossier({}))[:60]),
    "quotes of a mail program": ("quotes", json.dumps(dossier({})).replace('"', "”")),
}


@IN_THREE_ENGINES
def test_files_that_are_refused(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-02", "rood")
    sums_up(tab, "stoplicht-1", "1 punt staat op rood")
    kept(tab)
    for code, content in REFUSED.values():
        offer(tab, as_file(tmp_path, content))
        complains(tab, code)
        assert not tab.is_visible("[data-fii-preview]")
        holds(tab, {"s1-02": ("rood", "")})
    choose(tab, "s1-03", "rood")
    sums_up(tab, "stoplicht-1", "2 punten staan op rood")
    tab.reload()
    holds(tab, {"s1-02": ("rood", ""), "s1-03": ("rood", "")})
    tab.close()


@IN_THREE_ENGINES
def test_a_file_from_a_newer_version_can_be_seen_and_not_taken(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-02", "rood")
    kept(tab)
    offer(tab, as_file(tmp_path, dossier({"s1-02": {"choice": "groen", "mood": 3}}, schema=4, later={"x": 1})))
    assert "nieuwere versie van het handboek" in previewed(tab)
    assert not tab.is_visible("[data-fii-action=apply]")
    tab.click("[data-fii-action=cancel]")
    holds(tab, {"s1-02": ("rood", "")})
    sums_up(tab, "stoplicht-1", "1 punt staat op rood")
    choose(tab, "s1-03", "rood")
    sums_up(tab, "stoplicht-1", "2 punten staan op rood")
    tab.close()


@IN_THREE_ENGINES
def test_a_script_in_a_note_is_text(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    browser = shared(kind)
    before = len(browser.seen.requests)
    tab = browser.tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-03", "groen")  # an empty browser would take the file without comparing
    offer(tab, as_file(tmp_path, dossier({"s1-02": {"choice": "rood", "note": HARM}, "oud-01": {"choice": HARM}})))
    previewed(tab)
    tab.has_text("[data-fii-preview]", HARM)
    tab.click("[data-fii-action=apply]")
    holds(tab, {"s1-02": ("rood", HARM)})
    sums_up(tab, "stoplicht-1", HARM)
    tab.has_text("[data-fii-lapsed]", HARM)
    assert tab.evaluate("document.title").endswith("Handboek FII")
    choose(tab, "s1-03", "rood")
    sums_up(tab, "stoplicht-1", "2 punten staan op rood")
    assert tab.count("main img[src=x], main script:not([type='application/json'])") == 0
    assert not [url for url in browser.seen.requests[before:] if url.endswith("/x")]
    tab.close()


@IN_THREE_ENGINES
def test_the_canary_would_sing(shared: Shared, kind: str, place: Place) -> None:
    """The same note put into a page as HTML does run where no policy stops it: the test above can fail."""
    tab = shared(kind).tab()
    tab.goto("about:blank")
    tab.evaluate(f"(() => {{ document.body.innerHTML = {json.dumps(HARM)}; }})()")
    tab.wait_until("() => document.title === 'x'")
    tab.close()


@pytest.mark.no_python
def test_a_folder_that_is_dropped_is_named(chromium: Browser, server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    context = chromium.new_context()
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    goto(tab, f"{server.url}/{DOSSIER}")
    box = tab.page.locator("[data-fii-widget=dossier]").bounding_box()
    assert box
    hand = context.new_cdp_session(tab.page)
    data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    for event in ("dragEnter", "dragOver", "drop"):
        hand.send("Input.dispatchDragEvent", {"type": event, "x": box["x"] + 5, "y": box["y"] + 5, "data": data})
    complains(tab, "folder", "map")
    context.close()


@pytest.mark.no_python
def test_a_report_that_the_browser_saved_as_an_archive_is_named(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    """Chromium leaves the element out in which a report carries its dossier."""
    context = chromium.new_context()
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    tab.goto((ROOT / "tests/golden/0.2.0-verslag-van-zes-overleggen.html").as_uri())
    saved = context.new_cdp_session(tab.page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    assert "fii-dossier" not in saved
    goto(tab, f"{server.url}/{DOSSIER}")
    offer(tab, as_file(tmp_path, saved, "verslag.mhtml"))
    complains(tab, "archive", "verslag.mhtml")
    context.close()
