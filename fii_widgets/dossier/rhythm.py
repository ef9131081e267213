"""The rhythm of a team: from one meeting day to the next. Pure; has no clock."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from fii_widgets.dossier.records import Dossier, Rhythm

_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3}
#: how often a team meets in a year
A_YEAR = {Rhythm.TWO_WEEKS: 26, Rhythm.MONTH: 12, Rhythm.QUARTER: 4}


def rhythm_of(dossier: Dossier) -> Rhythm | None:
    """Return the rhythm that the team chose."""
    return Rhythm(dossier.rhythm.text) if dossier.rhythm else None


def next_day(day: str, rhythm: Rhythm) -> str:
    """Return the day of the next meeting. Each stays on its weekday: the second Tuesday, or the last.

    Empty where the calendar ends before it: somebody may have typed the year 9999.
    """
    return next(iter(next_days(day, rhythm, 1)), "")


def next_days(day: str, rhythm: Rhythm, many: int) -> list[str]:
    """Return the days of the next meetings, the first after `day`; fewer where the calendar ends."""
    return [one.isoformat() for one in islice(_days(date.fromisoformat(day), rhythm), many)]


def nth_weekday(day: date) -> int:
    """Return which weekday of its month a day is: 1–4, or -1 for a fifth, which not every month has."""
    nth = (day.day - 1) // 7 + 1
    return nth if nth < 5 else -1


def _days(start: date, rhythm: Rhythm) -> Iterator[date]:
    nth = nth_weekday(start)
    for step in count(1):
        if rhythm is Rhythm.TWO_WEEKS:
            if (date.max - start).days < 14 * step:
                return
            yield start + timedelta(days=14 * step)
        else:
            month = start.month - 1 + step * _MONTHS[rhythm]
            if start.year + month // 12 > date.max.year:
                return
            yield _weekday(start.year + month // 12, month % 12 + 1, start.weekday(), nth)


def _weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth weekday of a month, or the last where nth is -1."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[nth if nth < 0 else nth - 1])
