"""An hour with a core team, and the hour two weeks later: lights, decisions, actions, papers, and nothing asked twice."""

import hashlib
import io
import json
from datetime import UTC, datetime, timedelta

import docx
import icalendar
import pytest

from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.records import ActionState, ReviewState
from tests.browser.conftest import Launch, Place
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, choose, goto, kept, see, unfold
from tests.browser.instrument.test_own_list import type_in
from tests.browser.meetings.test_list_actions import put
from tests.browser.meetings.test_meetings import agree, close, decide, tick
from tests.browser.papers.test_papers import made, pick
from tests.written import instruments

#: the clock of the page goes on from here by as many days as the test says; nothing else about it changes
CLOCK = """(() => { const days = Number(localStorage.getItem('test-days') ?? 0); const Real = Date;
  globalThis.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [Date.now()])); }
    static now() { return Real.now() + days * 86_400_000; } }; })()"""
LATER = 14
#: what the team finds: two red lights, three amber
LIGHTS = {"s1-02": "rood", "s2-04": "rood", "s1-05": "oranje", "s2-01": "oranje", "s2-07": "oranje"}
NAMED = "KV, TB, AN"


def in_play() -> list[str]:
    """The points of both phases, in the order of their lists."""
    return [item.id for one in instruments() if one.id in ("stoplicht-1", "stoplicht-2") for item in one.items]


def day(after: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=after)).isoformat()


def light(tab: Tab, point: str, choice: str, note: str = "") -> None:
    """Set a light in the step of the meeting, with what was said about it."""
    at = f'[data-fii-meeting-lights] [data-fii-item="{point}"]'
    tab.click(f'{at} label:has(> input[value="{choice}"])')
    if note:
        tab.click(f"{at} [data-fii-note-toggle]")
        tab.wait_until("(name) => document.activeElement?.name === name", f"{point}.note")
        tab.type(note)
        tab.press("Tab")


def begins(tab: Tab) -> None:
    see(tab, "[data-fii-begin]")
    tab.click("[data-fii-begin]")


def report(tab: Tab, format_: str, meetings: int) -> bytes:
    """The report of the first meeting, as it is made now; the last of so many to choose from."""
    see(tab, "[data-fii-widget=papers]")
    chosen = """(many) => { const field = document.querySelector('select[data-fii-of=overleg]'); if (field?.options.length !== many) return false;
        field.selectedIndex = many - 1; field.dispatchEvent(new Event('change', {bubbles: true})); return true; }"""
    pick(tab, "stuk", "overleg")
    tab.wait_until(chosen, meetings, seconds=90)
    return made(tab, "overleg", format_)


def first_hour(tab: Tab, place: Place) -> dict[str, bytes]:
    """Hold a meeting from begin to end, and give its papers by format."""
    goto(tab, place.url(DOSSIER))
    # before the meeting: a condition that hinders, and what is done about it
    unfold(tab, "condities")
    choose(tab, "cd-interventie-1", "belemmerend")
    tab.click('[name="cd-interventie-1-actie.note"]')
    tab.type("Folder herschrijven")
    tab.press("Tab")
    kept(tab)
    see(tab, "#overleg-datum")
    for phase in ("1", "2"):
        tick(tab, "overleg.fase", phase)
    tab.click("#overleg-aanwezig")
    tab.type(NAMED)
    tick(tab, "overleg.ritme", "2-wekelijks")
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    tab.click("[data-fii-step-tab=lichten]")
    tab.wait_until(
        "(many) => document.querySelectorAll('[data-fii-meeting-lights] [data-fii-item]').length === many",
        len(in_play()),
    )
    for point in in_play():
        light(tab, point, LIGHTS.get(point, "groen"), f"Besproken: {point}." if point in LIGHTS else "")
    for decision in ("Eén ontvangende organisatie", "Tweede buurtkamer na evaluatie", "De folder eerst"):
        decide(tab, decision)
    for point, words in (("s1-02", "Wethouder bellen"), ("s2-04", "Shortlist afmaken")):
        tab.click("[data-fii-step-tab=lichten]")
        tab.click(f'[data-fii-meeting-lights] [data-fii-item="{point}"] [data-fii-act-on]')
        tab.wait_until("() => document.activeElement.matches('[data-fii-actions] [data-fii-part=text]')")
        tab.type(words)
        tab.press("Tab")
        tab.type("KV")
        tab.press("Tab")
    agree(tab, "Zaal zoeken", "TB")
    agree(tab, "Uitnodiging maken", "AN")
    put(tab, "l.cd-interventie-1-actie", "owner", "AN")
    put(tab, "l.cd-interventie-1-actie", "due", day(7))
    kept(tab)
    assert tab.evaluate("document.querySelectorAll('[data-fii-actions] > li').length") == 5
    close(tab)
    tab.has_text("[data-fii-meeting-done]", "is gesloten")
    tab.click("[data-fii-meeting-done] [data-fii-paper^=agenda]")
    tab.wait_until(
        """() => document.querySelector('[name="papieren.stuk"]:checked').value === 'agenda'
        && document.querySelector('[data-fii-of=overleg]').value === 'volgend'"""
    )
    first = {format_: report(tab, format_, 1) for format_ in ("docx", "html")}
    words = "\n".join(p.text for p in docx.Document(io.BytesIO(first["docx"])).paragraphs)
    assert "Eén ontvangende organisatie" in words
    assert all(one in first["html"].decode() for one in ("Folder herschrijven", "Besproken: s2-04.", NAMED))
    (event,) = icalendar.Calendar.from_ical(made(tab, "afspraken", "ics")).walk("VEVENT")
    assert str(event["DTSTART"].dt) == day(LATER)
    return first


