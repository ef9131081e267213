"""Around a meeting: it is planned, moved, skipped or called off; its day and phases change; what is open is said; it is reopened."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text
from fii_widgets.dossier.write import text
from fii_widgets.words.common import day as told
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, forget_all, goto, holding, kept, see
from tests.browser.meetings.test_meetings import agree, begin, close, tick

TITLE = "() => document.activeElement.matches('[data-fii-meeting-title]')"
PHASES = "[...document.querySelectorAll('[name=\"overleg.fase\"]:checked')].map((box) => box.value).join()"
SET = """([selector, value]) => { const field = document.querySelector(selector); field.value = value;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true})); }"""


def day(after: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=after)).isoformat()


def put(tab: Tab, selector: str, value: str) -> None:
    tab.call(SET, [selector, value])


def saved(tab: Tab) -> Dossier:
    return read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))


def agenda(tab: Tab, title: str) -> None:
    """The agenda of the meeting to come is chosen and can be made."""
    tab.click("[data-fii-coming] [data-fii-paper]")
    tab.wait_until(
        "(title) => document.querySelector('select[data-fii-of=overleg]').selectedOptions[0]?.textContent.includes(title)",
        title,
        seconds=90,
    )


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_first_meeting_is_planned_moved_called_off_and_begun(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tick(tab, "overleg.ritme", "2-wekelijks")
    see(tab, "[data-fii-stand]")
    tab.click("[data-fii-stand-meeting] [href='#overleg-datum']")
    tab.wait_until("() => document.activeElement.id === 'overleg-datum'")
    tick(tab, "overleg.fase", "2")
    tab.click("#overleg-aanwezig")
    tab.type("PL, KV")
    put(tab, "#overleg-datum", day(-1))
    tab.click("[data-fii-action=plan-meeting]")
    tab.has_text("[data-fii-meeting-alert]", "Die dag is al voorbij.")
    put(tab, "#overleg-datum", day(5))
    tab.click("[data-fii-action=plan-meeting]")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(5))}, over 5 dagen.")
    tab.wait_until("() => document.activeElement.matches('[data-fii-coming]')")
    agenda(tab, told(day(5)))
    see(tab, "[data-fii-stand]")
    tab.has_text("[data-fii-stand-meeting]", f"Volgend overleg: {told(day(5))}")
    see(tab, "#overleg-datum")
    tab.click("[data-fii-skip]")
    tab.has_text(
        "[data-fii-coming]",
        f"Het overleg van {told(day(5))} is verzet naar {told(day(19))}.",
        seconds=90,
    )
    tab.click("[data-fii-plan-back]")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(5))}")
    put(tab, "#overleg-datum", day(7))
    tab.click("[data-fii-action=plan-meeting]")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(7))}")
    tab.click("[data-fii-cancel]")
    tab.has_text("[data-fii-coming]", f"Het overleg van {told(day(7))} gaat niet door.")
    tab.has_text("[data-fii-coming]", "Er is nog geen datum voor het volgende overleg.")
    tab.click("[data-fii-plan-back]")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(7))}")
    kept(tab)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(7))}")
    assert tab.evaluate(PHASES) == "2"  # as it was planned
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until(TITLE)
    (review,) = saved(tab).reviews.values()
    assert (review.state, review.date, review.phases) == (ReviewState.OPEN, day(0), (2,))
    assert review.present == ("PL", "KV")
    forget_all(tab, place)
    tab.close()


def closed(tab: Tab, place: Place, folder: Path) -> None:
    """A dossier whose team met, and agreed on a day to come."""
    at = "2026-11-09T10:00:00.000Z"
    review = Review(
        at=at, date="2026-11-09", next=day(6), phases=(1,), state=ReviewState.CLOSED, present=("PL",)
    )  # fmt: skip
    answers = {"s1-02": Answer(choice="rood", at=at)}
    team = Dossier(edition="handboek-fii", saved=at, answers=answers, reviews={"r-1": review})
    holding(tab, place, folder, text(team))


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_a_meeting_that_was_agreed_is_moved_and_the_closed_one_stays(
    shared: Shared, place: Place, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    closed(tab, place, tmp_path)
    see(tab, "#overleg-datum")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(6))}")
    assert not tab.is_visible("[data-fii-skip]")  # without a rhythm there is no day to skip to
    put(tab, "#overleg-datum", day(8))
    tab.click("[data-fii-action=plan-meeting]")
    tab.has_text("[data-fii-coming]", f"Het overleg van {told(day(6))} is verzet naar {told(day(8))}.")
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until(TITLE)
    see(tab, "[data-fii-action=remove-meeting]")
    tab.click("[data-fii-action=remove-meeting]")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(8))}")  # begun by mistake: its plan stands
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until(TITLE)
    see(tab, "#overleg-volgende")
    put(tab, "#overleg-volgende", day(30))
    close(tab)
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(30))}")  # what was agreed last
    reviews = saved(tab).reviews
    assert reviews["r-1"].next == day(6)
    forget_all(tab, place)
    tab.close()


def rhythmic(tab: Tab, place: Place, folder: Path) -> None:
    """A dossier whose team met three times, and meets every two weeks."""
    at = "2026-11-09T10:00:00.000Z"
    held = {
        f"r-{n}": Review(at=at, date=f"2026-0{n}-15", phases=(1,), state=ReviewState.CLOSED) for n in (5, 6, 7)
    }  # fmt: skip
    team = Dossier(edition="handboek-fii", saved=at, rhythm=Text(at=at, text="2-wekelijks"), reviews=held)
    holding(tab, place, folder, text(team))
    see(tab, "#overleg-datum")


NEXT = "document.querySelector('#overleg-volgende').value"


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_the_next_day_is_filled_in_and_a_day_off_is_told(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    rhythmic(tab, place, tmp_path)
    year = datetime.now(UTC).year + 1
    put(tab, "#overleg-datum", f"{year}-12-11")
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until(TITLE)
    see(tab, "#overleg-volgende")
    tab.wait_until(f"() => {NEXT} !== ''", seconds=90)
    assert tab.evaluate(NEXT) == f"{year}-12-25"  # the rhythm's, whatever day it is
    tab.has_text("[data-fii-next-off]", "Dat is Eerste Kerstdag.")
    tab.click("[data-fii-next-off] [data-fii-take-day]")
    tab.wait_until("() => document.querySelector('[data-fii-next-off]').textContent === ''")
    assert tab.evaluate(NEXT) != f"{year}-12-25"
    put(tab, "#overleg-volgende", "")
    tab.click("[data-fii-step-tab=terugblik]")
    see(tab, "#overleg-volgende")
    assert tab.evaluate(NEXT) == ""  # what a reader made of it stays
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_a_plan_that_stands_is_the_next_day_and_a_meeting_leads_to_its_neighbours(
    shared: Shared, place: Place, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    rhythmic(tab, place, tmp_path)
    put(tab, "#overleg-datum", day(30))
    tab.click("[data-fii-action=plan-meeting]")
    tab.has_text("[data-fii-coming]", f"Volgend overleg: {told(day(30))}")
    put(tab, "#overleg-datum", day(0))
    tab.click("[data-fii-action=start-meeting]")
    tab.wait_until(TITLE)
    tab.click("[data-fii-report-before]")
    ways = "[data-fii-past-ways]"
    tab.has_text(ways, f"Ervoor: Overleg van {told('2026-06-15')}")
    tab.has_text(ways, f"Erna: Overleg van {told(day(0))}")  # the one that is held
    tab.click(f"{ways} p:first-child button")
    tab.has_text("[data-fii-past-review]", f"Verslag van het overleg, {told('2026-06-15')}", seconds=90)
    tab.wait_until("() => document.activeElement.matches('[data-fii-past-review]')")
    tab.has_text(ways, f"Erna: Overleg van {told('2026-07-15')}")
    tab.click(f"{ways} p:first-child button")
    tab.wait_until("(ways) => !document.querySelector(ways).textContent.includes('Ervoor')", ways)  # the first one
    see(tab, "#overleg-volgende")
    assert tab.evaluate(NEXT) == day(30)
    close(tab)
    assert [one.next for one in saved(tab).reviews.values() if one.date == day(0) and not one.removed] == [day(30)]
    forget_all(tab, place)
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_the_day_and_the_phases_of_a_meeting_change_while_it_is_held(shared: Shared, place: Place) -> None:
    tab = shared("chromium").tab()
    begin(tab, place)
    tab.click("[data-fii-step-tab=lichten]")
    tab.click('[data-fii-meeting-lights] [data-fii-item="s1-01"] label:has(> input[value="rood"])')
    tab.click("[data-fii-facts] > summary")
    put(tab, "#overleg-dag", "2026-11-03")
    tab.has_text("[data-fii-meeting-title]", "Overleg van 3 november 2026")
    tick(tab, "overleg.nu", "2")
    tab.wait_until("() => document.querySelector('[data-fii-meeting-lights] [data-fii-item=s2-01]') !== null")
    tick(tab, "overleg.nu", "1")
    tab.wait_until("() => document.querySelector('[data-fii-meeting-lights] [data-fii-item=s1-01]') === null")
    tick(tab, "overleg.nu", "2")
    tab.has_text("[data-fii-facts-alert]", "Kies ten minste één fase.")
    assert tab.evaluate('document.querySelector(\'[name="overleg.nu"][value="2"]\').checked')
    put(tab, "#overleg-dag", "")
    tab.has_text("[data-fii-facts-alert]", "Kies eerst een datum")
    kept(tab)
    found = saved(tab)
    (review,) = found.reviews.values()
    assert (review.date, review.phases, found.answers["s1-01"].choice) == ("2026-11-03", (2,), "rood")
    tick(tab, "overleg.nu", "1")
    tab.wait_until(
        "() => document.querySelector('[data-fii-meeting-lights] [data-fii-item=s1-01] input[value=rood]')?.checked"
    )
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_what_is_open_is_said_before_closing_and_each_leads_there(shared: Shared, place: Place) -> None:
    tab = shared("chromium").tab()
    begin(tab, place)
    tab.click("[data-fii-step-tab=lichten]")
    tab.click('[data-fii-meeting-lights] [data-fii-item="s1-01"] label:has(> input[value="rood"])')
    tab.click("[data-fii-step-tab=bespreken]")
    tab.click("[data-fii-action=add-topic]")
    tab.type("De zaal")
    tab.press("Tab")
    agree(tab, "Bellen")
    ends = "[...document.querySelectorAll('[data-fii-loose] .fii-feit__wat')].map((line) => line.textContent.trim())"
    for at, says, there in (
        (1, "Fase 1: 10 punten hebben nog geen licht", "[data-fii-meeting-lights] [data-fii-item='s1-02'] input"),
        (2, "1 onderwerp is nog niet besproken", "[data-fii-topics] [data-fii-part=text]"),
        (3, "1 actie heeft nog geen naam of geen datum", "[data-fii-actions] [data-fii-part=text]"),
        (4, "Er is nog geen datum voor het volgende overleg", "#overleg-volgende"),
    ):
        see(tab, "[data-fii-loose]")
        assert tab.evaluate(ends)[at - 1] == says
        tab.click(f"[data-fii-loose] > li:nth-child({at}) button")
        tab.wait_until("(there) => document.activeElement.matches(there)", there)
    put(tab, "#overleg-volgende", day(14))
    tab.wait_until(f"() => {ends}.length === 3")
    tab.has_text(
        ".fii-field:has(> #overleg-volgende)", "Dat is"
    )  # what stands beside the day moves the button below it
    close(tab)  # nothing of it holds anybody up
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_meeting_closed_by_mistake_is_opened_again_after_a_reload(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    begin(tab, place)
    close(tab)
    kept(tab)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.has_text("[data-fii-meeting-done]", "Het overleg van 2 november 2026 is gesloten.")
    tab.click("[data-fii-reopen]")
    tab.wait_until(TITLE)
    kept(tab)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.wait_until("() => !document.querySelector('[data-fii-meeting-open]').hidden")
    assert not tab.is_visible("[data-fii-meeting-done]")
    close(tab)
    (review,) = saved(tab).reviews.values()
    assert review.state is ReviewState.CLOSED
    kept(tab)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.wait_until("() => !document.querySelector('[data-fii-meeting-start]').hidden")
    assert not tab.is_visible("[data-fii-reopen]")  # a file was made: closed is closed
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_a_meeting_stays_closed_where_a_file_of_it_was_made_on_another_page(shared: Shared, place: Place) -> None:
    tab = shared("chromium").tab()
    begin(tab, place)
    close(tab)
    kept(tab)
    remembered = tab.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('fii-gesloten:'))")
    assert [len(text_.split(" ")) for _, text_ in remembered] == [
        2
    ]  # its id and the time, and nothing of what was said
    saved(tab)
    tab.wait_until("() => !document.querySelector('[data-fii-reopen]')")
    tab.call(
        "(kept) => kept.forEach(([key, text]) => localStorage.setItem(key, text))", remembered
    )  # as that page leaves it
    kept(tab)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.wait_until("() => !document.querySelector('[data-fii-meeting-start]').hidden")
    assert not tab.is_visible("[data-fii-reopen]")
    forget_all(tab, place)
    tab.close()


@pytest.mark.no_python
@pytest.mark.parametrize("place", ["http"], indirect=True)
def test_the_lights_go_by_keyboard_and_a_step_remembers_where_it_was(shared: Shared, place: Place) -> None:
    tab = shared("chromium").tab()
    begin(tab, place)
    tab.click("[data-fii-step-tab=lichten]")
    tab.click("label:has(> [data-fii-only-open])")
    tab.click('[data-fii-meeting-lights] [data-fii-item="s1-01"] label:has(> input[value="groen"])')
    at = "document.activeElement.closest('[data-fii-item]')?.dataset.fiiItem"
    for key, item in (("Enter", "s1-02"), ("Enter", "s1-03"), ("Shift+Enter", "s1-02"), ("Shift+Enter", "s1-02")):
        tab.press(key)  # the first is green by now, and passed over
        assert tab.evaluate(at) == item
    for _ in range(6):
        tab.press("Enter")
    assert tab.evaluate(at) == "s1-11"
    sight = "(() => { const box = document.querySelector('[data-fii-item=s1-11]').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()"
    tab.evaluate("scrollTo(0, 0)")
    tab.click("[data-fii-step-tab=acties]")
    tab.click("[data-fii-step-tab=lichten]")
    tab.wait_until(f"() => {sight}")
    tab.press("Tab")
    forget_all(tab, place)
    tab.close()
