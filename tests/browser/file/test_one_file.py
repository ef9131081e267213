"""One file that is written again and again; handing over; the end of a traject. Chromium: no other browser writes in a file.

The files are real ones of the browser's own file system (OPFS), given by a picker of ours: no test can press in the
browser's picker. Not tried here: that picker, the browser's question for permission, and a disk outside the browser.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place
from tests.browser.handbook import visit
from tests.browser.served import Server

pytestmark = pytest.mark.no_python

expect.set_options(timeout=60_000)

#: gives a real file, under the name that the page offers or one that the test wants
PICKER = """
  window.picked = 0;
  window.showSaveFilePicker = async ({ suggestedName }) => {
    window.picked += 1;
    if (window.pickerFails) throw new DOMException('x', window.pickerFails);
    const root = await navigator.storage.getDirectory();
    return root.getFileHandle(window.pickedName ?? suggestedName, { create: true });
  };
"""
READ = (
    """async (name) => (await (await (await navigator.storage.getDirectory()).getFileHandle(name)).getFile()).text()"""
)
OTHER_WRITES = """async (name) => {
  const stream = await (await (await navigator.storage.getDirectory()).getFileHandle(name)).createWritable();
  await stream.write('van een ander');
  await stream.close();
}"""
GONE = "async (name) => (await navigator.storage.getDirectory()).removeEntry(name)"
FULL = """() => { FileSystemWritableFileStream.prototype.close = async function () {
  await this.abort(); throw new DOMException('x', 'QuotaExceededError'); } }"""
NAME = "De Wissel.json"
SAVE = "[data-fii-action=save]"
FAILED = "[data-fii-save-failed]"


@pytest.fixture
def context(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    made = chromium.new_context(base_url=server.url, accept_downloads=True, viewport={"width": 1280, "height": 800})
    made.set_default_timeout(60_000)
    made.add_init_script(PICKER)
    yield made
    made.close()


def begun(context: BrowserContext, view: str = "#bewaren") -> Page:
    page = context.new_page()
    visit(page, f"/dossier/{view}")
    return page


def light(page: Page, item: str, colour: str) -> None:
    page.goto(page.url.split("#")[0] + "#stoplicht-1")
    page.locator(f"#d-{item} input[value='{colour}'], input[name='{item}'][value='{colour}']").first.check()
    expect(page.locator("[data-fii-status]").first).to_contain_text("Opgeslagen in deze browser")


def chosen(page: Page) -> None:
    """The reader chooses a file, and it is written."""
    page.evaluate("(name) => { window.pickedName = name; }", NAME)
    page.goto(page.url.split("#")[0] + "#bewaren")
    page.locator("[data-fii-action=choose-file]").click()
    expect(page.locator("[data-fii-progress]").first).to_contain_text(f"uw vaste bestand: {NAME}")


def in_file(page: Page) -> dict[str, str]:
    found = json.loads(page.evaluate(READ, NAME))["answers"]
    return {item: answer["choice"] for item, answer in found.items()}


def test_the_dossier_goes_into_the_same_file_again_and_the_page_says_where(context: BrowserContext) -> None:
    page = begun(context)
    light(page, "s1-01", "rood")
    chosen(page)
    assert in_file(page) == {"s1-01": "rood"}
    newest = page.locator("[data-fii-newest]")
    expect(newest).to_contain_text(f"Laatste bestand: {NAME}")
    expect(newest).to_contain_text("schrijft in uw vaste bestand")
    light(page, "s1-02", "groen")
    page.goto(page.url.split("#")[0] + "#bewaren")
    expect(newest).to_contain_text("is hier 1 ding veranderd")
    page.locator(SAVE).click()
    expect(newest).to_contain_text(WORDS_FOR_SCRIPTS["newest.same"])
    assert in_file(page) == {"s1-01": "rood", "s1-02": "groen"}
    assert page.evaluate("window.picked") == 1

    page.reload()  # the page forgot which file; the browser knows that the reader works this way
    expect(newest).to_contain_text("vraagt de eerste keer")
    page.locator("[data-fii-action=as-download]").click()
    expect(newest).to_contain_text(WORDS_FOR_SCRIPTS["newest.download"])
    expect(page.locator("[data-fii-action=choose-file]")).to_be_focused()
    with page.expect_download():
        page.locator(SAVE).click()
    assert page.evaluate("window.picked") == 0


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (GONE, "save.gone"),
        (OTHER_WRITES, "save.changed"),
        (FULL, "save.disk-full"),
    ],
)
def test_what_cannot_be_written_is_told_and_a_download_is_one_press_away(
    trouble: str, told: str, context: BrowserContext, tmp_path: Path
) -> None:
    page = begun(context)
    light(page, "s1-01", "rood")
    chosen(page)
    light(page, "s1-02", "groen")
    page.evaluate(trouble, NAME)
    page.locator(SAVE).click()
    failed = page.locator(FAILED)
    expect(failed).to_contain_text(WORDS_FOR_SCRIPTS[told])
    page.goto(page.url.split("#")[0] + "#bewaren")
    expect(page.locator("[data-fii-newest]")).to_contain_text(
        "is hier 1 ding veranderd"
    )  # no mark of a file that is not there
    with page.expect_download() as waiting:
        failed.locator("[data-fii-save-download]").click()
    file = tmp_path / "dossier.json"
    waiting.value.save_as(file)
    assert set(json.loads(file.read_text("utf-8"))["answers"]) == {"s1-01", "s1-02"}
    expect(failed).to_have_count(0)
    expect(page.locator(SAVE)).to_be_focused()
    if told == "save.changed":
        assert page.evaluate(READ, NAME) == "van een ander"


def test_a_picker_that_is_closed_saves_nothing_and_one_that_is_forbidden_gives_a_download(
    context: BrowserContext,
) -> None:
    page = begun(context)
    light(page, "s1-01", "rood")
    page.goto(page.url.split("#")[0] + "#bewaren")
    page.evaluate("window.pickerFails = 'AbortError'")
    page.locator("[data-fii-action=choose-file]").click()
    expect(page.locator(FAILED)).to_contain_text(WORDS_FOR_SCRIPTS["save.not-chosen"])
    expect(page.locator("[data-fii-newest]")).to_contain_text(WORDS_FOR_SCRIPTS["newest.none"])
    page.evaluate("window.pickerFails = 'SecurityError'")
    with page.expect_download():
        page.locator("[data-fii-save-choose]").click()
    expect(page.locator("[data-fii-progress]").first).to_contain_text(WORDS_FOR_SCRIPTS["save.no-choice"])


def test_wiping_waits_when_the_chosen_file_was_not_written(context: BrowserContext) -> None:
    page = begun(context)
    light(page, "s1-01", "rood")
    chosen(page)
    page.evaluate(GONE, NAME)
    page.locator("[data-fii-action=wipe]").click()
    page.locator("[data-fii-action=save-and-wipe]").click()
    dialog = page.locator("[data-fii-dialog=wipe]")
    expect(dialog.locator(FAILED)).to_contain_text(WORDS_FOR_SCRIPTS["save.gone"])
    expect(dialog.locator("[data-fii-action=wipe-now]")).to_be_hidden()
    with page.expect_download():
        dialog.locator("[data-fii-save-download]").click()
    expect(dialog.locator("[data-fii-action=wipe-now]")).to_be_visible()


def test_a_browser_without_it_offers_downloads_only(chromium: Browser, server: Server) -> None:
    context = chromium.new_context(base_url=server.url, accept_downloads=True)
    context.add_init_script("delete window.showSaveFilePicker")
    page = begun(context)
    expect(page.locator("[data-fii-newest]")).to_contain_text(WORDS_FOR_SCRIPTS["newest.download"])
    expect(page.locator("[data-fii-action=choose-file]")).to_be_hidden()
    context.close()


def test_a_name_that_should_not_be_there_leaves_the_history_too(context: BrowserContext) -> None:
    page = begun(context, "#acties")
    page.evaluate(
        """() => new Promise((done) => { const asked = indexedDB.open('fii-dossier:handboek-fii'); asked.onsuccess = () => {
        const tx = asked.result.transaction('registers', 'readwrite');
        const said = { at: '2026-01-01T09:00:00.000Z', text: 'Bel Jan Jansen', state: 'open', removed: true };
        tx.objectStore('registers').put(said, 'actions/a-1'); tx.oncomplete = () => { asked.result.close(); done(); }; }; })"""
    )
    page.goto("about:blank")
    visit(page, "/dossier/#verloop")
    box = page.locator("[data-fii-removed-box]")
    box.locator("summary").click()
    box.get_by_role("button", name="Verwijder ook uit de geschiedenis").click()
    expect(box.get_by_role("button", name="Laat staan")).to_be_focused()  # the one that changes nothing
    box.get_by_role("button", name="Laat staan").click()
    expect(box).to_contain_text("Bel Jan Jansen")
    box.get_by_role("button", name="Verwijder ook uit de geschiedenis").click()
    box.locator("[data-fii-forget]").click()
    expect(box).to_be_hidden()
    expect(page.get_by_text(WORDS_FOR_SCRIPTS["removed.done"])).to_be_visible()
    expect(page.locator("[data-fii-forget-back] button")).to_be_focused()  # until the page is left it can be put back
    with page.expect_download() as waiting:
        page.locator(SAVE).click()
    assert "Jansen" not in waiting.value.path().read_text("utf-8")


#: a disk in the page: from a folder Chromium gives no file system of its own
DISK = """
  window.onDisk = '';
  window.showSaveFilePicker = async () => ({
    name: 'De Wissel.json',
    getFile: async () => new File([window.onDisk], 'De Wissel.json', { lastModified: window.onDisk.length }),
    createWritable: async () => {
      let text = '';
      return { write: async (more) => void (text += more), close: async () => void (window.onDisk = text), abort: async () => undefined };
    },
  });
