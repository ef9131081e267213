"""What this browser does not keep: said where the reader is, with a file at once; asked before leaving; never wiped in one breath."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from fii_widgets.instrument.room import TEXT
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import as_file, dossier, see, visit
from tests.browser.served import Server

pytestmark = pytest.mark.no_python

expect.set_options(timeout=60_000)

DENIED = "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError') }})"
#: the browser refuses to make a file, as it does where it has no memory left
NO_FILE = "URL.createObjectURL = () => { throw new DOMException('geen ruimte', 'QuotaExceededError') }"
BAR = "[data-fii-bar]"
#: another tab that is busy with the same store: what the page writes has to wait until it lets go
HOLD_STORE = """async () => {
  const [{ name }] = await indexedDB.databases();
  const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (event) => done(event.target.result); });
  db.onversionchange = () => db.close();
  const store = db.transaction(db.objectStoreNames, 'readwrite').objectStore(db.objectStoreNames[0]);
  let isHeld = true;
  window.letGo = () => { isHeld = false; };
  const hold = () => { if (isHeld) store.count().onsuccess = hold; };
  hold();
}"""


@pytest.fixture
def context(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    made = chromium.new_context(base_url=server.url, accept_downloads=True, viewport={"width": 320, "height": 640})
    made.set_default_timeout(60_000)
    yield made
    made.close()


class Asked:
    """Counts how often the page asks before it goes; the reader stays."""

    def __init__(self, page: Page) -> None:
        self.times = 0
        page.on("dialog", self._stay)

    def _stay(self, dialog: Dialog) -> None:
        assert dialog.type == "beforeunload"
        self.times += 1
        dialog.dismiss()


def leave(page: Page) -> None:
    """Go to another page, and give the browser the time to ask."""
    page.evaluate("() => { location.href = '/leeswijzer/'; }")
    page.wait_for_timeout(700)


def test_a_blocked_store_is_told_in_view_with_a_file_and_asked_about(context: BrowserContext) -> None:
    context.add_init_script(DENIED)
    page = context.new_page()
    asked = Asked(page)
    visit(page, "/checklists/stoplicht-1/")
    expect(page.locator(BAR)).to_be_visible()
    page.locator("input[name='s1-09'][value='rood']").check()
    expect(page.locator(BAR)).to_be_in_viewport()
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().bottom") <= page.evaluate(
        "() => document.querySelector('[data-fii-bar]').getBoundingClientRect().top"
    )
    leave(page)
    assert asked.times == 1
    with page.expect_download() as file:
        page.locator("[data-fii-bar-save]").click()
    assert json.loads(Path(file.value.path()).read_text("utf-8"))["answers"]["s1-09"]["choice"] == "rood"
    expect(page.locator(f"{BAR} [role=status]").last).to_contain_text(file.value.suggested_filename)
    leave(page)  # all of it is in a file
    assert asked.times == 1


def test_a_page_on_which_nothing_was_given_does_not_ask(context: BrowserContext) -> None:
    context.add_init_script(DENIED)
    page = context.new_page()
    asked = Asked(page)
    visit(page, "/checklists/stoplicht-1/")
    page.locator("input[name='s1-01'][value='rood']").focus()
    leave(page)
    assert asked.times == 0


def test_a_store_that_works_has_no_bar_and_asks_nothing(context: BrowserContext) -> None:
    page = context.new_page()
    asked = Asked(page)
    visit(page, "/checklists/stoplicht-1/")
    page.locator("input[name='s1-01'][value='rood']").check()
    leave(page)
    assert asked.times == 0
    assert page.locator(BAR).count() == 0


def test_leaving_while_an_opened_file_is_on_its_way_to_the_store_is_asked_about(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    asked = Asked(page)
    visit(page, "/dossier/#stoplicht-1")
    page.locator("input[name='s1-01'][value='rood']").check()
    page.locator("[data-fii-file]").set_input_files(as_file(tmp_path, dossier({"s1-01": {"choice": "groen"}})))
    page.locator("[data-fii-preview]").wait_for()
    page.evaluate(HOLD_STORE)
    page.locator("[data-fii-action=apply]").click()
    expect(page.locator("input[name='s1-01'][value='groen']")).to_be_checked()
    leave(page)
    assert asked.times == 1
    page.evaluate("() => window.letGo()")
    expect(page.locator("[data-fii-status]").first).to_contain_text(WORDS_FOR_SCRIPTS["status.here"].split("{")[0])
    leave(page)
    assert asked.times == 1
    assert page.url.endswith("/leeswijzer/")


def test_after_a_save_that_failed_wiping_is_not_offered_in_the_same_breath(context: BrowserContext) -> None:
    context.add_init_script(NO_FILE)
    page = context.new_page()
    visit(page, "/dossier/#stoplicht-1")
    page.locator("input[name='s1-01'][value='rood']").check()
    page.locator("[data-fii-action=save]").click()
    failed = page.locator("[data-fii-save-failed]")
    said = WORDS_FOR_SCRIPTS["save.failed"].format(reden="geen ruimte")
    expect(failed.locator("[role=alert]")).to_have_text(said)
    tree = json.loads(failed.locator("textarea").input_value())
    assert tree["answers"]["s1-01"]["choice"] == "rood"

    look(page, "[data-fii-action=wipe]")
    page.locator("[data-fii-action=wipe]").click()
    dialog = page.locator("[data-fii-dialog=wipe]")
    expect(dialog.locator("[data-fii-save-failed]")).to_be_visible()
    expect(dialog.locator("[data-fii-action=wipe-now]")).to_be_hidden()
    page.evaluate("() => { URL.createObjectURL = undefined; }")
    dialog.locator("[data-fii-action=save-and-wipe]").click()
    expect(dialog.locator("[data-fii-action=wipe-now]")).to_be_hidden()
    dialog.locator("[data-fii-action=keep]").click()
    expect(page.locator(".fii-dossier__regel [data-fii-save-failed]")).to_be_visible()
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()

    page.locator("[data-fii-action=wipe]").click()
    dialog.get_by_label(WORDS_FOR_SCRIPTS["wipe.knowing"]).check()
    dialog.locator("[data-fii-action=wipe-now]").click()
    expect(page.locator("input[name='s1-01'][value='rood']")).not_to_be_checked()
    expect(page.locator("[data-fii-save-failed]")).to_have_count(0)
    page.locator("[data-fii-action=wipe]").click()  # the next one is as before
    expect(dialog.locator("[data-fii-action=wipe-now]")).to_be_visible()


def test_the_text_of_a_failed_save_opens_again_as_a_file(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    visit(page, "/dossier/#stoplicht-1")
    page.locator("input[name='s1-01'][value='rood']").check()
    page.evaluate(f"() => {{ {NO_FILE} }}")
    page.locator("[data-fii-action=save]").click()
    text = page.locator("[data-fii-all-text]").input_value()
    page.locator("input[name='s1-01'][value='groen']").check()
    page.locator("[data-fii-file]").set_input_files(as_file(tmp_path, text))
    page.locator("[data-fii-action=apply]").click()
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()


def look(page: Page, selector: str) -> None:
    see(ChromiumTab(page, Path()), selector)


def fill(page: Page, folder: Path, notes: int) -> None:
    """Open a dossier with this many notes of ten thousand characters, two bytes each."""
    visit(page, "/dossier/#stoplicht-1")
    answers = {f"vol-{number}": {"note": "é" * TEXT} for number in range(notes)}
    file = as_file(folder, json.dumps(dossier(answers, schema=3, actions={}), ensure_ascii=False))
    page.locator("[data-fii-file]").set_input_files(file)
    page.locator("[data-fii-action=apply]").click()


def test_a_dossier_that_is_nearly_full_says_so_and_what_to_do(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    fill(page, tmp_path, 165)
    said = WORDS_FOR_SCRIPTS["reminder.full"].split("{deel}")
    expect(page.locator("[data-fii-reminder]").first).to_contain_text(f"{said[0]}78{said[1]}")


def test_what_a_full_dossier_does_not_take_stays_in_its_field(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    fill(page, tmp_path, 209)  # a file has room for these, at its smallest, and for no other
    expect(page.locator("[data-fii-reminder]").first).to_contain_text("99 procent")
    note = page.locator("[name='s1-01.note']")
    look(page, "#stoplicht-1")
    page.locator("[data-fii-item=s1-01] [data-fii-note-toggle]").click()
    note.focus()
    page.keyboard.insert_text("é" * TEXT)
    page.keyboard.press("Tab")
    room = WORDS_FOR_SCRIPTS["refused.room"]
    expect(page.locator("[data-fii-room-told]")).to_have_text(room)
    expect(page.locator(BAR)).to_contain_text(room)
    page.locator("input[name='s1-02'][value='rood']").focus()
    expect(note).to_have_value("é" * TEXT)
    expect(note).to_have_attribute("aria-invalid", "true")
    note.focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("kort")
    page.keyboard.press("Tab")
    expect(note).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(BAR)).to_have_count(0)


def test_a_store_that_was_deleted_under_the_page_is_told_and_filled_again(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, "/checklists/stoplicht-1/")
    page.locator("input[name='s1-01'][value='rood']").check()
    saved = WORDS_FOR_SCRIPTS["status.here"].split("{")[0]
    expect(page.locator("[data-fii-status]").first).to_contain_text(saved)
    page.evaluate(
        """() => new Promise((done) => { const asked = indexedDB.deleteDatabase('fii-dossier:handboek-fii');
        asked.onsuccess = asked.onerror = asked.onblocked = () => done(); })"""
    )
    told = WORDS_FOR_SCRIPTS["status.restored"].split("{")[0]
    expect(page.locator("[data-fii-status]").first).to_contain_text(told)
    expect(page.locator("[data-fii-status]").first).to_contain_text(saved)
    page.reload()
    expect(page.locator("input[name='s1-01'][value='rood']")).to_be_checked()


def test_a_store_that_the_browser_closed_keeps_all_in_it_and_takes_more(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, "/checklists/stoplicht-1/")
    page.locator("input[name='s1-01'][value='rood']").check()
    saved = WORDS_FOR_SCRIPTS["status.here"].split("{")[0]
    status = page.locator("[data-fii-status]").first
    expect(status).to_contain_text(saved)
    inside = context.new_page()
    inside.goto("chrome://indexeddb-internals")
    inside.get_by_text("Force close").click()
    expect(inside.locator("body")).to_contain_text("Open connections: 0")
    page.locator("input[name='s1-02'][value='groen']").check()
    expect(status).to_contain_text(saved)
    expect(page.locator(BAR)).to_have_count(0)
    page.reload()
    for item, light in (("s1-01", "rood"), ("s1-02", "groen")):
        expect(page.locator(f"input[name='{item}'][value='{light}']")).to_be_checked()


UPGRADED = """() => new Promise((done, fail) => { const asked = indexedDB.open('fii-dossier:handboek-fii', 99);
  asked.onsuccess = () => { asked.result.close(); done(); }; asked.onerror = () => fail(asked.error); })"""


def test_a_store_that_a_newer_page_upgraded_is_told_and_what_comes_after_goes_into_a_file(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    visit(page, "/checklists/stoplicht-1/")
    page.locator("input[name='s1-01'][value='rood']").check()
    status = page.locator("[data-fii-status]").first
    expect(status).to_contain_text(WORDS_FOR_SCRIPTS["status.here"].split("{")[0])
    page.evaluate(UPGRADED)
    page.locator("input[name='s1-02'][value='groen']").check()
    expect(page.locator("main")).to_contain_text(WORDS_FOR_SCRIPTS["store.newer"])
    expect(page.locator(BAR)).to_be_visible()
    with page.expect_download() as given:
        page.locator(f"{BAR} button").first.click()
    answers = json.loads(given.value.path().read_text("utf-8"))["answers"]
    assert {id_: answer["choice"] for id_, answer in answers.items()} == {"s1-01": "rood", "s1-02": "groen"}


def test_what_nobody_can_read_in_the_store_stands_under_what_lapsed(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, "/checklists/stoplicht-1/")
    page.locator("input[name='s1-01'][value='rood']").check()
    expect(page.locator("[data-fii-status]").first).to_contain_text(WORDS_FOR_SCRIPTS["status.here"].split("{")[0])
    page.evaluate(
        """() => new Promise((done, fail) => { indexedDB.open('fii-dossier:handboek-fii').onsuccess = ({ target: { result } }) => {
        const tx = result.transaction('answers', 'readwrite');
        tx.objectStore('answers').put({ choice: 5, at: '<b>gisteren</b>' }, 's1-09');
        tx.oncomplete = () => { result.close(); done(); }; tx.onabort = () => fail(tx.error); }; })"""
    )
    visit(page, "/dossier/#bewaren")
    lapsed = page.locator("[data-fii-aside-list]")
    expect(lapsed).to_contain_text("answers/s1-09")
    assert "<b>gisteren</b>" in lapsed.locator("textarea").first.input_value()
    assert page.locator("[data-fii-lapsed] b").count() == 0
    see(ChromiumTab(page, Path()), "[data-fii-action=save]")
    with page.expect_download() as given:
        page.locator("[data-fii-action=save]").first.click()
    tree = json.loads(given.value.path().read_text("utf-8"))
    assert [one["where"] for one in tree["aside"]] == ["answers/s1-09"]
    assert list(tree["answers"]) == ["s1-01"]
