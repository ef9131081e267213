"""The bar of the views on a phone: four at once, the others behind one button; on a wide screen all eight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.render.frames.dossier.view import AT_ONCE, VIEWS
from tests.browser.conftest import Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, dossier, go, goto, kept, take
from tests.browser.served import Server

MORE = "[data-fii-more]"
REST = [view for view in VIEWS if view not in AT_ONCE]
#: of what is seen in the bar: its words, in how many lines, the least height, and how far the page is too wide
BAR = """() => { const seen = [...document.querySelectorAll('.fii-weergaven :is(a, button)')].filter((e) => e.checkVisibility());
  const boxes = seen.map((e) => e.getBoundingClientRect());
  return [seen.map((e) => e.textContent), new Set(boxes.map((b) => Math.round(b.top))).size, Math.min(...boxes.map((b) => Math.round(b.height))),
    Math.max(...boxes.map((b) => b.right)) - innerWidth]; }"""
STATE = "(s) => [document.querySelector(s).getAttribute('aria-expanded'), document.querySelector(s).textContent, document.activeElement.textContent]"


@pytest.fixture
def tab(chromium: Browser, tmp_path: Path) -> Iterator[ChromiumTab]:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    yield ChromiumTab(context.new_page(), tmp_path / "downloads")
    context.close()


def bar(tab: Tab, width: int) -> list[str]:
    """The words of the bar at a width, in one line of fingers' size."""
    tab.size(width, 800)
    words, lines, height, beyond = tab.call(BAR)
    assert lines == 1, words
    assert height >= 44
    assert beyond <= 0
    return list(words)


def test_a_phone_shows_four_views_and_a_wide_screen_all(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/{DOSSIER}")
    for width in (320, 390, 768):
        assert bar(tab, width) == ["Stand", "Overleg", "Acties", "Lijsten", "Meer"]
    assert bar(tab, 769) == ["Stand", "Overleg", "Acties", "Lijsten", "Verloop", "Team", "Stukken", "Bewaren"]
    tab.page.emulate_media(media="print")
    assert tab.call(BAR)[0] == []


@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_the_other_views_by_keyboard(shared: Shared, kind: str, server: Server) -> None:
    tab = shared(kind).tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.size(390, 844)
    go(tab, "(e) => e.matches('[data-fii-more]')")
    assert tab.call(STATE, MORE) == ["false", "Meer", "Meer"]
    tab.press("Enter")
    for view in REST:
        tab.press("Tab")
        assert tab.evaluate("document.activeElement.dataset.fiiTo") == view
    tab.press("Escape")
    assert tab.call(STATE, MORE) == ["false", "Meer", "Meer"]  # the focus is back where it was opened
    tab.press("Enter")
    tab.press("Tab")
    tab.press("Tab")
    tab.press("Enter")
    tab.wait_until("() => document.activeElement.matches('#team > h2')")
    assert tab.call(STATE, MORE)[:2] == ["false", "Meer: Team"]
    assert tab.is_visible(f"{MORE}.is-nu")
    tab.click("[data-fii-to=stand]")
    assert tab.call(STATE, MORE)[:2] == ["false", "Meer"]
    tab.close()


def test_the_longest_name_of_a_view_keeps_the_bar_in_one_line(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/{DOSSIER}")
    for view in REST:
        tab.click(MORE)
        tab.click(f"[data-fii-to={view}]")
        assert bar(tab, 320)[-1] == f"Meer: {view.capitalize()}"


def test_a_bar_of_two_lines_is_noticed(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/{DOSSIER}")
    tab.click(MORE)
    with pytest.raises(AssertionError):
        bar(tab, 320)


@pytest.mark.no_python
def test_an_own_copy_has_two_views_and_needs_no_button(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    goto(tab, f"{server.url}/{DOSSIER}")
    at = "2026-11-09T10:00:00.000Z"
    copy = dossier({}, schema=3, content="0.3.0", actions={}, member="m-1", members={"m-1": {"at": at, "label": "Ans"}})
    take(tab, as_file(tmp_path, copy))
    kept(tab)
    tab.wait_until("() => !document.querySelector('[data-fii-own-copy]').hidden")
    assert bar(tab, 320) == ["Lijsten", "Bewaren"]
