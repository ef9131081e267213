"""A core team holds its reviews: lights, a decision, an action that is carried over, a closed review that stays."""

import json
from pathlib import Path

import pytest

from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.records import ReviewState
from fii_widgets.dossier.write import text
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, choose, forget_all, goto, kept, see, take, wipe, write

PANEL = "[data-fii-review]"
GOLDEN = Path(__file__).parents[2] / "golden" / "0.2.0-acties.json"


def tick(tab: Tab, name: str, value: str) -> None:
    tab.click(f'label:has(> input[name="{name}"][value="{value}"])')


def start(tab: Tab, date: str) -> None:
    see(tab, "#overleg-datum")
    tab.call(
        """(date) => { const field = document.querySelector('#overleg-datum'); field.value = date;
        field.dispatchEvent(new Event('change', {bubbles: true})); }""",
        date,
    )
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")


def begin(tab: Tab, place: Place) -> None:
    """A meeting about phase 1 is held, in a dossier that holds nothing else."""
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tick(tab, "overleg.fase", "1")
    start(tab, "2026-11-02")


def decide(tab: Tab, words: str) -> None:
    see(tab, "[data-fii-decisions]")
    tab.click("[data-fii-action=add-decision]")
    tab.type(words)


def agree(tab: Tab, *words: str) -> None:
    """Write an action down: what, and who; in the step of the meeting that is held, or in their own view."""
    at = "[data-fii-step-tab=acties]"
    tab.click(at if tab.is_visible(at) else "[data-fii-to=acties]")
    tab.click("[data-fii-action=add-action]")
    for text_ in words:
        tab.type(text_)
        tab.press("Tab")