def reword(tab: Tab) -> None:
    """Change the words of a point whose light was discussed."""
    unfold(tab, "stoplicht-1")
    tab.click("#stoplicht-1 [data-fii-own-edit]")
    type_in(tab, "#stoplicht-1 [data-fii-item='s1-02'] [data-fii-own-text]", "In onze eigen woorden")
    kept(tab)


def same(tab: Tab, first: dict[str, bytes], meetings: int) -> None:
    """The papers of the first meeting are the same bytes as then."""
    for format_, content in first.items():
        again = report(tab, format_, meetings)
        assert hashlib.sha256(again).hexdigest() == hashlib.sha256(content).hexdigest(), format_


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_an_hour_and_the_hour_two_weeks_later(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind, init=CLOCK).tab()
    first = first_hour(tab, place)
    reword(tab)
    tab.evaluate(f"localStorage.setItem('test-days', '{LATER}')")
    goto(tab, place.url(DOSSIER))
    see(tab, "[data-fii-stand]")
    tab.has_text("[data-fii-stand-part=late]", "Folder herschrijven")
    tab.has_text("[data-fii-stand-part=red]", "In onze eigen woorden")
    begins(tab)
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    tab.has_text("[data-fii-due]", "Folder herschrijven")
    tab.click("[data-fii-step-tab=lichten]")
    tab.wait_until(
        "(many) => document.querySelectorAll('[data-fii-meeting-lights] [data-fii-item]').length === many",
        len(in_play()),
    )
    tab.has_text('[data-fii-meeting-lights] [data-fii-item="s1-02"] [data-fii-before]', "rood")
    light(tab, "s1-02", "groen")
    tab.click(
        '[data-fii-meeting-lights] [data-fii-item="s1-02"] label:has(> [data-fii-holds])'
    )  # the other notes are past
    kept(tab)
    tab.click("[data-fii-step-tab=terugblik]")
    tab.has_text("[data-fii-changed]", "van rood naar groen")
    see(tab, "[data-fii-action=close-meeting]")
    assert tab.evaluate("document.querySelector('#overleg-erbij').value") == NAMED
    tab.has_text("[data-fii-review]", "Besproken: s1-02. (notitie van", seconds=90)
    assert "Besproken: s2-04." not in tab.text("[data-fii-review]")
    close(tab)
    same(tab, first, 2)
    see(tab, "[data-fii-action=save]")
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    assert [one.state for one in saved.reviews.values()] == [ReviewState.CLOSED] * 2
    assert sorted(one.date for one in saved.reviews.values()) == [day(0), day(LATER)]
    assert [one.state for one in saved.actions.values()] == [ActionState.OPEN] * 5
    tab.close()


@pytest.mark.full
@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_an_hour_in_webkit(launch: Launch, place: Place) -> None:
    """Its clock cannot be set ahead: the hour itself, and its papers after a reload with a point reworded."""
    tab = launch("webkit").tab()
    first = first_hour(tab, place)
    reword(tab)
    goto(tab, place.url(DOSSIER))
    same(tab, first, 1)
    tab.close()
