"""Nothing is cut or lost in silence: fields that hold too much, dates that are none. Real pastes in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from fii_widgets.instrument.room import LINE, NAME, OWN_ITEM, SESSION, TEXT
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import as_file, dossier, goto, see, visit
from tests.browser.served import Server

pytestmark = pytest.mark.no_python

expect.set_options(timeout=60_000)

KEPT = """() => new Promise((done) => { const open = indexedDB.open('fii-dossier:handboek-fii'); open.onsuccess = () => {
  const tx = open.result.transaction(['answers', 'registers']); const found = {};
  for (const name of ['answers', 'registers']) tx.objectStore(name).openCursor().onsuccess = ({target}) => {
    const at = target.result; if (at) { found[at.key] = at.value; at.continue(); } };
  tx.oncomplete = () => { open.result.close(); done(found); }; }; })"""


@pytest.fixture
def context(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    made = chromium.new_context(base_url=server.url, accept_downloads=True)
    made.set_default_timeout(60_000)
    made.grant_permissions(["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    made = context.new_page()
    made.on("pageerror", lambda error: pytest.fail(str(error)))
    return made


def paste(page: Page, selector: str, text: str) -> None:
    """Put a text on the clipboard and press the keys: what a reader does."""
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.locator(selector).focus()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+V")


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(KEPT)
    return found


def saved(page: Page) -> None:
    expect(page.locator("[data-fii-status]").first).to_contain_text(WORDS_FOR_SCRIPTS["status.here"].split("{")[0])


def beside(page: Page, selector: str) -> str:
    """What the field's own description says, as it is read aloud."""
    found: str = page.evaluate(
        """(selector) => (document.querySelector(selector).getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
        .map((id) => document.getElementById(id).textContent).join(' ')""",
        selector,
    )
    return found


def refused(page: Page, selector: str, many: int, room: str) -> None:
    """The field is said to hold too much, beside it, aloud, and in the line about saving."""
    said = WORDS_FOR_SCRIPTS["field.over.n"].replace("{aantal}", str(many)).replace("{ruimte}", room)
    expect(page.locator(selector)).to_have_attribute("aria-invalid", "true")
    assert said in beside(page, selector)
    expect(page.locator("[data-fii-room-told]")).to_have_text(said)


NOTE = "[name='s1-01.note']"


def open_note(page: Page) -> None:
    page.locator("[data-fii-item=s1-01] [data-fii-note-toggle]").click()


