"""The search dialog with the keyboard alone: from a server and from a folder, in both browsers."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.handbook import ask
from tests.browser.served import Server
from tests.content import search_questions

#: question → what the address or heading of one of the first results holds, though the question's own form is not there
QUESTIONS = {"borging": "borg", "team": "enabling-context", "opdrachtgevers": "1a-opdrachtgever"}
FOCUSED = "document.activeElement.closest('[data-part=link]')?.href ?? ''"


def test_questions_by_keyboard(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    for question, wanted in QUESTIONS.items():
        tab.goto(place.url("model/"))
        tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
        results = ask(tab, question)
        assert any(wanted in result.lower() for result in results[:5]), results[:5]
        assert tab.count("[data-fii-search] mark") > 0
        tab.press("ArrowDown")
        tab.press("ArrowDown")
        assert tab.evaluate(FOCUSED) == results[1].split(" ")[0]
        tab.press("ArrowUp")
        there = tab.evaluate(FOCUSED)
        assert there == results[0].split(" ")[0]
        assert (place.kind == "file") == ("index.html" in there)
        tab.press("Enter")
        tab.wait_until(
            "(url) => location.href === url && document.querySelector('[data-fii-search]').open === false", there
        )
        assert tab.count("h1") == 1
        assert tab.evaluate(
            "location.hash === '' || document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null"
        )
    tab.close()


def test_escape_closes_and_gives_the_focus_back(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    tab.goto(place.url(""))
    tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
    tab.evaluate("document.querySelector('[data-fii-search-open]').focus()")
    tab.press("Enter")
    tab.wait_until("() => document.activeElement.matches('[data-fii-search-field]')")
    tab.type("qqqq")
    tab.has_text("[data-fii-search-status]", "Geen resultaat voor ‘qqqq’.")
    tab.press("Escape")
    tab.wait_until("() => !document.querySelector('[data-fii-search]').open")
    assert tab.evaluate("document.activeElement.matches('[data-fii-search-open]')")
    tab.close()


#: Asks each question in the dialog as a hand that fills the field, and gives the first results of each.
ASK_ALL = """(async (questions) => {
  const dialog = document.querySelector('[data-fii-search]');
  const field = dialog.querySelector('[data-fii-search-field]');
  const status = dialog.querySelector('[data-fii-search-status]');
  const put = (text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
  const found = {};
  for (const question of questions) {
    put('');
    put(question);
    while (!status.textContent || status.textContent === dialog.dataset.sayLoading) await new Promise((done) => setTimeout(done, 5));
    found[question] = [...dialog.querySelectorAll('[data-part=link]')].slice(0, 3).map((link) => link.href);
  }
  return found;
})(%s)"""


@pytest.mark.parametrize(("browser", "where"), [("chromium", "http"), ("firefox", "file")])
def test_recall_of_a_sample_in_the_dialog(
    shared: Shared, site: Path, request: pytest.FixtureRequest, browser: str, where: str
) -> None:
    base = (
        request.getfixturevalue("server").url if where == "http" else request.getfixturevalue("offline_copy").as_uri()
    )
    place = Place(where, base)
    sample = [question for question in search_questions.read() if question.kind != search_questions.NONE][::12][:20]
    tab = shared(browser).tab()
    tab.goto(place.url("model/"))
    tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
    tab.press("/")
    hrefs = tab.evaluate(ASK_ALL % json.dumps([question.text for question in sample]))
    found = {text: [_address(href, place.url("")) for href in links] for text, links in hrefs.items()}
    missed = search_questions.misses(sample, found, search_questions.tops(site))
    tab.close()
    assert len(missed) <= 1, [(question.text, found[question.text]) for question in missed]


def _address(href: str, root: str) -> str:
    """The address of a result as links.lock has it, from a server and from a folder alike."""
    folder = unquote(root).removesuffix("index.html")
    return unquote(href).removeprefix(folder).replace("index.html", "")


def test_a_part_of_the_handbook_is_chosen_with_keys_and_said(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.goto(f"{server.url}/model/")
    tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
    ask(tab, "vuilniszak")
    tab.press("Tab")
    tab.press("Enter")  # opens the choices
    tab.press("Tab")
    tab.press("ArrowDown")  # phase 1
    tab.has_text("[data-fii-search-status]", "in 1 Signaleren. In het hele handboek: ")
    assert tab.evaluate("document.activeElement.matches('[data-fii-search-limit=phase][value=\"1\"]')")
    for _ in range(2):
        tab.press("ArrowDown")
    tab.has_text("[data-fii-search-status]", "in 3 Innoveren")
    assert tab.count("[data-part=link]") > 0
    small = "[...document.querySelectorAll('.fii-search__choice, .fii-search__filters summary')].filter((e) => e.getBoundingClientRect().height < 44).length"
    assert tab.evaluate(small) == 0
    tab.press("ArrowUp")
    tab.click("[data-fii-search-all]")
    tab.has_text("[data-fii-search-status]", "resulta")
    assert tab.evaluate("document.activeElement.matches('[data-fii-search-field]')")
    assert tab.count("[data-fii-search-limit]:checked[value='']") == 2
    tab.close()
