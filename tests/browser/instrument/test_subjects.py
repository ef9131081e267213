"""A list about several candidates: each has its own answers, found again, saved, taken away and put back."""

import json
from pathlib import Path

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import (
    DOSSIER,
    answer,
    box,
    dossier,
    fill,
    forget_all,
    goto,
    holding,
    holds,
    kept,
    page_of,
    see,
    sums_up,
    unfold,
)

HTTP = pytest.mark.parametrize("place", ["http"], indirect=True)
FORM = box("gereedheid")
BAR = f"{FORM} .fii-per"
ZUID = {"g-kandidaat": ("", "Wijkteam Zuid"), "g-01": ("ja", "")}
WISSEL = {"g-kandidaat": ("", "De Wissel"), "g-01": ("nee", "Zij zoeken iets anders."), "g-02": ("deels", "")}
NOTHING = {"g-kandidaat": ("", ""), "g-01": ("", ""), "g-02": ("", "")}


def press(tab: Tab, words: str) -> None:
    """Press the button of the bar that says this."""
    tab.wait_until(
        "([bar, words]) => [...document.querySelectorAll(`${bar} button`)].some((e) => !e.hidden && e.textContent === words)",
        [BAR, words],
    )
    tab.call(
        """([bar, words]) => { const found = [...document.querySelectorAll(`${bar} button`)].find((e) => e.textContent === words);
        document.querySelectorAll('[data-fii-pressed]').forEach((e) => e.removeAttribute('data-fii-pressed'));
        found.setAttribute('data-fii-pressed', ''); return true; }""",
        [BAR, words],
    )
    tab.click("[data-fii-pressed]")


def names(tab: Tab) -> list[str]:
    """Those of whom the bar can show the list, the one that is shown with a star."""
    return list(
        tab.call(
            """(bar) => [...document.querySelectorAll(`${bar}:not([hidden]) [aria-pressed]`)]
            .map((e) => e.textContent + (e.getAttribute('aria-pressed') === 'true' ? '*' : ''))""",
            BAR,
        )
    )


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_two_candidates_stand_beside_each_other(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, page_of(place, "gereedheid"))
    tab.wait_until("() => document.querySelector('[name=\"g-kandidaat.note\"]') !== null")
    assert names(tab) == []  # an empty list asks about one
    fill(tab, ZUID)
    kept(tab)
    press(tab, "Nog een kandidaat")
    assert tab.evaluate("document.activeElement.name") == "g-kandidaat.note"  # the name comes first
    holds(tab, NOTHING)
    fill(tab, WISSEL)
    kept(tab)
    assert names(tab) == ["Wijkteam Zuid", "De Wissel*"]
    tab.has_text(f"{FORM} .fii-delen", "2 van 3")  # how far a part is, is how far it is with this one
    sums_up(tab, "gereedheid", "De Wissel", "Zij zoeken iets anders.")
    press(tab, "Wijkteam Zuid")
    tab.has_text(f"{FORM} [data-fii-progress]", "De lijst gaat nu over Wijkteam Zuid.")
    holds(tab, ZUID | {"g-02": ("", "")})
    tab.has_text(f"{FORM} .fii-delen", "1 van 3")
    sums_up(tab, "gereedheid", "Wijkteam Zuid")
    goto(tab, place.url(DOSSIER, "#g-02@2"))  # as an action or a topic leads to it
    holds(tab, WISSEL)
    assert names(tab) == ["Wijkteam Zuid", "De Wissel*"]

    press(tab, "Haal De Wissel weg")
    kept(tab)
    holds(tab, ZUID)
    assert names(tab) == ["Wijkteam Zuid*"]
    press(tab, "Zet De Wissel terug")
    kept(tab)
    holds(tab, WISSEL)

    see(tab, "[data-fii-action=save]")
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))["answers"]
    assert saved["g-kandidaat"]["note"] == "Wijkteam Zuid"
    assert (saved["g-01@2"]["choice"], saved["g-02@2"]["choice"]) == ("nee", "deels")
    tab.close()


@HTTP
def test_a_candidate_of_the_shortlist_fills_the_next_list(shared: Shared, tmp_path: Path, place: Place) -> None:
    tab = shared("chromium").tab()
    given = {"sl-01@1": {"note": "Wijkteam Zuid"}, "sl-01@2": {"note": "De Wissel"}, "sl-02@2": {"choice": "nee"}}
    holding(tab, place, tmp_path, dossier(given | {"g-kandidaat": {"note": "Wijkteam Zuid"}}))
    unfold(tab, "gereedheid")
    press(tab, "Nog een kandidaat")
    tab.has_text(f"{FORM} [data-fii-offers-list]", "De Wissel")
    assert "Wijkteam Zuid" not in tab.text(f"{FORM} [data-fii-offers-list]")
    tab.click(f"{FORM} [data-fii-take]")
    holds(tab, {"g-kandidaat": ("", "De Wissel"), "g-01": ("nee", "")})
    press(tab, "Wijkteam Zuid")
    assert answer(tab, "g-01") == ("", "")
    tab.close()


@HTTP
def test_a_red_point_of_the_second_candidate_leads_back_to_it(shared: Shared, tmp_path: Path, place: Place) -> None:
    tab = shared("chromium").tab()
    holding(
        tab,
        place,
        tmp_path,
        dossier({"g-01": {"choice": "ja"}, "g-kandidaat@2": {"note": "De Wissel"}, "g-02@2": {"choice": "nee"}}),
    )
    unfold(tab, "gereedheid")
    press(tab, "De Wissel")
    action = f"{FORM} [data-fii-summary] [data-fii-about=g-02] .fii-actions button"
    tab.wait_until("(s) => document.querySelector(s) !== null", action)
    tab.click(action)
    tab.wait_until("() => location.hash.startsWith('#a-')")
    tab.wait_until(
        "() => [...document.querySelectorAll('option:checked')].some((e) => e.textContent.includes('(De Wissel)'))",
        seconds=20,
    )
    tab.close()


@pytest.mark.no_python
@HTTP
def test_a_text_that_is_too_long_holds_the_list_where_it_is(shared: Shared, tmp_path: Path, place: Place) -> None:
    """It is kept nowhere yet: the form of another candidate would take it away."""
    tab = shared("chromium").tab()
    holding(tab, place, tmp_path, dossier({"g-01": {"choice": "ja"}, "g-kandidaat@2": {"note": "De Wissel"}}))
    unfold(tab, "gereedheid")
    tab.call(
        """() => { const field = document.querySelector('[name="g-gesproken.note"]'); field.value = 'x'.repeat(10_001);
        field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true })); return true; }"""
    )
    press(tab, "De Wissel")
    tab.has_text(f"{FORM} [data-fii-progress]", "De lijst gaat nog over Kandidaat 1")
    assert tab.evaluate("document.querySelector('[name=\"g-gesproken.note\"]').value.length") == 10_001
    tab.close()
