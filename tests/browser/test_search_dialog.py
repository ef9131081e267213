"""The search dialog with the keyboard alone: from a server and from a folder, in both browsers."""

from tests.browser.conftest import Place, Shared
from tests.browser.handbook import ask

#: question → a word on the page that must be among the first results, though the question's own form is not
QUESTIONS = {"borging": "borg", "team": "kernteam", "opdrachtgevers": "1a-opdrachtgever"}
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
