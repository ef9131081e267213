"""A note for oneself: it stays in this browser with its dossier, and goes nowhere else."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from fii_widgets.words import word
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, forget_all, goto, kept, ready, see, take
from tests.browser.served import Server

NOTE = "[data-fii-own-note]"
SECRET = "Alleen voor mij: <b>Ans</b> twijfelt"
VALUE = f"document.querySelector('{NOTE}').value"
KEYS = "Object.keys(localStorage).filter((key) => key.startsWith('fii-notitie'))"
WARNING = "[data-fii-wipe-note]"
AT = "2026-11-09T10:00:00.000Z"
TEAM: dict[str, Any] = dossier(
    {"s1-02": {"choice": "rood", "note": "Vraag het na."}},
    schema=2,
    reviews={"r-1": {"at": AT, "date": "2026-11-09", "next": "2099-11-23", "state": "closed", "phases": [1], "lights": {"s1-02": "rood"}}},
    actions={},
    members={"m-1": {"at": AT, "label": "Ans"}},
)  # fmt: skip
#: every message to a worker, from before the page's own scripts
LISTEN = """{ const send = Worker.prototype.postMessage; window.sent = [];
  Worker.prototype.postMessage = function (message, ...rest) { window.sent.push(JSON.stringify(message)); return send.call(this, message, ...rest); }; }"""


def unfolded(tab: Tab) -> None:
    see(tab, NOTE)
    if not tab.is_visible(NOTE):
        tab.click(".fii-notitie > summary")


def write(tab: Tab, text: str) -> None:
    unfolded(tab)
    tab.click(NOTE)
    tab.type(text)


def put(tab: Tab, text: str) -> None:
    """Paste a long text in the place of what stands there."""
    tab.call(
        """(text) => { const field = document.querySelector('[data-fii-own-note]'); field.value = text;
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true})); }""",
        text,
    )


@pytest.mark.no_python
@pytest.mark.parametrize(
    ("kind", "place"), [("chromium", "http"), ("firefox", "file"), ("webkit", "http")], indirect=["place"]
)
def test_a_note_stays_with_its_dossier_until_it_is_wiped(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-01", "rood")
    write(tab, SECRET)
    kept(tab)
    tab.reload()
    ready(tab)
    assert tab.evaluate(VALUE) == SECRET
    tab.has_text(".fii-notitie > summary", WORDS_FOR_SCRIPTS["mine.some"])
    assert not tab.is_visible(NOTE)  # it is folded: who looks along does not read it

    # another dossier has none of it, and one that holds a note alone is found again
    see(tab, "[data-fii-action=new-dossier]")
    tab.click("[data-fii-action=new-dossier]")
    tab.wait_until(f"() => {VALUE} === ''")
    ready(tab)
    assert not tab.is_visible(".fii-notitie [data-fii-own-note-state]")
    write(tab, "Van het tweede")
    for text in (SECRET, "Van het tweede", SECRET):
        see(tab, "[data-fii-dossier-list]")
        tab.click("[data-fii-dossier-list] button")
        tab.wait_until(f"(text) => {VALUE} === text", text)
        ready(tab)

    see(tab, "[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe]")
    tab.has_text(WARNING, word("wipe_note"))
    tab.click(f"{WARNING} a")
    tab.wait_until(f"() => document.activeElement.matches('{NOTE}') && document.activeElement.checkVisibility()")
    see(tab, "[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe-now]")
    tab.wait_until(f"() => {KEYS}.length === 1 && {VALUE} === 'Van het tweede'")
    ready(tab)
    see(tab, "[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe-now]")
    tab.wait_until(f"() => {KEYS}.length === 0 && {VALUE} === ''")
    tab.click("[data-fii-action=wipe]")
    assert not tab.is_visible(WARNING)
    tab.close()


def test_a_note_for_oneself_goes_nowhere(chromium: Browser, server: Server, tmp_path: Path) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(LISTEN)
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    write(tab, SECRET)
    # the meeting on the wall
    see(tab, "[data-fii-action=start-meeting]")
    tab.click("[data-fii-action=start-meeting]")
    tab.click("[data-fii-action=on-screen]")
    assert not tab.is_visible(".fii-notitie")
    tab.click("[data-fii-action=on-screen]")
    assert tab.is_visible(NOTE)
    # the printer: the page itself, and a blank sheet of everything
    tab.page.emulate_media(media="print")
    assert not tab.is_visible(".fii-notitie")
    tab.page.emulate_media(media="screen")
    tab.evaluate("window.print = () => {}")
    see(tab, "[data-fii-action=print-all-blank]")
    tab.click("[data-fii-action=print-all-blank]")
    assert tab.count(".fii-sheet") == 1
    assert tab.count(".fii-sheet :is(.fii-notitie, [data-fii-own-note])") == 0
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    # files: the dossier, the report that is a dossier too, and what a member is given
    files = [tab.download("[data-fii-action=save]"), tab.download("[data-fii-action=save-report]")]
    see(tab, "[data-fii-action=ask-team]")
    files.append(tab.download("[data-fii-action=ask-team]"))
    # papers: what is looked at beforehand is made of what Python was sent
    tab.click("[data-fii-to=stukken]")
    tab.click("[data-fii-action=preview]")
    tab.wait_until("() => document.querySelector('[data-fii-paper-body]').textContent.length > 100")
    assert "Alleen voor mij" not in tab.text("[data-fii-paper-body]")
    for view in ("verloop", "lijsten", "team"):
        tab.click(f"[data-fii-to={view}]")
    tab.wait_until("() => window.sent.filter((one) => one.includes('Vraag het na.')).length >= 2")
    everything = [*(file.read_text("utf-8") for file in files), *tab.evaluate("window.sent")]
    assert all("Vraag het na." in text for text in everything[:2])  # what a file does hold is found in it
    assert not [text for text in everything if "Alleen voor mij" in text]
    assert tab.evaluate(VALUE) == SECRET
    context.close()


@pytest.mark.no_python
@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_a_browser_that_refuses_a_note_says_so_and_the_text_stays(shared: Shared, kind: str, server: Server) -> None:
    tab = shared(kind).tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.call(
        """() => { window.takes = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }"""
    )
    write(tab, "Niet kwijt")
    status = "[data-fii-widget=dossier] [data-fii-status]"
    sentence = WORDS_FOR_SCRIPTS["status.refused.1"].replace("{veld}", word("own_note_asked"))
    tab.has_text(status, sentence)
    tab.has_text(".fii-notitie [data-fii-room]", WORDS_FOR_SCRIPTS["mine.not-kept"])
    assert tab.evaluate(VALUE) == "Niet kwijt"
    tab.evaluate("Storage.prototype.setItem = window.takes")
    tab.type(".")
    tab.wait_until("([s, t]) => !document.querySelector(s).textContent.includes(t)", [status, sentence])
    tab.reload()
    ready(tab)
    assert tab.evaluate(VALUE) == "Niet kwijt."
    tab.close()


@pytest.mark.no_python
def test_a_long_note_is_kept_whole_or_not_at_all(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    unfolded(tab)
    longest = "é😀" * 5_000
    put(tab, longest)
    put(tab, longest + "x")
    tab.has_text(".fii-notitie [data-fii-room]", "1 teken te lang")
    assert tab.evaluate(VALUE) == longest + "x"
    put(tab, longest)
    tab.reload()
    ready(tab)
    assert tab.evaluate(VALUE) == longest
    assert json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))["answers"] == {}
    tab.close()


@pytest.mark.no_python
def test_another_tab_shows_the_note_and_forgets_it_with_the_dossier(shared: Shared, server: Server) -> None:
    browser = shared("chromium")
    tab, other = browser.tab(), browser.tab()
    for one in (tab, other):
        goto(one, f"{server.url}/{DOSSIER}")
    write(tab, SECRET)
    other.wait_until(f"(text) => {VALUE} === text", SECRET)
    see(other, "[data-fii-action=wipe]")
    other.click("[data-fii-action=wipe]")
    other.click("[data-fii-action=wipe-now]")
    tab.wait_until(f"() => {VALUE} === ''")  # also where somebody was typing
    tab.close()
    other.close()


@pytest.mark.no_python
def test_the_note_is_copied(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    write(tab, SECRET)
    tab.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    tab.click("[data-fii-own-note-copy]")
    tab.has_text("[data-fii-own-note-told]", WORDS_FOR_SCRIPTS["save.copied"])
    assert tab.evaluate("window.copied") == SECRET
    tab.close()