def test_a_note_has_room_for_ten_thousand_signs_and_keeps_what_is_more_on_the_page(page: Page) -> None:
    visit(page, "/checklists/stoplicht-1/")
    open_note(page)
    paste(page, NOTE, "x" * (TEXT * 9 // 10))
    assert beside(page, NOTE) == ""
    paste(page, NOTE, "x")
    assert beside(page, NOTE) == "Nog 999 tekens."
    page.locator(NOTE).fill("")
    paste(page, NOTE, "😀" * TEXT)  # characters, not their halves
    page.keyboard.press("Tab")
    saved(page)
    assert kept(page)["s1-01"]["note"] == "😀" * TEXT
    assert beside(page, NOTE) == "Nog 0 tekens."

    paste(page, NOTE, "staart" * 2)
    assert page.locator(NOTE).input_value() == "😀" * TEXT + "staart" * 2
    refused(page, NOTE, 12, "10.000")
    page.keyboard.press("Tab")
    expect(page.locator("[data-fii-status]").first).to_contain_text("Niet opgeslagen: het veld ‘Notitie bij punt 1’")
    page.locator("input[name='s1-02'][value='rood']").check()  # another answer is kept, and takes nothing along
    saved(page)
    assert kept(page)["s1-01"]["note"] == "😀" * TEXT
    assert page.locator(NOTE).input_value() == "😀" * TEXT + "staart" * 2

    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("a.fii-link-dossier").click()
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.locator(NOTE).input_value().endswith("staart")

    page.locator(NOTE).focus()
    page.keyboard.press("Control+End")
    for _ in range(12):
        page.keyboard.press("Backspace")
    expect(page.locator(NOTE)).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-fii-room-told]")).to_contain_text(WORDS_FOR_SCRIPTS["field.fits"])
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    page.reload()
    open_note(page)
    expect(page.locator(NOTE)).to_have_value("😀" * TEXT)


def test_every_kind_of_field_keeps_what_does_not_fit_and_says_so(page: Page) -> None:
    """One line, a name, a topic, a decision, an own item, a dossier's name: what was kept stays, what is typed too."""
    visit(page, "/dossier/#overleg")
    page.locator("input[name='overleg.fase'][value='1']").check()
    page.locator("[data-fii-action=start-meeting]").click()
    for field, room in (
        ("[data-fii-topics] [data-fii-part=text]", TEXT),
        ("[data-fii-decisions] textarea", TEXT),
        ("[data-fii-actions] textarea", TEXT),
        ("[data-fii-actions] [data-fii-part=owner]", NAME),
        ("[data-fii-dossier-name]", NAME),
    ):
        see(ChromiumTab(page, Path()), field.split()[0])
        if "topics" in field:
            page.locator("[data-fii-action=add-topic]").click()
        if "decisions" in field:
            page.locator("[data-fii-action=add-decision]").click()
        if "actions] textarea" in field:
            page.locator("[data-fii-action=add-action]").click()
        page.locator(field).focus()
        page.keyboard.insert_text("past")
        page.keyboard.press("Tab")
        paste(page, field, "é" * room)
        page.keyboard.press("Tab")
        assert page.locator(field).input_value() == "past" + "é" * room, field
        refused(page, field, 4, f"{room:,}".replace(",", "."))
    saved(page)
    texts = [text for value in kept(page).values() for text in value.values() if isinstance(text, str)]
    assert not [text for text in texts if "é" in text]
    assert texts.count("past") == 5

    # an action that moves to another list takes its text along
    see(ChromiumTab(page, Path()), "[data-fii-actions]")
    page.locator("[data-fii-actions] select[data-fii-part=state]").select_option("klaar")
    page.locator("[data-fii-done] summary").click()
    moved = "[data-fii-actions-done] textarea"
    assert page.locator(moved).input_value() == "past" + "é" * TEXT
    expect(page.locator(moved)).to_have_attribute("aria-invalid", "true")
    with page.expect_download() as file:
        page.locator("[data-fii-action=save]").click()
    tree = json.loads(Path(file.value.path()).read_text("utf-8"))
    assert [one["text"] for one in tree["actions"].values()] == ["past"]
    expect(page.locator(".fii-dossier > * [data-fii-progress]").first).to_contain_text("velden staat er niet in")


def test_a_line_takes_line_breaks_as_blanks_and_signs_that_are_none_are_named(page: Page) -> None:
    visit(page, "/checklists/gereedheid/")
    line = "[name='g-kandidaat.note']"
    paste(page, line, "Wijkteam\nZuid")
    page.keyboard.press("Tab")
    saved(page)
    assert kept(page)["g-kandidaat"]["note"] == "Wijkteam Zuid"
    paste(page, line, "\x01\x02 en Noord")
    assert page.locator(line).input_value() == "Wijkteam Zuid en Noord"
    assert beside(page, line).startswith("2 onzichtbare tekens zijn weggelaten.")
    paste(page, line, "x" * LINE)
    refused(page, line, len("Wijkteam Zuid en Noord"), str(LINE))


def test_an_own_item_that_is_too_long_is_not_added_and_stays(page: Page) -> None:
    visit(page, "/checklists/stoplicht-1/")
    page.locator("[data-fii-own-edit]").click()
    adding = "#own-stoplicht-1-s1-kaders"
    paste(page, adding, "a" * (OWN_ITEM + 1))
    page.locator(f".fii-own-tools--add:has({adding}) button").click()
    page.locator("[data-fii-own-edit]").click()
    assert page.locator(adding).input_value() == "a" * (OWN_ITEM + 1)  # closing would have taken it away
    page.keyboard.press("Backspace")
    page.locator(f".fii-own-tools--add:has({adding}) button").click()
    saved(page)
    assert "a" * OWN_ITEM in [value.get("note") for value in kept(page).values()]


def test_a_session_keeps_what_fits_in_a_link(page: Page) -> None:
    visit(page, "/trainers/")
    title = "[data-fii-part=title]"
    page.locator(title).focus()
    page.keyboard.insert_text("Kort")
    paste(page, title, "é" * SESSION["title"])
    refused(page, title, 4, str(SESSION["title"]))
    paste(page, "[data-fii-part=minutes]", "90 tot 120 minuten")
    assert beside(page, "[data-fii-part=minutes]") == WORDS_FOR_SCRIPTS["field.digits"]
    expect(page.locator("[data-fii-sheet-title]")).to_contain_text("Kort")
    page.fill("[data-fii-part=minutes]", "-5")
    assert beside(page, "[data-fii-part=minutes]") == WORDS_FOR_SCRIPTS["field.digits"]
    assert page.locator("[data-fii-part=minutes]").input_value() == "-5"
    assert "5" not in page.locator("[data-fii-sheet-minutes]").inner_text()  # a number that nobody wrote
    assert "é" not in page.locator("[data-fii-sheet-title]").inner_text()


DUE = "[data-fii-actions] input[data-fii-part=due]"


def action(page: Page) -> None:
    visit(page, "/dossier/#acties")
    page.locator("[data-fii-action=add-action]").click()


def type_day(page: Page, digits: str) -> None:
    page.locator(DUE).focus()
    page.keyboard.type(digits)


def due(page: Page) -> str:
    found = [value["due"] for path, value in kept(page).items() if path.startswith("actions/")]
    return str(found[0])


def test_a_date_that_is_none_is_told_and_the_last_good_one_stays(page: Page) -> None:
    """This browser asks month, day, year: a Dutch date typed in it goes wrong."""
    action(page)
    type_day(page, "11282026")
    saved(page)
    assert due(page) == "2026-11-28"
    expect(page.locator("[data-fii-actions] [data-fii-room]")).to_contain_text("Dat is zaterdag 28 november 2026.")

    year = WORDS_FOR_SCRIPTS["field.year"].format(van=1900, tot=2100)
    for digits, value in (("2811202666", "2666-02-08"), ("11280026", "0026-11-28")):
        page.locator(DUE).blur()
        type_day(page, digits)
        page.keyboard.press("Tab")  # to the button of the calendar
        page.keyboard.press("Tab")
        assert page.locator(DUE).input_value() == value
        expect(page.locator(DUE)).to_have_attribute("aria-invalid", "true")
        assert beside(page, DUE) == year
        expect(page.locator("[data-fii-room-told]")).to_have_text(year)
        saved(page)
        assert due(page) == "2026-11-28"  # not one of the dates that were passed on the way
        expect(page.locator("[data-fii-status]").first).to_contain_text(
            "Niet opgeslagen: het veld ‘Klaar op (nummer 1)’"
        )
    type_day(page, "12012026")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(DUE)).not_to_have_attribute("aria-invalid", "true")
    saved(page)
    assert due(page) == "2026-12-01"


