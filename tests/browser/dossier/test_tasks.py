"""Twelve tasks of the people who use the dossier, each in at most seven actions. A test is named after its task.

An action is what a hand does: open a page, click, type a line, press a key, choose a file. Looking is none.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import icalendar
import pytest
from pypdf import PdfReader

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, dossier, goto, kept, take
from tests.browser.served import Server

MOST = 7
AT = "2026-11-09T10:00:00.000Z"
SOON = 90.0
#: a team that met once: one light is red, one action runs
TEAM: dict[str, Any] = dossier(
    {"s1-01": {"choice": "groen"}, "s1-02": {"choice": "rood", "note": "Vraag het na."}},
    schema=2,
    name={"at": AT, "text": "Wijk Noord"},
    rhythm={"at": AT, "text": "2-wekelijks"},
    reviews={
        "r-1": {"at": AT, "date": "2026-11-09", "state": "closed", "phases": [1], "lights": {"s1-02": "rood"}},
    },
    actions={"a-1": {"at": AT, "text": "Wethouder bellen", "owner": "PL", "state": "open", "review": "r-1"}},
    members={"m-1": {"at": AT, "label": "Ans", "role": "kern"}, "m-2": {"at": AT, "label": "Bo", "role": "kern"}},
)


class Person:
    """Someone at a page, whose actions are counted."""

    def __init__(self, tab: Tab, place: Place) -> None:
        self.tab, self.place, self.actions, self.most = tab, place, 0, MOST

    def begins(self, most: int) -> None:
        """Count from here: what follows is one job, and may take so many actions."""
        self.actions, self.most = 0, most

    def has(self, folder: Path, content: dict[str, Any]) -> None:
        """Begin with a dossier in this browser; that was done before the task."""
        goto(self.tab, self.place.url(DOSSIER))
        take(self.tab, as_file(folder, content))
        kept(self.tab)
        self.tab.wait_until("() => !document.querySelector('[data-fii-preview]').checkVisibility()")

    def opens(self, page: str, anchor: str = "") -> None:
        self._does()
        goto(self.tab, self.place.url(page, anchor))

    def clicks(self, selector: str) -> None:
        self._does()
        self.tab.click(selector)

    def action(self, name: str, within: str = "") -> None:
        self.clicks(f"{within} [data-fii-action={name}]")

    def chooses(self, name: str, value: str) -> None:
        self.clicks(f'label:has(> input[name="{name}"][value="{value}"])')

    def types(self, text: str) -> None:
        self._does()
        self.tab.type(text)

    def presses(self, key: str) -> None:
        self._does()
        self.tab.press(key)

    def gives(self, selector: str, *files: Path) -> None:
        self._does()
        self.tab.upload(selector, *files)

    def downloads(self, name: str, within: str = "") -> Path:
        self._does()
        return self.tab.download(f"{within} [data-fii-action={name}]")

    def sees(self, selector: str, text: str) -> None:
        self.tab.has_text(selector, text, seconds=SOON)

    def _does(self) -> None:
        self.actions += 1
        assert self.actions <= self.most, f"more than {self.most} actions"


@pytest.fixture
def person(shared: Shared, server: Server) -> Iterator[Person]:
    tab = shared("chromium").tab()
    yield Person(tab, Place("http", server.url))
    tab.close()


def test_an_eighth_action_is_refused(person: Person) -> None:
    person.actions = MOST
    with pytest.raises(AssertionError, match="more than 7"):
        person.types("a")


def held(person: Person, folder: Path) -> None:
    """A meeting that was begun, with one action that should have been done."""
    late = {"a-1": TEAM["actions"]["a-1"] | {"due": "2026-11-01"}}
    person.has(folder, TEAM | {"actions": late})
    goto(person.tab, person.place.url(DOSSIER))
    person.begins(1)
    person.clicks("[data-fii-begin]")
    person.tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")


def test_a_core_team_begins_a_meeting_from_stand_in_one_action(person: Person, tmp_path: Path) -> None:
    held(person, tmp_path)
    kept(person.tab)
    saved = json.loads(person.tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert [one["phases"] for one in saved["reviews"].values() if one["state"] == "open"] == [[1]]


def test_a_core_team_sets_a_light_in_one_action(person: Person, tmp_path: Path) -> None:
    held(person, tmp_path)
    person.tab.click("[data-fii-step-tab=lichten]")  # where the room is then
    person.begins(1)
    person.chooses("s1-02", "groen")
    kept(person.tab)
    saved = json.loads(person.tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert saved["answers"]["s1-02"]["choice"] == "groen"


def test_a_core_team_ticks_an_action_off_in_one_action(person: Person, tmp_path: Path) -> None:
    held(person, tmp_path)
    person.begins(1)
    person.clicks("[data-fii-due] button")
    person.sees("[data-fii-widget=meetings] [data-fii-progress]", "‘Wethouder bellen’ staat op klaar.")


def test_a_member_ticks_an_action_off_in_the_list_in_one_action(person: Person, tmp_path: Path) -> None:
    """Also one without a day; the focus goes on."""
    person.has(tmp_path, TEAM)
    person.opens(DOSSIER, "#acties")
    person.begins(1)
    person.clicks("[data-fii-record='a-1'] [data-fii-tick]")
    person.sees("[data-fii-widget=meetings] [data-fii-progress]", "‘Wethouder bellen’ staat op klaar.")
    person.tab.wait_until("() => document.activeElement.matches('[data-fii-action=add-action]')")


def test_a_core_team_agrees_on_an_action_with_an_owner_and_a_day_in_five_actions(
    person: Person, tmp_path: Path
) -> None:
    held(person, tmp_path)
    person.tab.click("[data-fii-step-tab=acties]")
    day = (date.today() + timedelta(days=14)).isoformat()  # the rhythm of the team
    person.begins(5)
    person.action("add-action")
    person.types("Zaal regelen")
    person.presses("Tab")
    person.types("KV")
    offered = "[data-fii-record]:focus-within [data-fii-next-day]"
    person.tab.wait_until("(s) => document.querySelector(s) !== null", offered)
    person.clicks(offered)
    kept(person.tab)
    saved = json.loads(person.tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert ("Zaal regelen", "KV", day) in [(one["text"], one["owner"], one["due"]) for one in saved["actions"].values()]


def test_a_core_team_closes_in_three_actions(person: Person, tmp_path: Path) -> None:
    held(person, tmp_path)
    person.begins(3)
    person.clicks("[data-fii-step-tab=afsluiten]")
    person.action("close-meeting")
    person.action("close-now")
    person.sees("[data-fii-meeting-done]", "is gesloten")


def test_a_design_with_a_step_more_fails(person: Person, tmp_path: Path) -> None:
    held(person, tmp_path)
    person.begins(3)
    person.clicks("[data-fii-step-tab=besluiten]")
    person.clicks("[data-fii-step-tab=afsluiten]")
    person.action("close-meeting")
    with pytest.raises(AssertionError, match="more than 3"):
        person.action("close-now")


def test_a_core_team_takes_a_working_day_in_the_place_of_a_holiday_in_one_action(
    person: Person, tmp_path: Path
) -> None:
    agreed = TEAM["reviews"]["r-1"] | {"next": f"{date.today().year + 1}-12-25"}
    person.has(tmp_path, TEAM | {"reviews": {"r-1": agreed}})
    goto(person.tab, person.place.url(DOSSIER, "#overleg"))
    person.sees("[data-fii-coming]", "Dat is Eerste Kerstdag.")
    person.begins(1)
    person.clicks("[data-fii-coming] [data-fii-take-day]")
    person.sees("[data-fii-coming]", "is verzet naar")
    assert "Kerstdag" not in person.tab.text("[data-fii-coming]")


def test_a_project_leader_asks_two_members_for_two_lists_in_four_actions(person: Person, tmp_path: Path) -> None:
    person.has(tmp_path, TEAM)
    goto(person.tab, person.place.url(DOSSIER, "#team"))
    person.begins(4)
    person.clicks("[data-fii-ask] summary")
    person.chooses("team.vraag", "startpunt")
    person.chooses("team.vraag", "pijlers")
    person.action("ask-team")
    person.sees("[data-fii-widget=team] [data-fii-progress]", "Er zijn 2 bestanden gemaakt, voor Ans en Bo.")


def test_a_member_gives_back_what_was_asked_in_one_action(person: Person, tmp_path: Path) -> None:
    own = dossier(
        {"sp-01": {"choice": "ja"}, "sp-02": {"choice": "nee"}},
        schema=3,
        actions={},
        member="m-1",
        members={"m-1": TEAM["members"]["m-1"] | {"asked": "startpunt", "given": "2026-11-09"}},
    )
    person.has(tmp_path, own)
    person.sees("[data-fii-copy-next]", "Klaar: de lijst die u is gevraagd, is ingevuld.")
    person.begins(1)
    assert person.downloads("give-back", "[data-fii-copy-next]").name.startswith("dossier-fii-ans-")


def test_a_core_team_says_which_light_is_red_and_why(person: Person) -> None:
    person.opens(DOSSIER, "#stoplicht-1")
    person.chooses("s1-02", "rood")
    person.clicks('[data-fii-item="s1-02"] [data-fii-note-toggle]')
    person.clicks('[name="s1-02.note"]')
    person.types("De wethouder beslist later.")
    person.sees("#stoplicht-1 [data-fii-summary]", "Uw notitie: De wethouder beslist later.")


def test_a_core_team_begins_a_review_and_sees_what_changed(person: Person, tmp_path: Path) -> None:
    person.has(tmp_path, TEAM | {"answers": TEAM["answers"] | {"s1-02": {"choice": "groen", "at": AT}}})
    person.opens(DOSSIER)
    person.clicks("[data-fii-begin]")  # the phases of the last time are remembered
    person.sees("[data-fii-changed]", "van rood naar groen")


def test_a_core_team_gives_an_action_an_owner(person: Person, tmp_path: Path) -> None:
    person.has(tmp_path, TEAM)
    person.opens(DOSSIER, "#acties")
    person.action("add-action")
    person.types("Ontvangende organisatie uitnodigen")
    person.presses("Tab")
    person.types("AN")
    person.presses("Tab")
    saved = json.loads(person.downloads("save").read_text("utf-8"))
    assert ("Ontvangende organisatie uitnodigen", "AN") in [
        (one["text"], one["owner"]) for one in saved["actions"].values()
    ]


def test_a_core_team_closes_its_review_and_knows_the_next_date(person: Person, tmp_path: Path) -> None:
    person.has(tmp_path, TEAM)
    person.opens(DOSSIER)
    person.clicks("[data-fii-begin]")
    person.tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    person.clicks("[data-fii-step-tab=afsluiten]")
    person.action("close-meeting")
    person.action("close-now")
    person.sees("[data-fii-widget=meetings] [data-fii-progress]", "Het volgende is op")


@pytest.mark.full  # `make test` has page/test_roads.py
def test_a_project_leader_finds_where_the_trajectory_begins(person: Person) -> None:
    person.opens("checklists/startpunt/")
    person.chooses("sp-01", "ja")
    person.chooses("sp-02", "nee")
    person.sees("[data-fii-summary]", "U slaat fase 1 over en begint bij fase 2.")


@pytest.mark.full  # `make test` has team/test_team.py
def test_a_project_leader_merges_the_files_of_two_members(person: Person, tmp_path: Path) -> None:
    files = []
    for id_, chosen in (("m-1", "rood"), ("m-2", "groen")):
        own = TEAM | {"member": id_, "answers": {"s1-01": {"choice": chosen, "at": AT}}, "reviews": {}, "actions": {}}
        files.append(as_file(tmp_path, own, f"van {id_}.json"))
    person.has(tmp_path, TEAM)
    person.opens(DOSSIER, "#team")
    person.gives("[data-fii-team-files]", *files)
    person.sees("[data-fii-merge-lead]", "2 bestanden zijn gelezen.")
    person.action("merge")
    person.sees("[data-fii-spread]", "1 groen, 1 rood")


@pytest.mark.full  # `make test` has papers/test_papers.py
def test_a_project_leader_takes_the_agenda_along_as_a_word_file(person: Person, tmp_path: Path) -> None:
    person.has(tmp_path, TEAM)
    person.opens(DOSSIER, "#stukken")
    person.chooses("papieren.stuk", "agenda")
    person.chooses("papieren.soort", "docx")
    text = [one.text for one in docx.Document(str(person.downloads("make"))).paragraphs]
    assert any("Agenda" in line for line in text)


@pytest.mark.full  # `make test` has papers/test_papers.py
def test_a_project_leader_puts_the_next_reviews_in_the_calendar(person: Person, tmp_path: Path) -> None:
    person.has(tmp_path, TEAM)
    person.opens(DOSSIER, "#stukken")
    person.chooses("papieren.stuk", "afspraken")
    (event,) = icalendar.Calendar.from_ical(person.downloads("make").read_bytes()).walk("VEVENT")
    assert event["RRULE"]["INTERVAL"] == [2]


def test_a_trainer_hands_out_an_empty_form(person: Person, tmp_path: Path) -> None:
    person.opens("checklists/shortlist/")
    person.tab.call("() => { window.print = () => { window.printed = true; }; }")
    person.action("print-blank")
    person.tab.wait_until("() => window.printed")
    assert isinstance(person.tab, ChromiumTab)
    person.tab.page.pdf(path=tmp_path / "leeg.pdf", prefer_css_page_size=True)
    assert "Shortlist" in PdfReader(tmp_path / "leeg.pdf").pages[0].extract_text()


@pytest.mark.full  # `make test` has papers/test_papers.py
def test_a_trainer_sends_a_group_a_filled_in_instrument_as_a_link(person: Person) -> None:
    person.opens("checklists/stoplicht-1/")
    person.chooses("s1-01", "groen")
    person.chooses("s1-02", "rood")
    person.action("share")
    link = str(person.tab.wait_until("() => document.querySelector('[data-fii-link]')?.value", seconds=SOON))
    person.tab.goto(link.replace("127.0.0.1", "localhost"))  # to a page it is another origin: one of the group's
    person.sees("[data-fii-dialog=linked]", "Deze link vult 2 punten in bij")


def test_an_organisation_adds_a_point_of_its_own_to_a_list(person: Person) -> None:
    part = '[data-fii-id="stoplicht-1"] [data-fii-section=s1-kaders] > [data-fii-own-tool]'
    person.opens("checklists/stoplicht-1/")
    person.clicks('[data-fii-id="stoplicht-1"] [data-fii-own-edit]')
    person.clicks(f"{part} textarea")
    person.types("De wijkraad doet mee.")
    person.clicks(f"{part} button")
    person.sees("[data-fii-id=stoplicht-1] [data-fii-progress]", "Het punt is toegevoegd.")
    person.sees("[data-fii-id=stoplicht-1] .fii-form", "De wijkraad doet mee.")


def test_an_organisation_opens_its_old_dossier_in_its_own_copy(
    shared: Shared, offline_copy_place: Place, tmp_path: Path
) -> None:
    old = Path(__file__).parents[2] / "golden" / "0.1.0-rijen.json"
    person = Person(shared("firefox").tab(), offline_copy_place)
    person.opens(DOSSIER)
    person.gives("[data-fii-file]", old)
    person.sees("[data-fii-preview]", old.name)
    person.action("apply")
    person.sees("[data-fii-widget=dossier] [data-fii-progress]", "staan nu in uw dossier")
    person.tab.close()
