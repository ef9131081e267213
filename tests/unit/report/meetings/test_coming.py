"""A meeting to come is planned, moved, skipped or called off: its agenda and its calendar follow, and what was closed stays."""

import json
from dataclasses import replace

import pytest

from fii_widgets.browser import call
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text, Topic
from fii_widgets.dossier.shown import shown
from fii_widgets.dossier.write import text, tree
from fii_widgets.errors import RequestError
from fii_widgets.export.md import md_bytes
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.meetings.coming import coming
from fii_widgets.report.meetings.review import close
from fii_widgets.report.papers.choice import offers
from fii_widgets.report.papers.dates import meetings
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.meetings import COMING
from tests import written

AT, LATER = "2026-12-01T10:00:00.000Z", "2026-12-05T10:00:00.000Z"


def plan(day: str, *, at: str = LATER, removed: bool = False) -> Review:
    return Review(at=at, date=day, phases=(1,), present=("PL", "KV"), state=ReviewState.PLANNED, removed=removed)


def team(**reviews: Review) -> Dossier:
    topics = {"t-1": Topic(at=AT, text="De zaal")}
    return Dossier(edition="handboek-fii", rhythm=Text(at=AT, text="2-wekelijks"), reviews=reviews, topics=topics)


def held(**more: Review) -> Dossier:
    """A team that met on 1 December, and agreed on the 15th."""
    open_ = team(first=Review(at=AT, date="2026-12-01", phases=(1,)))
    closed = close(open_, "first", stoplights(), AT)
    assert closed.next == "2026-12-15"
    return team(first=closed, **more)


def stoplights() -> list[Instrument]:
    return [one for one in written.instruments() if one.id.startswith("stoplicht-")]


def agendas(dossier: Dossier) -> list[str]:
    return [title for one in offers(stoplights(), dossier) if one.kind == "agenda" for _, title in one.of]


def test_an_agenda_is_made_before_the_first_meeting() -> None:
    dossier = team(p=plan("2026-12-15"))
    assert agendas(dossier) == ["Het overleg van 15 december 2026 (moet nog beginnen)"]
    paper = build("agenda", stoplights(), dossier, of=COMING)
    assert paper.title == "Agenda van het overleg, 15 december 2026"
    told = md_bytes(paper).decode()
    assert "De zaal" in told
    assert "Stoplicht fase 1" in told
    assert meetings(dossier).first.isoformat() == "2026-12-15"
    # nothing was held: there is no report of a meeting, and the dossier tells of none
    with pytest.raises(RequestError, match="nog geen overleg"):
        build("overleg", stoplights(), dossier)
    assert shown(dossier).reviews == {}


def test_the_first_meeting_stays_the_same_entry_of_a_calendar_when_it_begins() -> None:
    planned = meetings(team(p=plan("2026-12-15")))
    begun = meetings(team(p=Review(at="2026-12-15T09:00:00.000Z", date="2026-12-15", phases=(1,))))
    assert begun.uid == planned.uid
    assert begun.sequence > planned.sequence


def test_a_meeting_that_is_moved_takes_its_agenda_and_its_calendar_along() -> None:
    agreed, moved = held(), held(p=plan("2026-12-17"))
    assert build("agenda", stoplights(), moved, of=COMING).title == "Agenda van het overleg, 17 december 2026"
    one, two = meetings(agreed), meetings(moved)
    assert (one.first.isoformat(), two.first.isoformat()) == ("2026-12-15", "2026-12-17")
    assert one.uid == two.uid
    assert one.sequence < two.sequence  # a calendar takes the newer
    again = meetings(held(p=plan("2026-12-18", at="2026-12-05T10:01:00.000Z")))
    assert two.sequence < again.sequence


def test_what_was_closed_stays_as_it_was_when_the_next_meeting_is_moved() -> None:
    papers = [md_bytes(build("overleg", stoplights(), one)) for one in (held(), held(p=plan("2026-12-17")))]
    assert papers[0] == papers[1]
    assert b"15 december 2026" in papers[0]


def test_a_meeting_that_is_called_off_leaves_no_day() -> None:
    dossier = held(p=plan("2026-12-15", removed=True))
    assert coming(dossier) is None
    assert len(agendas(dossier)) == 1  # that of the meeting that was
    with pytest.raises(RequestError, match="nog geen datum"):
        meetings(dossier)


def test_a_plan_of_before_the_last_meeting_counts_no_more() -> None:
    next_ = coming(held(p=plan("2026-12-01", removed=True), q=plan("2026-11-17")))
    assert next_ is not None
    assert next_.date == "2026-12-15"


def test_of_two_plans_the_first_day_comes_first() -> None:
    next_ = coming(held(p=plan("2026-12-29"), q=plan("2026-12-17")))
    assert next_ is not None
    assert (next_.date, next_.present, next_.state) == ("2026-12-17", ("PL", "KV"), ReviewState.OPEN)


def days(dossier: Dossier) -> list[str]:
    asked = {"op": "next_dates", "dossier": tree(dossier), "count": 3, "today": "2026-12-02"}
    return list(json.loads(call(json.dumps(asked)))["dates"])


def test_a_meeting_is_skipped_to_the_next_day_of_the_rhythm() -> None:
    assert days(held()) == ["2026-12-15", "2026-12-29", "2027-01-12"]
    assert days(held(p=plan("2026-12-29"))) == ["2026-12-29", "2027-01-12", "2027-01-26"]


def test_a_plan_is_kept_in_a_file_and_is_none_any_more_once_it_was_begun() -> None:
    planned = team(p=plan("2026-12-15", at="2026-12-15T10:00:00.000Z"))
    assert open_text(text(planned)).dossier.reviews == planned.reviews
    begun = replace(planned, reviews={"p": replace(planned.reviews["p"], at=AT, state=ReviewState.OPEN)})
    for one in (merge(planned, begun), merge(begun, planned), merge(merge(begun, planned), planned)):
        assert one.reviews["p"].state is ReviewState.OPEN
