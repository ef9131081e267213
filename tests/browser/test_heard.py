"""What who does not see the page hears, and who has no styles sees: names that differ, outcomes, any script, sizes."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Shared
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, dossier, goto, kept, offer, previewed
from tests.browser.served import Server

ARABIC = "مرحبا بالجميع"
#: the names of fields in sight, as a browser computes them; choices are named within their group
NAMED = ("textbox", "combobox", "Date", "DateTime", "button")


@pytest.fixture
def tab(shared: Shared) -> Any:
    made = shared("chromium").tab()
    assert isinstance(made, ChromiumTab)
    yield made
    made.close()


def names(page: Page, box: str) -> list[str]:
    """The names of the fields and buttons in a part of the page, from the tree that a screen reader has."""
    session = page.context.new_cdp_session(page)
    root = session.send("Runtime.evaluate", {"expression": f"document.querySelector({json.dumps(box)})"})
    found = session.send("Accessibility.queryAXTree", {"objectId": root["result"]["objectId"]})["nodes"]
    return [
        f"{node['role']['value']} {node['name']['value']}"
        for node in found
        if not node.get("ignored") and node.get("role", {}).get("value") in NAMED
    ]


def twice(found: list[str]) -> list[str]:
    """Those of more than one; the button of a date field is the browser's own, and within its field."""
    return [name for name, count in Counter(found).items() if count > 1 and "date picker" not in name]


@pytest.mark.no_python
def test_fields_of_rows_have_names_of_their_own(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/checklists/plan-van-aanpak/")
    rows = '[data-fii-rows]:has([name="pa-taak@1.note"])'
    tab.click(f"{rows} [data-fii-add-row]")
    found = names(tab.page, rows)
    assert [name for name in found if "(Taak 2)" in name and "textbox" in name]
    assert twice(found) == []


@pytest.mark.no_python
def test_fields_of_actions_have_names_of_their_own(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/{DOSSIER}#acties")
    for count in (1, 2):
        tab.click("[data-fii-action=add-action]")
        tab.wait_until("(n) => document.querySelectorAll('[data-fii-actions] > li').length === n", count)
        assert tab.evaluate("document.activeElement.matches('[data-fii-actions] > li:last-child [data-fii-part=text]')")
    tab.wait_until("() => document.querySelectorAll('[data-fii-actions] [data-fii-nth]').length >= 8")
    found = names(tab.page, "[data-fii-actions]")
    assert len(found) >= 8
    assert twice(found) == []
    tab.evaluate("document.querySelectorAll('[data-fii-actions] [data-fii-nth]').forEach((one) => one.remove())")
    assert twice(names(tab.page, "[data-fii-actions]")) != []  # known-bad: as it was


def test_a_text_from_right_to_left_runs_so_where_it_is_written_and_shown(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/checklists/plan-van-aanpak/")
    tab.click('[name="pa-taak@1.note"]')
    tab.page.keyboard.insert_text(ARABIC)
    kept(tab)
    side = "(text) => [...document.querySelectorAll('[data-fii-summary] td')].filter((e) => e.lastChild.nodeType === 3 && e.lastChild.data.trim() === text).map((e) => getComputedStyle(e).direction)"
    assert tab.wait_until(f"(text) => {{ const found = ({side})(text); return found.length && found; }}", ARABIC) == [
        "rtl"
    ]
    assert tab.evaluate("getComputedStyle(document.querySelector('[name=\"pa-taak@1.note\"]')).direction") == "rtl"
    assert tab.evaluate("getComputedStyle(document.querySelector('[name=\"pa-taak@2.note\"]')).direction") == "ltr"


@pytest.mark.no_python
def test_what_was_opened_is_told_with_its_outcome(tab: ChromiumTab, server: Server, tmp_path: Path) -> None:
    goto(tab, f"{server.url}/{DOSSIER}")
    answers = {
        f"s1-0{number}": {"choice": choice} for number, choice in enumerate(("rood", "rood", "oranje", "groen"), 1)
    }
    offer(tab, as_file(tmp_path, dossier(answers)))
    previewed(tab)
    tab.click("[data-fii-action=apply]")
    outcome = WORDS_FOR_SCRIPTS["told.lights"].replace("{rood}", "2").replace("{oranje}", "1")
    tab.has_text("[data-fii-widget=dossier] [data-fii-progress]", outcome)
    assert tab.evaluate("document.activeElement.matches('[data-fii-action=undo]')")


def test_the_number_of_a_point_is_no_stop_between_its_answers(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/checklists/stoplicht-1/")
    number = '[data-fii-item="s1-02"] a[data-fii-spot]'
    assert tab.evaluate(f"document.querySelector({json.dumps(number)}).tabIndex") == -1
    assert tab.page.locator(number).get_attribute("aria-label") == "Punt 2"
    tab.page.locator(".fii-provenance a[href='#s1-02']").focus()
    tab.press("Enter")  # the same place by the keyboard
    assert tab.url().endswith("#s1-02")


def test_a_page_alone_has_sizes_and_says_what_is_the_matter(tab: ChromiumTab, server: Server) -> None:
    sentence = "U ziet deze pagina zonder opmaak."
    goto(tab, f"{server.url}/model/")
    assert sentence not in tab.page.locator("header").inner_text()

    def nothing(route: Route) -> None:
        route.abort()

    tab.page.route("**/*.css", nothing)
    tab.page.route("**/*.js", nothing)
    tab.page.goto(f"{server.url}/model/")
    assert sentence in tab.page.locator("header").inner_text()
    logo = tab.page.locator("header svg").first.bounding_box()
    assert logo is not None
    assert (logo["width"], logo["height"]) == (62, 40)


def test_line_numbers_fit_with_the_spacing_that_a_reader_asks_for(tab: ChromiumTab, server: Server) -> None:
    goto(tab, f"{server.url}/proefbank/")
    # the page writes the numbers anew when its text comes: ours stand there while they are measured
    fits = (
        "(() => { const e = document.querySelector('[data-fii-numbers]'); e.textContent = '9999';"
        " return e.scrollWidth <= e.clientWidth; })()"
    )
    spaced = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }"
    for _ in range(2):
        assert tab.evaluate(fits)
        tab.page.evaluate(
            "(css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", spaced
        )
    tab.page.evaluate("() => document.querySelector('[data-fii-numbers]').style.setProperty('width', '3.25rem')")
    assert not tab.evaluate(fits)  # known-bad: as it was
