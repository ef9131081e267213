"""Papers for a meeting as a reader makes them, a report that is a save file too, and choices that travel by link."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pytest
from pypdf import PdfReader

from fii_widgets.dossier.file.kinds import carried_text
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import (
    DOSSIER,
    answer,
    as_file,
    choose,
    complains,
    dossier,
    forget_all,
    goto,
    holds,
    kept,
    offer,
    see,
    take,
    wipe,
)
from tests.browser.served import Server

PLACES = [("chromium", "http"), ("firefox", "file"), ("webkit", "http"), ("webkit", "file")]
AT = "2026-11-22T10:00:00.000Z"
DECISION = "=Wij gaan door & <b>bellen</b>"
TEAM: dict[str, Any] = dossier(
    {"s1-01": {"choice": "groen"}, "s1-02": {"choice": "rood", "note": "Vraag het na."}},
    schema=2,
    name={"at": AT, "text": "Samen Leren"},
    rhythm={"at": AT, "text": "2-wekelijks"},
    reviews={
        "r-1": {
            "at": AT,
            "date": "2026-11-22",
            "state": "closed",
            "phases": [1],
            "lights": {"s1-02": "rood"},
            "decisions": {"d-1": {"at": AT, "text": DECISION}},
        }
    },
    actions={"a-1": {"at": AT, "text": "+Bellen", "owner": "PL", "state": "open", "review": "r-1"}},
)


def pick(tab: Tab, what: str, value: str) -> None:
    tab.click(f'label:has(> input[name="papieren.{what}"][value="{value}"])')


def made(tab: Tab, paper: str, format_: str) -> bytes:
    """Ask for a file as a reader does, and give what came on the disk."""
    pick(tab, "stuk", paper)
    pick(tab, "soort", format_)
    file = tab.download("[data-fii-action=make]")
    tab.has_text(
        "[data-fii-widget=papers] [data-fii-progress]", f"Gemaakt: {paper if paper != 'afspraken' else 'overleg'}"
    )
    return file.read_bytes()


def on_paper(tab: ChromiumTab) -> None:
    """The report that the page gives its printer: the report alone, tagged and in Dutch."""
    tab.call("() => { window.print = () => undefined; }")
    pick(tab, "stuk", "overleg")
    pick(tab, "soort", "print")
    tab.click("[data-fii-action=make]")
    tab.wait_until("() => document.documentElement.classList.contains('is-sheet')", seconds=90)
    pdf = PdfReader(io.BytesIO(tab.page.pdf(tagged=True)))
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "Verslag van het overleg, 22 november 2026" in words
    assert DECISION in words
    assert "+Bellen" in words
    assert "Maak het bestand" not in words  # nothing of the page around it
    root = pdf.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl"


def told(text: str) -> dict[str, Any]:
    """A dossier without what every writing of it changes: its time, and the line that it was opened."""
    found: dict[str, Any] = json.loads(text)
    found["history"] = [one for one in found["history"] if one["event"] != "opened"]
    return found | {"saved": ""}


def test_a_paper_is_read_before_it_is_made(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    goto(tab, f"{server.url}/{DOSSIER}#stukken")
    tab.wait_until(
        "() => document.querySelector('[name=\"papieren.stuk\"]:checked').value === 'overleg'"
    )  # it was held
    tab.click("[data-fii-action=preview]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-paper-title]')")
    tab.has_text("[data-fii-paper-body]", "Verslag van het overleg, 22 november 2026", seconds=90)
    tab.has_text("[data-fii-paper-body]", DECISION)  # as text
    assert tab.count("[data-fii-paper-body] [data-fii-column=Wie]") == 1
    tab.has_text("[data-fii-widget=papers] [data-fii-progress]", "Het voorbeeld staat er.")
    tab.press("Escape")
    tab.wait_until("() => document.activeElement.matches('[data-fii-action=preview]')")
    assert tab.count("[data-fii-paper-body] *") == 0
    pick(tab, "stuk", "afspraken")
    assert not tab.is_visible("[data-fii-action=preview]")  # an appointment is no paper
    pick(tab, "stuk", "plan-van-aanpak")
    tab.click("[data-fii-action=preview]")
    tab.has_text("[data-fii-papers-alert]", "Dit stuk is er nog niet.")
    assert not tab.is_visible("[data-fii-paper-preview]")
    tab.close()


@pytest.mark.parametrize(("kind", "place"), PLACES, indirect=["place"])
def test_a_team_takes_its_papers_along(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#papieren"))
    tab.has_text("[data-fii-missing=agenda]", "Nog geen overleg.", seconds=90)
    tab.click("[data-fii-action=make]")
    tab.has_text("[data-fii-papers-alert]", "Dit stuk is er nog niet. Nog geen overleg.")
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    see(tab, "[data-fii-missing=agenda]")
    tab.wait_until("() => document.querySelector('[data-fii-missing=agenda]').textContent === ''", seconds=90)
    tab.has_text("[data-fii-missing=plan-van-aanpak]", "Nog niets ingevuld bij")

    pick(tab, "stuk", "overleg")
    assert not tab.is_visible('input[name="papieren.soort"][value="csv"]')  # only tables: no decisions
    assert tab.is_visible('input[name="papieren.soort"][value="ods"]')
    document = docx.Document(io.BytesIO(made(tab, "overleg", "docx")))
    assert DECISION in [paragraph.text for paragraph in document.paragraphs]
    book = openpyxl.load_workbook(io.BytesIO(made(tab, "acties", "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "+Bellen"] == ["s"]
    (event,) = icalendar.Calendar.from_ical(made(tab, "afspraken", "ics")).walk("VEVENT")
    assert (str(event["DTSTART"].dt), event["RRULE"]["INTERVAL"]) == ("2026-12-06", [2])
    if isinstance(tab, ChromiumTab):
        on_paper(tab)
    tab.close()


@pytest.mark.parametrize(("kind", "place"), PLACES, indirect=["place"])
def test_a_report_is_a_save_file(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    tab.wait_until("() => !document.querySelector('[data-fii-preview]').checkVisibility()")
    report = tab.download("[data-fii-action=save-report]")
    page = report.read_text("utf-8")
    assert "Vraag het na." in page.partition("<script")[0]
    before = tab.download("[data-fii-action=save]").read_text("utf-8")
    assert told(carried_text(page)) == told(before)
    wipe(tab)
    hostile = as_file(tmp_path, page.replace('"fii-dossier">', '"fii-dossier"><b>', 1), "vals.html")
    offer(tab, hostile)
    complains(tab, "page", "vals.html")
    take(tab, report)
    holds(tab, {"s1-02": ("rood", "Vraag het na.")})
    after = tab.download("[data-fii-action=save]").read_text("utf-8")
    assert told(after) == told(before)
    forget_all(tab, place)
    tab.close()


LINKED = "[data-fii-dialog=linked]"


@pytest.mark.parametrize(("kind", "place"), PLACES, indirect=["place"])
def test_choices_travel_by_link(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-01", "groen")
    choose(tab, "s1-02", "rood")
    kept(tab)
    tab.click("#stoplicht-1 [data-fii-action=share]")
    link = str(tab.wait_until("() => document.querySelector('[data-fii-link]')?.value", seconds=90))
    if place.kind == "http":
        assert link.startswith(place.url("checklists/stoplicht-1/", "#fii1~"))
        tab.wait_until("() => document.querySelector('[data-fii-dialog=share] svg.fii-qr')", seconds=90)
    else:
        tab.has_text("[data-fii-dialog=share]", "De link werkt alleen voor wie dezelfde map kan openen")
    tab.press("Escape")
    wipe(tab)
    choose(tab, "s1-02", "groen")
    kept(tab)

    goto(tab, link)
    tab.has_text(LINKED, "Deze link vult 2 punten in bij", seconds=90)
    tab.has_text(LINKED, "1 van uw eigen keuzes wordt dan vervangen.")
    assert (answer(tab, "s1-01")[0], answer(tab, "s1-02")[0]) == ("", "groen")
    tab.click(f"{LINKED} [data-fii-linked=empty-only]")
    holds(tab, {"s1-01": ("groen", ""), "s1-02": ("groen", "")})
    tab.click(f"{LINKED} [data-fii-linked=undo]")
    tab.has_text(LINKED, "Ongedaan gemaakt.")
    holds(tab, {"s1-01": ("", ""), "s1-02": ("groen", "")})
    tab.click(f"{LINKED} [data-fii-linked=close]")
    tab.wait_until("() => location.hash === '#stoplicht-1'")
    kept(tab)

    goto(tab, link)
    tab.has_text(LINKED, "Neem alles over", seconds=90)
    tab.click(f"{LINKED} [data-fii-linked=all]")
    holds(tab, {"s1-01": ("groen", ""), "s1-02": ("rood", "")})
    tab.press("Escape")
    kept(tab)  # what is on its way to the store goes with a page that is left
    cut = link.partition("#")[2][:-4]
    for hostile in (cut, "fii1~stoplicht-1~0~s1~%3Cimg src=x onerror=alert(1)%3E:-01", "fii1~" + "a" * 60_000):
        tab.call("(hash) => { location.hash = hash; return true; }", hostile)
        tab.has_text(LINKED, "Deze link is niet heel. Uw antwoorden zijn niet veranderd.", seconds=90)
        assert tab.count(f"{LINKED} img") == 0
        tab.press("Escape")
        holds(tab, {"s1-01": ("groen", ""), "s1-02": ("rood", "")})
    forget_all(tab, place)
    tab.close()
