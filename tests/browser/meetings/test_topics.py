"""What the team wants to discuss: noted before a meeting or from what somebody sees, discussed in it, or left for the next."""

import json
from pathlib import Path

import pytest

from fii_widgets.dossier.file.read import read_dossier
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, dossier, goto, holding, kept, see

AT = "2026-11-09T10:00:00.000Z"
SHOWN = "[...document.querySelectorAll('[data-fii-topics] > li:not([data-fii-removed]) [data-fii-part=text]')].map((field) => field.value)"
ROW = "[data-fii-topics] > li:nth-child({})"


def fill(tab: Tab, selector: str, text: str) -> None:
    tab.click(selector)
    tab.type(text)
    tab.press("Tab")


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_topic_is_discussed_or_waits_for_the_next_meeting(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    holding(tab, place, tmp_path, dossier({"s1-02": {"choice": "rood"}}))
    see(tab, "[data-fii-topics]")
    for topic in ("De zaal", "De wethouder"):
        tab.click("[data-fii-action=add-topic]")
        tab.type(topic)
        tab.press("Tab")
    assert not tab.is_visible(f"{ROW.format(1)} [data-fii-part=said]")  # nothing is said before there is a meeting
    kept(tab)
    see(tab, "[data-fii-stand]")
    tab.has_text("[data-fii-stand-part=further]", "2 onderwerpen staan klaar voor het overleg")
    tab.click("[data-fii-begin]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    see(tab, "[data-fii-topics-here]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-topics] > li').length === 2")
    fill(tab, f"{ROW.format(1)} [data-fii-part=said]", "Te klein voor de buurt.")
    tab.wait_until(
        "(s) => document.querySelector(s).selectedOptions[0].textContent === 'Besproken'", f"{ROW.format(1)} select"
    )
    kept(tab)
    see(tab, "[data-fii-action=close-meeting]")
    tab.has_text("[data-fii-review]", "De zaal: Te klein voor de buurt.", seconds=90)
    tab.has_text("[data-fii-review]", "Blijft staan voor het volgende overleg: De wethouder.")
    tab.click("[data-fii-action=close-meeting]")
    tab.click("[data-fii-action=close-now]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-done]')", seconds=90)
    tab.reload()
    see(tab, "[data-fii-topics]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-topics] > li').length === 1")
    assert tab.evaluate(SHOWN) == ["De wethouder"]
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    (review,) = saved.reviews
    assert {one.text: (one.review, one.said) for one in saved.topics.values()} == {
        "De zaal": (review, "Te klein voor de buurt."),
        "De wethouder": ("", ""),
    }
    # taken away and put back
    tab.click(f"{ROW.format(1)} [data-fii-remove]")
    tab.has_text(ROW.format(1), "Weggehaald: ‘De wethouder’")
    tab.press("Enter")
    tab.wait_until("() => document.querySelectorAll('[data-fii-topics] textarea').length === 2")
    tab.close()


def test_a_red_point_and_a_difference_in_the_team_have_a_road_to_the_agenda(
    shared: Shared, place: Place, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    members = {
        f"m-{number}": {"at": AT, "label": name, "answers": {"s1-03": {"at": AT, "choice": choice}}}
        for number, (name, choice) in enumerate([("Ans", "rood"), ("Bo", "groen")], 1)
    }
    answers = {
        "s1-02": {"choice": "rood"},
        "s1-04": {"choice": "oranje"},
        "s1-02.tekst": {"note": "Onze <b>eigen</b> woorden"},
    }
    holding(tab, place, tmp_path, dossier(answers, schema=2, actions={}, members=members))
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    tab.wait_until("() => document.querySelectorAll('#stoplicht-1 [data-fii-about] button').length === 2", seconds=90)
    assert tab.evaluate("document.querySelector('#stoplicht-1 [data-fii-about]').dataset.fiiAbout") == "s1-02"
    discuss = "#stoplicht-1 [data-fii-about] button:last-of-type"
    tab.click(discuss)
    told = "[data-fii-widget=dossier] > * [data-fii-progress], [data-fii-widget=dossier] [data-fii-progress]"
    tab.wait_until(
        "(s) => [...document.querySelectorAll(s)].some((e) => e.textContent.includes('staat bij de onderwerpen'))", told
    )
    tab.click(discuss)
    tab.wait_until(
        "(s) => [...document.querySelectorAll(s)].some((e) => e.textContent.includes('stond al bij de onderwerpen'))",
        told,
    )
    see(tab, "[data-fii-spread]")
    tab.wait_until(
        "() => document.querySelectorAll('[data-fii-spread] [data-fii-about] button').length === 2", seconds=90
    )
    tab.click("[data-fii-spread] [data-fii-about] button:last-of-type")
    see(tab, "[data-fii-topics]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-topics] > li').length === 2")
    topics = tab.evaluate(SHOWN)
    assert topics[0] == "Onze <b>eigen</b> woorden"
    assert topics[1]
    # the same point makes an action, which says where it comes from
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    tab.wait_until("() => document.querySelectorAll('#stoplicht-1 [data-fii-about] button').length === 2", seconds=90)
    tab.click("#stoplicht-1 [data-fii-about] button:first-of-type")
    tab.wait_until("() => document.activeElement.matches('[data-fii-actions] [data-fii-part=text]')")
    assert tab.evaluate("document.querySelector('[data-fii-actions] [data-fii-part=item]').value") == "s1-02"
    tab.close()
