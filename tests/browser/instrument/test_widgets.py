"""The widgets in a real Chromium over http: order and state, never seconds."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import impatient, records, see, visit
from tests.browser.served import Server

expect.set_options(timeout=60_000)

STOPLICHT = "/checklists/stoplicht-1/"
ITEM = "#stoplicht-1 [data-fii-item=s1-01]"


@pytest.fixture
def context(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    made = chromium.new_context(base_url=server.url, accept_downloads=True)
    made.set_default_timeout(60_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    made = context.new_page()
    made.on("pageerror", lambda error: pytest.fail(str(error)))
    return made


def starts_with(key: str) -> re.Pattern[str]:
    """Match the Dutch sentence of a key up to its first blank."""
    return re.compile(
        re.escape(re.split(r"\{\w+\}", WORDS_FOR_SCRIPTS[key])[0] or re.split(r"\{\w+\}", WORDS_FOR_SCRIPTS[key])[1])
    )


def choose(page: Page, item: str, choice: str) -> None:
    page.locator(f"input[name='{item}'][value='{choice}']").check()


def saved(page: Page) -> None:
    expect(page.locator("[data-fii-status]").first).to_have_text(starts_with("status.here"))


def test_reads_no_python_where_nothing_is_filled_in(page: Page, server: Server) -> None:
    visit(page, STOPLICHT)
    page.wait_for_timeout(1500)
    assert server.runtime() == []


def test_tells_once_for_each_change(page: Page) -> None:
    visit(page, STOPLICHT)
    choose(page, "s1-01", "groen")
    expect(page.locator("[data-fii-summary] .fii-lead")).to_be_visible()
    page.evaluate(
        """() => { window.heard = [];
        for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]'))
          new MutationObserver(() => region.textContent.trim() && window.heard.push(region.textContent))
            .observe(region, {childList: true, characterData: true, subtree: true}); }"""
    )
    outcomes = ("1 punt staat op oranje.", "2 punten staan op oranje.")
    told = [WORDS_FOR_SCRIPTS["told.kept-summary"].replace("{uitkomst}", one) for one in outcomes]
    for item, sentence in zip(("s1-02", "s1-03"), told, strict=True):
        choose(page, item, "oranje")
        expect(page.locator("[data-fii-progress]")).to_have_text(sentence)
    assert page.evaluate("window.heard") == told
    assert page.evaluate("document.activeElement.name") == "s1-03"


@pytest.mark.no_python
def test_keeps_a_note_that_is_being_typed_when_the_page_goes(page: Page) -> None:
    visit(page, STOPLICHT)
    expect(page.locator("[data-fii-status]")).to_have_text(WORDS_FOR_SCRIPTS["status.empty"])
    page.locator("[data-fii-item=s1-01] [data-fii-note-toggle]").click()
    page.locator("[name='s1-01.note']").press_sequentially("nog niet af")
    visit(page, "/dossier/")
    visit(page, STOPLICHT)
    expect(page.locator("[name='s1-01.note']")).to_have_value("nog niet af")
    expect(page.locator("[name='s1-01.note']")).to_be_visible()
    page.locator("[name='s1-01.note']").press_sequentially("!")
    page.go_back()
    page.go_forward()
    expect(page.locator("[name='s1-01.note']")).to_have_value("nog niet af!")


def test_saves_wipes_opens_and_undoes(page: Page, tmp_path: Path) -> None:
    visit(page, "/dossier/#stoplicht-1")
    choose(page, "s1-01", "rood")
    page.locator("[data-fii-item=s1-01] [data-fii-note-toggle]").click()
    page.locator("[name='s1-01.note']").fill("<img src=x onerror=alert(1)>")
    with page.expect_download() as download:
        page.locator("[data-fii-action=save]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert re.fullmatch(r"dossier-fii-\d{4}-\d\d-\d\d\.json", file.name)
    answers = json.loads(file.read_text("utf-8"))["answers"]
    assert answers["s1-01"]["note"] == "<img src=x onerror=alert(1)>"
    expect(page.locator("[data-fii-status]").first).to_have_text(starts_with("status.here"))

    see(ChromiumTab(page, tmp_path), "[data-fii-action=wipe]")
    page.locator("[data-fii-action=wipe]").click()
    page.locator("[data-fii-action=keep]").click()
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()
    page.locator("[data-fii-action=wipe]").click()
    with page.expect_download() as last:
        page.locator("[data-fii-action=save-and-wipe]").click()
    told = WORDS_FOR_SCRIPTS["save.done"].replace("{bestand}", last.value.suggested_filename)
    expect(page.locator("dialog[open] [data-fii-told]")).to_have_text(told)
    assert json.loads(Path(last.value.path()).read_text("utf-8"))["answers"] == answers
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()  # nothing goes before the file is there
    page.locator("[data-fii-action=wipe-now]").click()
    expect(page.locator("input[name='s1-01']:checked")).to_have_count(0)
    assert records(ChromiumTab(page, tmp_path)) == 0

    see(ChromiumTab(page, tmp_path), "#stoplicht-1")
    choose(page, "s1-02", "groen")
    saved(page)
    page.locator("[data-fii-file]").set_input_files(file)
    expect(page.locator("[data-fii-preview-changes] li")).to_have_count(2)
    expect(page.locator("input[name='s1-01']:checked")).to_have_count(0)
    page.locator("[data-fii-action=apply]").click()
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()
    expect(page.locator("input[name='s1-02']:checked")).to_have_count(0)
    see(ChromiumTab(page, tmp_path), "[data-fii-overview]")
    expect(page.locator("[data-fii-overview]")).to_contain_text("1 punt staat op rood")

    visit(page, "/dossier/#stoplicht-1")
    page.locator("[data-fii-action=undo]").click()
    expect(page.locator("input[name='s1-02'][value='groen']")).to_be_checked()
    expect(page.locator("input[name='s1-01']:checked")).to_have_count(0)
    expect(page.locator("[data-fii-action=undo]")).to_be_hidden()
    page.reload()
    expect(page.locator("input[name='s1-02'][value='groen']")).to_be_checked()


@pytest.mark.no_python
def test_reminds_of_what_stands_a_week_in_this_browser_only(page: Page) -> None:
    status, reminder = (
        page.locator(f"[data-fii-widget=dossier] [data-fii-{name}]").first for name in ("status", "reminder")
    )

    def on(day: int) -> None:
        page.clock.set_fixed_time(f"2026-11-{day:02}T12:00:00")
        page.reload()
        expect(status).to_have_text(starts_with("status.here-day"))

    page.clock.set_fixed_time("2026-11-02T12:00:00")
    visit(page, "/dossier/#stoplicht-1")
    choose(page, "s1-01", "rood")
    saved(page)
    expect(reminder).to_be_empty()
    on(8)
    expect(status).to_contain_text(WORDS_FOR_SCRIPTS["status.no-file"])
    expect(reminder).to_be_empty()
    on(9)
    expect(reminder).to_have_text(WORDS_FOR_SCRIPTS["reminder.days.n"].replace("{aantal}", "7"))
    with page.expect_download():
        page.locator("[data-fii-action=save]").click()
    expect(reminder).to_be_empty()
    on(19)
    expect(status).to_contain_text(WORDS_FOR_SCRIPTS["status.file"].replace("{geleden}", "10 dagen geleden"))
    expect(reminder).to_be_empty()  # nothing changed after that file


BROKEN_STORES = {
    "absent": "Object.defineProperty(window, 'indexedDB', {value: undefined})",
    "denied": "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError') }})",
    "blocked": "IDBFactory.prototype.open = function () { const r = {}; setTimeout(() => r.onblocked()); return r }",
    "silent": "IDBFactory.prototype.open = function () { return {} }",
    "newer": "IDBFactory.prototype.open = function () { const r = {error: new DOMException('v', 'VersionError')}; setTimeout(() => r.onerror()); return r }",
}


#: ends the page's patience with a store that does not answer
IMPATIENT = impatient(5_000, 1_500)


@pytest.mark.no_python
@pytest.mark.parametrize("code", BROKEN_STORES)
def test_says_that_the_browser_does_not_keep_it(context: BrowserContext, code: str) -> None:
    context.add_init_script(IMPATIENT + BROKEN_STORES[code])
    page = context.new_page()
    visit(page, "/dossier/#stoplicht-1")
    choose(page, "s1-01", "rood")
    expect(page.locator("[data-fii-alert]").filter(has_text=WORDS_FOR_SCRIPTS[f"store.{code}"])).to_have_count(1)
    expect(page.locator("[data-fii-status]").first).to_have_text(starts_with("status.not-kept"))
    with page.expect_download() as download:
        page.locator("[data-fii-action=save]").click()
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["answers"]["s1-01"]["choice"] == "rood"


@pytest.mark.no_python
def test_what_a_slow_store_did_not_keep_is_brought_again(context: BrowserContext) -> None:
    context.add_init_script(
        IMPATIENT
        + """const real = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...asked) { return window.answers ? real.apply(this, asked) : {} }"""
    )
    page = context.new_page()
    visit(page, "/dossier/#stoplicht-1")
    choose(page, "s1-01", "rood")
    alert = page.locator("[data-fii-alert]").filter(has_text=WORDS_FOR_SCRIPTS["store.silent"])
    expect(alert).to_have_count(1)
    page.evaluate("window.answers = true")
    saved(page)  # nobody touched the form again
    expect(alert).to_have_count(0)
    page.add_init_script("window.answers = true")
    page.reload()
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()


@pytest.mark.no_python
def test_a_full_store_says_so_and_the_next_good_write_brings_all(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    # Before the page opens its store: a browser that found room once does not look again for a while.
    quota = context.new_cdp_session(page)
    quota.send("Storage.overrideQuotaForOrigin", {"origin": server.url, "quotaSize": 1000})
    visit(page, "/dossier/#stoplicht-1")
    expect(page.locator("#stoplicht-1 [data-fii-status]")).not_to_be_empty()  # the instrument is wired
    page.locator("[data-fii-item=s1-01] [data-fii-note-toggle]").click()
    page.locator("[name='s1-01.note']").fill("lang " * 400)
    choose(page, "s1-01", "rood")
    alert = page.locator("[data-fii-alert]").filter(has_text=WORDS_FOR_SCRIPTS["store.full"])
    expect(alert).to_have_count(1)
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()
    quota.send("Storage.overrideQuotaForOrigin", {"origin": server.url})
    choose(page, "s1-03", "oranje")
    saved(page)
    expect(alert).to_have_count(0)
    page.reload()
    for item, choice in (("s1-01", "rood"), ("s1-03", "oranje")):
        expect(page.locator(f"input[name='{item}'][value='{choice}']")).to_be_checked()