"""


def test_it_holds_from_a_folder_too(chromium: Browser, offline_copy_place: Place) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    page = context.new_page()
    visit(page, offline_copy_place.url("dossier/", "#bewaren"))
    assert page.evaluate("typeof showSaveFilePicker") == "function"  # Chromium's own
    page.evaluate(f"() => {{ {DISK} }}")
    light(page, "s1-01", "rood")
    chosen(page)
    light(page, "s1-02", "groen")
    page.locator(SAVE).click()
    page.goto(page.url.split("#")[0] + "#bewaren")
    expect(page.locator("[data-fii-newest]")).to_contain_text(WORDS_FOR_SCRIPTS["newest.same"])
    assert set(json.loads(page.evaluate("window.onDisk"))["answers"]) == {"s1-01", "s1-02"}
    context.close()


def test_a_traject_ends_with_a_last_file_and_is_found_again_as_finished(context: BrowserContext) -> None:
    page = begun(context)
    page.locator("[data-fii-dossier-name]").fill("De Wissel")
    light(page, "s1-01", "rood")
    page.goto(page.url.split("#")[0] + "#bewaren")
    page.locator("[data-fii-action=finish]").click()
    expect(page.locator("[data-fii-finish-alert]")).to_have_text(WORDS_FOR_SCRIPTS["finish.no-file"])
    with page.expect_download():
        page.locator(SAVE).click()
    page.locator("[data-fii-action=finish]").click()
    notice = page.locator("[data-fii-finished]")
    expect(notice).to_contain_text("Dit traject is afgerond")
    expect(page.locator("[data-fii-finished-text]")).to_be_focused()

    page.goto(page.url.split("#")[0] + "#stoplicht-1")
    green = page.locator("input[name='s1-01'][value='groen']").first
    green.dispatch_event("click")
    expect(page.locator("input[name='s1-01'][value='rood']").first).to_be_checked()  # what is seen is what is kept
    expect(page.locator("[data-fii-bar]")).to_contain_text(WORDS_FOR_SCRIPTS["refused.finished"])
    page.reload()
    expect(page.locator("input[name='s1-01'][value='rood']").first).to_be_checked()

    page.goto(page.url.split("#")[0] + "#bewaren")
    page.locator("[data-fii-action=new-dossier]").click()
    expect(page.locator("[data-fii-dossier-list]")).to_contain_text("Ga naar ‘De Wissel’ (afgerond)")
    expect(notice).to_be_hidden()
    page.locator("[data-fii-dossier-list] button").click()
    expect(notice).to_be_visible()
    page.locator("[data-fii-action=go-on]").click()
    expect(notice).to_be_hidden()
    page.goto(page.url.split("#")[0] + "#stoplicht-1")
    green.check()
    expect(page.locator("[data-fii-status]").first).to_contain_text("Opgeslagen")
    page.reload()
    expect(green).to_be_checked()
