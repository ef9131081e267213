"""What goes into a calendar is what was agreed, as another program reads it; its lines are as RFC 5545 wants them."""

import os
import time as clock
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr

from fii_widgets.dossier.records import Action, ActionState, Dossier, Review, Rhythm, Text
from fii_widgets.dossier.rhythm import next_day, next_days
from fii_widgets.errors import RequestError
from fii_widgets.export.files import Wanted, make_file
from fii_widgets.export.ics import fold, ics_bytes, rule
from fii_widgets.report.papers.choice import offers
from fii_widgets.report.papers.dates import Meetings, deadlines, meetings
from tests.unit.states import state

STATES = 50 if os.environ.get("FII_FULL") else 10
AT = "2026-11-22T10:00:00.000Z"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def read(content: bytes) -> icalendar.Event:
    """Give the one event. Refuses lines that are too long, cut inside a character, or that do not end in CRLF."""
    *lines, last = content.split(b"\r\n")
    assert last == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode("utf-8")
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert not event.errors
    return event


def agreed(dossier: Dossier) -> tuple[date, str] | None:
    """The day of the next meeting and the rhythm, worked out here; without a day there is no calendar."""
    if not dossier.reviews:
        return None
    last = max(dossier.reviews.items(), key=lambda pair: (pair[1].date, pair[0]))[1]
    rhythm = dossier.rhythm.text if dossier.rhythm else ""
    if last.next:
        return date.fromisoformat(last.next), rhythm
    if rhythm == "2-wekelijks":
        return date.fromisoformat(last.date) + timedelta(weeks=2), rhythm
    return (meetings(dossier).first, rhythm) if rhythm else None


@pytest.mark.parametrize("number", range(STATES))
def test_the_calendar_of_a_team_is_read_back_without_a_difference(number: int) -> None:
    dossier = state(number)
    wanted = agreed(dossier)
    if wanted is None:
        with pytest.raises(RequestError, match="overleg"):
            meetings(dossier)
        return
    first, rhythm = wanted
    for at in (None, time(19, 30)):
        content = ics_bytes(meetings(dossier), at)
        assert content == ics_bytes(meetings(dossier), at)
        event = read(content)
        start = event["DTSTART"].dt
        assert start == (datetime.combine(first, at, AMSTERDAM) if at else first)
        assert event["DTSTAMP"].dt == datetime.fromisoformat(dossier.saved)  # never the clock
        name = f": {said(dossier.name.text)}" if dossier.name and dossier.name.text else ""
        assert str(event["SUMMARY"]) == f"Overleg kernteam{name}"
        assert event["SUMMARY"].params["LANGUAGE"] == "nl"
        assert ("RRULE" in event) == bool(rhythm)
        if rhythm:
            frequency, interval, count = RHYTHMS[rhythm]
            found = event["RRULE"]
            assert (found["FREQ"], found["INTERVAL"], found["COUNT"]) == ([frequency], [interval], [count])


#: the team's word → how a calendar says it, for a year
RHYTHMS = {"2-wekelijks": ("WEEKLY", 2, 26), "maandelijks": ("MONTHLY", 1, 12), "3-maandelijks": ("MONTHLY", 3, 4)}


