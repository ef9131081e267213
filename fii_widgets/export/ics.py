"""Meetings, and the days of actions → a calendar file (RFC 5545). Standard library only; the same meetings give the same bytes."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import quote

from fii_widgets.dossier.merge import instant
from fii_widgets.dossier.records import Rhythm
from fii_widgets.dossier.rhythm import A_YEAR, nth_weekday
from fii_widgets.export.parts.safe import clean
from fii_widgets.report.papers.dates import Deadline, Meetings

ZONE = "Europe/Amsterdam"
#: what an address holds as it is; anything else, such as the end of a line, is written as %0A
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: the European rule since 1996; a calendar that knows the zone by name uses its own
_TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def ics_bytes(meetings: Meetings, at: time | None = None, minutes: int = 60) -> bytes:
    """Return a calendar with one event that repeats for a year in the team's rhythm.

    Without a time the event takes the whole day and leaves people free. A monthly rhythm keeps the weekday: the third
    Tuesday stays the third Tuesday.
    """
    zone = _TIMEZONE if at else ()
    return _calendar([*zone, "BEGIN:VEVENT", *_event(meetings, at, minutes), "END:VEVENT"])


def deadlines_bytes(deadlines: Iterable[Deadline], *, tasks: bool) -> bytes:
    """Return a calendar with each action on its day: as a task to tick off, or as an entry that leaves people free."""
    kind = "VTODO" if tasks else "VEVENT"
    return _calendar(line for one in deadlines for line in (f"BEGIN:{kind}", *_deadline(one, tasks), f"END:{kind}"))


def _calendar(content: Iterable[str]) -> bytes:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handboek FII//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    return "".join(fold(line) for line in (*head, *content, "END:VCALENDAR")).encode("utf-8")


def _identity(one: Meetings | Deadline) -> Iterator[str]:
    yield f"UID:{_text(one.uid)}"
    yield f"SEQUENCE:{one.sequence}"
    yield f"DTSTAMP:{_moment(datetime.fromisoformat(instant(one.stamp)))}Z"


def _deadline(one: Deadline, tasks: bool) -> Iterator[str]:
    yield from _identity(one)
    if tasks:
        yield f"DUE;VALUE=DATE:{_day(one.day)}"
        yield "STATUS:NEEDS-ACTION"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY;LANGUAGE=nl:{_text(one.title)}"


def _event(meetings: Meetings, at: time | None, minutes: int) -> Iterator[str]:
    yield from _identity(meetings)
    if at:
        start = datetime.combine(meetings.first, at)
        yield f"DTSTART;TZID={ZONE}:{_moment(start)}"
        # without an end it ends as it begins: the last hour of the calendar has no next one
        if datetime.max - start >= timedelta(minutes=minutes):
            yield f"DTEND;TZID={ZONE}:{_moment(start + timedelta(minutes=minutes))}"
    else:
        # without an end it takes the day itself: the last day of the calendar has no next one
        yield f"DTSTART;VALUE=DATE:{_day(meetings.first)}"
        if meetings.first < date.max:
            yield f"DTEND;VALUE=DATE:{_day(meetings.first + timedelta(days=1))}"
        yield "TRANSP:TRANSPARENT"
    if meetings.rhythm:
        yield f"RRULE:{rule(meetings.rhythm, meetings.first)}"
    yield f"SUMMARY;LANGUAGE=nl:{_text(meetings.title)}"
    yield f"DESCRIPTION;LANGUAGE=nl:{_text(meetings.text)}"
    if meetings.link:
        yield f"URL:{quote(meetings.link, safe=_IN_ADDRESS)}"


def _day(day: date) -> str:
    """Write a day. The platform's own way leaves out the zeros of a year such as 0202, which is what half of a typed year is."""
    return f"{day.year:04}{day:%m%d}"


def _moment(moment: datetime) -> str:
    return f"{_day(moment)}T{moment:%H%M%S}"


def rule(rhythm: Rhythm, first: date) -> str:
    """Return how the meeting repeats, for a year."""
    if rhythm is Rhythm.TWO_WEEKS:
        return f"FREQ=WEEKLY;INTERVAL=2;COUNT={A_YEAR[rhythm]}"
    day = f"{nth_weekday(first)}{_DAYS[first.weekday()]}"
    every = 1 if rhythm is Rhythm.MONTH else 3
    return f"FREQ=MONTHLY;INTERVAL={every};BYDAY={day};COUNT={A_YEAR[rhythm]}"


def _text(text: str) -> str:
    """Escape a text; other control characters are not allowed in a calendar."""
    safe = re.sub(r"([\\;,])", r"\\\1", clean(text)).replace("\n", "\\n")
    return re.sub(r"[\x00-\x1f\x7f]", " ", safe)


def fold(line: str) -> str:
    """Cut a line into pieces of at most 75 octets, none in the middle of a character; CRLF after each."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > 75:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
