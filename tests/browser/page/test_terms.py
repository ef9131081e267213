"""Words of the glossary explained in place: by focus, mouse and finger, and still links where scripts are off."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import visit
from tests.browser.served import Server

PAGE = "model/5-implementeren/5b-plan-do-check-act/"
WORD = 'article a[href*="#term-pdca"]:not([data-part])'
SHEET = ".fii-begrip"
MEANING = "nagaan hoe het gaat en bijstellen"
#: Last to hear a press: notes where an unhindered link would lead, and stays, for a page that goes cannot be asked.
LAST = """window.addEventListener('click', (event) => {
  if (!event.defaultPrevented) document.body.dataset.followed = event.target.closest('a').href;
  event.preventDefault(); })"""
GLOSSARY = re.compile(r"/naslag/begrippen/(index\.html)?#term-pdca$")


def focus(tab: Tab, selector: str) -> None:
    """Bring the keyboard to a link: a key first, so that the browser knows that a keyboard is used."""
    tab.press("Tab")
    tab.call("(s) => document.querySelector(s).focus()", selector)


def test_focus_explains_escape_puts_away_and_enter_follows(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    tab.goto(place.url(PAGE))
    tab.wait_until("() => document.readyState === 'complete'")
    focus(tab, WORD)
    tab.has_text(SHEET, MEANING)
    assert tab.is_visible(SHEET)
    assert not tab.is_visible(f"{SHEET} a")
    described = tab.call(
        "(s) => document.getElementById(document.querySelector(s).getAttribute('aria-describedby')).textContent", WORD
    )
    assert MEANING in described
    tab.press("Escape")
    assert tab.count(SHEET) == 0
    assert tab.call("(s) => document.activeElement === document.querySelector(s)", WORD)
    tab.evaluate(LAST)
    tab.press("Enter")
    tab.wait_until("() => document.body.dataset.followed")
    assert GLOSSARY.search(tab.evaluate("document.body.dataset.followed"))
    tab.close()


def test_the_list_is_asked_for_when_a_word_is(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.goto(f"{server.url}/{PAGE}")
    tab.wait_until("() => document.readyState === 'complete'")
    assert not [path for path in server.asked if "terms-list" in path]
    for _ in range(2):
        focus(tab, WORD)
        tab.has_text(SHEET, MEANING)
        tab.press("Escape")
    assert len([path for path in server.asked if "terms-list" in path]) == 1
    tab.close()


@pytest.fixture
def mouse(shared: Shared, server: Server) -> Page:
    tab = shared("chromium").tab()
    assert isinstance(tab, ChromiumTab)
    tab.goto(f"{server.url}/{PAGE}")
    return tab.page


def test_the_mouse_may_go_to_the_sheet_and_it_goes_when_the_mouse_does(mouse: Page) -> None:
    mouse.locator(WORD).hover()
    expect(mouse.locator(SHEET)).to_contain_text(MEANING)
    mouse.locator(SHEET).hover()
    mouse.wait_for_timeout(600)  # longer than the sheet waits before it goes
    expect(mouse.locator(SHEET)).to_be_visible()
    mouse.locator("h1").hover()
    expect(mouse.locator(SHEET)).to_have_count(0)
    mouse.locator(WORD).click()
    expect(mouse).to_have_url(GLOSSARY)


def test_a_sheet_stays_inside_the_window(mouse: Page) -> None:
    for width in (1280, 320):
        mouse.set_viewport_size({"width": width, "height": 700})
        mouse.locator("h1").hover()
        mouse.locator(WORD).hover()
        expect(mouse.locator(SHEET)).to_be_visible()
        box = mouse.locator(SHEET).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        mouse.keyboard.press("Escape")
        expect(mouse.locator(SHEET)).to_have_count(0)  # with the mouse still on the word


@pytest.fixture
def finger(chromium: Browser, server: Server) -> Iterator[Page]:
    page = chromium.new_page(has_touch=True, viewport={"width": 360, "height": 640})
    visit(page, f"{server.url}/{PAGE}")
    yield page
    page.close()


def test_the_first_tap_explains_and_the_link_in_the_sheet_follows(finger: Page) -> None:
    finger.locator(WORD).tap()
    expect(finger.locator(SHEET)).to_contain_text(MEANING)
    expect(finger.locator(f"{SHEET} a")).to_be_focused()
    finger.locator("h1").tap()
    expect(finger.locator(SHEET)).to_have_count(0)
    finger.locator(WORD).tap()
    finger.locator(f"{SHEET} a").tap()
    expect(finger).to_have_url(GLOSSARY)


def test_the_second_tap_on_a_word_follows_it(finger: Page) -> None:
    finger.locator(WORD).tap()
    expect(finger.locator(SHEET)).to_contain_text(MEANING)
    finger.locator(WORD).tap()
    expect(finger).to_have_url(GLOSSARY)


def test_a_list_that_does_not_load_leaves_a_link(finger: Page) -> None:
    finger.route("**/terms-list-*.js", lambda route: route.abort())
    finger.locator(WORD).tap()
    expect(finger).to_have_url(GLOSSARY)


def test_without_scripts_a_word_is_a_link(chromium: Browser, server: Server) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{server.url}/{PAGE}")
    page.locator(WORD).click()
    assert GLOSSARY.search(page.url)
    page.close()
