"""A filled instrument fits every screen and every finger, and prints as a report or as an empty form."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from fii_widgets.words import word
from tests.browser.handbook import visit
from tests.browser.served import Server

FILLED = ("shortlist", *(pytest.param(one, marks=pytest.mark.full) for one in ("cfir", "plan-van-aanpak")))
LONG = "Samenwerkingsovereenkomst"
#: Choose and write something in every item of the page.
FILL = """(long) => { for (const item of document.querySelectorAll('[data-fii-item]')) {
  const radio = item.querySelector('input[type=radio]:not([value=""])');
  if (radio) { radio.checked = true; radio.dispatchEvent(new Event('change', {bubbles: true})); }
  const line = item.querySelector('textarea, input[type=text]');
  if (line) { line.value = line.inputMode === 'decimal' ? '12' : long; line.dispatchEvent(new Event('input', {bubbles: true})); line.dispatchEvent(new Event('change', {bubbles: true})); }
} }"""
BEYOND = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('.fii-instrument :is(button, input, textarea)')].filter((e) => e.checkVisibility())
  .map((e) => [e, (['radio', 'checkbox'].includes(e.type) ? e.closest('label') : e).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < 43.9 || box.width < 43.9)).map(([e, box]) => `${e.name || e.textContent} ${box.width}x${box.height}`)"""

#: columns of empty rows that do not begin where their head does
ASKEW = """() => [...document.querySelectorAll('.fii-section--rows')].flatMap((section) => {
  const lefts = (parts) => [...parts].map((e) => Math.round(e.getBoundingClientRect().left));
  const heads = lefts(section.querySelectorAll('.fii-rij-kop span'));
  return [...section.querySelectorAll('.fii-rijen-leeg > div')].flatMap((row) =>
    lefts(row.querySelectorAll('i')).filter((left, at) => Math.abs(left - heads[at]) > 2).map((left) => `${row.textContent}: ${left}`)); })"""


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    context = chromium.new_context(base_url=server.url)
    context.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    context.set_default_timeout(90_000)
    yield context.new_page()
    context.close()


def filled(page: Page, instrument: str) -> None:
    visit(page, f"/checklists/{instrument}/")
    page.locator("html.js [data-fii-status]").first.filter(has_text=".").wait_for()
    page.evaluate(FILL, LONG)
    said = page.locator("[data-fii-summary] :is(.fii-lead, .fii-rows-table, .fii-written)").first
    said.wait_for(state="attached", timeout=90_000)  # tables and texts are folded where something stands out


def text(page: Page) -> str:
    return "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


@pytest.mark.parametrize("instrument", FILLED)
def test_a_filled_instrument_fits_every_width_and_every_finger(page: Page, instrument: str) -> None:
    filled(page, instrument)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BEYOND) <= 0, width
        assert page.evaluate(SMALL) == [], width
    page.evaluate("document.querySelector('.fii-status .fii-button').style.cssText = 'min-height: 0; height: 20px; width: 2000px; max-width: none'")  # fmt: skip
    assert page.evaluate(BEYOND) > 0
    assert page.evaluate(SMALL) != []


def test_a_report_and_an_empty_form_come_out_of_the_printer(page: Page) -> None:
    filled(page, "stoplicht-1")
    page.locator("[data-fii-action=print]").click()
    page.locator(".fii-sheet.fii-verslag").wait_for(state="attached", timeout=90_000)
    assert page.evaluate("window.printed") == 1
    report = text(page)
    assert "Stand van" in report
    assert word("paper_reasons") in report
    assert LONG in report
    assert page.locator(".fii-sheet").count() == 0  # the page is itself again
    page.locator("[data-fii-action=print-blank]").click()
    assert page.evaluate("window.printed") == 2
    assert page.locator(".fii-sheet > h1").all_text_contents() == ["Stoplicht fase 1"]  # sections are no title
    empty = text(page)
    assert LONG not in empty
    assert "Groen" in empty
    assert LONG in text(page)  # without a button: the form as it is filled in


def test_the_columns_of_an_empty_row_stand_under_their_heads(chromium: Browser, server: Server) -> None:
    """As a pen needs it: a blank sheet with scripts off, on which the script's rows are not there."""
    context = chromium.new_context(base_url=server.url, java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    for instrument in ("shortlist", "logboek"):
        page.goto(f"/checklists/{instrument}/")
        assert page.evaluate(ASKEW) == []
    page.evaluate("document.querySelectorAll('.fii-rijen-leeg i').forEach((e) => { e.style.flexGrow = 1; })")
    assert page.evaluate(ASKEW) != []
    context.close()