def test_a_date_of_an_instrument_is_judged_alike(page: Page) -> None:
    visit(page, "/checklists/borging/")
    field = page.locator("[name='bo-13.note']")
    for digits in ("11282026", "2811202666"):
        field.focus()
        page.keyboard.type(digits)
        page.wait_for_timeout(400)  # longer than a note waits before it is kept
        field.blur()
        saved(page)
    expect(field).to_have_attribute("aria-invalid", "true")
    assert field.input_value() == "2666-02-08"
    page.locator("input[name='bo-12'][value='ja']").check()
    saved(page)
    assert kept(page)["bo-13"]["note"] == "2026-11-28"


def test_half_a_date_is_told_when_the_field_is_left(page: Page) -> None:
    action(page)
    type_day(page, "1128")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    half = WORDS_FOR_SCRIPTS["field.day"].format(van=1900, tot=2100)
    expect(page.locator("[data-fii-room-told]")).to_have_text(half)
    assert beside(page, DUE) == half
    assert due(page) == ""


def test_a_text_that_stands_where_a_date_is_asked_is_shown_and_stays(page: Page, tmp_path: Path) -> None:
    visit(page, "/dossier/#borging")
    page.locator("[data-fii-file]").set_input_files(as_file(tmp_path, dossier({"bo-13": {"note": "najaar 2026"}})))
    page.locator("[data-fii-action=apply]").click()
    saved(page)
    field = "[name='bo-13.note']"
    assert beside(page, field).endswith(WORDS_FOR_SCRIPTS["field.no-date"].format(tekst="najaar 2026"))
    page.locator(field).focus()
    page.keyboard.press("Tab")
    see(ChromiumTab(page, tmp_path), "#borging")
    page.locator("input[name='bo-12'][value='ja']").check()
    saved(page)
    assert kept(page)["bo-13"]["note"] == "najaar 2026"


def test_firefox_tells_a_date_that_is_none(shared: Shared, server: Server) -> None:
    tab = shared("firefox").tab()
    goto(tab, Place("http", server.url).url("dossier/", "#acties"))
    tab.click("[data-fii-action=add-action]")
    for digits, said in (
        ("11282026", "Dat is zaterdag 28 november 2026."),
        ("2811202666", WORDS_FOR_SCRIPTS["field.year"].format(van=1900, tot=2100)),
    ):
        tab.evaluate("document.activeElement.blur()")
        tab.evaluate(f"document.querySelector('{DUE}').focus()")
        tab.type(digits)
        tab.press("Tab")
        tab.has_text("[data-fii-actions] [data-fii-room]", said)
    tab.wait_until("() => document.querySelector('[data-fii-status]').textContent.includes('Opgeslagen in')")
    found = tab.evaluate(f"({KEPT})()")
    assert [one["due"] for path, one in found.items() if path.startswith("actions/")] == ["2026-11-28"]
    tab.close()
