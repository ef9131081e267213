"""What travels by link comes back whole or not at all; what goes into a calendar is what was agreed."""

import os
import random
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import icalendar
import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Dossier, Review, Rhythm, Text
from fii_widgets.errors import RequestError
from fii_widgets.export.ics import fold, ics_bytes, rule
from fii_widgets.export.link import LONGEST, make_fragment, qr_svg, read_fragment
from fii_widgets.model import Checklist
from fii_widgets.report.meetings import Meetings, meetings
from tests.unit.states import instruments, state

STATES = 50 if os.environ.get("FII_FULL") else 10
AT = "2026-11-22T10:00:00.000Z"


@pytest.mark.parametrize("number", range(1, STATES + 1))
def test_choices_travel_by_link_and_notes_do_not(number: int) -> None:
    answers = state(number).answers
    for one in instruments():
        known = {item.id: item for item in one.items if item.options}
        chosen = {
            id_: answer.choice for id_, answer in answers.items() if id_.partition("@")[0] in known and answer.choice
        }
        if not chosen:
            with pytest.raises(RequestError, match="nog geen keuze"):
                make_fragment(one, answers)
            continue
        fragment = make_fragment(one, answers)
        assert len(fragment) <= LONGEST
        assert re.fullmatch(r"[A-Za-z0-9@._~:,-]+", fragment)
        linked = read_fragment(f"#{fragment}", instruments())
        assert (linked.instrument, dict(linked.choices), linked.unknown) == (one.id, chosen, ())
        for answer in answers.values():
            assert len(answer.note) < 8 or answer.note not in fragment


def test_a_small_instrument_is_a_short_link() -> None:
    answers = {item.id: Answer(choice="groen", at=AT) for item in _light().items}
    assert len(make_fragment(_light(), answers)) < 80


def _light() -> Checklist:
    found = next(one for one in instruments() if one.id == "stoplicht-1")
    assert isinstance(found, Checklist)
    return found


def test_any_sign_that_was_lost_or_changed_is_noticed() -> None:
    fragment = make_fragment(_light(), {"s1-01": Answer(choice="groen"), "s1-02": Answer(choice="rood")})
    chance = random.Random(1)
    for at in range(len(fragment)):
        changed = fragment[:at] + chance.choice("abcdef0123456789".replace(fragment[at], "")) + fragment[at + 1 :]
        for broken in (changed, fragment[:at], fragment[:at] + fragment[at + 1 :]):
            with pytest.raises(RequestError, match="Uw antwoorden zijn niet veranderd"):
                read_fragment(broken, instruments())


@pytest.mark.parametrize(
    "broken", ["", "#", "fii1", "fii1~~~~", "fii9~a~b~c~d", "fii1~" * 3000, "<script>", "fii1~stoplicht-1~0~s1~rood:é"]
)
def test_what_is_no_link_is_refused(broken: str) -> None:
    with pytest.raises(RequestError):
        read_fragment(broken, instruments())


def test_points_that_this_edition_does_not_know_are_told_apart() -> None:
    older = _light()
    fragment = make_fragment(older, {"s1-01": Answer(choice="groen"), "s1-02@3": Answer(choice="rood")})
    fewer = [one for one in instruments() if one.id != "stoplicht-1"]
    with pytest.raises(RequestError, match="niet bestaat"):
        read_fragment(fragment, fewer)
    assert read_fragment(fragment, instruments()).unknown == ()
    strange = make_fragment(older, {"s1-01": Answer(choice="paars"), "s1-02": Answer(choice="rood")})
    linked = read_fragment(strange, instruments())
    assert (dict(linked.choices), linked.unknown) == ({"s1-02": "rood"}, ("s1-01",))


def test_a_code_is_drawn_with_a_title_and_only_when_it_can_be_read() -> None:
    svg = qr_svg("https://handboek.example/#fii1~a", "Link & code")
    title = ElementTree.fromstring(svg).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Link & code"
    with pytest.raises(RequestError, match="te lang"):
        qr_svg("https://handboek.example/" + "x" * 400, "t")


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


def test_the_zone_says_what_amsterdam_says() -> None:
    calendar = icalendar.Calendar.from_ical(ics_bytes(meetings(team("maandelijks")), time(9, 30)))
    (zone,) = calendar.walk("VTIMEZONE")
    built = zone.to_tz()
    for month in range(1, 13):
        moment = datetime(2027, month, 15, 12, 0)
        assert (
            moment.replace(tzinfo=built).utcoffset() == moment.replace(tzinfo=ZoneInfo("Europe/Amsterdam")).utcoffset()
        )


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
    assert event["SUMMARY"] == "a\nATTACH:x\nb"
    assert "ATTACH" not in event
    assert "RRULE" not in event


def test_the_rhythm_gives_the_date_that_nobody_wrote_down() -> None:
    assert meetings(team("2-wekelijks", following="")).first == date(2026, 12, 15)


def test_without_a_date_there_is_no_calendar() -> None:
    for dossier in (replace(team("maandelijks", following=""), rhythm=None), Dossier(edition="x")):
        with pytest.raises(RequestError, match="overleg"):
            meetings(dossier)