def said(name: str) -> str:
    """A name as a calendar can hold it: one kind of line end, a blank for a tab, a mark for what no file can hold."""
    characters = {code: chr(0x2400 + code) for code in range(32)} | {0x7F: "␡", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
    ends = dict.fromkeys([0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], "\n")
    return name.replace("\r\n", "\n").translate(characters | ends | {0x09: " "})


@pytest.mark.parametrize(
    "broken",
    [
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        "SUMMARY:{}\r\n".format("x" * 70).encode(),
        "SUMMARY:{}".format("é" * 34).encode()[:75] + b"\r\n \xa9\r\n",
        b"SUMMARY:a\rb\r\n",
    ],
)
def test_the_reader_refuses_lines_that_are_not_as_the_standard_wants_them(broken: bytes) -> None:
    with pytest.raises((AssertionError, UnicodeDecodeError)):
        read(broken)


def team(rhythm: str, following: str = "2026-12-15") -> Dossier:
    reviews = {
        "r-later": Review(at=AT, date="2026-12-01", next=following),
        "r-first": Review(at=AT, date="2026-01-05", next="2026-01-19"),
    }
    return Dossier(
        edition="handboek-fii",
        saved=AT,
        reviews=reviews,
        rhythm=Text(at=AT, text=rhythm),
        name=Text(at=AT, text="A; B, C\\"),
    )


@pytest.mark.parametrize(
    ("rhythm", "dates"),
    [
        ("2-wekelijks", ["2026-12-15", "2026-12-29", "2027-01-12"]),
        ("maandelijks", ["2026-12-15", "2027-01-19", "2027-02-16"]),
        ("3-maandelijks", ["2026-12-15", "2027-03-16", "2027-06-15"]),
    ],
)
def test_the_calendar_repeats_in_the_rhythm_of_the_team(rhythm: str, dates: list[str]) -> None:
    content = ics_bytes(meetings(team(rhythm)), time(10, 0))
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event["UID"] == "overleg-r-first@handboek-fii"
    assert event["SUMMARY"] == "Overleg kernteam: A; B, C\\"
    start = event["DTSTART"].dt
    assert (start.date().isoformat(), start.hour, str(start.tzinfo)) == (dates[0], 10, "Europe/Amsterdam")
    assert event["DTEND"].dt - start == timedelta(hours=1)
    assert _repeats(event["RRULE"], start.date(), 3) == dates


def test_the_meeting_leads_to_where_its_agenda_is_made() -> None:
    made = make_file(Wanted(kind="afspraken", format="ics", site="https://example.org/fii/"), [], team("maandelijks"))
    event = read(made.content)
    assert event["URL"] == "https://example.org/fii/dossier/#stukken"
    assert "De agenda maakt u in het dossier: https://example.org/fii/dossier/#stukken" in event["DESCRIPTION"]
    odd = read(ics_bytes(meetings(team("maandelijks"), "https://example.org/a b\r\nATTACH:x/")))
    assert odd["URL"] == "https://example.org/a%20b%0D%0AATTACH:x/dossier/#stukken"
    assert "ATTACH" not in odd
    assert "URL" not in read(ics_bytes(meetings(team("maandelijks"))))


def _repeats(rrule: icalendar.vRecur, first: date, many: int) -> list[str]:
    """Work out the first dates of a rule, by hand: the test must not lean on our own code."""
    (frequency,), (interval,) = rrule["FREQ"], rrule["INTERVAL"]
    if frequency == "WEEKLY":
        return [(first + timedelta(weeks=interval * n)).isoformat() for n in range(many)]
    (day,) = rrule["BYDAY"]
    nth, weekday = int(str(day)[:-2]), ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].index(str(day)[-2:])
    found = []
    for n in range(many):
        month = first.month - 1 + n * interval
        start = date(first.year + month // 12, month % 12 + 1, 1)
        days = [start + timedelta(days=d) for d in range(31) if (start + timedelta(days=d)).month == start.month]
        found.append([one for one in days if one.weekday() == weekday][nth - 1 if nth > 0 else nth].isoformat())
    return found


def zone_of(content: bytes) -> tzinfo:
    (zone,) = icalendar.Calendar.from_ical(content).walk("VTIMEZONE")
    return zone.to_tz()


def test_the_zone_says_what_amsterdam_says_up_to_the_hour_of_the_change() -> None:
    built = zone_of(ics_bytes(meetings(team("maandelijks")), time(9, 30)))
    moments = [datetime(2027, month, 15, 12, 0) for month in range(1, 13)]
    for change in (date(2027, 3, 28), date(2027, 10, 31), date(2030, 3, 31), date(2030, 10, 27)):
        moments += [datetime.combine(change, at) for at in (time(0, 59), time(1, 59), time(3, 0), time(12, 0))]
    offsets = [moment.replace(tzinfo=AMSTERDAM).utcoffset() for moment in moments]
    assert [moment.replace(tzinfo=built).utcoffset() for moment in moments] == offsets
    assert set(offsets) == {timedelta(hours=1), timedelta(hours=2)}


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_ten_o_clock_stays_ten_o_clock_when_the_clock_changes(rhythm: str) -> None:
    content = ics_bytes(meetings(team(rhythm)), time(10, 0))
    event, built = read(content), zone_of(content)
    rrule = event["RRULE"].to_ical().decode()
    found = list(rrulestr(rrule, dtstart=event["DTSTART"].dt.replace(tzinfo=built)))
    assert len(found) == RHYTHMS[rhythm][2]
    assert [one.isoformat()[:10] for one in found] == _repeats(event["RRULE"], found[0].date(), len(found))
    assert {one.time() for one in found} == {time(10, 0)}
    assert {one.astimezone(UTC).hour for one in found} == {9, 8}  # winter and summer
    assert {one.weekday() for one in found} == {1}


def test_a_fixed_offset_would_be_noticed() -> None:
    """Known-bad: the same series in UTC, as a program without the zone writes it, moves an hour in summer."""
    start = datetime(2026, 12, 15, 9, 0, tzinfo=UTC)
    found = rrulestr("FREQ=WEEKLY;INTERVAL=2;COUNT=26", dtstart=start)
    assert {one.astimezone(AMSTERDAM).hour for one in found} == {10, 11}


def test_a_newer_file_of_the_same_team_takes_the_place_of_the_older_one() -> None:
    before = team("2-wekelijks")
    later = Review(at=AT, date="2026-12-15", next="2027-01-05")
    after = replace(before, saved="2026-12-15T12:00:00.000+02:00", reviews={**before.reviews, "r-0": later})
    one, two = read(ics_bytes(meetings(before))), read(ics_bytes(meetings(after)))
    assert one["UID"] == two["UID"]
    assert one["SEQUENCE"] < two["SEQUENCE"]
    assert two["DTSTAMP"].to_ical() == b"20261215T100000Z"


def test_a_day_without_a_time_is_a_whole_day_that_leaves_people_free() -> None:
    (event,) = icalendar.Calendar.from_ical(ics_bytes(meetings(team("maandelijks")))).walk("VEVENT")
    assert (event["DTSTART"].dt, event["TRANSP"]) == (date(2026, 12, 15), "TRANSPARENT")


def test_the_fifth_weekday_is_the_last() -> None:
    assert rule(Rhythm.MONTH, date(2026, 12, 29)) == "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU;COUNT=12"


def test_lines_are_folded_at_75_octets_between_characters() -> None:
    line = "SUMMARY:" + "é漢\U0001f600" * 60
    folded = fold(line).encode()
    assert max(len(one) for one in folded.split(b"\r\n")) <= 75
    assert folded.decode().replace("\r\n ", "").rstrip("\r\n") == line


def test_a_title_cannot_add_a_line_of_its_own() -> None:
    series = Meetings(
        uid="u@x", sequence=1, stamp=AT, title="a\r\nATTACH:x\x00\nb", text="", first=date(2026, 1, 2), rhythm=None
    )
    (event,) = icalendar.Calendar.from_ical(ics_bytes(series)).walk("VEVENT")
    assert event["SUMMARY"] == "a\nATTACH:x␀\nb"
    assert "ATTACH" not in event
    assert "RRULE" not in event


def test_the_rhythm_gives_the_date_that_nobody_wrote_down() -> None:
    assert meetings(team("2-wekelijks", following="")).first == date(2026, 12, 15)


def test_without_a_date_there_is_no_calendar() -> None:
    for dossier in (replace(team("maandelijks", following=""), rhythm=None), Dossier(edition="x")):
        with pytest.raises(RequestError, match="overleg"):
            meetings(dossier)


@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize("day", ["0001-01-01", "0202-12-06", "9999-12-20", "9999-12-31"])
def test_a_year_that_was_half_typed_or_is_the_last_one_breaks_nothing(day: str, rhythm: str) -> None:
    dossier = team(rhythm, day)
    event = read(ics_bytes(meetings(dossier)))
    assert event["DTSTART"].dt == date.fromisoformat(day)
    for at in (time(0, 0), time(23, 0), time(23, 59)):
        timed = read(ics_bytes(meetings(dossier), at))
        assert timed["DTSTART"].dt.replace(tzinfo=None) == datetime.combine(date.fromisoformat(day), at)
    assert next_day("9999-12-20", Rhythm(rhythm)) == ""
    assert next_days("9999-12-01", Rhythm("2-wekelijks"), 6) == ["9999-12-15", "9999-12-29"]
    with pytest.raises(RequestError, match="overleg"):
        meetings(replace(dossier, reviews={"r-1": Review(at=AT, date="9999-12-20")}))


def test_a_time_without_a_zone_is_the_same_moment_in_every_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = replace(team("maandelijks"), saved="2026-11-22T10:00:00")
    monkeypatch.setenv("TZ", "America/New_York")
    clock.tzset()
    try:
        assert read(ics_bytes(meetings(dossier)))["DTSTAMP"].dt == datetime(2026, 11, 22, 10, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        clock.tzset()


def test_the_days_of_actions_are_tasks_or_entries_as_the_reader_chooses() -> None:
    """What is done, lapsed, removed or without a day is none; the same action keeps its name and gets a later number."""
    actions = {
        "a-1": Action(at=AT, text="Bellen; met, komma", owner="PL", due="2026-12-01"),
        "a-2": Action(at=AT, text="Mailen", due="2026-11-24", state=ActionState.BUSY),
        "a-3": Action(at=AT, text="Klaar", due="2026-11-24", state=ActionState.DONE),
        "a-4": Action(at=AT, text="Zonder dag"),
        "a-5": Action(at=AT, text="Weg", due="2026-11-24", removed=True),
    }
    dossier = Dossier(edition="handboek-fii", saved=AT, actions=actions)
    for format_, kind, day in (("ics", "VEVENT", "DTSTART"), ("ics-taken", "VTODO", "DUE")):
        made = make_file(Wanted(kind="acties", format=format_), [], dossier)
        assert (made.name, made.type) == ("acties-2026-11-22.ics", "text/calendar")
        found = icalendar.Calendar.from_ical(made.content).walk(kind)
        assert [(str(one["SUMMARY"]), one[day].dt, str(one["UID"])) for one in found] == [
            ("Mailen", date(2026, 11, 24), "actie-a-2@handboek-fii"),
            ("Bellen; met, komma (PL)", date(2026, 12, 1), "actie-a-1@handboek-fii"),
        ]
    later = replace(dossier, actions={"a-1": replace(actions["a-1"], at="2026-11-23T10:00:00.000Z")})
    assert deadlines(later, [])[0].sequence > deadlines(dossier, [])[1].sequence
    with pytest.raises(RequestError, match="heeft een datum"):
        deadlines(replace(dossier, actions={"a-4": actions["a-4"]}), [])


def test_the_days_of_actions_are_of_one_owner_where_that_is_asked() -> None:
    actions = {
        "a-1": Action(at=AT, text="Bellen", owner="José ", due="2026-12-01"),
        "a-2": Action(at=AT, text="Mailen", owner="TB, jose", due="2026-11-24"),
        "a-3": Action(at=AT, text="Zoeken", owner="TB", due="2026-11-24"),
        "a-4": Action(at=AT, text="Zonder dag", owner="AN"),
        "a-5": Action(at=AT, text="Klaar", owner="PL", due="2026-11-24", state=ActionState.DONE),
        "a-6": Action(at=AT, text="Van niemand", due="2026-11-24"),
    }
    dossier = Dossier(edition="handboek-fii", saved=AT, actions=actions)
    made = make_file(Wanted(kind="acties", format="ics", of="José"), [], dossier)
    assert made.name == "acties-jose-2026-11-22.ics"
    found = icalendar.Calendar.from_ical(made.content).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in found] == ["Mailen (TB, jose)", "Bellen (José )"]
    # who can be chosen: those with an action that runs and has a day
    (offered,) = (one.of for one in offers([], dossier) if one.kind == "acties")
    assert [name for name, _ in offered] == ["José", "TB", "TB, jose"]
    with pytest.raises(RequestError, match="AN heeft geen actie"):
        make_file(Wanted(kind="acties", format="ics-taken", of="AN"), [], dossier)


@pytest.mark.parametrize(
    ("first", "rhythm", "told", "untold"),
    [
        ("2027-04-13", "2-wekelijks", "Let op: 27 april 2027 is Koningsdag.", "zaterdag"),
        ("2026-12-25", "", "Let op: 25 december 2026 is Eerste Kerstdag.", "2027"),
        ("2026-12-12", "2-wekelijks", "Let op: dit is een zaterdag.\nLet op: 26 december 2026 is Tweede Kerstdag.", "zondag"),
        ("2027-04-07", "maandelijks", "5 mei 2027 is Bevrijdingsdag; niet iedereen is dan vrij", "Koningsdag"),
        ("2027-06-01", "", "", "Let op"),
    ],
)  # fmt: skip
def test_a_calendar_tells_which_meetings_fall_on_a_day_off(first: str, rhythm: str, told: str, untold: str) -> None:
    review = Review(at=AT, date="2026-11-22", next=first)
    chosen = Text(at=AT, text=rhythm) if rhythm else None
    event = read(ics_bytes(meetings(Dossier(edition="e", rhythm=chosen, reviews={"r-1": review}))))
    assert told in str(event["DESCRIPTION"])
    assert untold not in str(event["DESCRIPTION"])
    assert event["DTSTART"].dt == date.fromisoformat(first)  # nothing moves