def close(tab: Tab) -> None:
    see(tab, "[data-fii-action=close-meeting]")
    tab.click("[data-fii-action=close-meeting]")
    tab.click("[data-fii-action=close-now]")
    tab.wait_until("() => !document.querySelector('[data-fii-meeting-start]').hidden", seconds=90)


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_team_holds_two_reviews(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.click("[data-fii-action=start-meeting]")
    tab.has_text("[data-fii-meeting-alert]", "Kies ten minste één fase.")
    tick(tab, "overleg.ritme", "2-wekelijks")
    tick(tab, "overleg.fase", "1")
    start(tab, "2026-11-02")
    tab.click("[data-fii-step-tab=lichten]")
    choose(tab, "s1-01", "rood")
    choose(tab, "s1-02", "groen")
    write(tab, "s1-02", "De wethouder <b>twijfelt</b>.")
    decide(tab, "Wij wachten niet & <b>bellen</b>.")
    agree(tab, "Afspraak maken", "PL")
    tab.click("[data-fii-step-tab=afsluiten]")
    tab.has_text(PANEL, "Wij wachten niet & <b>bellen</b>.", seconds=90)
    tab.has_text(PANEL, "Afspraak maken")
    tab.has_text(PANEL, "De wethouder <b>twijfelt</b>.")
    tab.click("[data-fii-step-tab=acties]")
    tab.wait_until("() => document.querySelector('[data-fii-actions] option[value=s1-01]') !== null")
    tab.call(
        """(point) => { const select = document.querySelector('[data-fii-actions] select[data-fii-part=item]');
        select.value = point; select.dispatchEvent(new Event('change', {bubbles: true})); }""",
        "s1-01",
    )
    for task in ("Bellen", "Aanbod maken", "Zaal huren"):
        agree(tab, task)
    close(tab)
    see(tab, "[data-fii-history]")
    tab.has_text("[data-fii-history]", "rood op 2 nov 2026")

    choose(tab, "s1-01", "groen")
    start(tab, "2026-11-16")
    tab.has_text("[data-fii-changed]", "van rood naar groen")
    tab.click("[data-fii-step-tab=lichten]")
    tab.has_text("[data-fii-item='s1-01'] [data-fii-before]", "Vorige keer: rood.")
    tab.has_text("[data-fii-item='s1-02'] [data-fii-before]", "Notitie van 2 november 2026; klopt die nog?")
    tab.click("[data-fii-meeting-lights] [data-fii-item='s1-02'] label:has(> [data-fii-holds])")
    tab.click("[data-fii-step-tab=afsluiten]")
    tab.has_text(PANEL, "Punt 1, fase 1 ging van rood naar groen")
    tab.has_text(PANEL, "Acties die nog lopen")
    close(tab)
    see(tab, "[data-fii-past]")
    tab.click("[data-fii-past] li:last-child button")
    tab.has_text("[data-fii-past-review]", "Wij wachten niet & <b>bellen</b>.")
    tab.has_text("[data-fii-past-review]", "De wethouder <b>twijfelt</b>.")
    tab.click("#overleg-correctie")
    tab.type("Het besluit ging over de wethouder.")
    tab.click("[data-fii-action=add-correction]")
    tab.has_text("[data-fii-past-review]", "Het besluit ging over de wethouder.")
    tab.click("[data-fii-action=compare-meetings]")
    tab.has_text("[data-fii-compared]", "Beter")
    kept(tab)

    written = tab.download("[data-fii-action=save]").read_text("utf-8")
    saved = read_dossier(json.loads(written))
    assert text(saved) == written  # the page and the command line write the same bytes
    first, second = sorted(saved.reviews.values(), key=lambda review: review.date)
    assert (first.state, second.state) == (ReviewState.CLOSED, ReviewState.CLOSED)
    assert (first.lights["s1-01"], second.lights["s1-01"]) == ("rood", "groen")
    assert [{item: note.text for item, note in one.notes.items()} for one in (first, second)] == [
        {"s1-02": "De wethouder <b>twijfelt</b>."}
    ] * 2
    assert all(note.at <= one.at for one in (first, second) for note in one.notes.values())  # not taken for added later
    assert first.next == "2026-11-16"
    assert [(one.text, one.owner, one.item) for one in saved.actions.values()] == [
        ("Afspraak maken", "PL", "s1-01"), ("Bellen", "", ""), ("Aanbod maken", "", ""), ("Zaal huren", "", ""),
    ]  # fmt: skip
    goto(tab, place.url(DOSSIER, "#acties"))
    shown = tab.evaluate("[...document.querySelectorAll('[data-fii-actions] textarea')].map((one) => one.value)")
    in_order = sorted(saved.actions.values(), key=lambda one: (one.due or "9999", one.owner))
    assert shown == [one.text for one in in_order]  # by their day and who, then as they came
    see(tab, "[data-fii-history]")
    tab.has_text("[data-fii-history]", "groen op 16 nov", seconds=90)
    forget_all(tab, place)
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_line_is_taken_away_and_put_back(shared: Shared, kind: str, place: Place) -> None:
    """Two presses, the focus goes along, and what was taken away is in no paper, also after a reload."""
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#acties"))
    for text_ in ("Bellen met PL", "Een vergissing"):
        tab.click("[data-fii-action=add-action]")
        tab.type(text_)
    tab.click("[data-fii-actions] > li:last-child [data-fii-remove]")
    tab.has_text("[data-fii-actions] > li:last-child", "Weggehaald: ‘Een vergissing’")
    tab.has_text(".fii-meetings [data-fii-progress]", "Weggehaald: ‘Een vergissing’")
    assert tab.evaluate("document.activeElement.textContent") == "Zet terug"
    tab.press("Enter")
    tab.wait_until("() => document.activeElement.value === 'Een vergissing'")
    tab.click("[data-fii-actions] > li:last-child [data-fii-remove]")
    kept(tab)
    goto(tab, place.url(DOSSIER, "#acties"))
    shown = "[...document.querySelectorAll('[data-fii-actions] textarea')].map((one) => one.value)"
    tab.wait_until(f"() => {shown}.length > 0")
    assert tab.evaluate(shown) == ["Bellen met PL"]
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    assert sorted((one.text, one.removed) for one in saved.actions.values()) == [
        ("Bellen met PL", False),
        ("Een vergissing", True),
    ]
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_a_meeting_begun_or_closed_by_mistake_is_taken_back_and_the_next_one_remembers(
    shared: Shared, place: Place
) -> None:
    tab = shared("chromium").tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.click("[data-fii-action=start-meeting]")
    assert tab.evaluate("document.activeElement.name") == "overleg.fase"  # what is missing has the focus
    tick(tab, "overleg.fase", "2")
    tab.click("#overleg-aanwezig")
    tab.type("PL, KV")
    start(tab, "2026-11-02")
    see(tab, "[data-fii-action=remove-meeting]")
    tab.click("[data-fii-action=remove-meeting]")
    tab.has_text("[data-fii-meeting-done]", "Het overleg van 2 november 2026 is weggehaald.")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-done]')")
    tab.click("[data-fii-meeting-done] button")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    agree(tab, "Bellen")
    assert tab.evaluate("[...document.querySelectorAll('#overleg-namen option')].map((one) => one.value)") == [
        "PL",
        "KV",
    ]
    for day, told in (
        ("2026-01-05", "maandag 5 januari 2026. Die dag is al voorbij."),
        ("2099-01-05", "Dat is maandag 5 januari 2099."),
    ):
        tab.call(
            """(day) => { const field = document.querySelector('[data-fii-actions] [data-fii-part=due]'); field.value = day;
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true})); }""",
            day,
        )
        tab.has_text("[data-fii-actions] [data-fii-room]", told)
    assert "voorbij" not in tab.text("[data-fii-actions]")
    close(tab)
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-done]')")
    tab.click("[data-fii-reopen]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    close(tab)
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-done]')")
    tab.click("[data-fii-meeting-done] [data-fii-paper^=overleg]")
    tab.wait_until("() => document.querySelector('[name=\"papieren.stuk\"]:checked')?.value === 'overleg'")
    see(tab, "[data-fii-meeting-start]")
    assert tab.evaluate(
        "[...document.querySelectorAll('[name=\"overleg.fase\"]:checked')].map((box) => box.value)"
    ) == ["2"]
    assert tab.evaluate("document.querySelector('#overleg-aanwezig').value") == "PL, KV"
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    [review] = saved.reviews.values()
    assert review.state is ReviewState.CLOSED
    assert review.minutes is not None
    assert [one.text for one in review.minutes.tasks] == ["Bellen"]
    tab.wait_until("() => !document.querySelector('[data-fii-reopen]')")  # a file was made: closed is closed
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    see(tab, "[data-fii-action=remove-meeting]")
    tab.click("[data-fii-action=remove-meeting]")
    tab.wait_until("() => document.querySelector('[data-fii-meeting-done] button') !== null")
    boxes = "[...document.querySelectorAll('[name=\"overleg.fase\"]:checked')].map((box) => box.value)"
    wipe(tab)
    tab.wait_until(f"() => {boxes}.length === 0")
    assert not tab.is_visible("[data-fii-meeting-done]")  # it was a meeting of what was wiped
    take(tab, GOLDEN)
    tab.wait_until(f"() => {boxes}.join() === '1,2'")  # also of a file that is opened here
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_an_action_is_tied_to_a_light_while_no_meeting_is_held(shared: Shared, place: Place) -> None:
    tab = shared("chromium").tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-04", "rood")
    goto(tab, place.url(DOSSIER, "#acties"))
    tab.click("[data-fii-action=add-action]")
    tab.type("Bellen")
    tab.wait_until(
        """() => [...document.querySelectorAll('[data-fii-actions] option')].some((one) => one.textContent.startsWith('Punt 5, fase 1: '))""",
        seconds=90,
    )
    forget_all(tab, place)
    tab.close()
