"""The search dialog with the keyboard alone: from a server and from a folder, in both browsers."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.handbook import ask, goto
from tests.browser.served import Server
from tests.content import search_questions
from tests.content.search_questions import RECALL

#: question → what the address or heading of one of the first results holds, though the question's own form is not there
QUESTIONS = {"borging": "borg", "team": "enabling-context", "opdrachtgevers": "1a-opdrachtgever"}
REGISTER = "document.querySelectorAll('script[src*=\"search-register\"]').length"
FETCHED = "performance.getEntriesByType('resource').filter((one) => one.name.includes('search-register')).length"
FOCUSED = "document.activeElement.closest('[data-part=link]')?.href ?? ''"


def test_questions_by_keyboard(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    for at, (question, wanted) in enumerate(QUESTIONS.items()):
        tab.goto(place.url("model/"))
        tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
        assert at or (tab.evaluate(REGISTER), tab.evaluate(FETCHED)) == (0, 0), "nobody asked anything yet"
        results = ask(tab, question)
        assert tab.evaluate(REGISTER) == 1
        assert at or place.kind == "file" or tab.evaluate(FETCHED) == 1, "no browser lists files on a disk for sure"
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
    # nothing has the words, but something near: a press on it asks that
    tab.type("gemeeeeenten")
    tab.wait_until("() => document.querySelector('[data-fii-search]').dataset.fiiAnswered === 'gemeeeeenten'")
    offered = tab.evaluate("document.querySelector('[data-fii-search-near] [data-part=word]').textContent")
    tab.click("[data-fii-search-near] [data-part=word]")
    tab.wait_until("(word) => document.querySelector('[data-fii-search]').dataset.fiiAnswered === word", offered)
    assert (
        tab.evaluate("document.activeElement.matches('[data-fii-search-field]') && document.activeElement.value")
        == offered
    )
    assert tab.count("[data-fii-search-results] [data-part=link]") > 0
    tab.evaluate("document.activeElement.select()")
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
  const found = {};
  for (const question of questions) {
    field.value = question;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (dialog.dataset.fiiAnswered !== question) {
      if (status.textContent === dialog.dataset.sayFailed) throw new Error(question);
      await new Promise((done) => setTimeout(done));
    }
    found[question] = [...dialog.querySelectorAll('[data-part=link]')].slice(0, 3).map((link) => link.href);
  }
  return found;
})(%s)"""
#: so many in one evaluation: a slow machine must stay within what a browser waits for an answer
AT_ONCE = 40


@pytest.mark.full  # tests/site/search asks the same of the same engine in Node
def test_recall_of_all_questions_in_the_dialog(shared: Shared, site: Path, kind: str, place: Place) -> None:
    questions = search_questions.read()
    tab = shared(kind).tab()
    goto(tab, place.url("model/"))
    tab.press("Control+k")
    texts = [question.text for question in questions]
    hrefs: dict[str, list[str]] = {}
    for at in range(0, len(texts), AT_ONCE):
        hrefs |= tab.evaluate(ASK_ALL % json.dumps(texts[at : at + AT_ONCE]))
    found = {text: [_address(href, place.url("")) for href in links] for text, links in hrefs.items()}
    missed = search_questions.misses(questions, found, search_questions.tops(site))
    tab.close()
    asked = [question for question in questions if question.kind != search_questions.NONE]
    failed = [question.text for question in missed if question.kind != search_questions.NONE]
    assert 1 - len(failed) / len(asked) >= RECALL, failed
    assert [question.text for question in missed if question.kind == search_questions.NONE] == []


def _address(href: str, root: str) -> str:
    """The address of a result as links.lock has it, from a server and from a folder alike."""
    folder = unquote(root).removesuffix("index.html")
    return unquote(href).removeprefix(folder).replace("index.html", "")


def test_a_part_of_the_handbook_is_chosen_with_keys_and_said(shared: Shared, server: Server) -> None:
    tab = shared("chromium").tab()
    tab.goto(f"{server.url}/model/")
    tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
    tab.press("/")
    tab.press("k")
    assert not tab.evaluate("document.querySelector('[data-fii-search]').open")  # only with another key held
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
