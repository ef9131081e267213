"""A trainer makes a session: chosen places become a sheet, cards and links; the plan outlives the tab; a bad link does nothing."""

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.served import Server

PAGE = "trainers/"
CASE = "Samen Leren"
STUB = """(() => { window.printed = []; window.print = () => { printed.push(document.querySelector('.fii-sheet').textContent);
  dispatchEvent(new Event('afterprint')); }; })()"""
KEEPS = "(text) => document.querySelector('[data-fii-plan-link]').value.includes('#bijeenkomst1~') && document.querySelector('[data-fii-sheet]').textContent.includes(text)"
HOSTILE = "bijeenkomst1~WyI8aW1nIHNyYz14IG9uZXJyb3I9YWxlcnQoMSk-Il0"


def opened(tab: Tab, place: Place, hash_: str = "") -> None:
    tab.goto(place.url(PAGE, hash_))
    tab.wait_until("() => document.querySelectorAll('[data-fii-results] li').length > 3")


def forget(tab: Tab, place: Place) -> None:
    """A folder is no new origin: what an earlier test wrote is still there."""
    tab.goto(place.url(PAGE))
    tab.evaluate("localStorage.clear()")


def write(tab: Tab, part: str, text: str) -> None:
    tab.click(f"[data-fii-part={part}]")
    tab.type(text)


def pick(tab: Tab, question: str, kind: str, title: str) -> None:
    """Find and add the first result."""
    tab.call(
        """(question, kind) => { const field = document.querySelector('[data-fii-question]'), list = document.querySelector('[data-fii-kind]');
        field.value = question; list.value = kind; list.dispatchEvent(new Event('change')); }""",
        question, kind,
    )  # fmt: skip
    tab.wait_until("(t) => document.querySelector('[data-fii-results] li')?.textContent.includes(t)", title)
    tab.click("[data-fii-results] li button")
    tab.has_text("[data-fii-chosen]", title)


def test_a_session_becomes_a_sheet_with_links_and_questions(shared: Shared, server: Server) -> None:
    place = Place("http", server.url)
    tab = shared("chromium").tab()
    opened(tab, place)
    for part, text in (
        ("title", "<b>Leren & delen</b>"),
        ("aim", "Weten wie wat doet."),
        ("minutes", "90"),
        ("form", "Kring"),
    ):
        write(tab, part, text)
    pick(tab, "5b.2", "", "Kernvraag")
    pick(tab, "implementatieteam", "model", "mplementatieteam")
    pick(tab, "samen leren", "verhaal", CASE)
    tab.click("[data-fii-chosen] li:last-child [data-fii-act=questions]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-sheet] svg.fii-qr').length === 3")
    sheet = tab.text("[data-fii-sheet]")
    for text in (
        "<b>Leren & delen</b>",
        "90 minuten",
        "Kring",
        f"{place.base.removeprefix('http://')}/ga/5b.2",
        "Aanzet vroeg om een training",
    ):
        assert text in sheet
    assert tab.count("[data-fii-sheet] b > b, [data-fii-cards] .fii-kaart") == 1
    assert "Aanzet vroeg om een training" in tab.text(".fii-kaart")
    frame = tab.evaluate("document.querySelector('[data-fii-links] textarea').value")
    assert frame.startswith(
        f'<iframe src="{place.url("model/5-implementeren/5b-plan-do-check-act/")}?kaal#sf-5b-kernvraag" title="Kernvraag · Handboek FII"'
    )

    tab.reload()  # nothing is asked, all is there: the address of this tab is its own
    tab.wait_until("() => document.querySelectorAll('[data-fii-chosen] li').length === 3")
    assert not tab.is_visible("[data-fii-offer]")
    tab.evaluate(STUB)
    tab.click("[data-fii-action=print-sheet]")
    tab.wait_until("() => window.printed.length === 1")
    tab.click("[data-fii-action=print-cards]")
    tab.wait_until("() => window.printed.length === 2")
    assert ["Leren & delen" in one for one in tab.evaluate("printed")] == [True, False]
    tab.close()


@pytest.mark.no_python
def test_a_link_never_takes_the_place_of_a_plan_unasked_and_a_bad_one_does_nothing(
    shared: Shared, server: object
) -> None:
    place = Place("http", server.url)
    tab = shared("chromium").tab()
    opened(tab, place)
    write(tab, "title", "Van een ander")
    tab.wait_until(KEEPS, "Van een ander")
    link = tab.evaluate("document.querySelector('[data-fii-plan-link]').value.split('#')[1]")
    tab.click("[data-fii-action=wipe]")
    write(tab, "title", "Van mij")
    tab.wait_until(KEEPS, "Van mij")

    opened(tab, place, f"#{HOSTILE}")
    tab.has_text("[data-fii-alert]", "Deze link is geen bijeenkomst van dit handboek")
    assert tab.count(".fii-bijeenkomst img") == 0
    tab.wait_until(KEEPS, "Van mij")

    opened(tab, place, f"#{link}")
    tab.has_text("[data-fii-offered]", "‘Van een ander’. Hier staat al een andere: ‘Van mij’.")
    tab.has_text("[data-fii-sheet]", "Van mij")
    tab.click("[data-fii-action=take]")
    tab.wait_until(KEEPS, "Van een ander")
    tab.click("[data-fii-action=back]")
    tab.wait_until(KEEPS, "Van mij")
    tab.close()


@pytest.mark.parametrize(("kind", "place"), [("firefox", "file")], indirect=["place"])
def test_in_a_folder_the_sheet_has_codes(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget(tab, place)
    opened(tab, place)
    pick(tab, "samen leren", "verhaal", CASE)
    write(tab, "title", "In de wijk")
    tab.wait_until(KEEPS, "In de wijk")
    assert "Code c1" in tab.text("[data-fii-sheet]")
    assert tab.count("[data-fii-sheet] svg, .fii-blad__qr") == 0
    assert "staat in een map" in tab.text("[data-fii-links-help]")
    assert tab.evaluate("document.querySelector('[data-fii-links] input').value") == place.url(
        "model/1-signaleren/casus-samen-leren/"
    )
    tab.goto(place.url(PAGE))  # without the address: this browser has it
    tab.wait_until(KEEPS, "In de wijk")
    tab.has_text("[data-fii-chosen]", CASE)
    forget(tab, place)
    tab.close()
